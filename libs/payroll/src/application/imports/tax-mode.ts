import { column, type ColumnSpec, type ParsedRow } from '@gridstaff/exchange';
import type { Id } from '@gridstaff/kernel';
import type { NewProfile, RehireCount, TaxMode } from '../../domain';
import { number, text } from './row-workers';

const MODES: Readonly<Record<string, TaxMode>> = {
  普通: 'normal',
  首次就业: 'first_job',
  一次扣除6万元: 'prior_year_60000',
  normal: 'normal',
  first_job: 'first_job',
  prior_year_60000: 'prior_year_60000',
};
const REHIRES: Readonly<Record<string, RehireCount>> = {
  按在岗月份: 'touched',
  连续计算: 'continuous',
  从再入职起: 'from_rehire',
  touched: 'touched',
  continuous: 'continuous',
  from_rehire: 'from_rehire',
};
const YES_NO = ['是', '否', 'yes', 'no'] as const;

/** How the basic deduction is counted, and its evidence: the same columns in the opening and in the monthly sheet. */
export const MODE_COLUMNS: readonly ColumnSpec[] = [
  column(
    'mode',
    ['计税方式', 'Tax mode'],
    'text',
    '',
    ['空为不变；须有证据，不按入职日期推断。', 'Empty: unchanged; needs evidence, never inferred from the hire date.'],
    {
      choices: Object.keys(MODES),
    },
  ),
  column('priorGross', ['上年收入', 'Last year’s income'], 'yuan', '', [
    '元；上一年在本派遣公司的全部收入。',
    'Yuan; all income at this agency last year.',
  ]),
  column(
    'sameUnit',
    ['上年各月均由本单位申报', 'Every month declared by this unit'],
    'text',
    '',
    ['是或否。', 'yes or no.'],
    { choices: YES_NO },
  ),
  column(
    'rehire',
    ['同年再入职计月', 'Months after coming back'],
    'text',
    '',
    [
      '同一年在本公司再次入职的人；空为不变，未选过按在岗月份。',
      'For somebody who came back to the agency in the year; empty: unchanged, months with an engagement where nothing was chosen.',
    ],
    { choices: Object.keys(REHIRES) },
  ),
];

/** Whether a row states anything of a profile. */
export const statesProfile = (row: ParsedRow): boolean =>
  ['mode', 'priorGross', 'sameUnit', 'rehire'].some((key) => row.values[key] !== undefined);

/** The profile that a row states, what it leaves out being as before; undefined when it says nothing. Evidence without a mode is kept under the normal one. */
export function profileOf(
  row: ParsedRow,
  workerNo: number,
  agencyId: Id,
  before: NewProfile | undefined,
): NewProfile | undefined {
  if (!statesProfile(row)) return undefined;
  const mode = text(row, 'mode');
  const priorGross = number(row, 'priorGross') ?? before?.priorGross ?? null;
  const sameUnit = text(row, 'sameUnit');
  const rehire = text(row, 'rehire');
  return {
    workerNo,
    agencyId,
    mode: (mode !== undefined && MODES[mode]) || (before?.mode ?? 'normal'),
    rehire: (rehire !== undefined && REHIRES[rehire]) || (before?.rehire ?? 'touched'),
    priorGross,
    sameUnitEveryMonth:
      sameUnit === undefined ? (before?.sameUnitEveryMonth ?? false) : sameUnit === '是' || sameUnit === 'yes',
  };
}

export const sameProfile = (a: NewProfile, b: NewProfile | undefined): boolean =>
  b !== undefined &&
  a.agencyId === b.agencyId &&
  a.mode === b.mode &&
  a.rehire === b.rehire &&
  a.priorGross === b.priorGross &&
  a.sameUnitEveryMonth === b.sameUnitEveryMonth;
