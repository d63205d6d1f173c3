import { ratio } from '@gridstaff/kernel';
import type { AbsenceKind, AbsenceMethod, PeriodParameters } from '../model';
import type { LineBuilder } from '../program/builder';
import type { Ref } from '../program/table';
import type { RuleContext } from './context';

export const ABSENCE_KINDS: readonly AbsenceKind[] = ['unpaid', 'sick', 'absent_without_leave', 'paid', 'maternity'];
/** Share of the day's pay that each kind keeps. */
type Keeps = Readonly<Record<Exclude<AbsenceKind, 'maternity'>, string>>;
type Labour = PeriodParameters['labour'];

/**
 * Deduction for absence inside each segment, on the shares of the items that absence reduces; never above the segment's share.
 * A day that keeps a part of its pay is that much less of a missed day; sick days keep at least the floor share of the minimum wage.
 * A day's pay is the segment's share ÷ its scheduled days under `actual_workdays`, the full-month standard ÷ 21.75 otherwise.
 */
export function absence({ b, scheme, parameters }: RuleContext, reduced: readonly number[]): void {
  const { labour } = parameters;
  const method = scheme.absenceMethod;
  const byMonth = method === 'actual_workdays';
  const zero = b.number(0);
  const share = b.label(b.add(reduced.map((no) => b.share(no))), 'absence.base');
  const scheduled = b.takeEach('segment.scheduled_days');
  const missed = b.label(b.add(lostParts(b, scheme.absencePayRatio)), 'absence.missed_days');
  const dayPay = byMonth ? b.divide(share, scheduled) : dayRate(b, b.add(reduced.map((no) => b.standard(no))), labour);
  const plain = b.label(lostPay(b, method, { share, scheduled, missed, dayPay }), 'absence.plain');

  const sickDays = b.takeEach('segment.absence.sick');
  const floorMonth = sickFloorMonth(b, b.money(labour.minimumWage, 'parameter.minimum_wage'), labour);
  const floorDay = byMonth ? b.divide(floorMonth, b.take('month.scheduled_days')) : dayRate(b, floorMonth, labour);
  const floor = b.label(b.multiply(floorDay, sickDays), 'absence.sick_floor');
  const keeps = b.literal(ratio.parseDecimal(scheme.absencePayRatio.sick));
  const sickPay = b.label(b.multiply(b.multiply(dayPay, sickDays), keeps), 'absence.sick_pay');
  const topUp = b.label(
    b.choose('>', sickDays, zero, b.atLeast(b.add([floor], [sickPay]), zero), zero),
    'absence.top_up',
  );
  // A segment without a scheduled day has nothing to miss (and no day's pay to divide by).
  const deducted = b.choose('>', missed, zero, b.clamp(b.add([plain], [topUp]), zero, share), zero);
  b.label(deducted, 'absence.deduction');
  b.total();
  const amount = b.round(b.add([], [b.sum(deducted)]));
  b.finish(b.label(amount, 'absence.amount'), { split: deducted, pays: 'own' });
}

/** Day's pay of a monthly wage: wage ÷ 21.75 (劳社部发〔2008〕3号), never rounded by itself. */
export const dayRate = (b: LineBuilder, monthly: Ref, labour: Pick<Labour, 'paidDaysPerMonth'>): Ref =>
  b.divide(monthly, b.decimal(labour.paidDaysPerMonth, 'parameter.paid_days'));

/** Sick pay of a month is at least this (劳部发〔1995〕309号 art.59). */
export const sickFloorMonth = (b: LineBuilder, minimumWage: Ref, labour: Pick<Labour, 'sickPayFloorRatio'>): Ref =>
  b.multiply(minimumWage, b.decimal(labour.sickPayFloorRatio, 'parameter.sick_ratio'));

/**
 * Pay lost for M missed days, with S the share to lose from: `actual_workdays` day's pay × M; `negative_21_75` day rate × M, at most S;
 * `positive_21_75` S − day rate × (scheduled days − M), where the days paid earn at most S, and nothing when nothing is missed.
 */
export function lostPay(
  b: LineBuilder,
  method: AbsenceMethod,
  { share, scheduled, missed, dayPay }: { share: Ref; scheduled: Ref; missed: Ref; dayPay: Ref },
): Ref {
  const days = b.multiply(dayPay, missed);
  if (method === 'actual_workdays') return days;
  if (method === 'negative_21_75') return b.atMost(days, share);
  const zero = b.number(0);
  const paid = b.atMost(b.multiply(dayPay, b.add([scheduled], [missed])), share);
  return b.choose('=', missed, zero, zero, b.add([share], [paid]));
}

/** Scheduled days of the segment less what absence loses of them; sick days are none of them, they have their own floor. */
export function paidDays(b: LineBuilder, keeps: Keeps): Ref {
  return b.add([b.takeEach('segment.scheduled_days')], lostParts(b, { ...keeps, sick: '0' }));
}

/** Never empty: maternity leave is paid by the insurance, its days are always lost. */
function lostParts(b: LineBuilder, keeps: Keeps): Ref[] {
  return ABSENCE_KINDS.flatMap((kind) => {
    const lost = ratio.subtract(ratio.ONE, ratio.parseDecimal(kind === 'maternity' ? '0' : keeps[kind]));
    if (ratio.equals(lost, ratio.ZERO)) return [];
    const days = b.takeEach(`segment.absence.${kind}`);
    return [ratio.equals(lost, ratio.ONE) ? days : b.multiply(days, b.literal(lost))];
  });
}
