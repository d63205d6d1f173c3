import { type RecordedFact, withSiblings } from './acts';

const fact = (factId: string, more: Partial<RecordedFact> = {}): RecordedFact => ({
  ...{ factId, kind: 'grade', workerNo: 1, key: null, recordedAt: '2023-02-20T01:00:00.000Z', recordedBy: 'u1' },
  ...more,
});

describe('late changes that belong together', () => {
  it('are what one act recorded about the same thing', () => {
    const rows = [
      fact('taken back'),
      fact('holds'),
      fact('another person', { workerNo: 2 }),
      fact('another kind', { kind: 'absence' }),
      fact('later', { recordedAt: '2023-02-20T01:00:00.001Z' }),
      fact('another standard', { workerNo: null, key: 'W1' }),
    ];
    expect(withSiblings(rows, ['holds'])).toEqual(['taken back', 'holds']);
    expect(withSiblings(rows, ['later', 'another person'])).toEqual(['another person', 'later']);
    expect(withSiblings(rows, [])).toEqual([]);
  });
});
