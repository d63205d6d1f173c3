import { AuditLog } from '@gridstaff/audit';
import { type Actor, can, requirePermission } from '@gridstaff/contracts';
import { addDays, DomainError, type Fact, type Id, type LocalDate, OPEN_END, parseDate, timelineOf } from '@gridstaff/kernel';
import { UnitOfWork } from '@gridstaff/persistence';
import { Structure } from '@gridstaff/roster';
import { Clock, Ids } from '@gridstaff/runtime';
import { Injectable } from '@nestjs/common';
import { recordedAfter } from '../domain/current';
import { checkHours, type HoursFact, type HoursRule, unitSubject, workerSubject } from '../domain/hours-system';
import { type ShiftPattern, ScheduleStore } from '../domain/schedule-store';
import { checkShift, readShift, type Shift, type ShiftFact, shiftsOn } from '../domain/shift';
import { Workforce } from './workforce';

/** Whom a working-time system is for: everybody below a unit, or one person. */
export type HoursSubject = { unitId: Id } | { workerNo: number };

export interface HoursEntry extends HoursRule {
  from: LocalDate;
  /** Last day of the approval; null: until further notice. */
  until: LocalDate | null;
}

export interface HoursStanding extends HoursEntry {
  subject: string;
}

const LONGEST_PATTERN = 62;
const LONGEST_NAME = 40;

/** Shifts, rotations and working-time systems of a centre, each from a date on. Reading needs `attendance:read` or `attendance:team`, changing `attendance:write`. */
@Injectable()
export class ShiftBook {
  constructor(
    private readonly store: ScheduleStore,
    private readonly structure: Structure,
    private readonly workforce: Workforce,
    private readonly uow: UnitOfWork,
    private readonly audit: AuditLog,
    private readonly clock: Clock,
    private readonly ids: Ids,
  ) {}

  /** Shifts in force on a day. */
  async shifts(actor: Actor, centreId: Id, on: LocalDate): Promise<ShiftFact[]> {
    this.mayRead(actor, centreId);
    return [...shiftsOn(await this.store.shifts(centreId), parseDate(on, 'on')).values()];
  }

  async patterns(actor: Actor, centreId: Id): Promise<ShiftPattern[]> {
    this.mayRead(actor, centreId);
    return this.store.patterns(centreId);
  }

  /** A new shift, or other times of one from a date on. @throws DomainError SHIFT_CODE, SHIFT_MARK, SHIFT_TIMES, SHIFT_MARK_TAKEN, NOT_FOUND, FORBIDDEN */
  async record(actor: Actor, centreId: Id, shift: Shift, from: LocalDate): Promise<void> {
    requirePermission(actor, 'attendance:write', centreId);
    checkShift(shift);
    await this.uow.run(async () => {
      const known = await this.store.shifts(centreId);
      const words = [shift.mark, shift.name].map((word) => word.toUpperCase());
      const taken = [...shiftsOn(known, from).values()].find(({ code, mark, name }) => code !== shift.code && [code, mark, name].some((word) => words.includes(word.toUpperCase())));
      if (taken) throw new DomainError('SHIFT_MARK_TAKEN', { mark: shift.mark, name: taken.name }, { field: 'mark' });
      await this.append(actor, centreId, known, shift, from, false);
    });
  }

  /** The shift is planned no more from this day on. @throws DomainError NOT_FOUND, FORBIDDEN */
  async end(actor: Actor, centreId: Id, code: string, from: LocalDate): Promise<void> {
    requirePermission(actor, 'attendance:write', centreId);
    await this.uow.run(async () => {
      const known = await this.store.shifts(centreId);
      const shift = shiftsOn(known, from).get(code);
      if (!shift) throw new DomainError('NOT_FOUND', { what: 'shift' });
      await this.append(actor, centreId, known, shift, from, true);
    });
  }

  /** Keeps a rotation under a name; without days it is taken away. @throws DomainError SHIFT_UNKNOWN, MISSING_FIELD, OUT_OF_RANGE, NOT_FOUND, FORBIDDEN */
  async keepPattern(actor: Actor, centreId: Id, { name, codes }: ShiftPattern): Promise<void> {
    requirePermission(actor, 'attendance:write', centreId);
    const called = name.trim();
    if (called === '') throw new DomainError('MISSING_FIELD', { name: 'name' }, { field: 'name' });
    if (codes.length > LONGEST_PATTERN || called.length > LONGEST_NAME) throw new DomainError('OUT_OF_RANGE', { value: String(codes.length) }, { field: 'codes' });
    await this.uow.run(async () => {
      const kept = readPattern(codes, shiftsOn(await this.store.shifts(centreId), this.clock.today()));
      await this.store.putPattern(centreId, { name: called, codes: kept });
      await this.audit.append({ actor, centreId, action: 'shift-pattern.kept', subjectType: 'centre', subjectId: centreId, data: { name: called, codes: kept } });
    });
  }

  /** Working-time systems that hold on a day or later. */
  async hours(actor: Actor, centreId: Id, from: LocalDate): Promise<HoursStanding[]> {
    this.mayRead(actor, centreId);
    const facts = bySubject(await this.store.hours(centreId, parseDate(from, 'from'), OPEN_END));
    return [...facts].flatMap(([subject, own]) =>
      timelineOf(own).map(({ from: start, to, fact: { system, cycle, document } }) => ({ subject, system, cycle, document, from: start, until: to === OPEN_END ? null : addDays(to, -1) })),
    );
  }

  /** @throws DomainError HOURS_NEED_APPROVAL, HOURS_NEED_CYCLE, EMPTY_RANGE, NOT_FOUND, FORBIDDEN */
  async recordHours(actor: Actor, centreId: Id, subject: HoursSubject, { from, until, system, cycle, document }: HoursEntry): Promise<void> {
    requirePermission(actor, 'attendance:write', centreId);
    const rule = { system, cycle: cycle ?? null, document: document?.trim() || null };
    checkHours(rule);
    const validTo = until === null ? OPEN_END : addDays(until, 1);
    if (validTo <= from) throw new DomainError('EMPTY_RANGE', { from, to: until ?? '' }, { field: 'until' });
    await this.uow.run(async () => {
      const key = await this.subjectOf(actor, centreId, subject);
      const before = latest((await this.store.hours(centreId, from, validTo)).filter((fact) => fact.subject === key));
      const fact: HoursFact = { ...this.stamp(actor, centreId, before), validFrom: from, validTo, subject: key, ...rule };
      await this.store.appendHours([fact]);
      await this.audit.append({ actor, centreId, action: 'hours-system.recorded', subjectType: 'centre', subjectId: centreId, data: { subject: key, from, until: until ?? '', ...rule } });
    });
  }

  private async subjectOf(actor: Actor, centreId: Id, subject: HoursSubject): Promise<string> {
    if ('unitId' in subject) {
      const unit = (await this.structure.units(actor, centreId)).find(({ id }) => id === subject.unitId);
      if (!unit) throw new DomainError('NOT_FOUND', { what: 'unit' });
      return unitSubject(unit.id);
    }
    if (!(await this.workforce.known(centreId, [subject.workerNo])).has(subject.workerNo)) throw new DomainError('NOT_FOUND', { what: 'worker' });
    return workerSubject(subject.workerNo);
  }

  private mayRead(actor: Actor, centreId: Id): void {
    if (!can(actor, 'attendance:read', centreId)) requirePermission(actor, 'attendance:team', centreId);
  }

  private async append(actor: Actor, centreId: Id, known: readonly ShiftFact[], { code, name, mark, starts, ends, rest, paid, colour }: Shift, from: LocalDate, retracted: boolean): Promise<void> {
    const before = latest(known.filter((fact) => fact.code === code));
    const values = { code, name: name.trim(), mark, starts, ends, rest, paid, colour };
    await this.store.appendShifts([{ ...this.stamp(actor, centreId, before), validFrom: from, validTo: OPEN_END, retracted, ...values }]);
    await this.audit.append({ actor, centreId, action: retracted ? 'shift.ended' : 'shift.recorded', subjectType: 'centre', subjectId: centreId, data: { from, ...values } });
  }

  private stamp(actor: Actor, centreId: Id, before: Fact | undefined) {
    return { id: this.ids.next(), centreId, recordedAt: recordedAfter(this.clock.millis(), before), recordedBy: actor.userId, supersedes: before?.id ?? null, retracted: false };
  }
}

/** Codes of a rotation as people write it: marks, codes or names. @throws DomainError SHIFT_UNKNOWN, also for a day of which nothing is said */
export const readPattern = (codes: readonly string[], shifts: ReadonlyMap<string, Shift>): string[] =>
  codes.map((text) => {
    const code = readShift(text, shifts);
    if (code === undefined) throw new DomainError('SHIFT_UNKNOWN', { text }, { field: 'codes' });
    return code;
  });

export function bySubject(facts: readonly HoursFact[]): Map<string, HoursFact[]> {
  const groups = new Map<string, HoursFact[]>();
  for (const fact of facts) groups.set(fact.subject, [...(groups.get(fact.subject) ?? []), fact]);
  return groups;
}

const latest = <F extends Fact>(facts: readonly F[]): F | undefined => facts.reduce<F | undefined>((a, b) => (a && a.recordedAt >= b.recordedAt ? a : b), undefined);
