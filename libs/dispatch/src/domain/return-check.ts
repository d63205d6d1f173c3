import { addDays, covers, DomainError, type LocalDate } from '@gridstaff/kernel';
import type { Employment } from './people';
import { type Evidence, missingEvidence, missingWords, RETURN_GROUNDS, type ReturnGround } from './return-grounds';

/** What keeps somebody from being returned on a ground with a last day; undefined when nothing does. */
export function refusalOfReturn(
  person: Pick<Employment, 'stays' | 'protections' | 'workerNo'>,
  code: ReturnGround,
  lastDay: LocalDate,
  evidence: readonly Pick<Evidence, 'kind' | 'happenedOn' | 'withdrawnAt'>[],
): DomainError | undefined {
  const place = { workerNo: person.workerNo };
  const stay = person.stays.find((one) => covers(one, lastDay));
  if (!stay) return new DomainError('NOT_ENGAGED', { date: lastDay }, { field: 'lastDay', ...place });
  const ground: { inProbation?: boolean; misconduct: boolean } = RETURN_GROUNDS[code];
  if (!ground.misconduct) {
    const until = protectedUntil(person, lastDay);
    if (until !== undefined) return new DomainError('RETURN_PROTECTED', { until: addDays(until, -1) }, { field: 'lastDay', ...place });
  }
  if (ground.inProbation && stay.statuses.find((one) => covers(one, lastDay))?.status !== 'probation')
    return new DomainError('RETURN_NOT_IN_PROBATION', { date: lastDay }, { field: 'ground', ...place });
  const missing = missingEvidence(code, evidence, lastDay);
  if (missing.length === 0) return undefined;
  return new DomainError('RETURN_EVIDENCE_MISSING', { missing: missingWords(missing) }, { field: 'ground', ...place });
}

/** The day after the last protection that covers a day; undefined where none does. */
function protectedUntil({ protections }: Pick<Employment, 'protections'>, day: LocalDate): LocalDate | undefined {
  const ends = protections.filter((one) => covers(one, day)).map(({ to }) => to);
  return ends.sort().at(-1);
}
