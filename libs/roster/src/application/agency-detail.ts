import { type Actor, requirePermission } from '@gridstaff/contracts';
import { addDays, covers, DomainError, type Id, type LocalDate, timelineOf } from '@gridstaff/kernel';
import { Clock } from '@gridstaff/runtime';
import { Injectable } from '@nestjs/common';
import { AGENCY_DETAILS, agencyOn, type AgencyDetails } from '../domain/agency-details';
import { tiersOf } from '../domain/agency-fee';
import type { Agency } from '../domain/organisation';
import { type AgencyFee, PayFactsReader } from '../domain/pay-facts';
import { OrganisationStore, WorkerStore } from '../domain/stores';
import { parseFactDate } from '../domain/texts';
import type { WorkerFact } from '../domain/worker-facts';

/** Licence, tax number and account while they hold, days half-open. */
export interface AgencyDetailPiece extends AgencyDetails {
  from: LocalDate;
  to: LocalDate;
}

export interface AgencyDetailView {
  /** As it is on the day. */
  agency: Agency;
  details: AgencyDetailPiece[];
  /** Rate cards, in order. */
  fees: AgencyFee[];
  /** In post at the agency on the day. */
  people: number;
  /** Of them: with a contract in force, and those whose contract ends within sixty days. */
  contracts: { inForce: number; endingSoon: number };
}

/** Days ahead in which the end of a contract comes up, as on the desk. */
const SOON = 60;

/** Everything that the roster knows of one agency, as of a day. */
@Injectable()
export class AgencyDetail {
  constructor(
    private readonly store: OrganisationStore,
    private readonly workers: WorkerStore,
    private readonly facts: PayFactsReader,
    private readonly clock: Clock,
  ) {}

  /** Needs `roster:read`. @throws DomainError NOT_FOUND for an agency of another centre, NOT_A_DATE */
  async get(actor: Actor, centreId: Id, agencyId: Id, on = this.clock.today()): Promise<AgencyDetailView> {
    requirePermission(actor, 'roster:read', centreId, 'agency');
    const day = parseFactDate(on, 'on');
    const entered = (await this.store.agencies(centreId)).find(({ id }) => id === agencyId);
    if (!entered) throw new DomainError('NOT_FOUND', { what: 'agency' });
    const details = (await this.store.agencyDetails(centreId)).filter((fact) => fact.agencyId === agencyId);
    const window = { centreId, from: day, to: addDays(day, 1), knownAt: this.clock.millis() };
    const here = (await this.facts.postsOf(window)).filter(({ engagements }) => engagements.some((e) => e.agencyId === agencyId));
    const contracts = await this.workers.factsOfKind(centreId, here.map(({ workerNo }) => workerNo), 'contract');
    return {
      agency: agencyOn(entered, details, day),
      details: timelineOf(details).map(({ from, to, fact }) => ({ from, to, ...detailsOf(fact) })),
      fees: timelineOf(await this.store.agencyFees(centreId, agencyId)).map(({ from, to, fact }) => {
        const tiers = tiersOf(fact);
        return { from, to, agencyId, kind: fact.kind, amount: fact.amount, rate: fact.rate, ...(tiers && { tiers }) };
      }),
      people: here.length,
      contracts: countOf(contracts, day),
    };
  }
}

const detailsOf = (fact: AgencyDetails): AgencyDetails =>
  Object.fromEntries(AGENCY_DETAILS.map((name) => [name, fact[name]])) as unknown as AgencyDetails;

function countOf(facts: readonly WorkerFact<'contract'>[], day: LocalDate): AgencyDetailView['contracts'] {
  const byWorker = new Map<number, WorkerFact<'contract'>[]>();
  for (const fact of facts) byWorker.set(fact.workerNo, [...(byWorker.get(fact.workerNo) ?? []), fact]);
  let [inForce, endingSoon] = [0, 0];
  for (const own of byWorker.values()) {
    const pieces = timelineOf(own);
    if (!pieces.some((piece) => covers(piece, day))) continue;
    inForce += 1;
    // A renewal that is recorded already begins when the present one ends.
    if ((pieces.at(-1)?.to ?? '') <= addDays(day, SOON)) endingSoon += 1;
  }
  return { inForce, endingSoon };
}
