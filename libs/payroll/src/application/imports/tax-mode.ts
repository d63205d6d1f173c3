import { column, type ColumnSpec, type ParsedRow } from '@gridstaff/exchange';
import type { Id } from '@gridstaff/kernel';
import type { NewProfile, TaxMode } from '../../domain';
import { number, text } from './row-workers';

const MODES: Readonly<Record<string, TaxMode>> = {
  普通: 'normal',
  首次就业: 'first_job',
  一次扣除6万元: 'prior_year_60000',
  normal: 'normal',
  first_job: 'first_job',
  prior_year_60000: 'prior_year_60000',
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
];

/** The profile that a row states; undefined when it says nothing about the mode. Evidence without a mode is kept under the normal one. */
export function profileOf(row: ParsedRow, workerNo: number, agencyId: Id): NewProfile | undefined {
  const mode = text(row, 'mode');
  const priorGross = number(row, 'priorGross') ?? null;
  const sameUnit = text(row, 'sameUnit');
  if (mode === undefined && priorGross === null && sameUnit === undefined) return undefined;
  return {
    workerNo,
    agencyId,
    mode: (mode !== undefined && MODES[mode]) || 'normal',
    priorGross,
    sameUnitEveryMonth: sameUnit === '是' || sameUnit === 'yes',
  };
}

export const sameProfile = (a: NewProfile, b: NewProfile | undefined): boolean =>
  b !== undefined &&
  a.agencyId === b.agencyId &&
  a.mode === b.mode &&
  a.priorGross === b.priorGross &&
  a.sameUnitEveryMonth === b.sameUnitEveryMonth;
