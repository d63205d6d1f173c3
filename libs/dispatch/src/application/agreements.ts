import { AuditLog } from '@gridstaff/audit';
import { type Actor, requirePermission } from '@gridstaff/contracts';
import { addDays, builtUpon, DomainError, type Fact, type Id, inverseOf, type LocalDate, OPEN_END, parseDate, parseText, timelineOf } from '@gridstaff/kernel';
import { UnitOfWork } from '@gridstaff/persistence';
import { Agencies, PayFactsReader } from '@gridstaff/roster';
import { Clock, Ids } from '@gridstaff/runtime';
import { Injectable } from '@nestjs/common';
import { type AgreementFact, type AgreementInput, agreementTerms, standing } from '../domain/agreement';
import { DispatchStore, type OwnStaff } from '../domain/stores';

/** An agreement as it holds; `to` exclusive. */
export interface AgreementView extends Omit<AgreementFact, keyof Fact | 'centreId' | 'reason'> {
  /** What documents about it name. */
  factId: Id;
  from: LocalDate;
  to: LocalDate;
  recordedAt: number;
}

/** Agreements between the centre and its agencies, and how many people the centre has of its own. */
@Injectable()
export class Agreements {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly store: DispatchStore,
    private readonly agencies: Agencies,
    private readonly posts: PayFactsReader,
    private readonly audit: AuditLog,
    private readonly clock: Clock,
    private readonly ids: Ids,
  ) {}

  /** What holds of each agency's agreements, in date order. Needs `roster:read`. */
  async list(actor: Actor, centreId: Id): Promise<AgreementView[]> {
    requirePermission(actor, 'roster:read', centreId);
    const facts = standing(await this.store.agreements(centreId));
    return [...new Set(facts.map(({ agencyId }) => agencyId))].flatMap((agencyId) =>
      timelineOf(facts.filter((fact) => fact.agencyId === agencyId)).map(({ from, to, fact }) => viewOf(fact, from, to)),
    );
  }

  /**
   * An agreement for its term; what it covers of an earlier recorded one is replaced. Needs `agency:manage`.
   * @throws DomainError NOT_FOUND, NOT_A_DATE, EMPTY_RANGE, TEXT_INVALID, OUT_OF_RANGE
   */
  async record(actor: Actor, centreId: Id, agencyId: Id, input: AgreementInput): Promise<void> {
    requirePermission(actor, 'agency:manage', centreId, 'agency');
    const { from: first, lastDay, reason, ...rest } = input;
    const from = parseDate(first, 'from');
    const to = addDays(parseDate(lastDay, 'lastDay'), 1);
    if (to <= from) throw new DomainError('EMPTY_RANGE', { from, to: lastDay }, { field: 'lastDay' });
    const terms = agreementTerms(rest);
    await this.uow.run(async () => {
      if (!(await this.agencies.inCentre(centreId)).some(({ id }) => id === agencyId))
        throw new DomainError('NOT_FOUND', { what: 'agency' });
      const head = this.head(actor, centreId, from, to, await this.store.agreements(centreId));
      await this.store.addAgreement({ ...head, agencyId, reason: reason?.trim() || null, ...terms });
      await this.audit.append({
        ...{ actor, centreId, action: 'agency.agreement-recorded', subjectType: 'agency', subjectId: agencyId },
        ...{ data: { from, lastDay, headcount: terms.headcount, tax: terms.tax }, reason: reason?.trim() || undefined },
      });
    });
  }

  /**
   * Takes an agreement back as if it had never been recorded; what it had covered of an earlier one holds again. Possible while nobody has been in
   * post under it and nothing was recorded over it. Needs `agency:manage`.
   * @throws DomainError NOT_FOUND, MISSING_FIELD, TEXT_INVALID, AGREEMENT_USED, AGREEMENT_REPLACED
   */
  async takeBack(actor: Actor, centreId: Id, id: Id, why: string): Promise<void> {
    requirePermission(actor, 'agency:manage', centreId, 'agreement');
    const reason = parseText(why, 'reason', 200);
    await this.uow.run(async () => {
      const all = await this.store.agreements(centreId);
      const fact = standing(all).find((one) => one.id === id);
      const own = standing(all).filter(({ agencyId }) => agencyId === fact?.agencyId);
      if (!fact) throw new DomainError('NOT_FOUND', { what: 'agreement' });
      const mine = new Set([id]);
      if (builtUpon(own, mine, new Set())) throw new DomainError('AGREEMENT_REPLACED');
      const people = await this.peopleUnder(centreId, fact);
      if (people > 0) throw new DomainError('AGREEMENT_USED', { people, from: fact.validFrom });
      for (const { from, to, restore, taken } of inverseOf(own, mine, new Set())) {
        const head = this.head(actor, centreId, from, to, all);
        await this.store.addAgreement({ ...(restore ?? taken), ...head, reason, supersedes: id, retracted: restore === undefined });
      }
      await this.audit.append({
        ...{ actor, centreId, action: 'agency.agreement-taken-back', subjectType: 'agency', subjectId: fact.agencyId, reason },
        data: { agreement: id, from: fact.validFrom, to: fact.validTo },
      });
    });
  }

  /** Who has been in post at the agency on a day of the agreement that has come. */
  private async peopleUnder(centreId: Id, { agencyId, validFrom: from, validTo }: AgreementFact): Promise<number> {
    const tomorrow = addDays(this.clock.today(), 1);
    if (from >= tomorrow) return 0;
    const window = { centreId, from, to: validTo < tomorrow ? validTo : tomorrow, knownAt: this.clock.millis() };
    return (await this.posts.postsOf(window)).filter(({ engagements }) => engagements.some((e) => e.agencyId === agencyId)).length;
  }

  /** Needs `roster:read`. @returns by date; empty where nobody has said */
  async ownStaff(actor: Actor, centreId: Id): Promise<OwnStaff[]> {
    requirePermission(actor, 'roster:read', centreId);
    return timelineOf(await this.store.ownStaff(centreId)).map(({ from, fact }) => ({ from, people: fact.people }));
  }

  /** How many people the centre has of its own, from a date on. Needs `agency:manage`. @throws DomainError NOT_A_DATE, OUT_OF_RANGE */
  async setOwnStaff(actor: Actor, centreId: Id, input: OwnStaff): Promise<void> {
    requirePermission(actor, 'agency:manage', centreId);
    const from = parseDate(input.from, 'from');
    const { people } = input;
    if (!Number.isSafeInteger(people) || people < 0 || people > 1_000_000)
      throw new DomainError('OUT_OF_RANGE', { value: String(people) }, { field: 'people' });
    await this.uow.run(async () => {
      const known = await this.store.ownStaff(centreId);
      await this.store.addOwnStaff({
        ...{ ...this.head(actor, centreId, from, OPEN_END, known), people, supersedes: null },
      });
      await this.audit.append({
        ...{ actor, centreId, action: 'centre.own-staff-set', subjectType: 'centre', subjectId: centreId },
        data: { from, people },
      });
    });
  }

  /** Recorded later than everything known, also when a clock was set back. */
  private head(
    actor: Actor,
    centreId: Id,
    validFrom: LocalDate,
    validTo: LocalDate,
    known: readonly Fact[],
  ): Fact & { centreId: Id; recordedBy: Id } {
    const last = Math.max(0, ...known.map((fact) => fact.recordedAt));
    const recordedAt = Math.max(this.clock.millis(), last + 1);
    return {
      ...{ id: this.ids.next(), centreId, validFrom, validTo, recordedAt },
      ...{ recordedBy: actor.userId, retracted: false },
    };
  }
}

function viewOf(fact: AgreementFact, from: LocalDate, to: LocalDate): AgreementView {
  const { agencyId, recordedBy, recordedAt, number, posts, headcount, pay, insurance, payment, severance, fee, tax } = fact;
  return {
    ...{ factId: fact.id, from, to, agencyId, recordedBy, recordedAt, number, posts, headcount, pay, insurance },
    ...{ payment, severance, fee, tax },
  };
}
