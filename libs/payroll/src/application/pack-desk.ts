import { type Actor, can, centresWith, type Permission, requirePermission } from '@gridstaff/contracts';
import { FundReader } from '@gridstaff/fund';
import { DomainError, type Fen, type Id } from '@gridstaff/kernel';
import {
  type Activation,
  type CheckedPack,
  layersOf,
  PackChanges,
  Policies,
  type PolicyPacks,
  type StoredPack,
} from '@gridstaff/policy';
import { type Centre, Centres, WorkerNames } from '@gridstaff/roster';
import { Injectable } from '@nestjs/common';
import { type CentreImpact, PackImpact } from './pack-impact';

/** What the open and paid months would cost more (or less) of one fund, against what is left of it. Months ahead are not in it. */
export interface FundImpact {
  fundId: Id;
  name: string;
  fiscalYear: number;
  available: Fen;
  difference: Fen;
  /** What is missing; 0 when it fits. */
  short: Fen;
}

export type ReachedCentre = CentreImpact & {
  centreId: Id;
  centreName: string;
  funds: FundImpact[];
  /** Of those affected, by worker number; empty for readers who may not see the roster. */
  names: ReadonlyMap<number, string>;
};

export interface PackEffect {
  hash: string;
  /** What was in force when this was calculated: an activation names it. */
  basis: string;
  centres: ReachedCentre[];
  /** Centres that the pack reaches and the reader may not see the pay of. */
  hiddenCentres: number;
}

/** A usable pack beside what is in force. */
export interface Laws {
  before: PolicyPacks;
  after: PolicyPacks;
  changes: CheckedPack['changes'];
  hash: string;
  basis: string;
  layer: string;
}

export interface AskedEffect extends Laws {
  open: Centre[];
  /** Number of further centres that the pack reaches. */
  hidden: number;
}

/**
 * Packs as people handle them: what one would change, what it would cost, and its way into force. A pack holds in every centre of its
 * layer, so whoever proposes or activates it needs the right in each of them.
 */
@Injectable()
export class PackDesk {
  constructor(
    private readonly changes: PackChanges,
    private readonly policies: Policies,
    private readonly impact: PackImpact,
    private readonly centres: Centres,
    private readonly funds: FundReader,
    private readonly workers: WorkerNames,
  ) {}

  /** Findings and difference of a text; nothing is kept. @throws DomainError FORBIDDEN */
  async check(actor: Actor, text: string, name?: string): Promise<CheckedPack> {
    holds(actor, 'policy:read');
    return this.changes.check(text, name);
  }

  /** At once, for an operator; over HTTP `PackEffects` has it calculated in the background. @throws DomainError FORBIDDEN, POLICY_INVALID */
  async effect(actor: Actor, text: string): Promise<PackEffect> {
    const { before, after, changes, hash, basis, open, hidden } = await this.asked(actor, text);
    const centres: ReachedCentre[] = [];
    for (const centre of open)
      centres.push(await this.reachedCentre(actor, centre, await this.impact.of(centre, before, after, changes)));
    return { hash, basis, centres, hiddenCentres: hidden };
  }

  /** What the question is about: both laws, and the centres whose pay the actor may see. @throws DomainError FORBIDDEN, POLICY_INVALID */
  async asked(actor: Actor, text: string): Promise<AskedEffect> {
    holds(actor, 'policy:read');
    const both = await this.laws(text);
    const reached = await this.reached(both.layer);
    const open = reached.filter((centre) => can(actor, 'run:read', centre.id) && can(actor, 'fund:read', centre.id));
    return { ...both, open, hidden: reached.length - open.length };
  }

  /** The law in force and the law with this pack. @throws DomainError POLICY_INVALID */
  async laws(text: string): Promise<Laws> {
    const { packs: before } = await this.policies.standing();
    const { findings, packs: after, changes, hash, basis, layer } = await this.changes.check(text);
    if (!after || layer === undefined)
      throw new DomainError('POLICY_INVALID', { count: findings.length }, findings[0]?.place, findings);
    return { before, after, changes, hash, basis, layer };
  }

  /** With what the actor may see of it: the funds, and the names of people. */
  async reachedCentre(actor: Actor, { id, name }: Centre, found: CentreImpact): Promise<ReachedCentre> {
    const funds = await this.fundsOf(actor, id, found);
    return { centreId: id, centreName: name, ...found, funds, names: await this.namesOf(actor, id, found) };
  }

  /** @throws DomainError POLICY_INVALID, POLICY_NO_CHANGE, POLICY_REACH, REASON_MISSING, FORBIDDEN, NOT_FOUND */
  async propose(actor: Actor, input: { centreId: Id; text: string; reason: string }): Promise<StoredPack> {
    requirePermission(actor, 'policy:propose', input.centreId);
    const { layer } = await this.changes.check(input.text);
    if (layer !== undefined) await this.requireReach(actor, 'policy:propose', layer);
    return this.changes.propose(actor, input);
  }

  /**
   * By another person than the proposer, for the text and the state of the law that were looked at.
   * @throws DomainError WRONG_STEP, APPROVAL_STALE, POLICY_PACK_CHANGED, POLICY_BASE_CHANGED, POLICY_INVALID, POLICY_NO_CHANGE, POLICY_REACH,
   * SEPARATION_OF_DUTIES, FORBIDDEN, NOT_FOUND
   */
  async activate(actor: Actor, activation: Activation): Promise<StoredPack> {
    const pack = await this.changes.get(activation.packId);
    await this.requireReach(actor, 'policy:activate', pack.layer);
    return this.changes.activate(actor, activation);
  }

  /** Back to the proposer, who makes a new one. @throws DomainError WRONG_STEP, REASON_MISSING, SEPARATION_OF_DUTIES, FORBIDDEN, NOT_FOUND */
  async sendBack(actor: Actor, packId: Id, reason: string): Promise<StoredPack> {
    return this.changes.sendBack(actor, packId, reason);
  }

  /** @throws DomainError WRONG_STEP, REASON_MISSING, FORBIDDEN, NOT_FOUND */
  async withdraw(actor: Actor, packId: Id, reason: string): Promise<StoredPack> {
    const pack = await this.changes.get(packId);
    requirePermission(actor, 'policy:propose', pack.centreId, 'policy pack');
    return this.changes.withdraw(actor, packId, reason);
  }

  /** All packs brought in at run time, newest first: what holds everywhere is open to everyone who may read parameters. */
  async list(actor: Actor): Promise<StoredPack[]> {
    holds(actor, 'policy:read');
    return this.changes.list();
  }

  /** @throws DomainError NOT_FOUND, FORBIDDEN */
  async get(actor: Actor, packId: Id): Promise<StoredPack & { text: string }> {
    holds(actor, 'policy:read');
    return { ...(await this.changes.get(packId)), text: await this.changes.textOf(packId) };
  }

  private async reached(layer: string): Promise<Centre[]> {
    return (await this.centres.all()).filter((centre) => layersOf(centre.region).includes(layer));
  }

  private async requireReach(actor: Actor, permission: Permission, layer: string): Promise<void> {
    const without = (await this.reached(layer)).filter((centre) => !can(actor, permission, centre.id));
    if (without.length > 0) throw new DomainError('POLICY_REACH', { layer, count: without.length, permission });
  }

  private async namesOf(actor: Actor, centreId: Id, { periods }: CentreImpact): Promise<ReadonlyMap<number, string>> {
    if (!can(actor, 'roster:read', centreId)) return new Map();
    const numbers = periods.flatMap((period) => period.affected.map((person) => person.workerNo));
    return this.workers.names(centreId, numbers);
  }

  private async fundsOf(actor: Actor, centreId: Id, { periods }: CentreImpact): Promise<FundImpact[]> {
    const differences = new Map<Id, Fen>();
    for (const { byFund, state } of periods) {
      if (state === 'ahead') continue;
      for (const [fundId, difference] of byFund) differences.set(fundId, (differences.get(fundId) ?? 0) + difference);
    }
    const funds: FundImpact[] = [];
    for (const [fundId, difference] of differences) {
      const fund = await this.funds.find(fundId);
      if (!fund) continue;
      const { name, fiscalYear } = fund;
      const views = await this.funds.list(actor, centreId, fiscalYear);
      const available = views.find((view) => view.id === fundId)?.balances.available ?? 0;
      funds.push({ fundId, name, fiscalYear, available, difference, short: Math.max(0, difference - available) });
    }
    return funds;
  }
}

/** In some centre: the matter is the same for all. @throws DomainError FORBIDDEN */
function holds(actor: Actor, permission: Permission): void {
  const centres = centresWith(actor, permission);
  if (centres !== '*' && centres.length === 0) throw new DomainError('FORBIDDEN', { permission });
}
