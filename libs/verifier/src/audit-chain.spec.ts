import { createHash } from 'node:crypto';
import { AuditChainCheck, type ExportedAuditEntry } from './audit-chain';

const sha256 = (text: string): string => createHash('sha256').update(text, 'utf8').digest('hex');
const ZERO = '0'.repeat(64);

/** One entry worked out by hand from the published rule: previous hash, line feed, JSON array of the columns. */
const TEXT = `${ZERO}\n["c",1,1672880400000,"u","p",null,"run.approved","run","r1","{\\"total\\":100}","复核"]`;

function chain(length: number): ExportedAuditEntry[] {
  const entries: ExportedAuditEntry[] = [];
  for (let seq = 1; seq <= length; seq++) {
    const prevHash = entries.at(-1)?.hash ?? ZERO;
    const columns = {
      scope: 'c',
      seq,
      at: 1672880400000,
      userId: 'u',
      personId: 'p',
      osUser: null,
      action: 'run.approved',
      subjectType: 'run',
      subjectId: `r${seq}`,
      data: '{"total":100}',
      reason: '复核',
    };
    entries.push({ ...columns, prevHash, hash: sha256(`${prevHash}\n${JSON.stringify(Object.values(columns))}`) });
  }
  return entries;
}

const check = (
  entries: readonly ExportedAuditEntry[],
  anchors: { seq: number; hash: string }[] = [],
): [number, string] | undefined => {
  const chainCheck = new AuditChainCheck('c', sha256, anchors);
  entries.forEach((entry) => chainCheck.add(entry));
  const found = chainCheck.end();
  return found && [found.seq, found.fault];
};

describe('audit chain check', () => {
  const good = chain(5);
  const with3 = (change: Partial<ExportedAuditEntry>): ExportedAuditEntry[] =>
    good.map((e) => (e.seq === 3 ? { ...e, ...change } : e));

  it('accepts the chain as written, and an empty one', () => {
    expect(good[0]?.hash).toBe(sha256(TEXT));
    expect(check(good, [{ seq: 5, hash: good[4]?.hash ?? '' }])).toBeUndefined();
    expect(check([])).toBeUndefined();
  });

  it.each([
    ['at', 1],
    ['userId', 'x'],
    ['personId', 'x'],
    ['osUser', 'x'],
    ['action', 'x'],
    ['subjectType', 'x'],
    ['subjectId', 'x'],
    ['data', '{}'],
    ['reason', null],
    ['hash', ZERO],
    ['prevHash', ZERO],
    ['scope', 'd'],
  ] as const)('names the entry whose %s was changed', (column, value) =>
    expect(check(with3({ [column]: value }))).toEqual([3, 'changed']),
  );

  it('names gaps, swaps, splices and cut tails', () => {
    expect(check(good.filter((e) => e.seq !== 2))).toEqual([2, 'missing']);
    expect(check(good.slice(1))).toEqual([1, 'missing']);
    expect(check([...good, good[4] as ExportedAuditEntry])).toEqual([6, 'missing']);
    const spliced = chain(5).map((e, i) => (i < 2 ? { ...e, data: '{}' } : e));
    expect(check(spliced)).toEqual([1, 'changed']);
    const entry = { ...(good[2] as ExportedAuditEntry), prevHash: ZERO };
    const { hash: _, prevHash: __, ...columns } = entry;
    const order = [
      'scope',
      'seq',
      'at',
      'userId',
      'personId',
      'osUser',
      'action',
      'subjectType',
      'subjectId',
      'data',
      'reason',
    ] as const;
    expect(
      check([
        ...good.slice(0, 2),
        { ...entry, hash: sha256(`${ZERO}\n${JSON.stringify(order.map((c) => columns[c]))}`) },
      ]),
    ).toEqual([3, 'unlinked']);
    expect(check(good.slice(0, 3), [{ seq: 4, hash: 'x' }])).toEqual([4, 'cut']);
    expect(check(good, [{ seq: 4, hash: 'x' }])).toEqual([4, 'anchor']);
  });
});
