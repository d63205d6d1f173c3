import type { LocalDate } from '@gridstaff/kernel';
import { engagementsIn } from './pay-pieces';
import { emptyLists, type EngagementStatus, type WorkerFactLists } from './worker-facts';
import { WorkerRecord } from './worker-record';

const AGENCY = { agencyId: 'a1', joinedOn: '2023-01-01' };

describe('states of an engagement', () => {
  let n: number;
  let facts: WorkerFactLists;

  beforeEach(() => {
    n = 0;
    facts = emptyLists();
  });

  /** One change after another, each known later than the one before. */
  const step = (act: (record: WorkerRecord) => unknown): string => {
    const recordedAt = ++n;
    const stamp = { centreId: 'c', recordedAt, recordedBy: 'u', nextId: () => `f${String(++n).padStart(4, '0')}` };
    const record = new WorkerRecord(1, structuredClone(facts), stamp, () => undefined);
    try {
      act(record);
    } catch (error) {
      return (error as { code: string }).code;
    }
    facts.engagement.push(...record.appended.engagement);
    return 'done';
  };
  const hired = (status: EngagementStatus): string => step((r) => r.engage({ ...AGENCY, status }));
  const change = (from: LocalDate, status: EngagementStatus): string =>
    step((r) => r.changeStatus(from, status, null, status === 'suspended' ? { statusReason: 'discipline' } : {}));
  const states = (): string[] =>
    engagementsIn(facts.engagement, { from: '2023-01-01', to: '2026-01-01' }).map((p) => `${p.from} ${p.status}`);

  it('goes from probation to post, through a suspension and back', () => {
    hired('probation');
    expect(change('2023-02-01', 'suspended')).toBe('done');
    expect(change('2023-03-01', 'probation')).toBe('done');
    expect(change('2023-04-01', 'in_post')).toBe('done');
    expect(change('2023-06-01', 'suspended')).toBe('done');
    expect(change('2023-07-01', 'in_post')).toBe('done');
    expect(states()).toEqual([
      ...['2023-01-01 probation', '2023-02-01 suspended', '2023-03-01 probation', '2023-04-01 in_post'],
      ...['2023-06-01 suspended', '2023-07-01 in_post'],
    ]);
  });

  it('keeps the reason with the suspension alone', () => {
    hired('in_post');
    change('2023-06-01', 'suspended');
    change('2023-07-01', 'in_post');
    expect(facts.engagement.map(({ status, statusReason }) => [status, statusReason])).toEqual([
      ['in_post', null],
      ['suspended', 'discipline'],
      ['in_post', null],
    ]);
  });

  it('has no probation after post, whether a suspension lies between or not', () => {
    hired('in_post');
    expect(change('2023-02-01', 'probation')).toBe('PROBATION_ONCE');
    change('2023-03-01', 'suspended');
    change('2023-04-01', 'suspended');
    expect(change('2023-05-01', 'probation')).toBe('PROBATION_ONCE');
    expect(states()).toEqual(['2023-01-01 in_post', '2023-03-01 suspended']);
  });

  it('may have begun with probation after all: the first day is put right', () => {
    hired('in_post');
    expect(change('2023-01-01', 'probation')).toBe('done');
    expect(states()).toEqual(['2023-01-01 probation']);
  });

  it('has another probation in another engagement, as another agency may agree on one', () => {
    hired('in_post');
    step((r) => r.endEngagement('2023-06-30', 'returned_to_agency', 'no longer needed'));
    const again = { agencyId: 'a2', joinedOn: '2023-09-01' };
    expect(step((r) => r.engage({ ...again, status: 'probation' }))).toBe('done');
    expect(states()).toEqual(['2023-01-01 in_post', '2023-09-01 probation']);
  });

  it('begins no engagement of somebody who has died', () => {
    hired('in_post');
    step((r) => r.endEngagement('2023-06-30', 'deceased', null));
    expect(step((r) => r.engage({ ...AGENCY, joinedOn: '2023-09-01', status: 'in_post' }))).toBe('WORKER_DECEASED');
  });
});
