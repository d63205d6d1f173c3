import { addDays, asOf, type Id, type LocalDate, OPEN_END, timelineOf } from '@gridstaff/kernel';
import { type AgreementFact, REQUIRED_TERMS, TERM_NAMES } from './agreement';
import type { Agency } from './people';
import { type Expiry, expiry, type Finding, finding, type Subject } from './matters';

/** An agency with its people in post and its agreements, on a day. */
export interface AgencyOnDay {
  agency: Agency;
  people: number;
  agreements: readonly AgreementFact[];
}

const subjectOf = ({ id, name }: Agency): Subject => ({ type: 'agency', agencyId: id, name });

/** Nothing about an agency that employs nobody here. */
export function checkAgency({ agency, people, agreements }: AgencyOnDay, on: LocalDate): Finding[] {
  if (people === 0) return [];
  const subject = subjectOf(agency);
  const { licenceNo, licenceUntil } = agency;
  const findings: Finding[] = [];
  if (licenceUntil === null || licenceNo === null) findings.push(finding('LICENCE_MISSING', subject, ''));
  if (licenceUntil !== null && licenceUntil < on)
    findings.push(finding('LICENCE_EXPIRED', subject, licenceUntil, { date: licenceUntil, people }));
  const agreement = asOf(agreements, on);
  if (!agreement) return [...findings, finding('AGREEMENT_MISSING', subject, '', { people })];
  const silent = REQUIRED_TERMS.filter((term) => agreement[term] === null);
  if (silent.length > 0) {
    const missing = silent.map((term) => TERM_NAMES[term].zh).join('、');
    const missing_en = silent.map((term) => TERM_NAMES[term].en).join(', ');
    findings.push(finding('AGREEMENT_INCOMPLETE', subject, agreement.id, { missing, missing_en }));
  }
  const agreed = agreement.headcount;
  if (agreed !== null && people > agreed)
    findings.push(finding('HEADCOUNT_OVER_AGREEMENT', subject, `${agreement.id}/${people}`, { people, agreed }));
  return findings;
}

export function expiriesOfAgency({ agency, people, agreements }: AgencyOnDay, on: LocalDate): Expiry[] {
  if (people === 0) return [];
  const last = timelineOf(agreements).at(-1);
  const ends = last && last.to !== OPEN_END ? addDays(last.to, -1) : undefined;
  return [
    ...expiry('licence', subjectOf(agency), agency.licenceUntil, on),
    ...expiry('agreement', subjectOf(agency), ends, on, last?.fact.number),
  ];
}

const LIMIT_PERCENT = 10;

/** Dispatched people among everybody who works for the centre. @param own the centre's own staff; null: nobody has said */
export function checkShare(centreName: string, dispatched: number, own: number | null): Finding[] {
  const subject: Subject = { type: 'centre', name: centreName };
  if (dispatched === 0) return [];
  if (own === null) return [finding('OWN_STAFF_UNKNOWN', subject, '')];
  if (dispatched * 100 <= LIMIT_PERCENT * (dispatched + own)) return [];
  const percent = Math.round((dispatched * 1000) / (dispatched + own)) / 10;
  return [finding('DISPATCH_SHARE', subject, '', { people: dispatched, percent })];
}

/** People in post on the day, by agency. */
export function headcount(posts: readonly { engagements: readonly { agencyId: Id }[] }[]): Map<Id, number> {
  const people = new Map<Id, number>();
  for (const { engagements } of posts)
    for (const { agencyId } of engagements) people.set(agencyId, (people.get(agencyId) ?? 0) + 1);
  return people;
}
