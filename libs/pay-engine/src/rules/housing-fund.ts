import type { PeriodParameters } from '../model';
import type { LineBuilder } from '../program/builder';
import type { Ref } from '../program/table';

const UNIT = { fen: 1, jiao: 10, yuan: 100 } as const;

export function housingFundBase(
  b: LineBuilder,
  bounds: Pick<PeriodParameters['housingFund'], 'floor' | 'ceiling'>,
): Ref {
  const base = b.clamp(
    b.take('fund.base'),
    b.money(bounds.floor, 'parameter.hf_floor'),
    b.money(bounds.ceiling, 'parameter.hf_ceiling'),
  );
  return b.label(base, 'fund.clamped_base');
}

/** One side: base × rate in whole units of the parameters (住房公积金管理条例 arts.16-18; unit and mode are local practice). */
export function housingFund(
  b: LineBuilder,
  fund: PeriodParameters['housingFund'],
  side: 'employer' | 'employee',
  base: Ref,
): Ref {
  const amount = b.multiply(base, b.take(`fund.${side}_rate`));
  return b.label(b.round(amount, fund.mode.value, UNIT[fund.unit.value]), 'fund.contribution');
}
