import type { ParsedRow } from '@gridstaff/exchange';
import { IdNumber } from '../../domain/id-number';
import type { Problems } from '../problems';
import type { WorkerDirectory } from '../worker-directory';
import { numberOf, textOf } from './rows';

/** Whom each row means, by worker number or ID number; undefined where that is a problem of the row. */
export async function namedWorkers(
  directory: WorkerDirectory,
  centreId: string,
  rows: readonly ParsedRow[],
  problems: Problems,
): Promise<(number | undefined)[]> {
  rows.forEach((row, index) => {
    const idNumber = textOf(row, 'idNumber');
    if (idNumber !== undefined) problems.attempt(index, 'idNumber', () => IdNumber.parse(idNumber));
    else if (numberOf(row, 'workerNo') === undefined)
      problems.add(index, 'idNumber', 'MISSING_FIELD', { name: 'idNumber' });
  });
  const resolved = await directory.resolve(
    centreId,
    rows.map((row) => ({ workerNo: numberOf(row, 'workerNo'), idNumber: textOf(row, 'idNumber') })),
  );
  return resolved.map((one, index) => {
    if (problems.has(index)) return undefined;
    if (!('wrong' in one)) return one.worker.no;
    problems.add(index, one.field, one.wrong);
    return undefined;
  });
}

/** The same where each worker may stand in one row alone: a later row of the same worker is a problem. */
export function once(numbers: readonly (number | undefined)[], problems: Problems): (number | undefined)[] {
  const first = new Map<number, number>();
  return numbers.map((no, index) => {
    if (no === undefined) return undefined;
    const earlier = first.get(no);
    if (earlier === undefined) {
      first.set(no, index);
      return no;
    }
    problems.add(index, '', 'ROSTER_DUPLICATE_ROW', { row: earlier + 1 });
    return undefined;
  });
}
