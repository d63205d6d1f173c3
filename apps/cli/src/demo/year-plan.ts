import { addDays, daysInMonth, type LocalDate, type Period, periodsBetween } from '@gridstaff/kernel';
import type { DemoPerson, PeopleGenerator } from './people';
import type { SeededRandom } from './random';

/** What happens in one month, decided beforehand from the seed; persons by ID number. */
export interface MonthPlan {
  period: Period;
  joiners: DemoPerson[];
  leavers: { idNumber: string; on: LocalDate; reason: 'left' | 'returned_to_agency' }[];
  gradeChanges: { idNumber: string; from: LocalDate; gradeCode: string }[];
  absences: { idNumber: string; kind: 'sick' | 'unpaid'; from: LocalDate; to: LocalDate }[];
  /** Hours on rest days and statutory holidays. */
  overtime: { idNumber: string; restday: number; holiday: number }[];
  /** Coefficient by ID number of everyone who is in post on some day of the month. */
  coefficients: Map<string, string>;
}

const COEFFICIENTS = ['1', '1', '1', '1', '1', '0.95', '0.9', '0.9', '0.8', '1.1'] as const;

/** Holiday duty: hours a head on 300 % days, and how many people. */
const DUTY: Readonly<Record<string, { people: number; holiday: number; restday: number }>> = {
  '2023-01': { people: 48, holiday: 8, restday: 4 },
  '2023-05': { people: 20, holiday: 8, restday: 0 },
  '2023-10': { people: 36, holiday: 8, restday: 8 },
};

/** A part month pays at least the worker's own whole-month insurance and housing fund: nobody ends with a receivable. */
const LAST_JOINING_DAY = 16;
const FIRST_LEAVING_DAY = 12;

const day = (period: Period, n: number): LocalDate => `${period}-${String(n).padStart(2, '0')}`;

interface InPost {
  person: DemoPerson;
  until: LocalDate | null;
}

/**
 * Plans the year 2023: joiners and leavers in mid-month, a return to the agency, promotions, sick and unpaid leave, holiday duty. Whoever
 * leaves is replaced in one of the next months, so that head count and award stay about level.
 */
export function planYear(staff: readonly DemoPerson[], people: PeopleGenerator, random: SeededRandom): MonthPlan[] {
  const inPost: InPost[] = staff.map((person) => ({ person, until: null }));
  let vacant = 0;
  // The year's first newcomer has a first job.
  let newcomers = 0;
  return periodsBetween('2023-01', '2023-12').map((period) => {
    const hired = Math.max(0, vacant - random.int(0, 1));
    const joiners = Array.from({ length: hired }, () => people.joiner(day(period, random.int(2, LAST_JOINING_DAY)), newcomers++ === 0));
    const here = inPost.filter((p) => p.until === null && p.person.gradeCode === 'G1');
    const leaving = random.sample(here, random.int(1, 3));
    vacant += leaving.length - hired;
    const leavers = leaving.map((entry, i) => {
      entry.until = day(period, random.int(FIRST_LEAVING_DAY, 25));
      return { idNumber: entry.person.idNumber, on: entry.until, reason: period === '2023-08' && i === 0 ? ('returned_to_agency' as const) : ('left' as const) };
    });
    const promoted = ['2023-04', '2023-07', '2023-10'].includes(period) ? random.sample(here.filter((p) => p.until === null), 4) : [];
    const gradeChanges = promoted.map((entry) => {
      entry.person = { ...entry.person, gradeCode: 'G2' };
      return { idNumber: entry.person.idNumber, from: day(period, 16), gradeCode: 'G2' };
    });
    inPost.push(...joiners.map((person) => ({ person, until: null })));
    const present = inPost.filter((p) => p.until === null || p.until >= day(period, 1));
    const staying = present.filter((p) => p.until === null && p.person.joinedOn < day(period, 1));
    const duty = DUTY[period];
    const plan: MonthPlan = {
      period,
      joiners,
      leavers,
      gradeChanges,
      absences: random.sample(staying, random.int(5, 9)).map((entry, i) => absence(entry.person, period, i % 3 === 2 ? 'unpaid' : 'sick', random)),
      overtime: duty ? random.sample(staying, duty.people).map((e) => ({ idNumber: e.person.idNumber, restday: duty.restday, holiday: duty.holiday })) : [],
      coefficients: new Map(present.map((e) => [e.person.idNumber, random.pick(COEFFICIENTS)])),
    };
    return plan;
  });
}

/** One to three calendar days; how many workdays that costs is known to the caller, who has the calendar. */
function absence(person: DemoPerson, period: Period, kind: 'sick' | 'unpaid', random: SeededRandom): MonthPlan['absences'][number] {
  const from = day(period, random.int(3, daysInMonth(period) - 4));
  const to = addDays(from, random.int(1, 3));
  return { idNumber: person.idNumber, kind, from, to };
}
