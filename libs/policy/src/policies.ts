import { createHash } from 'node:crypto';
import { DomainError } from '@gridstaff/kernel';
import { Injectable } from '@nestjs/common';

import { hashOfPack } from './pack-check';
import { PackStore } from './pack-store';
import { PolicyPacks } from './policy-packs';

/** What is in force, with a digest of everything it was put together from: two people who see the same digest see the same law. */
export interface Standing {
  packs: PolicyPacks;
  basis: string;
  /** Activated packs in it. */
  count: number;
  /** Epoch milliseconds since when the last of them is known; 0 when there is none. */
  since: number;
}

/** States kept in memory: the present one, and a few that older calculations ask for. */
const KEPT = 16;

/**
 * The parameters in force: the shipped files, and above them the activated packs in their order. Every answer asks the database which packs
 * stand, so all processes see an activation at once; the packs themselves never change and are read once.
 */
@Injectable()
export class Policies {
  private readonly kept = new Map<number, PolicyPacks>();

  constructor(
    private readonly shipped: PolicyPacks,
    private readonly store: PackStore,
  ) {}

  async now(): Promise<PolicyPacks> {
    return (await this.standing()).packs;
  }

  /** What was known at an instant (epoch milliseconds): packs activated later are not in it. */
  async knownAt(instant: number): Promise<PolicyPacks> {
    return this.state((await this.store.standing(instant)).count);
  }

  async standing(): Promise<Standing> {
    const { count, since } = await this.store.standing();
    const packs = await this.state(count);
    return { packs, basis: createHash('sha256').update(`${packs.digest} ${count}`).digest('hex'), count, since };
  }

  private async state(count: number): Promise<PolicyPacks> {
    if (count === 0) return this.shipped;
    const known = this.kept.get(count);
    if (known) return known;
    const nearest = [...this.kept.keys()].filter((n) => n < count).sort((a, b) => b - a)[0] ?? 0;
    let packs = this.kept.get(nearest) ?? this.shipped;
    for (const { seq, hash, text } of await this.store.texts(nearest, count)) {
      // A text that was changed under the database's hood must not silently become law.
      if (hashOfPack(text) !== hash) throw new DomainError('POLICY_PACK_CHANGED', {}, { row: seq });
      packs = packs.with({ name: `pack ${seq}`, text });
    }
    this.keep(count, packs);
    return packs;
  }

  private keep(count: number, packs: PolicyPacks): void {
    this.kept.set(count, packs);
    const oldest = [...this.kept.keys()].sort((a, b) => a - b)[0];
    if (this.kept.size > KEPT && oldest !== undefined) this.kept.delete(oldest);
  }
}
