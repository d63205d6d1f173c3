import { type Amounts, FIGURE_NAMES, type ImpactFigures, type ImpactHead, personOfAmounts } from './pack-impact';

/** What one part of the job found: some people of a month, or why the month cannot be calculated. */
export type FoundPart = { head: ImpactHead; figures: ImpactFigures } | { skipped: string };

type Row = number[];
/** Names of amounts are left out: two hundred people stay below the 64 KB of a text. */
interface Written {
  head: ImpactHead;
  people: number;
  before: Row;
  after: Row;
  affected: [workerNo: number, excluded: string | null, before: Row | null, after: Row | null][];
  unknown: [string, number][];
  byFund: [string, number][];
}

const rowOf = (amounts: Amounts): Row => FIGURE_NAMES.map((name) => amounts[name]);
const amountsOf = (row: Row): Amounts =>
  Object.fromEntries(FIGURE_NAMES.map((name, i) => [name, row[i]])) as unknown as Amounts;

export function writePart(part: FoundPart): string {
  if ('skipped' in part) return JSON.stringify(part);
  const { people, before, after, affected, unknown, byFund } = part.figures;
  const written: Written = {
    ...{ head: part.head, people, before: rowOf(before), after: rowOf(after), unknown: [...unknown] },
    byFund: [...byFund],
    affected: affected.map((one) => [
      ...([one.workerNo, one.excluded] as const),
      ...([one.before && rowOf(one.before), one.after && rowOf(one.after)] as const),
    ]),
  };
  return JSON.stringify(written);
}

export function readPart(text: string): FoundPart {
  const read = JSON.parse(text) as Written | { skipped: string };
  if ('skipped' in read) return read;
  const { head, people, before, after, affected, unknown, byFund } = read;
  return {
    head,
    figures: {
      ...{ people, before: amountsOf(before), after: amountsOf(after), unknown: new Map(unknown) },
      byFund: new Map(byFund),
      affected: affected.map(([workerNo, excluded, was, is]) =>
        personOfAmounts(workerNo, excluded, was && amountsOf(was), is && amountsOf(is)),
      ),
    },
  };
}
