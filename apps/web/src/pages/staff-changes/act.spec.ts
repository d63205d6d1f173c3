import type { ChosenPerson } from '../../shared/api/staff-calls';
import { actOf, textsOf, withPeople } from './act';

const NOTHING = { gridCode: null, gradeCode: null, postCode: null, months: null, endsOn: null, contractNo: null, ground: null };
const person = (workerNo: number | null, target: Partial<ChosenPerson['target']> = {}): ChosenPerson => ({
  ...{ text: String(workerNo), row: null, workerNo, name: null, problem: null },
  target: { ...NOTHING, ...target },
});

describe('an act on many people as it is typed', () => {
  it('takes everybody once, and keeps whom it did not find', () => {
    expect(withPeople([person(1)], [person(1, { gridCode: 'G2' }), person(2), person(2), person(null)]).map(({ workerNo }) => workerNo)).toEqual([1, 2, null]);
  });

  it('says of each person what the own line says, else what is said for everybody, and nothing of another kind', () => {
    const fields = { kind: 'transfer' as const, date: '2023-03-01', reason: ' 调整 ', documentNo: ' ', gridCode: 'G1', months: 24, ground: 'art39_2' };
    expect(actOf(fields, [person(1), person(2, { gridCode: 'G2', postCode: 'Z' }), person(null)])).toEqual({
      ...{ kind: 'transfer', date: '2023-03-01', reason: '调整' },
      lines: [{ workerNo: 1, gridCode: 'G1' }, { workerNo: 2, gridCode: 'G2', postCode: 'Z' }],
    });
  });

  it('ends a contract on the day of the own line rather than after the term of everybody', () => {
    const { lines } = actOf({ kind: 'renewal', months: 24 }, [person(1), person(2, { endsOn: '2026-06-30' })]);
    expect(lines).toEqual([{ workerNo: 1, months: 24 }, { workerNo: 2, endsOn: '2026-06-30' }]);
  });

  it('reads what is pasted line by line or between commas', () => {
    expect(textsOf('张三\n李四， 王五;12\t\r\n\n')).toEqual(['张三', '李四', '王五', '12']);
  });
});
