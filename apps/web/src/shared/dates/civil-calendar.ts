import { addDays, addMonths, type LocalDate, lastDay, weekday } from '@gridstaff/kernel';
import { generatePicker } from './generate';
import { today } from '../clock';

/** A civil day as the picker wants it: an object. No clock and no zone are in it, so no day can slip. */
export interface CivilDay {
  readonly date: LocalDate;
}

const two = (n: number): string => String(n).padStart(2, '0');
const day = (date: LocalDate): CivilDay => ({ date });
const yearOf = ({ date }: CivilDay): number => Number(date.slice(0, 4));
const monthOf = ({ date }: CivilDay): number => Number(date.slice(5, 7));
const dayOf = ({ date }: CivilDay): number => Number(date.slice(8, 10));
const clampYear = (year: number): string => String(Math.min(9999, Math.max(1, year))).padStart(4, '0');

function inMonth(period: string, dayOfMonth: number): CivilDay {
  const last = Number(lastDay(period).slice(8));
  return day(`${period}-${two(Math.min(dayOfMonth, last))}`);
}

const plusMonths = (value: CivilDay, months: number): CivilDay =>
  inMonth(addMonths(value.date.slice(0, 7), months), dayOf(value));

const TOKENS = /\[([^\]]*)\]|YYYY|YY|MM|M|DD|D|wo|w|Q/g;

function format(value: CivilDay, pattern: string): string {
  const [year, month, dayOfMonth] = [yearOf(value), monthOf(value), dayOf(value)];
  return pattern.replace(TOKENS, (token, literal?: string) => {
    if (literal !== undefined) return literal;
    switch (token) {
      case 'YYYY':
        return clampYear(year);
      case 'YY':
        return clampYear(year).slice(2);
      case 'MM':
        return two(month);
      case 'M':
        return String(month);
      case 'DD':
        return two(dayOfMonth);
      case 'D':
        return String(dayOfMonth);
      case 'Q':
        return String(Math.ceil(month / 3));
      default:
        return '';
    }
  });
}

/** Reads what people type: 2023-5-1, 2023/05/01, 20230501, 2023-05, 202305, 2023. */
export function readCivil(text: string): CivilDay | null {
  const digits = text.trim();
  const parts = /^(\d{4})(?:[-/.]?(\d{1,2}))?(?:[-/.]?(\d{1,2}))?$/.exec(digits);
  if (!parts) return null;
  const [, year = '', month = '1', dayOfMonth = '1'] = parts;
  if (Number(month) < 1 || Number(month) > 12 || Number(year) < 1) return null;
  const period = `${year}-${two(Number(month))}`;
  const last = Number(lastDay(period).slice(8));
  return Number(dayOfMonth) >= 1 && Number(dayOfMonth) <= last ? day(`${period}-${two(Number(dayOfMonth))}`) : null;
}

export const CivilPicker = generatePicker<CivilDay>({
  getWeekDay: ({ date }) => weekday(date),
  getMillisecond: () => 0,
  getSecond: () => 0,
  getMinute: () => 0,
  getHour: () => 0,
  getDate: dayOf,
  getMonth: (value) => monthOf(value) - 1,
  getYear: yearOf,
  getNow: () => day(today()),
  getFixedDate: (text) => readCivil(text) ?? day(today()),
  getEndDate: ({ date }) => day(lastDay(date.slice(0, 7))),
  addYear: (value, years) => plusMonths(value, years * 12),
  addMonth: plusMonths,
  addDate: ({ date }, days) => day(addDays(date, days)),
  setYear: (value, year) => inMonth(`${clampYear(year)}-${two(monthOf(value))}`, dayOf(value)),
  setMonth: (value, month) => inMonth(`${clampYear(yearOf(value))}-${two(month + 1)}`, dayOf(value)),
  setDate: ({ date }, dayOfMonth) => inMonth(date.slice(0, 7), dayOfMonth),
  setHour: (value) => value,
  setMinute: (value) => value,
  setSecond: (value) => value,
  setMillisecond: (value) => value,
  isAfter: (a, b) => a.date > b.date,
  isValidate: (value) => readCivil(value.date) !== null,
  locale: {
    getWeekFirstDay: () => 1,
    getWeekFirstDate: (_, { date }) => day(addDays(date, -((weekday(date) + 6) % 7))),
    getWeek: () => 1,
    format: (_, value, pattern) => format(value, pattern),
    parse: (_, text) => readCivil(text),
    // A language whose texts do not name them (English) gets these.
    getShortWeekDays: () => ['Su', 'Mo', 'Tu', 'We', 'Th', 'Fr', 'Sa'],
    getShortMonths: () => ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'],
  },
});
