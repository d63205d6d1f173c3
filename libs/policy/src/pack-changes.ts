import { Approvals, type TrailStep } from '@gridstaff/approval';
import { AuditLog } from '@gridstaff/audit';
import type { Actor } from '@gridstaff/contracts';
import { DomainError, type Id, invariant } from '@gridstaff/kernel';
import { UnitOfWork } from '@gridstaff/persistence';
import { Clock, Ids } from '@gridstaff/runtime';
import { Injectable } from '@nestjs/common';

import { checkPack, hashOfPack, type PackCheck } from './pack-check';
import { decidedAlready, PackStore, type StoredPack } from './pack-store';
import { Policies } from './policies';

export const PACK_SUBJECT = 'policy_pack';
const STEP = { kind: 'activate', permission: 'policy:activate' } as const;

/** A check, and the digest of what it was made against. */
export type CheckedPack = PackCheck & { readonly basis: string };

export interface Activation {
  packId: Id;
  /** Of the text that was looked at. */
  hash: string;
  /** Of what was in force when difference and effect were looked at. */
  basis: string;
  opinion?: string;
}

/**
 * Brings packs into force: proposed by one person, activated by another, for exactly the text and the state of the law that were looked at.
 * Who may do so depends on the centres that a layer reaches; the use cases that know them ask for the permission.
 */
@Injectable()
export class PackChanges {
  constructor(
    private readonly store: PackStore,
    private readonly policies: Policies,
    private readonly approvals: Approvals,
    private readonly uow: UnitOfWork,
    private readonly audit: AuditLog,
    private readonly clock: Clock,
    private readonly ids: Ids,
  ) {}

  /** What a text would change if it were activated now. */
  async check(text: string, name = 'pack.yaml'): Promise<CheckedPack> {
    const { packs, basis } = await this.policies.standing();
    return { ...checkPack(packs, text, name), basis };
  }

  /** @throws DomainError POLICY_INVALID with every finding, POLICY_NO_CHANGE, REASON_MISSING */
  async propose(actor: Actor, input: { centreId: Id; text: string; reason: string }): Promise<StoredPack> {
    const { centreId, text } = input;
    const reason = input.reason.trim();
    if (!reason) throw new DomainError('REASON_MISSING', {}, { field: 'reason' });
    return this.uow.run(async () => {
      const { hash, layer } = await this.usable(text);
      const id = this.ids.next();
      const by = { proposedBy: actor.userId, proposedPerson: actor.personId, proposedAt: this.clock.millis() };
      await this.store.add({ id, centreId, layer, hash, reason, ...by }, text);
      await this.approvals.open({
        ...{ centreId, subjectType: PACK_SUBJECT, subjectId: id, hash, steps: [STEP] },
        ...{ preparedBy: actor, parties: [] },
      });
      const pack = await this.store.get(id);
      await this.record(actor, pack, 'policy.proposed', {}, reason);
      return pack;
    });
  }

  /**
   * By a person other than the proposer. From now on every calculation uses the pack; what is asked as known before does not.
   * @throws DomainError NOT_FOUND, WRONG_STEP, POLICY_PACK_CHANGED, APPROVAL_STALE, POLICY_BASE_CHANGED, POLICY_INVALID, POLICY_NO_CHANGE,
   * SEPARATION_OF_DUTIES, FORBIDDEN
   */
  async activate(actor: Actor, { packId, hash, basis, opinion }: Activation): Promise<StoredPack> {
    return this.uow.run(async () => {
      const pack = await this.open(packId, 'activate');
      const text = await this.store.textOf(packId);
      if (hashOfPack(text) !== pack.hash) throw new DomainError('POLICY_PACK_CHANGED');
      const decision = { subjectType: PACK_SUBJECT, subjectId: packId, kind: STEP.kind, hash, opinion };
      await this.approvals.decide(actor, { ...decision, decision: 'pass' });
      const standing = await this.policies.standing();
      if (standing.basis !== basis) throw new DomainError('POLICY_BASE_CHANGED');
      await this.usable(text);
      await this.store.decide({
        ...{ pack, outcome: 'activated', seq: standing.count + 1, opinion: opinion?.trim() || null },
        ...{ decidedBy: actor.userId, decidedPerson: actor.personId },
        // Never at the same instant as the one before: "known at" has one answer.
        at: Math.max(this.clock.millis(), standing.since + 1),
      });
      await this.record(actor, pack, 'policy.activated', { seq: standing.count + 1, basis });
      return this.store.get(packId);
    });
  }

  /** By whoever could activate it. @throws DomainError NOT_FOUND, WRONG_STEP, REASON_MISSING, SEPARATION_OF_DUTIES, FORBIDDEN */
  async sendBack(actor: Actor, packId: Id, reason: string): Promise<StoredPack> {
    return this.end(actor, packId, 'returned', reason, async (pack) => {
      const subject = { subjectType: PACK_SUBJECT, subjectId: packId, kind: STEP.kind, hash: pack.hash };
      await this.approvals.decide(actor, { ...subject, decision: 'return', opinion: reason });
    });
  }

  /** @throws DomainError NOT_FOUND, WRONG_STEP, REASON_MISSING */
  async withdraw(actor: Actor, packId: Id, reason: string): Promise<StoredPack> {
    return this.end(actor, packId, 'withdrawn', reason, () =>
      this.approvals.withdraw(actor, { subjectType: PACK_SUBJECT, subjectId: packId, reason }),
    );
  }

  /** Newest first. */
  list(limit = 100): Promise<StoredPack[]> {
    return this.store.list(limit);
  }

  /** @throws DomainError NOT_FOUND */
  get(packId: Id): Promise<StoredPack> {
    return this.store.get(packId);
  }

  textOf(packId: Id): Promise<string> {
    return this.store.textOf(packId);
  }

  trail(packId: Id): Promise<TrailStep[]> {
    return this.approvals.trail(PACK_SUBJECT, packId);
  }

  private async end(
    actor: Actor,
    packId: Id,
    outcome: 'returned' | 'withdrawn',
    reason: string,
    decide: (pack: StoredPack) => Promise<void>,
  ): Promise<StoredPack> {
    return this.uow.run(async () => {
      const pack = await this.open(packId, outcome === 'returned' ? 'return' : 'withdraw');
      await decide(pack);
      const by = { decidedBy: actor.userId, decidedPerson: actor.personId, at: this.clock.millis() };
      await this.store.decide({ pack, outcome, seq: null, ...by, opinion: reason.trim() });
      await this.record(actor, pack, `policy.${outcome}`, {}, reason.trim());
      return this.store.get(packId);
    });
  }

  private async open(packId: Id, step: string): Promise<StoredPack> {
    const pack = await this.store.get(packId);
    if (pack.status !== 'proposed') throw decidedAlready(step, pack.status);
    return pack;
  }

  private async usable(text: string): Promise<{ hash: string; layer: string }> {
    const { hash, layer, findings, changes } = await this.check(text);
    const [first] = findings;
    if (first) throw new DomainError('POLICY_INVALID', { count: findings.length }, first.place, findings);
    if (changes.length === 0) throw new DomainError('POLICY_NO_CHANGE');
    invariant(layer !== undefined, 'a pack without findings has a layer');
    return { hash, layer };
  }

  private record(
    actor: Actor,
    pack: StoredPack,
    action: string,
    data: Readonly<Record<string, string | number>>,
    reason?: string,
  ): Promise<void> {
    const { id, centreId, layer, hash } = pack;
    const subject = { subjectType: PACK_SUBJECT, subjectId: id };
    return this.audit.append({ actor, centreId, action, ...subject, data: { layer, hash, ...data }, reason });
  }
}
