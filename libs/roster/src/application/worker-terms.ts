import type { Actor } from '@gridstaff/contracts';
import { addDays, DomainError, type LocalDate, OPEN_END, parseText } from '@gridstaff/kernel';
import { Injectable } from '@nestjs/common';
import {
  type ContractInput,
  parseContract,
  PROTECTION_GROUNDS,
  type ProtectionGround,
  RETIREMENT_CATEGORIES,
  type RetirementCategory,
} from '../domain/contract';
import { parseFactDate } from '../domain/texts';
import { PersonalData } from './personal-data';
import { WorkerDesk, type WorkerTarget } from './worker-desk';

type Dated = WorkerTarget & { from: LocalDate; reason?: string };

const reasonOf = (reason: string | undefined): string | null =>
  reason === undefined ? null : parseText(reason, 'reason', 200);

function oneOf<T extends string>(value: T, choices: readonly T[], field: string): T {
  if (!choices.includes(value)) throw new DomainError('INVALID_INPUT', { reason: choices.join(', ') }, { field });
  return value;
}

/**
 * What law wants to be known of a dispatched worker beside the engagement: the written contract, what protects from a return, the ID card's
 * last day, which retirement age applies. All need `roster:write` and answer false when it is so anyway; all throw NOT_FOUND for a worker
 * of another centre, NOT_A_DATE, OUT_OF_RANGE, TEXT_INVALID.
 */
@Injectable()
export class WorkerTerms {
  constructor(
    private readonly desk: WorkerDesk,
    private readonly personal: PersonalData,
  ) {}

  /** A first contract or a renewal. @throws DomainError CONTRACT_OVERLAP, NOT_ENGAGED, EMPTY_RANGE, PROBATION_OUTSIDE_CONTRACT */
  async addContract(actor: Actor, input: WorkerTarget & ContractInput & { reason?: string }): Promise<boolean> {
    const contract = parseContract(input);
    const reason = reasonOf(input.reason);
    const { startsOn, endsOn, postKind } = contract;
    const entry = { action: 'worker.contract-added', data: { startsOn, endsOn, postKind }, reason };
    return this.desk.change(actor, input, entry, ({ record }) => {
      record.addContract(contract, reason);
    });
  }

  /** Protected from a return from `from` to `lastDay`, or until further notice. @throws DomainError BEFORE_ENGAGEMENT, EMPTY_RANGE */
  async protect(
    actor: Actor,
    input: Dated & { lastDay?: LocalDate; ground: ProtectionGround; evidence: string },
  ): Promise<boolean> {
    const from = parseFactDate(input.from, 'from');
    const to = input.lastDay === undefined ? OPEN_END : addDays(parseFactDate(input.lastDay, 'lastDay'), 1);
    if (to <= from) throw new DomainError('EMPTY_RANGE', { from, to }, { field: 'lastDay' });
    const ground = oneOf(input.ground, PROTECTION_GROUNDS, 'ground');
    const evidence = parseText(input.evidence, 'evidence', 200);
    const reason = reasonOf(input.reason);
    // Why somebody is protected is about their health: the audit log names the act alone.
    return this.desk.change(actor, input, { action: 'worker.protected', data: { from, to }, reason }, ({ worker, record }) => {
      record.protect({ from, to }, { ground, evidenceCipher: this.personal.sealEvidence(worker, evidence) }, reason);
    });
  }

  /** The last day of the ID card. @throws DomainError BEFORE_ENGAGEMENT */
  async setIdentityCard(actor: Actor, input: Dated & { validUntil: LocalDate }): Promise<boolean> {
    const from = parseFactDate(input.from, 'from');
    const validUntil = parseFactDate(input.validUntil, 'validUntil');
    const reason = reasonOf(input.reason);
    return this.desk.change(actor, input, { action: 'worker.identity-card-set', data: { from }, reason }, ({ record }) => {
      record.change('identityCard', from, { validUntil }, { reason });
    });
  }

  /** Which retirement age applies; of a man it is male_60 alone. @throws DomainError BEFORE_ENGAGEMENT, INVALID_INPUT */
  async setRetirement(actor: Actor, input: Dated & { category: RetirementCategory }): Promise<boolean> {
    const from = parseFactDate(input.from, 'from');
    const category = oneOf(input.category, RETIREMENT_CATEGORIES, 'category');
    const reason = reasonOf(input.reason);
    const entry = { action: 'worker.retirement-set', data: { from, category }, reason };
    return this.desk.change(actor, input, entry, ({ worker, record }) => {
      oneOf(category, RETIREMENT_CATEGORIES.filter((one) => one.startsWith(worker.sex)), 'category');
      record.change('retirement', from, { category }, { reason });
    });
  }
}
