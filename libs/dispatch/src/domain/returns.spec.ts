import { OPEN_END } from '@gridstaff/kernel';
import { refusalOfReturn } from './return-check';
import { type EvidenceKind, missingEvidence, missingWords, RETURN_GROUNDS, type ReturnGround } from './return-grounds';

const shown = (...entries: [EvidenceKind, string][]) =>
  entries.map(([kind, happenedOn]) => ({ kind, happenedOn, withdrawnAt: null }));
const status = (name: string, from: string, to = OPEN_END) => ({ status: name, from, to });
const person = (protections: { from: string; to: string; ground: string }[] = []) => ({
  workerNo: 7,
  protections,
  stays: [
    {
      ...{ agencyId: 'a', joinedOn: '2024-01-01', from: '2024-01-01', to: OPEN_END, endReason: null },
      statuses: [status('probation', '2024-01-01', '2024-03-01'), status('in_post', '2024-03-01')],
    },
  ],
});
const LAST_DAY = '2024-12-31';
const INCOMPETENT = shown(['failed', '2024-05-01'], ['trained', '2024-06-01'], ['failed_again', '2024-09-01']);
const refused = (ground: ReturnGround, evidence = INCOMPETENT, who = person(), lastDay = LAST_DAY) =>
  refusalOfReturn(who, ground, lastDay, evidence)?.code;

describe('a return to the agency', () => {
  it('for incompetence needs: failed, then trained or moved, then failed again, in this order of days', () => {
    expect(refused('art40_2')).toBeUndefined();
    const missing = (...entries: [EvidenceKind, string][]) => missingEvidence('art40_2', shown(...entries), LAST_DAY);
    expect(missing()).toEqual([['failed'], ['trained', 'moved'], ['failed_again']]);
    expect(missing(['failed', '2024-05-01'], ['moved', '2024-05-01'], ['failed_again', '2024-05-01'])).toEqual([]);
    expect(missing(['failed', '2024-05-01'], ['trained', '2024-04-30'], ['failed_again', '2024-09-01'])).toEqual([['trained', 'moved']]);
    expect(missing(['failed', '2024-05-01'], ['trained', '2024-06-01'], ['failed_again', '2024-05-31'])).toEqual([['failed_again']]);
    expect(missing(['failed', '2024-05-01'], ['trained', '2024-06-01'], ['failed_again', '2025-01-01'])).toEqual([['failed_again']]);
    expect(missingWords([['trained', 'moved'], ['closure']])).toBe(
      '已培训或已调整岗位 (trained or moved to another post); 用工单位被撤销、关闭或解散 (the using unit closed or dissolved)',
    );
  });

  it('does not count what was withdrawn', () => {
    const withdrawn = INCOMPETENT.map((one) => (one.kind === 'failed' ? { ...one, withdrawnAt: 5 as number | null } : one));
    expect(refusalOfReturn(person(), 'art40_2', LAST_DAY, withdrawn)).toMatchObject({ code: 'RETURN_EVIDENCE_MISSING', params: { missing: '考核不能胜任工作 (assessed as unable to do the work)' } });
  });

  it('is refused while protected, on the last day itself too, unless for misconduct', () => {
    const sheltered = person([
      { ground: 'pregnancy', from: '2024-10-01', to: '2025-01-01' },
      { ground: 'nursing', from: '2024-12-01', to: '2025-06-01' },
    ]);
    expect(refusalOfReturn(sheltered, 'art40_2', LAST_DAY, INCOMPETENT)).toMatchObject({ code: 'RETURN_PROTECTED', params: { until: '2025-05-31' } });
    expect(refused('art40_2', INCOMPETENT, sheltered, '2025-06-01')).toBeUndefined();
    expect(refused('rule12_2', shown(['closure', '2024-11-01']), sheltered)).toBe('RETURN_PROTECTED');
    const breach = shown(['rules_announced', '2024-01-01'], ['violation', '2024-11-01']);
    expect(refused('art39_2', breach, sheltered)).toBeUndefined();
  });

  it('for not meeting the conditions of recruitment is one of probation alone', () => {
    const unfit = shown(['recruitment_condition', '2024-01-01'], ['assessed_unfit', '2024-02-20']);
    expect(refused('art39_1', unfit, person(), '2024-02-29')).toBeUndefined();
    expect(refused('art39_1', unfit, person(), '2024-03-01')).toBe('RETURN_NOT_IN_PROBATION');
  });

  it('needs somebody who is there', () => {
    expect(refused('art40_2', INCOMPETENT, person(), '2023-12-31')).toBe('NOT_ENGAGED');
  });

  it('asks for evidence on every ground', () => {
    const codes = Object.keys(RETURN_GROUNDS) as ReturnGround[];
    for (const code of codes) expect([code, missingEvidence(code, [], LAST_DAY).length]).toEqual([code, RETURN_GROUNDS[code].steps.length]);
  });
});
