import {
  DomainError,
  type Fen,
  firstDay,
  lastDay,
  type LocalDate,
  type Period,
  periodsBetween,
  ratio,
} from '@gridstaff/kernel';
import type { PayItemDefinition, PaySchemeDefinition } from '@gridstaff/pay-engine';
import type { ChangeSet, ParameterChange } from '@gridstaff/payroll';
import type { GradeStandard, SupposedChange, SupposedHire, WorkerPayFacts } from '@gridstaff/roster';

/** What would be different; every part may be left out. Amounts in fen, percentages as decimal text. */
export interface Scenario {
  /** Pay standards up (or down) by a share, of all grades or these; each amount rounded half up to the fen. */
  raise?: { percent: string; from: Period; grades?: readonly string[] };
  hires?: SupposedHire & { count: number };
  /** So many leave on one day: those who joined last. */
  leavers?: { count: number; lastDay: LocalDate };
  /** Share of the people who leave at the end of each month: those who joined last. Whole people, the rest is carried to the next month. */
  leaving?: { percent: string; from: Period };
  /** The declared insurance base of everybody who is insured. */
  base?: { amount: Fen; from: Period };
  /** Statutory bounds. */
  bounds?: ParameterChange;
  /** A further pay item of the same amount for everybody, by days in post, taxed and reduced by absence. */
  item?: { code: string; nameZh: string; nameEn: string; amount: Fen; from: Period };
}

/** The facts that a scenario starts from. */
export interface World {
  /** Over the months of the forecast. */
  readonly standards: readonly GradeStandard[];
  readonly people: readonly WorkerPayFacts[];
  /** Scheme of the month in which the scenario's item begins. */
  readonly scheme: PaySchemeDefinition;
  /** Last month of the forecast. */
  readonly last: Period;
}

/** Numbers of further earnings in a scheme. */
const FREE_ITEMS = { first: 30, last: 99 };

/** The facts by which a scenario would come true: recording them gives the same pay to the fen. @throws DomainError OUT_OF_RANGE, NOT_A_NUMBER */
export function changesOf(scenario: Scenario, world: World): ChangeSet {
  const { hires, item, bounds } = scenario;
  return {
    workers: [...ends(scenario, world), ...bases(scenario, world)],
    hires: hires ? Array.from({ length: hires.count }, () => hires) : [],
    grades: raised(scenario, world),
    scheme: item && { from: item.from, definition: withItem(world.scheme, item) },
    parameters: bounds ? [bounds] : [],
  };
}

function raised({ raise }: Scenario, { standards }: World): NonNullable<ChangeSet['grades']> {
  if (!raise) return [];
  const factor = ratio.add(ratio.ONE, ratio.divide(ratio.parseDecimal(raise.percent, 'percent'), ratio.rational(100)));
  if (ratio.isNegative(factor)) throw new DomainError('OUT_OF_RANGE', { value: raise.percent }, { field: 'percent' });
  const start = firstDay(raise.from);
  const up = (fen: Fen): Fen => ratio.round(ratio.multiply(ratio.ofFen(fen), factor));
  return standards
    .filter(({ gradeCode, to }) => to > start && (raise.grades === undefined || raise.grades.includes(gradeCode)))
    .map(({ gradeCode, from, base, post, performance }) => ({
      ...{ code: gradeCode, base: up(base), post: up(post), performance: up(performance) },
      from: from > start ? from : start,
    }));
}

/** Those in post on a day, who joined last first. */
const lastJoined = (people: readonly WorkerPayFacts[], day: LocalDate): number[] =>
  people
    .flatMap(({ workerNo, engagements }) => {
      const here = engagements.find(({ from, to }) => from <= day && day < to);
      return here ? [{ workerNo, joinedOn: here.joinedOn, open: here.to }] : [];
    })
    .sort((a, b) => (a.joinedOn === b.joinedOn ? b.workerNo - a.workerNo : a.joinedOn < b.joinedOn ? 1 : -1))
    .map(({ workerNo }) => workerNo);

function ends({ leavers, leaving }: Scenario, { people, last }: World): SupposedChange[] {
  const ended: SupposedChange[] = [];
  const gone = new Set<number>();
  const end = (count: number, day: LocalDate): void => {
    const staying = lastJoined(people, day).filter((no) => !gone.has(no));
    for (const workerNo of staying.slice(0, count)) {
      gone.add(workerNo);
      ended.push({ kind: 'end', workerNo, from: day });
    }
  };
  if (leavers) end(leavers.count, leavers.lastDay);
  if (!leaving) return ended;
  const share = ratio.divide(ratio.parseDecimal(leaving.percent, 'percent'), ratio.rational(100));
  if (ratio.isNegative(share) || ratio.compare(share, ratio.ONE) > 0)
    throw new DomainError('OUT_OF_RANGE', { value: leaving.percent }, { field: 'percent' });
  let due = ratio.ZERO;
  for (const period of periodsBetween(leaving.from, last)) {
    const day = lastDay(period);
    const here = lastJoined(people, day).filter((no) => !gone.has(no)).length;
    due = ratio.add(due, ratio.multiply(ratio.rational(here), share));
    const whole = ratio.round(due, 'down');
    due = ratio.subtract(due, ratio.rational(whole));
    end(whole, day);
  }
  return ended;
}

function bases({ base }: Scenario, { people }: World): SupposedChange[] {
  if (!base) return [];
  const from = firstDay(base.from);
  return people.flatMap(({ workerNo, contributions }): SupposedChange[] => {
    const held = contributions.find((piece) => piece.from <= from && from < piece.to);
    return held?.insured === true
      ? [{ kind: 'contribution', workerNo, from, patch: { insuranceBase: base.amount } }]
      : [];
  });
}

/** @throws DomainError OUT_OF_RANGE when the scheme has no number left */
function withItem(scheme: PaySchemeDefinition, item: NonNullable<Scenario['item']>): PaySchemeDefinition {
  const taken = new Set(scheme.items.map(({ no }) => no));
  let no = FREE_ITEMS.first;
  while (taken.has(no)) no += 1;
  if (no > FREE_ITEMS.last) throw new DomainError('OUT_OF_RANGE', { value: String(no) }, { field: 'item' });
  const { code, nameZh, nameEn, amount } = item;
  const added: PayItemDefinition = {
    ...{ no, code, nameZh, nameEn, kind: 'earning', behaviour: 'segment', formula: String(amount) },
    ...{ taxable: true, reducedByAbsence: true, inOvertimeBase: false },
  };
  return { ...scheme, items: [...scheme.items, added] };
}
