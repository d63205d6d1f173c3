import {
  covers,
  type DateRange,
  dateRange,
  DomainError,
  addDays,
  type Fact,
  type Id,
  intersect,
  inverseOf,
  type LocalDate,
  OPEN_END,
  overlaps,
  timelineOf,
} from '@gridstaff/kernel';
import { withTerm } from './contract';
import { assertMayFollow } from './engagement-states';
import { afterAll, placeOfChange, recorded, type Stamp } from './fact-change';
import { type Piece, type Stay, staysOf } from './stays';
import {
  BOUND_KINDS,
  type EndReason,
  FACT_KINDS,
  NO_PROBATION_WAGES,
  type ProbationWages,
  type FactKind,
  type FactValues,
  sameValues,
  sharedLists,
  type SuspensionReason,
  slotOf,
  VALUE_KEYS,
  valuesOf,
  type WorkerFact,
  type WorkerFactLists,
} from './worker-facts';

/** Refuses an assignment to something that is no grid during the whole range. */
export type GridCheck = (orgUnitId: Id, range: DateRange) => void;

interface PutOptions {
  reason?: string | null;
  supersedes?: Id | null;
  retracted?: boolean;
  /** What held before holds again, whatever its grid has become since. */
  restored?: boolean;
}

const min = (a: LocalDate, b: LocalDate): LocalDate => (a < b ? a : b);
const isBound = (kind: FactKind): boolean => (BOUND_KINDS as readonly FactKind[]).includes(kind);

/**
 * What is known of one worker, and the one place where changes become facts. Every method appends rows to `appended` and never alters
 * one; what they leave true is sound: engagements do not overlap, and what hangs on an engagement does not outlive it.
 */
export class WorkerRecord {
  readonly appended = sharedLists();
  private readonly stamp: Stamp;
  private no: number;

  constructor(
    workerNo: number,
    private readonly facts: WorkerFactLists,
    stamp: Stamp,
    private readonly checkGrid: GridCheck,
  ) {
    this.no = workerNo;
    const known: Fact[] = [];
    for (const kind of FACT_KINDS) known.push(...facts[kind]);
    this.stamp = afterAll(stamp, known);
  }

  get workerNo(): number {
    return this.no;
  }

  get changed(): boolean {
    return FACT_KINDS.some((kind) => this.appended[kind].length > 0);
  }

  /** Numbers are taken in bulk after everybody's facts have been checked. */
  assignNumber(workerNo: number): void {
    this.no = workerNo;
    for (const kind of FACT_KINDS) for (const fact of this.appended[kind]) fact.workerNo = workerNo;
  }

  /** As known now, in order; of one slot where a kind has several. */
  pieces<K extends FactKind>(kind: K, slot = kind === 'assignment' ? 'main' : ''): Piece<K>[] {
    return timelineOf(this.inSlot(kind, slot));
  }

  slots<K extends FactKind>(kind: K): string[] {
    return [...new Set(this.facts[kind].map((fact) => slotOf<K>(kind, fact)))];
  }

  /** Whether anything of the kind was ever recorded, what was taken back included. */
  hasAny(kind: FactKind): boolean {
    return this.facts[kind].length > 0;
  }

  /** In force on a date. */
  on<K extends FactKind>(kind: K, date: LocalDate, slot?: string): WorkerFact<K> | undefined {
    return this.pieces(kind, slot).find((p) => covers(p, date))?.fact;
  }

  stays(): Stay[] {
    return staysOf(this.pieces('engagement'));
  }

  /** The engagement on a date. @throws DomainError NOT_ENGAGED */
  stayOn(date: LocalDate, field: string): Stay {
    const stay = this.stays().find((s) => covers(s, date));
    if (!stay) throw new DomainError('NOT_ENGAGED', { date }, { field, ...this.place() });
    return stay;
  }

  /**
   * Begins an engagement (hire, re-hire).
   * @throws DomainError ENGAGEMENT_OVERLAP, EMPTY_RANGE, WORKER_DECEASED
   */
  engage(
    values: Omit<FactValues['engagement'], 'endReason' | 'statusReason' | keyof ProbationWages> & Partial<ProbationWages>,
    end?: { lastDay: LocalDate; endReason: EndReason },
    reason?: string | null,
  ): void {
    const range = dateRange(values.joinedOn, end ? addDays(end.lastDay, 1) : OPEN_END, 'lastDay');
    this.refuseOverlap(range, 'joinedOn');
    if (this.pieces('engagement').some(({ fact, to }) => fact.endReason === 'deceased' && to <= range.from))
      throw new DomainError('WORKER_DECEASED', {}, { field: 'joinedOn', ...this.place() });
    const begun = { statusReason: null, endReason: end?.endReason ?? null };
    this.put('engagement', range, { ...NO_PROBATION_WAGES, ...values, ...begun }, { reason });
  }

  /**
   * From a date on something else is true, up to the next change that is already known. @returns false when it is true anyway
   * @throws DomainError NOT_ENGAGED, BEFORE_ENGAGEMENT, NOT_A_GRID, GRID_NOT_VALID
   */
  change<K extends FactKind>(
    kind: K,
    from: LocalDate,
    values: FactValues[K],
    options: PutOptions & { field?: string } = {},
  ): boolean {
    const field = options.field ?? 'from';
    const { to, held } = placeOfChange(this.inSlot(kind, slotOf(kind, values)), from);
    if (held && sameValues(kind, held, values)) return false;
    let end = to;
    if (isBound(kind)) end = min(end, this.stayOn(from, field).to);
    else this.refuseBeforeEngagement(from, field);
    this.put(kind, { from, to: end }, values, { ...options, supersedes: held?.id ?? null });
    return true;
  }

  /**
   * A further grid for a time. Two grids at once are refused unless the second is being covered.
   * @throws DomainError ASSIGNMENT_OVERLAP, NOT_ENGAGED, NOT_A_GRID, GRID_NOT_VALID
   */
  addAssignment(range: DateRange, values: FactValues['assignment'], reason?: string | null): void {
    const stay = this.stayOn(range.from, 'from');
    const bounded = { from: range.from, to: min(range.to, stay.to) };
    if (!values.covering) this.refuseSecondGrid(bounded);
    this.put('assignment', bounded, values, { reason });
  }

  /** From a date on the unit is no more: whoever is on it goes to another, and covering it ends. @throws DomainError NOT_A_GRID, GRID_NOT_VALID */
  leaveUnit(orgUnitId: Id, date: LocalDate, toUnitId: Id | undefined, reason: string): void {
    for (const piece of this.slots('assignment').flatMap((slot) => this.pieces('assignment', slot))) {
      if (piece.to <= date || piece.fact.orgUnitId !== orgUnitId) continue;
      const range = { from: piece.from > date ? piece.from : date, to: piece.to };
      const retracted = piece.fact.covering || toUnitId === undefined;
      const values = retracted ? valuesOf('assignment', piece.fact) : { orgUnitId: toUnitId, covering: false };
      this.put('assignment', range, values, { reason, supersedes: piece.fact.id, retracted });
    }
  }

  /**
   * The written contract of an engagement, for its term. It begins within an engagement of the same agency, and ends with it at the latest.
   * @throws DomainError CONTRACT_OVERLAP, NOT_ENGAGED
   */
  addContract(values: Omit<FactValues['contract'], 'agencyId'>, reason?: string | null): void {
    const stay = this.stayOn(values.startsOn, 'startsOn');
    const end = values.endsOn === null ? OPEN_END : addDays(values.endsOn, 1);
    const range = { from: values.startsOn, to: min(end, stay.to) };
    const other = this.pieces('contract').find((p) => overlaps(p, range));
    if (other) {
      const { from, to } = other;
      throw new DomainError('CONTRACT_OVERLAP', { from, to }, { field: 'startsOn', ...this.place() });
    }
    this.put('contract', range, { ...values, agencyId: stay.agencyId }, { reason });
  }

  /**
   * A protection for as long as its ground lasts; a longer or shorter range of the same ground replaces what it covers.
   * @throws DomainError BEFORE_ENGAGEMENT
   */
  protect(range: DateRange, values: FactValues['protection'], reason?: string | null): void {
    this.refuseBeforeEngagement(range.from, 'from');
    this.put('protection', range, values, { reason });
  }

  /**
   * Probation passed, suspended, back in post. What is not given of the wages of probation stays.
   * @throws DomainError NOT_ENGAGED, PROBATION_ONCE
   */
  changeStatus(
    from: LocalDate,
    status: FactValues['engagement']['status'],
    reason: string | null,
    more: Partial<ProbationWages> & { statusReason?: SuspensionReason } = {},
  ): boolean {
    assertMayFollow(this.stayOn(from, 'from'), from, status);
    const held = valuesOf('engagement', this.on('engagement', from) as WorkerFact<'engagement'>);
    const statusReason = status === 'suspended' ? (more.statusReason ?? held.statusReason) : null;
    return this.change('engagement', from, { ...held, ...more, status, statusReason }, { reason });
  }

  /**
   * The engagement ends with `lastDay`, and with it the assignment, grade and contributions.
   * @throws DomainError NOT_ENGAGED, ENGAGEMENT_ENDED when it ends on that day anyway
   */
  endEngagement(lastDay: LocalDate, endReason: EndReason, reason: string | null): void {
    const stay = this.stayOn(lastDay, 'lastDay');
    const end = addDays(lastDay, 1);
    if (stay.to === end) throw new DomainError('ENGAGEMENT_ENDED', { lastDay }, { field: 'lastDay', ...this.place() });
    for (const piece of stay.pieces) {
      if (piece.to <= end) continue;
      this.put(
        'engagement',
        { from: end > piece.from ? end : piece.from, to: piece.to },
        valuesOf('engagement', piece.fact),
        {
          reason,
          supersedes: piece.fact.id,
          retracted: true,
        },
      );
    }
    const last = stay.pieces.find((p) => covers(p, lastDay)) as Piece<'engagement'>;
    this.put(
      'engagement',
      { from: last.from, to: end },
      { ...valuesOf('engagement', last.fact), endReason },
      { reason, supersedes: last.fact.id },
    );
    this.trim(reason);
  }

  /**
   * Puts right a row that was wrong from the start: the old range is taken back and the right one recorded. When the first day of an
   * engagement moves, what began with it moves too.
   * @throws DomainError FACT_NOT_IN_FORCE, EMPTY_RANGE and those of the kind
   */
  correct<K extends FactKind>(
    kind: K,
    factId: Id,
    change: { from?: LocalDate; to?: LocalDate; values?: (wrong: FactValues[K]) => FactValues[K] },
    reason: string,
  ): void {
    const wrong = this.inForce(kind, factId);
    const first = wrong[0] as Piece<K>;
    const was: DateRange = { from: first.from, to: (wrong.at(-1) as Piece<K>).to };
    const range = dateRange(change.from ?? was.from, change.to ?? was.to, 'to');
    let values = valuesOf(kind, first.fact);
    if (kind === 'contract' && (change.from ?? change.to) !== undefined)
      values = withTerm(values as FactValues['contract'], range) as FactValues[K];
    if (change.values) values = change.values(values);
    const stay = kind === 'engagement' ? this.stayOn(was.from, 'from') : undefined;
    const opening = stay?.from === was.from && range.from !== was.from ? stay : undefined;
    if (opening) values = { ...values, joinedOn: range.from };
    for (const piece of wrong)
      this.put(kind, piece, valuesOf(kind, piece.fact), { reason, supersedes: factId, retracted: true });
    if (isBound(kind)) this.refuseOutside(range);
    else if (kind !== 'engagement') this.refuseBeforeEngagement(range.from, 'from');
    else this.refuseOverlap(range, 'from');
    if (kind === 'assignment' && slotOf(kind, values) === 'main') this.refuseSecondGrid(range);
    this.put(kind, range, values, { reason, supersedes: factId });
    if (opening) this.moveOpening(opening, range.from, reason);
    if (kind === 'engagement') this.trim(reason);
  }

  /**
   * Takes a fact back as if it had never been recorded: what it had covered is true again, and where there was nothing there is nothing.
   * @throws DomainError FACT_NOT_IN_FORCE
   */
  retract<K extends FactKind>(kind: K, factId: Id, reason: string): void {
    const wrong = this.inForce(kind, factId);
    const fact = (wrong[0] as Piece<K>).fact;
    const beneath = timelineOf(this.inSlot(kind, slotOf(kind, fact)).filter((f) => f.id !== factId));
    for (const piece of wrong)
      this.put(kind, piece, valuesOf(kind, fact), { reason, supersedes: factId, retracted: true });
    for (const piece of wrong) {
      for (const below of beneath) {
        const part = intersect(piece, below);
        if (part) this.put(kind, part, valuesOf(kind, below.fact), { reason, supersedes: factId });
      }
    }
    if (kind === 'engagement') this.trim(reason);
  }

  /**
   * Takes back everything that a batch recorded, so that on every day holds what would hold without it. The caller has made sure that nothing
   * was built on it, see `builtUpon`.
   * @param undone rows of batches taken back before
   */
  takeBack(batch: ReadonlySet<Id>, undone: ReadonlySet<Id>, reason: string): void {
    for (const kind of FACT_KINDS) for (const slot of this.slots(kind)) this.takeBackSlot(kind, slot, batch, undone, reason);
  }

  private takeBackSlot<K extends FactKind>(kind: K, slot: string, batch: ReadonlySet<Id>, undone: ReadonlySet<Id>, reason: string): void {
    for (const { from, to, restore, taken } of inverseOf(this.inSlot(kind, slot), batch, undone)) {
      const options = { reason, supersedes: taken.id, retracted: !restore, restored: true };
      this.put(kind, { from, to }, valuesOf(kind, restore ?? taken), options);
    }
  }

  private moveOpening(stay: Stay, joinedOn: LocalDate, reason: string): void {
    for (const piece of stay.pieces.slice(1)) {
      this.put(
        'engagement',
        piece,
        { ...valuesOf('engagement', piece.fact), joinedOn },
        { reason, supersedes: piece.fact.id },
      );
    }
    if (joinedOn > stay.from) return;
    // A contract begins on the day written in it, whenever the work began.
    for (const kind of BOUND_KINDS) if (kind !== 'contract') this.extendBack(kind, stay.from, joinedOn, reason);
  }

  private extendBack(kind: (typeof BOUND_KINDS)[number], from: LocalDate, to: LocalDate, reason: string): void {
    for (const slot of this.slots(kind)) {
      const piece = this.pieces(kind, slot).find((p) => p.from === from);
      if (piece) this.put(kind, { from: to, to: from }, valuesOf(kind, piece.fact), { reason });
    }
  }

  /** Takes back what sticks out of the engagements. */
  private trim(reason: string | null): void {
    const stays = this.stays();
    for (const kind of BOUND_KINDS)
      for (const slot of this.slots(kind))
        for (const piece of this.pieces(kind, slot)) this.cutOff(kind, piece, stays, reason);
  }

  private cutOff<K extends FactKind>(kind: K, piece: Piece<K>, stays: readonly Stay[], reason: string | null): void {
    const options = { reason, supersedes: piece.fact.id, retracted: true };
    let at = piece.from;
    for (const stay of stays) {
      const inside = intersect(piece, stay);
      if (!inside) continue;
      if (inside.from > at) this.put(kind, { from: at, to: inside.from }, valuesOf(kind, piece.fact), options);
      at = inside.to;
    }
    if (at < piece.to) this.put(kind, { from: at, to: piece.to }, valuesOf(kind, piece.fact), options);
  }

  private put<K extends FactKind>(kind: K, range: DateRange, values: FactValues[K], options: PutOptions): void {
    if (kind === 'assignment' && !options.retracted && !options.restored)
      this.checkGrid((values as FactValues['assignment']).orgUnitId, range);
    // Assigned in one order, not spread: thousands of people's facts of a kind then share one shape, and take a third of the memory.
    const fact = Object.assign(recorded(this.stamp, range, options.supersedes ?? null, options.retracted ?? false), {
      workerNo: this.no,
      reason: options.reason ?? null,
    }) as WorkerFact<K>;
    for (const key of VALUE_KEYS[kind]) fact[key] = values[key] as WorkerFact<K>[typeof key];
    // New lists of just their length: one that grows reserves room for sixteen more, twice for each of thousands of people.
    this.facts[kind] = [...this.facts[kind], fact] as WorkerFactLists[K];
    this.appended[kind] = [...this.appended[kind], fact] as WorkerFactLists[K];
  }

  private inSlot<K extends FactKind>(kind: K, slot: string): WorkerFact<K>[] {
    return this.facts[kind].filter((fact) => slotOf<K>(kind, fact) === slot);
  }

  private inForce<K extends FactKind>(kind: K, factId: Id): Piece<K>[] {
    const fact = this.facts[kind].find((f) => f.id === factId);
    if (!fact) throw new DomainError('NOT_FOUND', { what: 'fact' }, this.place());
    const pieces = this.pieces(kind, slotOf<K>(kind, fact)).filter((p) => p.fact.id === factId);
    if (pieces.length === 0) throw new DomainError('FACT_NOT_IN_FORCE', {}, this.place());
    return pieces;
  }

  private refuseOverlap(range: DateRange, field: string): void {
    const other = this.pieces('engagement').find((p) => overlaps(p, range));
    if (other)
      throw new DomainError('ENGAGEMENT_OVERLAP', { from: other.from, to: other.to }, { field, ...this.place() });
  }

  private refuseSecondGrid(range: DateRange): void {
    const other = this.pieces('assignment').find((p) => overlaps(p, range));
    if (other)
      throw new DomainError(
        'ASSIGNMENT_OVERLAP',
        { from: other.from, to: other.to },
        { field: 'from', ...this.place() },
      );
  }

  private refuseOutside(range: DateRange): void {
    const stay = this.stayOn(range.from, 'from');
    if (range.to > stay.to)
      throw new DomainError('AFTER_ENGAGEMENT', { date: stay.to }, { field: 'to', ...this.place() });
  }

  private refuseBeforeEngagement(from: LocalDate, field: string): void {
    const first = this.pieces('engagement')[0];
    if (!first || from < first.from)
      throw new DomainError('BEFORE_ENGAGEMENT', { date: first?.from ?? '' }, { field, ...this.place() });
  }

  private place(): { workerNo?: number } {
    return this.no > 0 ? { workerNo: this.no } : {};
  }
}
