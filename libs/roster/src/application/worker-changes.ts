import type { Actor } from '@gridstaff/contracts';
import { DomainError, type Id, type LocalDate, OPEN_END, parseText } from '@gridstaff/kernel';
import { Injectable } from '@nestjs/common';
import type { Reference } from '../domain/reference';
import { type ContributionPatch, mergeContribution } from '../domain/contribution';
import type { PostKind, RetirementCategory } from '../domain/contract';
import { parsePhone } from '../domain/personal';
import { oneOf } from '../domain/personal-facts';
import { type ProbationPatch, probationWages } from '../domain/probation';
import { parseFactDate, parseName } from '../domain/texts';
import {
  END_REASONS,
  type EndReason,
  type EngagementStatus,
  type FactKind,
  type FactValues,
  SUSPENSION_REASONS,
  type SuspensionReason,
} from '../domain/worker-facts';
import { PersonalData } from './personal-data';
import { WorkerDesk, type WorkerTarget } from './worker-desk';

/** A change from a date, with the reason that the timeline shows. */
export interface DatedChange extends WorkerTarget {
  from: LocalDate;
  reason?: string;
}

/** What a correction may put right; personal values are changed, not corrected, and the engagement's first day is its `from`. */
export interface Corrections {
  engagement: { agency?: string; status?: EngagementStatus; endReason?: EndReason } & ProbationPatch;
  assignment: { gridCode?: string };
  grade: { gradeCode?: string; postCode?: string };
  certificate: { number?: string; issuedOn?: LocalDate };
  contribution: ContributionPatch;
  bankCard: Record<never, never>;
  phone: Record<never, never>;
  /** Its first and last day are its `from` and `to`. */
  contract: { contractNo?: string; postKind?: PostKind; fullTime?: boolean; signedOn?: LocalDate };
  protection: Record<never, never>;
  identityCard: { validUntil?: LocalDate };
  retirement: { category?: RetirementCategory };
  education: Record<never, never>;
  political: Record<never, never>;
  address: Record<never, never>;
  contact: Record<never, never>;
  otherPhone: Record<never, never>;
  tag: Record<never, never>;
  customField: Record<never, never>;
}

type Corrected = {
  readonly [K in FactKind]: (wrong: FactValues[K], right: Corrections[K], reference: Reference) => FactValues[K];
};

const CORRECTED: Corrected = {
  engagement: (wrong, { agency, status, endReason, ...wages }, reference) => {
    if (endReason !== undefined) parseEndReason(endReason);
    const agencyId = agency === undefined ? wrong.agencyId : reference.requireAgency(agency, 'agency').id;
    return {
      ...{ ...wrong, ...probationWages(wages, wrong), agencyId },
      ...{ status: status ?? wrong.status, endReason: endReason ?? wrong.endReason },
    };
  },
  assignment: (wrong, { gridCode }, reference) => ({
    ...wrong,
    orgUnitId: gridCode === undefined ? wrong.orgUnitId : reference.requireUnit(gridCode, 'gridCode').id,
  }),
  grade: (wrong, { gradeCode, postCode }, reference) => {
    const grade =
      gradeCode === undefined
        ? wrong
        : { gradeCode, postCode: reference.requireGrade(gradeCode, 'gradeCode').postCode };
    return { gradeCode: grade.gradeCode, postCode: postCode ?? grade.postCode };
  },
  certificate: (wrong, { number, issuedOn }) => ({
    ...wrong,
    number: number === undefined ? wrong.number : parseText(number, 'number', 60),
    issuedOn: issuedOn === undefined ? wrong.issuedOn : parseFactDate(issuedOn, 'issuedOn'),
  }),
  contribution: (wrong, patch) => mergeContribution(wrong, patch),
  bankCard: (wrong) => wrong,
  phone: (wrong) => wrong,
  contract: (wrong, { contractNo, postKind, fullTime, signedOn }) => ({
    ...wrong,
    contractNo: contractNo === undefined ? wrong.contractNo : parseText(contractNo, 'contractNo', 64),
    postKind: postKind ?? wrong.postKind,
    fullTime: fullTime ?? wrong.fullTime,
    signedOn: signedOn === undefined ? wrong.signedOn : parseFactDate(signedOn, 'signedOn'),
  }),
  protection: (wrong) => wrong,
  identityCard: (wrong, { validUntil }) => ({
    validUntil: validUntil === undefined ? wrong.validUntil : parseFactDate(validUntil, 'validUntil'),
  }),
  retirement: (wrong, { category }) => ({ category: category ?? wrong.category }),
  education: (wrong) => wrong,
  political: (wrong) => wrong,
  address: (wrong) => wrong,
  contact: (wrong) => wrong,
  otherPhone: (wrong) => wrong,
  tag: (wrong) => wrong,
  customField: (wrong) => wrong,
};

function parseEndReason(endReason: EndReason): void {
  if (!END_REASONS.includes(endReason))
    throw new DomainError('INVALID_INPUT', { reason: END_REASONS.join(', ') }, { field: 'endReason' });
}

/** Taking a card back, or moving its dates, would bring another card into force without a second person. */
function refuseCard(kind: FactKind): void {
  if (kind === 'bankCard') throw new DomainError('CARD_CHANGE_BY_TWO');
}

const reasonOf = (reason: string | undefined): string | null =>
  reason === undefined ? null : parseText(reason, 'reason', 200);

/**
 * Everything that happens to a worker after hiring. All need `roster:write`, all append facts and one audit entry, and all answer false when
 * the change says nothing new. Every one throws NOT_FOUND for a worker of another centre, NOT_A_DATE, OUT_OF_RANGE, TEXT_INVALID.
 */
@Injectable()
export class WorkerChanges {
  constructor(
    private readonly desk: WorkerDesk,
    private readonly personal: PersonalData,
  ) {}

  /** @throws DomainError UNKNOWN_GRADE, NOT_ENGAGED */
  async changeGrade(actor: Actor, input: DatedChange & { gradeCode: string; postCode?: string }): Promise<boolean> {
    const from = parseFactDate(input.from, 'from');
    const reason = reasonOf(input.reason);
    return this.desk.change(
      actor,
      input,
      { action: 'worker.grade-changed', data: { from, gradeCode: input.gradeCode }, reason },
      ({ record, reference }) => {
        const grade = reference.requireGrade(input.gradeCode, 'gradeCode');
        record.change('grade', from, { gradeCode: grade.code, postCode: input.postCode ?? grade.postCode }, { reason });
      },
    );
  }

  /** Moves the worker to another grid. @throws DomainError UNKNOWN_GRID, NOT_A_GRID, GRID_NOT_VALID, NOT_ENGAGED */
  async move(actor: Actor, input: DatedChange & { gridCode: string }): Promise<boolean> {
    const from = parseFactDate(input.from, 'from');
    const reason = reasonOf(input.reason);
    return this.desk.change(
      actor,
      input,
      { action: 'worker.moved', data: { from, gridCode: input.gridCode }, reason },
      ({ record, reference }) => {
        const orgUnitId = reference.requireUnit(input.gridCode, 'gridCode').id;
        record.change('assignment', from, { orgUnitId, covering: false }, { reason });
      },
    );
  }

  /**
   * A further grid up to `lastDay`; two at once only where the second is being covered.
   * @throws DomainError ASSIGNMENT_OVERLAP, UNKNOWN_GRID, NOT_A_GRID, GRID_NOT_VALID, NOT_ENGAGED, EMPTY_RANGE
   */
  async assign(
    actor: Actor,
    input: DatedChange & { to?: LocalDate; gridCode: string; covering: boolean },
  ): Promise<boolean> {
    const from = parseFactDate(input.from, 'from');
    const to = input.to === undefined ? OPEN_END : parseFactDate(input.to, 'to');
    if (to <= from) throw new DomainError('EMPTY_RANGE', { from, to }, { field: 'to' });
    const reason = reasonOf(input.reason);
    const { gridCode, covering } = input;
    return this.desk.change(
      actor,
      input,
      { action: 'worker.assigned', data: { from, to, gridCode, covering }, reason },
      ({ record, reference }) => {
        const orgUnitId = reference.requireUnit(gridCode, 'gridCode').id;
        record.addAssignment({ from, to }, { orgUnitId, covering }, reason);
      },
    );
  }

  /**
   * Probation passed, suspended (with its reason), back in post; with the wages that probation is compared with, where they are given.
   * @throws DomainError NOT_ENGAGED, NEGATIVE_AMOUNT, MISSING_FIELD, PROBATION_ONCE
   */
  async changeStatus(
    actor: Actor,
    input: DatedChange & ProbationPatch & { status: EngagementStatus; statusReason?: SuspensionReason },
  ): Promise<boolean> {
    const from = parseFactDate(input.from, 'from');
    const reason = reasonOf(input.reason);
    const { status, statusReason } = input;
    if (status === 'suspended' && statusReason === undefined)
      throw new DomainError('MISSING_FIELD', { name: 'statusReason' }, { field: 'statusReason' });
    if (statusReason !== undefined) oneOf(statusReason, SUSPENSION_REASONS, 'statusReason');
    return this.desk.change(
      actor,
      input,
      { action: 'worker.status-changed', data: { from, status, statusReason }, reason },
      ({ record }) => {
        const wages = probationWages(input, record.on('engagement', from));
        record.changeStatus(from, status, reason, { ...wages, ...(statusReason && { statusReason }) });
      },
    );
  }

  /** @throws DomainError NOT_ENGAGED, ENGAGEMENT_ENDED, INVALID_INPUT, RETURN_NEEDS_GROUND */
  endEngagement(
    actor: Actor,
    input: WorkerTarget & { lastDay: LocalDate; endReason: EndReason; reason?: string },
  ): Promise<boolean> {
    parseEndReason(input.endReason);
    if (input.endReason === 'returned_to_agency') throw new DomainError('RETURN_NEEDS_GROUND', {}, { field: 'endReason' });
    return this.end(actor, input, input.endReason);
  }

  /** For libs/dispatch, which checks the ground and its evidence in the same unit. @throws DomainError NOT_ENGAGED, ENGAGEMENT_ENDED */
  returnToAgency(actor: Actor, input: WorkerTarget & { lastDay: LocalDate; reason: string }): Promise<boolean> {
    return this.end(actor, input, 'returned_to_agency');
  }

  private async end(
    actor: Actor,
    input: WorkerTarget & { lastDay: LocalDate; reason?: string },
    endReason: EndReason,
  ): Promise<boolean> {
    const lastDay = parseFactDate(input.lastDay, 'lastDay');
    const reason = reasonOf(input.reason);
    return this.desk.change(
      actor,
      input,
      { action: 'worker.engagement-ended', data: { lastDay, endReason }, reason },
      ({ record }) => {
        record.endEngagement(lastDay, endReason, reason);
      },
    );
  }

  /** @throws DomainError NOT_ENGAGED, MISSING_FIELD, NEGATIVE_AMOUNT, RATE_INVALID */
  async setContributions(actor: Actor, input: DatedChange & { patch: ContributionPatch }): Promise<boolean> {
    const from = parseFactDate(input.from, 'from');
    const reason = reasonOf(input.reason);
    return this.desk.change(
      actor,
      input,
      { action: 'worker.contributions-set', data: { from, ...input.patch }, reason },
      ({ record }) => {
        record.change('contribution', from, mergeContribution(record.on('contribution', from), input.patch), {
          reason,
        });
      },
    );
  }

  /** Carries pay from the date it is recognised. @throws DomainError UNKNOWN_CERTIFICATE, BEFORE_ENGAGEMENT */
  async addCertificate(
    actor: Actor,
    input: DatedChange & { code: string; number?: string; issuedOn?: LocalDate },
  ): Promise<boolean> {
    const from = parseFactDate(input.from, 'from');
    const reason = reasonOf(input.reason);
    const number = input.number === undefined ? null : parseText(input.number, 'number', 60);
    const issuedOn = input.issuedOn === undefined ? null : parseFactDate(input.issuedOn, 'issuedOn');
    return this.desk.change(
      actor,
      input,
      { action: 'worker.certificate-added', data: { from, code: input.code }, reason },
      ({ record, reference }) => {
        reference.requireCertificate(input.code, 'code');
        record.change('certificate', from, { code: input.code, number, issuedOn }, { reason });
      },
    );
  }

  /** @throws DomainError PHONE_INVALID, BEFORE_ENGAGEMENT */
  async changePhone(actor: Actor, input: DatedChange & { phone: string }): Promise<boolean> {
    const from = parseFactDate(input.from, 'from');
    const phone = parsePhone(input.phone);
    const reason = reasonOf(input.reason);
    return this.desk.change(
      actor,
      input,
      { action: 'worker.phone-changed', data: { from }, reason },
      ({ worker, record }) => {
        record.change('phone', from, this.personal.sealPhone(worker, phone), { reason });
      },
    );
  }

  /** @throws DomainError MISSING_FIELD without a reason */
  async correctName(actor: Actor, input: WorkerTarget & { name: string; reason: string }): Promise<void> {
    return this.desk.rename(actor, input, parseName(input.name), parseText(input.reason, 'reason', 200));
  }

  /**
   * Puts a fact right that was recorded wrongly: its dates, its values, or both. The reason is required.
   * @throws DomainError FACT_NOT_IN_FORCE, EMPTY_RANGE, ENGAGEMENT_OVERLAP, ASSIGNMENT_OVERLAP, NOT_ENGAGED, AFTER_ENGAGEMENT, UNKNOWN_GRADE,
   * CARD_CHANGE_BY_TWO for a bank card
   */
  async correct<K extends FactKind>(
    actor: Actor,
    input: WorkerTarget & {
      kind: K;
      factId: Id;
      from?: LocalDate;
      to?: LocalDate;
      values?: Corrections[K];
      reason: string;
    },
  ): Promise<boolean> {
    refuseCard(input.kind);
    const reason = parseText(input.reason, 'reason', 200);
    const from = input.from === undefined ? undefined : parseFactDate(input.from, 'from');
    const to = input.to === undefined || input.to === OPEN_END ? input.to : parseFactDate(input.to, 'to');
    const data = { kind: input.kind, factId: input.factId, from, to };
    return this.desk.change(
      actor,
      input,
      { action: 'worker.fact-corrected', data, reason },
      ({ record, reference }) => {
        const { values: right } = input;
        const values = right && ((wrong: FactValues[K]) => CORRECTED[input.kind](wrong, right, reference));
        record.correct(input.kind, input.factId, { from, to, values }, reason);
      },
    );
  }

  /**
   * Takes a fact back as if it had never been recorded. The reason is required.
   * @throws DomainError FACT_NOT_IN_FORCE, CARD_CHANGE_BY_TWO for a bank card
   */
  async retract(actor: Actor, input: WorkerTarget & { kind: FactKind; factId: Id; reason: string }): Promise<boolean> {
    refuseCard(input.kind);
    const reason = parseText(input.reason, 'reason', 200);
    const { kind, factId } = input;
    return this.desk.change(
      actor,
      input,
      { action: 'worker.fact-retracted', data: { kind, factId }, reason },
      ({ record }) => {
        record.retract(kind, factId, reason);
      },
    );
  }
}
