import type { AbsenceMethod, PeriodParameters } from '../model';
import type { LineBuilder } from '../program/builder';
import type { Ref } from '../program/table';
import { dayRate, sickFloorMonth } from './absence';

type Labour = PeriodParameters['labour'];

/**
 * Lowest lawful wage in probation: the larger of the minimum wage and a share (80 %) of the contract wage or of the lowest wage of the
 * same post, whichever is lower (劳动合同法 art.20, 实施条例 art.15). Not rounded.
 */
export function probationFloor(
  b: LineBuilder,
  labour: Pick<Labour, 'probationRatio'>,
  { contract, lowest, minimum }: { contract: Ref; lowest: Ref | null; minimum: Ref },
): Ref {
  const share = b.decimal(labour.probationRatio, 'parameter.share');
  const own = b.multiply(share, contract);
  return b.atLeast(lowest === null ? own : b.atMost(own, b.multiply(share, lowest)), minimum);
}

/** What the standing pay of a segment in probation falls short of the floor, as a full-month value; nothing outside probation. */
export function probationShortfall(b: LineBuilder, labour: Labour, standing: Ref): Ref {
  const contract = b.takeEach('segment.probation_wage');
  const lowest = b.takeEach('segment.probation_lowest');
  const minimum = b.money(labour.minimumWage, 'parameter.minimum_wage');
  const floor = b.label(probationFloor(b, labour, { contract, lowest, minimum }), 'probation.floor');
  const zero = b.number(0);
  const short = b.atLeast(b.add([floor], [b.label(standing, 'probation.standing')]), zero);
  return b.choose('>', contract, zero, short, zero);
}

/**
 * Top-up to the minimum wage of the days that are paid here (最低工资规定 arts.3, 12): minimum wage × paid days ÷ scheduled days of the month,
 * for sick days their own floor; days that are not paid at all have none.
 */
export function minimumWageTopUp(
  b: LineBuilder,
  labour: Labour,
  method: AbsenceMethod,
  { paidDays, counted }: { paidDays: () => Ref; counted: () => Ref },
): void {
  const minimum = b.money(labour.minimumWage, 'parameter.minimum_wage');
  const here = b.takeEach('segment.here');
  const paid = b.label(b.multiply(paidDays(), here), 'minimum_wage.paid_days');
  const sickDays = b.multiply(b.takeEach('segment.absence.sick'), here);
  const sickMonth = sickFloorMonth(b, minimum, labour);
  const perSickDay =
    method === 'actual_workdays' ? b.divide(sickMonth, b.take('month.scheduled_days')) : dayRate(b, sickMonth, labour);
  const sick = b.label(b.multiply(perSickDay, sickDays), 'absence.sick_floor');
  b.total();
  const working = b.divide(
    b.multiply(b.money(labour.minimumWage, 'parameter.minimum_wage'), b.sum(paid)),
    b.take('month.scheduled_days'),
  );
  const floor = b.label(b.add([working, b.sum(sick)]), 'minimum_wage.floor');
  const short = b.add([floor], [b.label(counted(), 'minimum_wage.counted')]);
  b.finish(b.label(b.round(b.atLeast(short, b.number(0))), 'minimum_wage.top_up'));
}
