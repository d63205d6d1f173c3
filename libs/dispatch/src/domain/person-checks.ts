import { addDays, covers, type LocalDate, monthsAfter, OPEN_END } from '@gridstaff/kernel';
import { type Expiry, expiry, type Finding, finding, type Subject } from './matters';
import type { Contract, Employment, EmploymentStay } from './people';
import { retirementDate, type RetirementRules } from './retirement';
import { RETURN_GROUNDS, type WorkerReturn } from './return-grounds';

const subjectOf = ({ workerNo, name }: Employment): Subject => ({ type: 'worker', workerNo, name });

/** Last day of a probation that a contract of this term may have (劳动合同法 art. 19); null where it may have none. */
function longestProbation({ startsOn, endsOn }: Contract): LocalDate | null {
  const lasts = (months: number): boolean => endsOn === null || endsOn >= addDays(monthsAfter(startsOn, months), -1);
  const months = lasts(36) ? 6 : lasts(12) ? 2 : lasts(3) ? 1 : 0;
  return months === 0 ? null : addDays(monthsAfter(startsOn, months), -1);
}

/** Which retirement age applies; a man's is always the same. */
function retiresOn({ sex, birthDate, retirement }: Employment, rules: RetirementRules): LocalDate | undefined {
  const category = sex === 'male' ? 'male_60' : retirement;
  return birthDate && category ? retirementDate(birthDate, rules[category]) : undefined;
}

/** What the law says about one person on a day, of what is now known. */
export function checkPerson(
  person: Employment,
  on: LocalDate,
  rules: RetirementRules,
  returns: readonly Pick<WorkerReturn, 'lastDay' | 'ground'>[] = [],
): Finding[] {
  const stay = person.stays.find((one) => covers(one, on));
  return [
    ...checkReturns(person, on, returns),
    ...(stay ? [...checkContracts(person, stay, on), ...checkAge(person, on, rules)] : []),
  ];
}

function checkContracts(person: Employment, stay: EmploymentStay, on: LocalDate): Finding[] {
  const subject = subjectOf(person);
  const own = person.contracts.filter((c) => c.agencyId === stay.agencyId && c.from < stay.to && stay.from < c.to);
  const { joinedOn } = stay;
  const held = own.find((contract) => covers(contract, on));
  const last = own.findLast(({ from }) => from <= on);
  const findings: Finding[] = [];
  if (!held && last) findings.push(finding('CONTRACT_LAPSED', subject, last.startsOn, { endsOn: addDays(last.to, -1) }));
  else if (!held && on > monthsAfter(joinedOn, 1))
    findings.push(finding('CONTRACT_MISSING', subject, joinedOn, { joinedOn }));
  const signedOn = own[0]?.signedOn;
  if (signedOn && signedOn > monthsAfter(joinedOn, 1))
    findings.push(finding('CONTRACT_SIGNED_LATE', subject, joinedOn, { joinedOn, signedOn }));
  return held ? [...findings, ...checkContract(person, held, own, on)] : findings;
}

function checkContract(person: Employment, held: Contract, own: readonly Contract[], on: LocalDate): Finding[] {
  const subject = subjectOf(person);
  const { startsOn, endsOn, probationEndsOn } = held;
  const found = (code: Parameters<typeof finding>[0], params: Parameters<typeof finding>[3] = {}): Finding =>
    finding(code, subject, startsOn, { startsOn, ...params });
  const findings: Finding[] = [];
  if (endsOn === null) findings.push(found('CONTRACT_NOT_FIXED'));
  else if (endsOn < addDays(monthsAfter(startsOn, 24), -1)) findings.push(found('CONTRACT_TERM_SHORT', { endsOn }));
  if (!held.fullTime) findings.push(found('PART_TIME'));
  if (held.postKind === 'temporary') {
    const since = temporarySince(held, own);
    if (on >= monthsAfter(since, 6)) findings.push(finding('TEMPORARY_TOO_LONG', subject, since, { since }));
  }
  if (probationEndsOn !== null) {
    const longest = longestProbation(held);
    const earlier = person.contracts.some((c) => c.agencyId === held.agencyId && c.startsOn < startsOn);
    if (earlier) findings.push(found('PROBATION_TWICE'));
    else if (longest === null || probationEndsOn > longest)
      findings.push(found('PROBATION_TOO_LONG', { probationEndsOn, longest: longest ?? '–' }));
  }
  return findings;
}

/** First day of the temporary posts that follow each other without a gap. */
function temporarySince(held: Contract, own: readonly Contract[]): LocalDate {
  let since = held.startsOn;
  for (const earlier of [...own].reverse())
    if (earlier.postKind === 'temporary' && earlier.to === since) since = earlier.startsOn;
  return since;
}

function checkAge(person: Employment, on: LocalDate, rules: RetirementRules): Finding[] {
  const { birthDate, sex, retirement } = person;
  const subject = subjectOf(person);
  if (!birthDate) return [];
  const grown = monthsAfter(birthDate, 18 * 12);
  if (on < grown) return [finding('MINOR_WORKER', subject, grown, { date: grown })];
  if (sex === 'female' && !retirement && addDays(on, 60) >= monthsAfter(birthDate, 50 * 12))
    return [finding('RETIREMENT_CATEGORY_UNKNOWN', subject, '')];
  const date = retiresOn(person, rules);
  return date && date <= on ? [finding('OVER_RETIREMENT_AGE', subject, date, { date })] : [];
}

/** Returns of the past: on a recorded ground, and not of somebody protected. Why somebody is protected is health data and stays unsaid. */
function checkReturns(
  person: Employment,
  on: LocalDate,
  returns: readonly Pick<WorkerReturn, 'lastDay' | 'ground'>[],
): Finding[] {
  return person.stays
    .filter(({ endReason, to }) => endReason === 'returned_to_agency' && to <= on)
    .flatMap(({ to }) => {
      const lastDay = addDays(to, -1);
      const ground = returns.find((one) => one.lastDay === lastDay)?.ground;
      const sheltered = person.protections.some((one) => covers(one, lastDay));
      const found = (code: 'PROTECTED_RETURNED' | 'RETURN_WITHOUT_GROUND'): Finding =>
        finding(code, subjectOf(person), lastDay, { lastDay });
      if (sheltered && !(ground && RETURN_GROUNDS[ground].misconduct)) return [found('PROTECTED_RETURNED')];
      return ground ? [] : [found('RETURN_WITHOUT_GROUND')];
    });
}

/** What of a person in post on the day ends within sixty days or has ended. */
export function expiriesOfPerson(person: Employment, on: LocalDate, rules: RetirementRules): Expiry[] {
  const stay = person.stays.find((one) => covers(one, on));
  if (!stay) return [];
  const subject = subjectOf(person);
  const last = person.contracts.findLast((c) => c.agencyId === stay.agencyId && c.from < stay.to && stay.from < c.to);
  const status = stay.statuses.find((one) => covers(one, on));
  const inProbation = status?.status === 'probation';
  const probation = status && status.to !== OPEN_END ? addDays(status.to, -1) : last?.probationEndsOn;
  // A contract or a probation that ends with the engagement needs nothing more.
  const goesOn = (date: LocalDate | null | undefined): LocalDate | undefined =>
    date && date < addDays(stay.to, -1) ? date : undefined;
  return [
    ...expiry('contract', subject, goesOn(last?.endsOn), on, last?.contractNo),
    ...expiry('probation', subject, inProbation ? goesOn(probation) : undefined, on),
    ...lastOfEach(person).flatMap(({ to, code }) =>
      expiry('certificate', subject, to === OPEN_END ? undefined : addDays(to, -1), on, code),
    ),
    ...person.documents.flatMap(({ kind, until }) => expiry('document', subject, until, on, kind)),
    ...expiry('id_card', subject, person.identityCardUntil, on),
    ...expiry('retirement', subject, retiresOn(person, rules), on),
  ];
}

/** The latest piece of each certificate: one that was renewed does not end. */
function lastOfEach({ certificates }: Employment): Employment['certificates'] {
  const last = new Map(certificates.map((piece) => [piece.code, piece]));
  for (const piece of certificates) if (piece.to > (last.get(piece.code)?.to ?? '')) last.set(piece.code, piece);
  return [...last.values()];
}
