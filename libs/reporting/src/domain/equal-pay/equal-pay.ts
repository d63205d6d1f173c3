import { type Fen, invariant, type Period } from '@gridstaff/kernel';

/** Fewer people than this and an amount is somebody's: shown to who may see single slips alone. */
export const SMALLEST_GROUP = 3;
/** Of the standard items together. */
export const ALL_ITEMS = '*';

export const EQUAL_PAY_SIDES = ['agency', 'fund', 'kind'] as const;
/** What people of the same post and grade are told apart by: agency, fund that bears most of the slip, kind of post in the contract. */
export type EqualPaySide = (typeof EQUAL_PAY_SIDES)[number];

/** So many people of a post, grade and side have this amount of the item in the month. */
export interface PaidAmount {
  postCode: string;
  gradeCode: string;
  /** Code, id or kind; null where none is recorded. */
  side: string | null;
  item: string;
  amount: Fen;
  people: number;
}

export interface Threshold {
  validFrom: Period;
  /** Parts of a thousand of the group's median. */
  perMille: number;
  source: string;
  confidence: string;
}

export interface Spread {
  people: number;
  min: Fen;
  /** Of an even number the mean of the two in the middle, rounded half up. */
  median: Fen;
  mean: Fen;
  max: Fen;
}

export interface EqualPayRow extends Spread {
  postCode: string;
  gradeCode: string;
  side: string | null;
  item: string;
  /** Of everybody shown of the post and grade, whatever the side. */
  groupMedian: Fen;
  /** The side's median less the group's. */
  difference: Fen;
  /** Null where the group's median is nothing. */
  percent: number | null;
  /** The difference is over the threshold. */
  flagged: boolean;
}

export interface EqualPay {
  rows: EqualPayRow[];
  people: number;
  /** People in sides too small to be shown; they count nowhere, so that nothing can be taken from a difference. */
  hidden: number;
}

/** @throws DomainError BUG where config/reports/equal-pay.yaml is no list of dated ratios */
export function readThresholds(file: unknown): Threshold[] {
  const given =
    (file as { threshold?: { valid_from: string; ratio: string; source: string; confidence: string }[] }).threshold ??
    [];
  return given.map(({ valid_from: validFrom, ratio, source, confidence }) => {
    invariant(/^\d{4}-\d{2}$/.test(validFrom) && /^0\.\d{1,3}$/.test(ratio), `equal-pay.yaml: ${validFrom} ${ratio}`);
    return { validFrom, perMille: Math.round(Number(ratio) * 1000), source, confidence };
  });
}

/** Null before the first one: then nothing is pointed out. */
export const thresholdIn = (thresholds: readonly Threshold[], period: Period): Threshold | null =>
  thresholds.reduce<Threshold | null>(
    (held, one) => (one.validFrom <= period && (held === null || held.validFrom <= one.validFrom) ? one : held),
    null,
  );

type Histogram = ReadonlyMap<Fen, number>;

/** @param everybody whether sides with fewer than three people are shown too */
export function equalPayOf(paid: readonly PaidAmount[], threshold: Threshold | null, everybody: boolean): EqualPay {
  const rows: EqualPayRow[] = [];
  let [people, hidden] = [0, 0];
  for (const group of grouped(paid, ({ postCode, gradeCode }) => `${postCode}\n${gradeCode}`)) {
    const sides = grouped(group, ({ side }) => side ?? '').map((own) => ({
      ...{ own, people: countOf(own.filter(({ item }) => item === ALL_ITEMS)) },
    }));
    const shown = sides.filter((side) => everybody || side.people >= SMALLEST_GROUP);
    people += shown.reduce((sum, side) => sum + side.people, 0);
    hidden += sides.reduce((sum, side) => sum + side.people, 0) - shown.reduce((sum, side) => sum + side.people, 0);
    const items = [...new Set(shown.flatMap(({ own }) => own.map(({ item }) => item)))];
    for (const item of items) {
      const parts = shown.map((side) => ({ ...side, amounts: histogramOf(side.own, item, side.people) }));
      const groupMedian = spreadOf(merged(parts.map(({ amounts }) => amounts))).median;
      for (const { own, amounts } of parts) {
        const { postCode, gradeCode, side } = own[0] as PaidAmount;
        const spread = spreadOf(amounts);
        const difference = spread.median - groupMedian;
        rows.push({
          ...{ postCode, gradeCode, side, item, ...spread, groupMedian, difference },
          percent: groupMedian === 0 ? null : Math.round((difference * 1000) / groupMedian) / 10,
          flagged: threshold !== null && Math.abs(difference) * 1000 > threshold.perMille * Math.abs(groupMedian),
        });
      }
    }
  }
  return { rows, people, hidden };
}

function grouped<T>(items: readonly T[], key: (item: T) => string): T[][] {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const group = groups.get(key(item));
    if (group) group.push(item);
    else groups.set(key(item), [item]);
  }
  return [...groups].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, group]) => group);
}

const countOf = (amounts: readonly PaidAmount[]): number => amounts.reduce((sum, { people }) => sum + people, 0);

/** Whoever has no line of the item has nothing of it. */
function histogramOf(own: readonly PaidAmount[], item: string, people: number): Histogram {
  const amounts = own.filter((one) => one.item === item);
  const histogram = new Map<Fen, number>();
  for (const one of amounts) histogram.set(one.amount, (histogram.get(one.amount) ?? 0) + one.people);
  const without = people - countOf(amounts);
  if (without > 0) histogram.set(0, (histogram.get(0) ?? 0) + without);
  return histogram;
}

function merged(histograms: readonly Histogram[]): Histogram {
  const all = new Map<Fen, number>();
  for (const histogram of histograms)
    for (const [amount, people] of histogram) all.set(amount, (all.get(amount) ?? 0) + people);
  return all;
}

function spreadOf(histogram: Histogram): Spread {
  const sorted = [...histogram].sort(([a], [b]) => a - b);
  const people = sorted.reduce((sum, [, count]) => sum + count, 0);
  const sum = sorted.reduce((all, [amount, count]) => all + amount * count, 0);
  /** The amount of the n-th, from 0. */
  const nth = (n: number): Fen => {
    let passed = 0;
    for (const [amount, count] of sorted) if ((passed += count) > n) return amount;
    return 0;
  };
  const median = Math.round((nth(Math.floor((people - 1) / 2)) + nth(Math.floor(people / 2))) / 2);
  return { people, min: nth(0), median, mean: people === 0 ? 0 : Math.round(sum / people), max: nth(people - 1) };
}
