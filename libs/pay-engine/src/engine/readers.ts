import { DomainError, monthOf, ratio } from '@gridstaff/kernel';
import {
  RETRO_CATEGORIES,
  type BonusMethod,
  type PeriodParameters,
  type SegmentInput,
  type WorkerInput,
} from '../model';
import type { Registers } from '../program/registers';
import { HERE } from '../program/table';
import { TAX_MODES } from '../rules/income-tax';
import { INPUT, MONTH_DAYS } from '../scheme/names';

type Month = (r: Registers, at: number, input: WorkerInput) => void;
type Segment = (r: Registers, at: number, segment: SegmentInput, input: WorkerInput) => void;

const invalid = (name: string, value: unknown): DomainError =>
  new DomainError('PAY_INPUT_INVALID', { name, value: String(value).slice(0, 40) }, { field: name });

/** Whole amount or count; negative values are refused unless allowed. */
function whole(r: Registers, at: number, value: number, name: string, negative = false): void {
  if (!Number.isSafeInteger(value) || (value < 0 && !negative)) throw invalid(name, value);
  r.set(at, value, 1);
}

/** Hundredths of a day or hour. */
function hundredths(r: Registers, at: number, value: number, name: string): void {
  if (!Number.isSafeInteger(value) || value < 0) throw invalid(name, value);
  r.set(at, value, 100);
}

/** Exact numbers of texts, kept because the same few ratios come again for every worker. */
class TextValues {
  private readonly known = new Map<string, { n: number; d: number }>();

  read(text: string, name: string): { n: number; d: number } {
    const found = this.known.get(text);
    if (found) return found;
    const value = parse(text, name);
    if (this.known.size < 10_000) this.known.set(text, value);
    return value;
  }
}

function parse(text: string, name: string): { n: number; d: number } {
  if (!/^-?\d{1,15}(\.\d{1,10}|\/\d{1,15})?$/.test(text) || /\/0+$/.test(text)) throw invalid(name, text);
  const value = text.includes('/') ? ratio.parseRational(text) : ratio.parseDecimal(text);
  if (typeof value.n !== 'number') throw invalid(name, text);
  return { n: value.n, d: value.d as number };
}

const BEFORE = ['income', 'exempt', 'special', 'other', 'relief', 'tax'] as const;
const DAYS = ['weekday', 'restday', 'holiday'] as const;

/** Reads each value that a program table lists from a worker's input; built once per engine. */
export class Readers {
  private readonly texts = new TextValues();

  constructor(
    private readonly parameters: PeriodParameters,
    /** Item that first names an input, for the message when it is missing. */
    private readonly namedBy: (input: string) => string,
  ) {}

  month(name: string): Month {
    if (name.startsWith(INPUT)) return this.monthInput(name.slice(INPUT.length));
    const taxMonth = monthOf(this.parameters.taxMonth);
    const before = BEFORE.find((field) => name === `tax.before.${field}`);
    if (before) return (r, at, input) => whole(r, at, input.tax.before[before], name, true);
    const day = DAYS.find((field) => name === `overtime.${field}`);
    if (day) return (r, at, input) => hundredths(r, at, input.overtimeHours[day], name);
    const category = RETRO_CATEGORIES.find((one) => name === `retro.${one}`);
    if (category) return (r, at, { retro }) => whole(r, at, retro?.[category] ?? 0, name, true);
    switch (name) {
      // A slip without segments has no days and no wages of the month: the lines that need them do not exist.
      case MONTH_DAYS:
        return (r, at, input) => (input.segments.length > 0 ? whole(r, at, input.scheduledDays, name) : r.clear(at));
      case 'month.calendar_days':
        return (r, at, input) => whole(r, at, input.calendarDays, name);
      case 'overtime.restday_off':
        return (r, at, input) => timeOff(r, at, input, name);
      case 'leave.days':
        return (r, at, { annualLeave }) => whole(r, at, annualLeave?.days ?? 0, name);
      case 'leave.average_wage':
        return (r, at, { annualLeave }) => whole(r, at, annualLeave?.averageWage ?? 0, name);
      case 'loss':
        return (r, at, { loss }) => whole(r, at, loss ?? 0, name);
      case 'labour.pay':
        return (r, at, { labour }) => whole(r, at, labour?.amount ?? 0, name);
      case 'severance.pay':
        return (r, at, { severance }) => whole(r, at, severance?.amount ?? 0, name);
      case 'severance.local_average':
        return (r, at, { severance }) => whole(r, at, severance?.localAverageAnnualWage ?? 0, name);
      case 'receivable.before':
        return (r, at, input) => whole(r, at, input.receivableBefore ?? 0, name);
      case 'bonus.separate':
        return this.bonus('separate', name);
      case 'bonus.together':
        return this.bonus('together', name);
      case 'insurance.base':
        return (r, at, { insurance }) => (insurance ? whole(r, at, insurance.base, name) : r.clear(at));
      case 'fund.base':
        return (r, at, { housingFund }) => (housingFund ? whole(r, at, housingFund.base, name) : r.clear(at));
      case 'fund.employer_rate':
        return (r, at, { housingFund }) =>
          housingFund ? this.share(r, at, housingFund.employerRate, name) : r.clear(at);
      case 'fund.employee_rate':
        return (r, at, { housingFund }) =>
          housingFund ? this.share(r, at, housingFund.employeeRate, name) : r.clear(at);
      case 'tax.mode':
        return (r, at, { tax }) => whole(r, at, TAX_MODES[tax.mode], name);
      case 'tax.months_employed':
        return (r, at, { tax }) => {
          whole(r, at, tax.monthsEmployed, name);
          if (tax.monthsEmployed > taxMonth)
            throw new DomainError('PAY_TAX_MONTHS', { months: tax.monthsEmployed, limit: taxMonth });
        };
      case 'tax.month_number':
        return (r, at) => r.set(at, taxMonth, 1);
      case 'tax.additional_to_date':
        return (r, at, { tax }) => whole(r, at, tax.additionalToDate, name);
      case 'fee.per_head':
        return (r, at, { fee }) => (fee.kind === 'per_head' ? whole(r, at, fee.amount, name) : r.set(at, 0, 1));
      case 'fee.rate':
        return (r, at, { fee }) => (fee.kind === 'rate' ? this.share(r, at, fee.rate, name) : r.set(at, 0, 1));
      default:
        throw new DomainError('BUG', { message: `no reader for ${name}` });
    }
  }

  segment(name: string): Segment {
    if (name.startsWith(INPUT)) return this.segmentInput(name.slice(INPUT.length));
    switch (name) {
      case HERE:
        return (r, at, { elsewhere }) => r.set(at, elsewhere === true ? 0 : 1, 1);
      case 'segment.outdoor':
        return outdoorShare;
      case 'segment.probation_wage':
        return (r, at, { probation }) => whole(r, at, probation?.contractWage ?? 0, name);
      case 'segment.probation_lowest':
        return (r, at, { probation }) => whole(r, at, probation?.lowestSamePost ?? probation?.contractWage ?? 0, name);
      case 'segment.from_day':
        return (r, at, segment) => r.set(at, Number(segment.from.slice(8)), 1);
      case 'segment.to_day':
        return (r, at, segment) => r.set(at, Number(segment.from.slice(8)) + segment.calendarDays, 1);
      case 'segment.scheduled_days':
        return (r, at, segment) => whole(r, at, segment.scheduledDays, name);
      case 'segment.calendar_days':
        return (r, at, segment) => whole(r, at, segment.calendarDays, name);
      default:
        return absenceReader(name);
    }
  }

  private share(r: Registers, at: number, text: string, name: string): void {
    const { n, d } = this.texts.read(text, name);
    if (n < 0 || n > d) throw invalid(name, text);
    r.set(at, n, d);
  }

  private bonus(method: BonusMethod, name: string): Month {
    return (r, at, { bonus }) => whole(r, at, bonus?.method === method ? bonus.amount : 0, name);
  }

  private monthInput(name: string): Month {
    return (r, at, input) => {
      const { segments } = input;
      const last = segments[segments.length - 1];
      if (!last) return r.clear(at);
      this.value(r, at, input.values[name] ?? last.values[name], name);
    };
  }

  private segmentInput(name: string): Segment {
    return (r, at, segment, input) => this.value(r, at, segment.values[name] ?? input.values[name], name);
  }

  private value(r: Registers, at: number, value: unknown, name: string): void {
    if (typeof value === 'number') return whole(r, at, value, name, true);
    // Anything else, inherited members included, is no value.
    if (typeof value !== 'string')
      throw new DomainError('PAY_INPUT_MISSING', { item: this.namedBy(name), name }, { field: name });
    const { n, d } = this.texts.read(value, name);
    r.set(at, n, d);
  }
}

/** Time off in place of pay for rest-day hours; there cannot be more of it than such hours. */
function timeOff(r: Registers, at: number, { overtimeHours }: WorkerInput, name: string): void {
  const off = overtimeHours.restdayTimeOff ?? 0;
  if (off > overtimeHours.restday) throw invalid(name, off);
  hundredths(r, at, off, name);
}

/** Share of a segment's scheduled days that the heat allowance is paid for. */
function outdoorShare(r: Registers, at: number, { outdoor, heatDays, scheduledDays }: SegmentInput): void {
  if (heatDays === undefined) return r.set(at, outdoor === false ? 0 : 1, 1);
  if (!Number.isSafeInteger(heatDays) || heatDays < 0 || heatDays > scheduledDays * 100)
    throw invalid('segment.heat_days', heatDays);
  r.put(at, heatDays === 0 ? ratio.ZERO : ratio.rational(heatDays, scheduledDays * 100));
}

function absenceReader(name: string): Segment {
  const kind = name.slice('segment.absence.'.length);
  return (r, at, { absences }) => {
    let days = 0;
    for (const absence of absences) if (absence.kind === kind) days += absence.days;
    hundredths(r, at, days, name);
  };
}
