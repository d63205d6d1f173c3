import type { Actor } from '@gridstaff/contracts';
import { DomainError, type Fen, type Id, type Period } from '@gridstaff/kernel';
import { compileScheme, type PaySchemeDefinition, type PeriodParameters } from '@gridstaff/pay-engine';
import { type RosterChanges, type SupposedFacts, Suppositions } from '@gridstaff/roster';
import { Injectable } from '@nestjs/common';
import type { MonthRecord } from '../../domain';
import { sha256 } from '../parameter-mapping';

/** Statutory values from a month on, fen; what is absent stays. */
export interface ParameterChange {
  from: Period;
  insuranceFloor?: Fen;
  insuranceCeiling?: Fen;
  fundFloor?: Fen;
  fundCeiling?: Fen;
  minimumWage?: Fen;
}

/** What attendance and evaluation would say of one worker's month; what is absent stays. */
export interface MonthChange extends Partial<MonthRecord> {
  workerNo: number;
  period: Period;
}

/** Facts as if they were recorded. Everything absent is as it is. */
export interface ChangeSet extends RosterChanges {
  /** The scheme from a month on. */
  scheme?: { from: Period; definition: PaySchemeDefinition };
  parameters?: readonly ParameterChange[];
  months?: readonly MonthChange[];
}

/** A change-set made ready to be calculated with. */
export interface Supposition {
  readonly roster: SupposedFacts;
  readonly scheme?: ChangeSet['scheme'];
  readonly parameters: readonly ParameterChange[];
  readonly months: readonly MonthChange[];
}

@Injectable()
export class ChangeSets {
  constructor(private readonly roster: Suppositions) {}

  /** After the caller's permission check. @throws DomainError SCHEME_*, FORMULA_*, OUT_OF_RANGE, and those that recording would throw */
  async resolve(actor: Actor, centreId: Id, changes: ChangeSet): Promise<Supposition> {
    const { scheme, parameters = [], months = [] } = changes;
    if (scheme) compileScheme(scheme.definition);
    for (const change of parameters) checkBounds(change);
    const roster = await this.roster.suppose(actor, centreId, changes);
    return { roster, scheme, parameters, months };
  }
}

function checkBounds({ insuranceFloor: low = 0, insuranceCeiling: high = low }: ParameterChange): void {
  if (low < 0 || high < low)
    throw new DomainError('OUT_OF_RANGE', { value: `${low}…${high}` }, { field: 'insuranceFloor' });
}

/** The record of a month with what is supposed of it. */
export function supposedRecord(
  record: MonthRecord,
  workerNo: number,
  period: Period,
  months: readonly MonthChange[],
): MonthRecord {
  const own = months.filter((change) => change.workerNo === workerNo && change.period === period);
  return own.reduce((merged, { workerNo: _, period: __, ...change }) => ({ ...merged, ...change }), record);
}

/** The parameters of a month with those supposed for it; what is supposed has no source and says so. */
export function supposedParameters(
  parameters: PeriodParameters,
  changes: readonly ParameterChange[],
): PeriodParameters {
  const due = changes.filter(({ from }) => from <= parameters.period).sort((a, b) => (a.from < b.from ? -1 : 1));
  if (due.length === 0) return parameters;
  const now: Omit<ParameterChange, 'from'> = Object.assign({}, ...due) as ParameterChange;
  const set = <T extends { value: Fen }>(value: T, fen: Fen | undefined): T =>
    fen === undefined ? value : { ...value, value: fen, source: '', confidence: 'unconfirmed' };
  const { insurance, housingFund, labour } = parameters;
  return {
    ...parameters,
    insurance: {
      ...insurance,
      floor: set(insurance.floor, now.insuranceFloor),
      ceiling: set(insurance.ceiling, now.insuranceCeiling),
    },
    housingFund: {
      ...housingFund,
      floor: set(housingFund.floor, now.fundFloor),
      ceiling: set(housingFund.ceiling, now.fundCeiling),
    },
    labour: { ...labour, minimumWage: set(labour.minimumWage, now.minimumWage) },
    fingerprint: sha256(`${parameters.fingerprint} ${JSON.stringify(now)}`),
  };
}
