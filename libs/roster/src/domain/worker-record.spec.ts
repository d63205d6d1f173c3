import { asOf, DomainError, OPEN_END, timelineOf } from '@gridstaff/kernel';
import { payFactsOf } from './pay-pieces';
import { emptyLists, type WorkerFactLists } from './worker-facts';
import { type GridCheck, WorkerRecord } from './worker-record';

const anyGrid: GridCheck = (unitId) => {
  if (unitId === 'street') throw new DomainError('NOT_A_GRID', { code: unitId }, {});
};
const HIRED = { agencyId: 'a1', status: 'in_post' as const, joinedOn: '2023-01-01' };
const WHOLE = { from: '2022-01-01', to: '2025-01-01' };

/** One worker whose facts are recorded in steps of a second; each step may know what was recorded before. */
class History {
  readonly facts: WorkerFactLists = emptyLists();
  private clock = 1000;
  private ids = 0;

  step(change: (record: WorkerRecord) => void): number {
    const now = this.clock;
    this.clock += 1000;
    const nextId = (): string => String(++this.ids).padStart(6, '0');
    change(new WorkerRecord(7, this.facts, { centreId: 'c', recordedAt: now, recordedBy: 'u', nextId }, anyGrid));
    return now;
  }

  get record(): WorkerRecord {
    return new WorkerRecord(
      7,
      this.facts,
      { centreId: 'c', recordedAt: 0, recordedBy: 'u', nextId: () => '' },
      anyGrid,
    );
  }

  grades(knownAt = Infinity): string[] {
    return timelineOf(this.facts.grade, knownAt).map((p) => `${p.from} ${p.fact.gradeCode}`);
  }

  pay() {
    return payFactsOf({ workerNo: 7, workerId: 'w', facts: this.facts }, WHOLE, (orgUnitId) => orgUnitId);
  }
}

function hired(): History {
  const history = new History();
  history.step((r) => {
    r.engage(HIRED);
    r.change('assignment', '2023-01-01', { orgUnitId: 'g1', covering: false });
    r.change('grade', '2023-01-01', { gradeCode: 'W1', postCode: 'W' });
  });
  return history;
}

const grade = (gradeCode: string) => ({ gradeCode, postCode: 'W' });
const refused = (code: string) => expect.objectContaining({ code }) as Error;

describe('what is known of a worker', () => {
  it('keeps what was known then beside what is known now', () => {
    const history = hired();
    const march = history.step((r) => r.change('grade', '2023-03-01', grade('W2')));
    history.step((r) => r.change('grade', '2023-02-01', grade('W3')));
    expect(history.grades(march - 1)).toEqual(['2023-01-01 W1']);
    expect(history.grades(march)).toEqual(['2023-01-01 W1', '2023-03-01 W2']);
    expect(history.grades()).toEqual(['2023-01-01 W1', '2023-02-01 W3', '2023-03-01 W2']);
    expect(asOf(history.facts.grade, '2023-02-15', march)?.gradeCode).toBe('W1');
  });

  it('says false and appends nothing when a change is true anyway', () => {
    const history = hired();
    history.step((r) => {
      expect(r.change('grade', '2023-05-01', grade('W1'))).toBe(false);
      expect(r.changed).toBe(false);
    });
  });

  it('undoes a retracted change exactly: what it covered is true again', () => {
    const history = hired();
    history.step((r) => r.change('grade', '2023-03-01', grade('W2')));
    const wrong = history.facts.grade[1];
    history.step((r) => r.retract('grade', wrong?.id ?? '', 'typed for another person'));
    expect(history.pay().grades).toEqual([{ from: '2023-01-01', to: '2025-01-01', gradeCode: 'W1', postCode: 'W' }]);
    expect(history.facts.grade.every((f, i, all) => i < 2 || f.recordedAt > (all[1]?.recordedAt ?? 0))).toBe(true);
    expect(() => history.step((r) => r.retract('grade', wrong?.id ?? '', 'again'))).toThrow(
      refused('FACT_NOT_IN_FORCE'),
    );
  });

  it('ends an engagement with everything that hangs on it, and takes the person back later', () => {
    const history = hired();
    history.step((r) => r.endEngagement('2023-06-30', 'returned_to_agency', 'art. 65'));
    expect(history.record.stays()).toMatchObject([{ from: '2023-01-01', to: '2023-07-01' }]);
    expect(history.record.pieces('engagement')[0]?.fact.endReason).toBe('returned_to_agency');
    for (const kind of ['assignment', 'grade'] as const)
      expect(history.record.pieces(kind)).toMatchObject([{ to: '2023-07-01' }]);
    expect(() => history.step((r) => r.change('grade', '2023-07-01', grade('W2')))).toThrow(refused('NOT_ENGAGED'));
    expect(() => history.step((r) => r.endEngagement('2023-06-30', 'left', null))).toThrow(refused('ENGAGEMENT_ENDED'));
    expect(() => history.step((r) => r.engage({ ...HIRED, joinedOn: '2023-06-30' }))).toThrow(
      refused('ENGAGEMENT_OVERLAP'),
    );
    history.step((r) => {
      r.engage({ ...HIRED, agencyId: 'a2', joinedOn: '2023-07-01' });
      r.change('grade', '2023-07-01', grade('W1'));
    });
    expect(history.pay().engagements).toEqual([
      { from: '2023-01-01', to: '2023-07-01', agencyId: 'a1', status: 'in_post', joinedOn: '2023-01-01' },
      { from: '2023-07-01', to: '2025-01-01', agencyId: 'a2', status: 'in_post', joinedOn: '2023-07-01' },
    ]);
  });

  it('refuses overlapping engagements on either side and an end before the beginning', () => {
    const history = hired();
    for (const joinedOn of ['2022-12-31', '2023-01-01', '2024-01-01'])
      expect(() => history.step((r) => r.engage({ ...HIRED, joinedOn }))).toThrow(refused('ENGAGEMENT_OVERLAP'));
    const before = { lastDay: '2022-12-31', endReason: 'left' as const };
    history.step((r) => r.engage({ ...HIRED, joinedOn: '2022-06-01' }, before));
    expect(() =>
      history.step((r) => r.engage({ ...HIRED, joinedOn: '2022-01-02' }, { ...before, lastDay: '2022-01-01' })),
    ).toThrow(refused('EMPTY_RANGE'));
  });

  it('puts nobody on two grids unless covering; a covered grid counts for pay only where there is no other', () => {
    const history = hired();
    const may = { from: '2023-05-01', to: '2023-06-01' };
    expect(() => history.step((r) => r.addAssignment(may, { orgUnitId: 'g2', covering: false }))).toThrow(
      refused('ASSIGNMENT_OVERLAP'),
    );
    expect(() => history.step((r) => r.addAssignment(may, { orgUnitId: 'street', covering: true }))).toThrow(
      refused('NOT_A_GRID'),
    );
    history.step((r) => r.addAssignment(may, { orgUnitId: 'g2', covering: true }));
    expect(history.pay().assignments.map((p) => p.gridCode)).toEqual(['g1']);
    const main = history.facts.assignment[0]?.id ?? '';
    history.step((r) => r.correct('assignment', main, { to: '2023-05-10' }, 'moved away'));
    expect(history.pay().assignments).toMatchObject([
      { from: '2023-01-01', to: '2023-05-10', gridCode: 'g1' },
      { from: '2023-05-10', to: '2023-06-01', gridCode: 'g2' },
    ]);
    history.step((r) => r.addAssignment({ from: '2023-07-01', to: OPEN_END }, { orgUnitId: 'g3', covering: false }));
    expect(history.record.on('assignment', '2024-01-01')?.orgUnitId).toBe('g3');
  });

  it('lets nothing begin before the engagement or outlive it', () => {
    const history = hired();
    expect(() => history.step((r) => r.change('grade', '2022-12-31', grade('W2')))).toThrow(refused('NOT_ENGAGED'));
    expect(() =>
      history.step((r) => r.change('certificate', '2022-12-31', { code: 'S', number: null, issuedOn: null })),
    ).toThrow(refused('BEFORE_ENGAGEMENT'));
    history.step((r) => r.endEngagement('2023-12-31', 'left', null));
    const piece = history.record.pieces('grade')[0];
    expect(() => history.step((r) => r.correct('grade', piece?.fact.id ?? '', { to: '2024-02-01' }, 'x'))).toThrow(
      refused('AFTER_ENGAGEMENT'),
    );
  });

  it.each([
    ['earlier', '2022-11-01'],
    ['later', '2023-02-01'],
  ])('moves what began with an engagement when its first day was %s', (_, joinedOn) => {
    const history = hired();
    history.step((r) => r.changeStatus('2023-04-01', 'suspended', 'sick'));
    const first = history.facts.engagement[0]?.id ?? '';
    history.step((r) => r.correct('engagement', first, { from: joinedOn }, 'contract says so'));
    expect(history.pay().engagements).toEqual([
      { from: joinedOn, to: '2023-04-01', agencyId: 'a1', status: 'in_post', joinedOn },
      { from: '2023-04-01', to: '2025-01-01', agencyId: 'a1', status: 'suspended', joinedOn },
    ]);
    expect(history.pay().grades).toEqual([{ from: joinedOn, to: '2025-01-01', gradeCode: 'W1', postCode: 'W' }]);
    expect(history.pay().assignments).toMatchObject([{ from: joinedOn, to: '2025-01-01' }]);
  });

  it('takes everything back with a retracted engagement', () => {
    const history = hired();
    history.step((r) => r.retract('engagement', history.facts.engagement[0]?.id ?? '', 'hired at another centre'));
    expect(history.pay()).toMatchObject({ engagements: [], grades: [], assignments: [] });
  });

  it('lets the later record win even when the clock was set back', () => {
    const history = hired();
    const early = { centreId: 'c', recordedAt: 5, recordedBy: 'u', nextId: () => '000000' };
    new WorkerRecord(7, history.facts, early, anyGrid).change('grade', '2023-01-01', grade('W9'));
    expect(history.grades()).toEqual(['2023-01-01 W9']);
  });
});

describe('the written contract of a worker', () => {
  const contract = (startsOn: string, endsOn: string | null) => ({
    ...{ contractNo: null, postKind: 'auxiliary' as const, fullTime: true, startsOn, endsOn },
    ...{ probationEndsOn: null, signedOn: null },
  });
  const held = (history: History): string[] =>
    history.record.pieces('contract').map(({ from, to, fact }) => `${from} ${to} ${fact.startsOn} ${fact.endsOn ?? ''}`);

  it('runs for its term, is renewed the day after, and never meets another', () => {
    const history = hired();
    history.step((r) => r.addContract(contract('2023-01-01', '2024-12-31')));
    expect(() => history.step((r) => r.addContract(contract('2024-12-31', null)))).toThrow(refused('CONTRACT_OVERLAP'));
    expect(() => history.step((r) => r.addContract(contract('2022-12-31', null)))).toThrow(refused('NOT_ENGAGED'));
    history.step((r) => r.addContract(contract('2025-01-01', null)));
    expect(held(history)).toEqual([
      '2023-01-01 2025-01-01 2023-01-01 2024-12-31',
      `2025-01-01 ${OPEN_END} 2025-01-01 `,
    ]);
  });

  it('ends with the engagement and still says what was agreed', () => {
    const history = hired();
    history.step((r) => r.addContract(contract('2023-01-01', '2024-12-31')));
    history.step((r) => r.endEngagement('2023-06-30', 'left', null));
    expect(held(history)).toEqual(['2023-01-01 2023-07-01 2023-01-01 2024-12-31']);
  });

  it('says its corrected term, and does not begin earlier because the work did', () => {
    const history = hired();
    history.step((r) => r.addContract(contract('2023-01-01', '2024-12-31')));
    const { fact } = history.record.pieces('contract')[0] as { fact: { id: string } };
    history.step((r) => r.correct('contract', fact.id, { from: '2023-02-01', to: '2025-02-01' }, 'typed wrongly'));
    expect(held(history)).toEqual(['2023-02-01 2025-02-01 2023-02-01 2025-01-31']);
    const { id } = history.record.pieces('engagement')[0]?.fact as { id: string };
    history.step((r) => r.correct('engagement', id, { from: '2022-12-01' }, 'came earlier'));
    expect(held(history)).toEqual(['2023-02-01 2025-02-01 2023-02-01 2025-01-31']);
  });

  it('keeps protections of each ground apart; a later row of one ground replaces what it covers', () => {
    const history = hired();
    const protect = (ground: 'pregnancy' | 'nursing', from: string, to: string): void => {
      history.step((r) => r.protect({ from, to }, { ground, evidenceCipher: 'sealed' }));
    };
    protect('pregnancy', '2023-03-01', '2023-12-01');
    protect('nursing', '2023-11-01', '2024-11-01');
    protect('pregnancy', '2023-03-01', '2023-11-20');
    const ranges = (ground: string) => history.record.pieces('protection', ground).map(({ from, to }) => `${from} ${to}`);
    expect(ranges('pregnancy')).toEqual(['2023-03-01 2023-11-20', '2023-11-20 2023-12-01']);
    expect(ranges('nursing')).toEqual(['2023-11-01 2024-11-01']);
  });
});
