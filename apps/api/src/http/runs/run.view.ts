import { type Language, messageOf, toProblem } from '@gridstaff/contracts';
import { DomainError, formatYuan } from '@gridstaff/kernel';
import type {
  AgencyTotals,
  BonusComparison,
  ExclusionRecord,
  ExclusionView,
  NamedFundTotals,
  PayPreview,
  PayRun,
  RunNote,
  RunQueries,
  SlipDetail,
  SlipLine,
  SlipView,
  TierFee,
} from '@gridstaff/payroll';
import { Versioned } from '../common/versions';
import { inYuan, isoInstant } from '../common/view';

/** The amounts of a run, a slip, and an agency's share; yuan in what leaves. */
const TOTALS = [
  'gross',
  'employeeInsurance',
  'employeeFund',
  'tax',
  'otherDeductions',
  'net',
  'receivable',
  'employerInsurance',
  'employerFund',
  'fee',
] as const;

type Amounts = Pick<PayRun, (typeof TOTALS)[number]>;

const totalsView = (row: Amounts): object =>
  inYuan(Object.fromEntries(TOTALS.map((name) => [name, row[name]])) as Amounts, TOTALS);

export interface RunView {
  [name: string]: unknown;
}

export function runView(run: PayRun): RunView {
  const { id, no, centreId, period, kind, seq, payDate, taxMonth, fiscalYear, fundId, status } = run;
  const {
    replacesRunId,
    correctsRunId,
    engineVersion,
    schemeId,
    parametersHash,
    people,
    excluded,
    hash,
    preparedBy,
    submittedBy,
    checkedBy,
    approvedBy,
  } = run;
  return {
    ...{ id, no, centreId, period, kind, seq, payDate, taxMonth, fiscalYear, fundId, replacesRunId, correctsRunId },
    ...{ status, people, excluded, ...totalsView(run), hash, engineVersion, schemeId, parametersHash },
    ...{
      preparedBy,
      submittedBy,
      checkedBy,
      approvedBy,
      createdAt: isoInstant(run.createdAt),
      knownAt: isoInstant(run.knownAt),
    },
  };
}

/** With the version that an If-Match of the next step may name. */
export const versionedRun = (run: PayRun): Versioned<RunView> => new Versioned(run.version, runView(run));

interface FundPart {
  fundId: string;
  name: string;
  people: number;
  cost: number;
  due: number;
}

/** What each fund bears, whatever the agency, in the order of fund ids. */
export function fundsView(parts: readonly NamedFundTotals[]): object[] {
  const sums = new Map<string, FundPart>();
  for (const { fundId, fundName: name, people, cost, due } of parts) {
    const sum = sums.get(fundId) ?? { fundId, name, people: 0, cost: 0, due: 0 };
    sums.set(fundId, { ...sum, people: sum.people + people, cost: sum.cost + cost, due: sum.due + due });
  }
  return [...sums.values()].map((sum) => inYuan(sum, ['cost', 'due']));
}

export const agencyView = (agency: AgencyTotals, parts: readonly NamedFundTotals[]): object => ({
  ...inYuan(agency, TOTALS),
  funds: fundsView(parts.filter((part) => part.agencyId === agency.agencyId)),
});

export const slipView = ({ workerNo, agencyId, totals, hash }: SlipView): object => ({
  workerNo,
  agencyId,
  ...inYuan(totals, TOTALS),
  hash,
});

const lineView = (line: SlipLine): object => inYuan(line, ['amount']);

/** Annual leave is days, everything else an amount. */
const oneOffView = ({ period, kind, quantity }: SlipDetail['oneOffs'][number]): object => {
  const inDays = kind === 'annual_leave';
  return { period, kind, days: inDays ? quantity : null, amount: inDays ? null : formatYuan(quantity) };
};

export const slipDetailView = (slip: SlipDetail): object => ({
  ...slipView(slip),
  lines: slip.lines.map(lineView),
  retro: slip.retro.map((delta) => inYuan(delta, ['amount'])),
  oneOffs: slip.oneOffs.map(oneOffView),
});

export const explanationView = (lines: Awaited<ReturnType<RunQueries['explain']>>): object[] =>
  lines.map((line) => inYuan(line, ['amount']));

/** What the price of the agency's fee rests on, where it follows the head count. */
export const feeTierView = (fee: TierFee | undefined): object | null =>
  fee === undefined
    ? null
    : {
        ...{ mode: fee.tier.mode, heads: fee.tier.heads, from: fee.tier.from, to: fee.tier.to ?? null, place: fee.tier.place ?? null },
        amount: typeof fee.price === 'number' ? formatYuan(fee.price) : null,
        rate: typeof fee.price === 'string' ? fee.price : null,
      };

export const bonusChoiceView = (choice: BonusComparison): object =>
  inYuan(choice, ['amount', 'yearTaxable', 'separateTax', 'togetherTax', 'saves']);

const why = ({ workerNo, code, params }: ExclusionRecord, language: Language): object => {
  const problem = toProblem(new DomainError(code, params));
  return { workerNo, code, message: messageOf(problem, language), message_zh: problem.zh, message_en: problem.en };
};

export const noteView = ({ period, ...note }: RunNote, language: Language): object => ({
  ...why(note, language),
  period,
});

export const exclusionView = (exclusion: ExclusionView, language: Language): object => ({
  ...why(exclusion, language),
  acknowledgedBy: exclusion.acknowledgedBy,
  reason: exclusion.reason,
  acknowledgedAt: isoInstant(exclusion.acknowledgedAt),
});

export const previewView = ({ period, payDate, slips, exclusions }: PayPreview, language: Language): object => ({
  period,
  payDate,
  slips: slips.map((slip) => ({
    ...{ workerNo: slip.workerNo, agencyId: slip.agencyId, ...totalsView(slip) },
    lines: slip.lines.map(lineView),
  })),
  exclusions: exclusions.map((exclusion) => why(exclusion, language)),
});
