import { addDays, builtUpon, DomainError, type Id, timelineOf } from '@gridstaff/kernel';
import fc from 'fast-check';
import { emptyLists, FACT_KINDS, type FactKind, slotOf, valuesOf, type WorkerFactLists } from './worker-facts';
import { WorkerRecord } from './worker-record';

const BEGIN = '2023-01-01';
const DAYS = 120;
const day = (n: number): string => addDays(BEGIN, n);

/** One act of somebody at a desk or of a row of a file; refused ones change nothing. */
type Act = { kind: number; at: number; length: number; value: number };
const act = fc.record({ kind: fc.nat(7), at: fc.nat(DAYS), length: fc.integer({ min: 1, max: 60 }), value: fc.nat(3) });

function perform(record: WorkerRecord, { kind, at, length, value }: Act): void {
  const from = day(at);
  const grid = { orgUnitId: `g${value}`, covering: false };
  const steps: (() => unknown)[] = [
    () => record.engage({ agencyId: `a${value % 2}`, status: 'in_post', joinedOn: from }, value === 3 ? { lastDay: day(at + length), endReason: 'left' } : undefined),
    () => record.change('assignment', from, grid),
    () => record.change('grade', from, { gradeCode: `W${value}`, postCode: 'W' }),
    () => record.change('phone', from, { phoneCipher: `c${value}`, phoneIndex: `i${value}`, phoneTailIndex: null }),
    () => record.addAssignment({ from, to: day(at + length) }, { ...grid, covering: true }),
    () => record.endEngagement(from, 'left', null),
    () => record.changeStatus(from, value % 2 ? 'suspended' : 'in_post', null),
    () => record.change('certificate', from, { code: `c${value}`, number: null, issuedOn: null }),
  ];
  steps[kind]?.();
}

class Life {
  readonly facts: WorkerFactLists = emptyLists();
  private clock = 1000;
  private ids = 0;

  /** Acts one after the other; @returns the ids of the rows they appended */
  live(acts: readonly Act[]): Set<Id> {
    const made = new Set<Id>();
    for (const one of acts) for (const id of this.step((record) => perform(record, one))) made.add(id);
    return made;
  }

  step(change: (record: WorkerRecord) => void): Id[] {
    this.clock += 1000;
    const nextId = (): string => String(++this.ids).padStart(8, '0');
    const copy = structuredClone(this.facts);
    const record = new WorkerRecord(7, copy, { centreId: 'c', recordedAt: this.clock, recordedBy: 'u', nextId }, () => undefined);
    try {
      change(record);
    } catch (error) {
      if (error instanceof DomainError) return [];
      throw error;
    }
    for (const kind of FACT_KINDS) (this.facts[kind] as unknown[]).push(...record.appended[kind]);
    return FACT_KINDS.flatMap((kind) => record.appended[kind].map(({ id }) => id));
  }

  undo(batch: ReadonlySet<Id>, undone: ReadonlySet<Id>): Id[] {
    return this.step((record) => record.takeBack(batch, undone, '误'));
  }

  builtUpon(batch: ReadonlySet<Id>, undone: ReadonlySet<Id>): boolean {
    const slots = <K extends FactKind>(kind: K) => [...new Set(this.facts[kind].map((f) => slotOf<K>(kind, f)))].map((slot) => this.facts[kind].filter((f) => slotOf<K>(kind, f) === slot));
    return FACT_KINDS.some((kind) => slots(kind).some((facts) => builtUpon(facts, batch, undone) !== undefined));
  }

  /** What holds on every day: each slot of each kind with its values. */
  state(knownAt = Infinity): string[] {
    const said = <K extends FactKind>(kind: K): string[] => {
      const slots = [...new Set(this.facts[kind].map((f) => slotOf<K>(kind, f)))];
      return slots.flatMap((slot) => {
        const pieces = timelineOf(this.facts[kind].filter((f) => slotOf<K>(kind, f) === slot), knownAt);
        const days: string[] = [];
        for (let n = -5; n <= DAYS + 70; n++) {
          const piece = pieces.find((p) => p.from <= day(n) && day(n) < p.to);
          if (piece) days.push(`${kind} ${slot} ${day(n)} ${JSON.stringify(valuesOf(kind, piece.fact))}`);
        }
        return days;
      });
    };
    return FACT_KINDS.flatMap((kind) => said(kind)).sort();
  }

  get now(): number {
    return this.clock;
  }
}

describe('taking a batch back', () => {
  it('is its exact inverse on every day, and leaves what was known before as it was', () => {
    fc.assert(
      fc.property(fc.array(act, { maxLength: 12 }), fc.array(act, { minLength: 1, maxLength: 8 }), (past, batch) => {
        const life = new Life();
        life.live(past);
        const [before, known] = [life.state(), life.now];
        const made = life.live(batch);
        const [between, then] = [life.state(), life.now];
        life.undo(made, new Set());
        expect(life.state()).toEqual(before);
        expect([life.state(known), life.state(then)]).toEqual([before, between]);
      }),
      { numRuns: 150 },
    );
  });

  it('works for one after the other, the last first, as if neither had been', () => {
    fc.assert(
      fc.property(fc.array(act, { maxLength: 8 }), fc.array(act, { minLength: 1, maxLength: 5 }), fc.array(act, { minLength: 1, maxLength: 5 }), (past, first, second) => {
        const life = new Life();
        life.live(past);
        const before = life.state();
        const one = life.live(first);
        const middle = life.state();
        const two = life.live(second);
        for (const id of life.undo(two, new Set())) two.add(id);
        expect(life.state()).toEqual(middle);
        expect(life.builtUpon(one, two)).toBe(false);
        life.undo(one, two);
        expect(life.state()).toEqual(before);
      }),
      { numRuns: 150 },
    );
  });

  it('tells that something was built on it exactly where later rows overlap', () => {
    const life = new Life();
    const engaged = life.live([{ kind: 0, at: 0, length: 1, value: 0 }]);
    const grade = life.live([{ kind: 2, at: 10, length: 1, value: 1 }]);
    life.live([{ kind: 3, at: 5, length: 1, value: 1 }]);
    expect([life.builtUpon(engaged, new Set()), life.builtUpon(grade, new Set())]).toEqual([false, false]);
    const later = life.live([{ kind: 2, at: 20, length: 1, value: 2 }]);
    expect(life.builtUpon(grade, new Set())).toBe(true);
    expect(life.builtUpon(grade, later)).toBe(false);
  });
});
