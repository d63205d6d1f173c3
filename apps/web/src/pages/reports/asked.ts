import type { LocalDate } from '@gridstaff/kernel';
import type { EqualPayAsked, PeopleReportAsked } from '../../shared/api/calls';
import { today } from '../../shared/clock';

export const PARTS = ['head_count', 'turnover', 'seats', 'contract_ends', 'equal_pay'] as const;
export const SIDES = ['agency', 'fund', 'kind'] as const;
export type Part = (typeof PARTS)[number];
export const GROUPINGS = ['unit', 'post', 'agency', 'age', 'education', 'sex', 'political'] as const;
export const VIEWS = ['turnover_months', 'turnover_agencies', 'leaving_reasons'] as const;

const FILTERS = ['unit', 'agency', 'post'] as const;
const isOf = <T extends string>(choices: readonly T[], value: string | null): value is T =>
  choices.some((one) => one === value);

export const partOf = (search: URLSearchParams): Part => {
  const part = search.get('part');
  return isOf(PARTS, part) ? part : 'head_count';
};

/** A year ahead, less a day. */
const yearAfter = (day: LocalDate): LocalDate =>
  `${Number(day.slice(0, 4)) + 1}${day.slice(4).replace('-02-29', '-02-28')}`;

/** What the address asks for: every filter stands in it, so that going back and handing it on keep them. */
export function askedOf(search: URLSearchParams): PeopleReportAsked {
  const part = partOf(search);
  const filters = Object.fromEntries(
    FILTERS.flatMap((key) => (search.get(key) ? [[key, search.get(key) as string]] : [])),
  );
  if (part === 'head_count' || part === 'seats') {
    const by = search.get('by');
    const on = search.get('on') ?? today();
    return { report: part, on, ...(part === 'head_count' && { by: isOf(GROUPINGS, by) ? by : 'unit' }), ...filters };
  }
  if (part === 'contract_ends') {
    const from = search.get('from') ?? today();
    return { report: part, from, until: search.get('until') ?? yearAfter(from), ...filters };
  }
  const view = search.get('view');
  const until = search.get('until') ?? today();
  return {
    report: isOf(VIEWS, view) ? view : 'turnover_months',
    ...{ from: search.get('from') ?? `${until.slice(0, 4)}-01-01`, until },
    ...filters,
  };
}

export function equalPayAskedOf(search: URLSearchParams): EqualPayAsked {
  const [period, by, item] = [search.get('period'), search.get('side'), search.get('item')];
  return { ...(period && { period }), by: isOf(SIDES, by) ? by : 'agency', ...(item && { item }) };
}
