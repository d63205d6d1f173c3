import { addDays, asOf, type Id, type LocalDate } from '@gridstaff/kernel';
import { Agencies, Centres, Employments, PayFactsReader } from '@gridstaff/roster';
import { Clock } from '@gridstaff/runtime';
import { Injectable } from '@nestjs/common';
import { type AgencyOnDay, checkAgency, checkShare, expiriesOfAgency, headcount } from '../domain/agency-checks';
import type { Expiry, Finding } from '../domain/matters';
import { checkPerson, expiriesOfPerson } from '../domain/person-checks';
import type { WorkerReturn } from '../domain/return-grounds';
import { DispatchStore, ReturnStore } from '../domain/stores';
import { retirementRules } from './retirement-file';

/** Days before the date in which the roster gives engagements that have ended, and more. */
const LOOK_BACK = 400;

function byWorker(returns: readonly WorkerReturn[]): Map<number, WorkerReturn[]> {
  const found = new Map<number, WorkerReturn[]>();
  for (const one of returns) found.set(one.workerNo, [...(found.get(one.workerNo) ?? []), one]);
  return found;
}

export interface Reviewed {
  findings: Finding[];
  expiries: Expiry[];
}

/** Everything that the law of dispatch wants looked at on a day, worked out from the facts each time: nothing of it is stored. */
@Injectable()
export class Review {
  private readonly rules = retirementRules();

  constructor(
    private readonly people: Employments,
    private readonly posts: PayFactsReader,
    private readonly agencies: Agencies,
    private readonly centres: Centres,
    private readonly store: DispatchStore,
    private readonly returns: ReturnStore,
    private readonly clock: Clock,
  ) {}

  async ofCentre(centreId: Id, on: LocalDate): Promise<Reviewed> {
    const found = await this.ofAgencies(centreId, on);
    const returned = byWorker(await this.returns.returns(centreId, addDays(on, -LOOK_BACK)));
    for await (const slice of this.people.worthLooking(centreId, on)) {
      for (const person of slice) {
        found.findings.push(...checkPerson(person, on, this.rules, returned.get(person.workerNo)));
        found.expiries.push(...expiriesOfPerson(person, on, this.rules));
      }
    }
    return found;
  }

  /** Of one worker alone. */
  async ofWorker(centreId: Id, on: LocalDate, workerNo: number): Promise<Reviewed> {
    const [person] = await this.people.of(centreId, on, [workerNo]);
    if (!person) return { findings: [], expiries: [] };
    return {
      findings: checkPerson(person, on, this.rules, await this.returns.returns(centreId, '', workerNo)),
      expiries: expiriesOfPerson(person, on, this.rules),
    };
  }

  /** Of the agencies and the centre as a whole. */
  async ofAgencies(centreId: Id, on: LocalDate): Promise<Reviewed> {
    const day = { centreId, from: on, to: addDays(on, 1), knownAt: this.clock.millis() };
    const people = headcount(await this.posts.postsOf(day));
    const agreements = await this.store.agreements(centreId);
    const each = (await this.agencies.inCentre(centreId, on)).map(
      (agency): AgencyOnDay => ({
        ...{ agency, people: people.get(agency.id) ?? 0 },
        agreements: agreements.filter(({ agencyId }) => agencyId === agency.id),
      }),
    );
    const all = [...people.values()].reduce((sum, count) => sum + count, 0);
    const own = asOf(await this.store.ownStaff(centreId), on)?.people ?? null;
    const { name } = await this.centres.byId(centreId);
    return {
      findings: [...each.flatMap((one) => checkAgency(one, on)), ...checkShare(name, all, own)],
      expiries: each.flatMap((one) => expiriesOfAgency(one, on)),
    };
  }
}
