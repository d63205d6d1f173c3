import { parseYuan } from '@gridstaff/kernel';
import type { Fund, Yuan } from './api';

/** Paid and reserved so many hundredths of a per cent ahead of the year, and a forecast of so many per cent of the grant, are warnings. */
const AHEAD = 500;
const TIGHT = 98;
const WHOLE = 10_000;

/** 预计全年; null: cannot be calculated, undefined: not known. */
export type Forecast = Yuan | null | undefined;
export type Standing = 'fine' | 'ahead' | 'tight' | 'over' | 'spent' | 'none';

/** How a fund stands, worst first: red when the year does not fit or nothing is left, yellow when it is close or runs ahead. */
export function standingOf(
  { balances, timeProgressPct }: Pick<Fund, 'balances' | 'timeProgressPct'>,
  forecast?: Forecast,
): Standing {
  const granted = parseYuan(balances.granted);
  if (granted <= 0) return 'none';
  const used = parseYuan(balances.paid) + parseYuan(balances.reserved);
  const expected = forecast ? parseYuan(forecast) : 0;
  if (expected > granted) return 'over';
  if (used >= granted) return 'spent';
  if (expected * 100 >= granted * TIGHT) return 'tight';
  const gone = Math.round(Number(timeProgressPct) * 100);
  return used * WHOLE > granted * (gone + AHEAD) ? 'ahead' : 'fine';
}
