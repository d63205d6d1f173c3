import { AuditLog } from '@gridstaff/audit';
import { type Actor, requirePermission } from '@gridstaff/contracts';
import { DomainError, endOfPeriod, firstDay, type Id, parsePeriod, type Period } from '@gridstaff/kernel';
import { UnitOfWork } from '@gridstaff/persistence';
import { Injectable } from '@nestjs/common';
import { type AbsenceFact, keyOfFact } from '../domain/absence';
import { AttendanceStore } from '../domain/attendance-store';
import { currentByKey } from '../domain/current';
import { type HeatWorkFact, heatWorkKey } from '../domain/heat-work';
import { type OvertimeFact, overtimeKey } from '../domain/overtime';
import { type AttendanceInput, type AttendancePlan, AttendancePlanner } from './attendance-planner';

export interface RecordResult {
  created: number;
  changed: number;
  same: number;
  /** Workers and months above 36 hours of overtime: recorded, and told. */
  overLimit: number;
}

export interface AttendanceMonth {
  /** In force, by worker and first day. */
  absences: AbsenceFact[];
  overtime: OvertimeFact[];
  heatWork: HeatWorkFact[];
}

const EVERYBODY = { fromNo: 0, toNo: 2_147_483_647 };

/** Absences, overtime and work in heat of the months of a centre. */
@Injectable()
export class AttendanceBook {
  constructor(
    private readonly planner: AttendancePlanner,
    private readonly store: AttendanceStore,
    private readonly uow: UnitOfWork,
    private readonly audit: AuditLog,
  ) {}

  /**
   * Records a list whole or not at all; an entry with the same key (worker, kind and dates; worker and month) replaces the earlier one, one
   * of 0 days or hours takes it back. Needs `attendance:write`.
   * @throws DomainError NOT_FOUND, FORBIDDEN, PERIOD_LOCKED, NO_CALENDAR, and the only thing wrong with an entry, or ATTENDANCE_INVALID with
   * one detail for each (`place.path` names list and position)
   */
  async record(actor: Actor, centreId: Id, input: AttendanceInput, reason?: string): Promise<RecordResult> {
    requirePermission(actor, 'attendance:write', centreId);
    return this.uow.run(async () => {
      await this.planner.hold(centreId, input);
      const plan = await this.planner.plan(actor, centreId, input);
      refuse(plan);
      if (plan.created + plan.changed > 0) {
        await plan.apply();
        await this.auditPlan(actor, centreId, plan, reason);
      }
      const { created, changed, same, overLimit } = plan;
      return { created, changed, same, overLimit };
    });
  }

  /** Takes one absence back. @throws DomainError NOT_FOUND, FORBIDDEN, MISSING_FIELD (a reason), PERIOD_LOCKED, STALE when it is no longer in force */
  async retractAbsence(actor: Actor, centreId: Id, factId: Id, reason: string): Promise<void> {
    requirePermission(actor, 'attendance:write', centreId);
    const why = requireReason(reason);
    await this.uow.run(async () => {
      const fact = await this.store.absenceById(centreId, factId);
      if (!fact) throw new DomainError('NOT_FOUND', { what: 'absence' });
      const sameDays = await this.store.absences(centreId, fact.validFrom, fact.validTo, { fromNo: fact.workerNo, toNo: fact.workerNo });
      if (currentByKey(sameDays, keyOfFact).get(keyOfFact(fact))?.id !== factId) throw new DomainError('STALE', { what: 'absence' });
      await this.record(actor, centreId, { absences: [{ ...fact, from: fact.validFrom, to: fact.validTo, days: 0 }], overtime: [] }, why);
    });
  }

  /** Takes the overtime of a month back. @throws DomainError FORBIDDEN, MISSING_FIELD (a reason), PERIOD_LOCKED, NOT_FOUND when there is none */
  async retractOvertime(actor: Actor, centreId: Id, workerNo: number, period: Period, reason: string): Promise<void> {
    const why = requireReason(reason);
    await this.uow.run(async () => {
      const nothing = { workerNo, period, weekday: 0, restday: 0, holiday: 0 };
      const { changed } = await this.record(actor, centreId, { absences: [], overtime: [nothing] }, why);
      if (changed === 0) throw new DomainError('NOT_FOUND', { what: 'overtime' });
    });
  }

  /** Takes the work in heat of a month back. @throws DomainError FORBIDDEN, MISSING_FIELD (a reason), PERIOD_LOCKED, NOT_FOUND when there is none */
  async retractHeatWork(actor: Actor, centreId: Id, workerNo: number, period: Period, reason: string): Promise<void> {
    const why = requireReason(reason);
    await this.uow.run(async () => {
      const { changed } = await this.record(actor, centreId, { absences: [], overtime: [], heatWork: [{ workerNo, period, days: 0 }] }, why);
      if (changed === 0) throw new DomainError('NOT_FOUND', { what: 'work in heat' });
    });
  }

  /** What is in force in a month. Needs `attendance:read`. */
  async month(actor: Actor, centreId: Id, period: Period): Promise<AttendanceMonth> {
    requirePermission(actor, 'attendance:read', centreId);
    const month = parsePeriod(period, 'period');
    const absences = await this.store.absences(centreId, firstDay(month), endOfPeriod(month), EVERYBODY);
    const overtime = await this.store.overtime(centreId, month, month, EVERYBODY);
    const heatWork = await this.store.heatWork(centreId, month, month, EVERYBODY);
    return {
      absences: [...currentByKey(absences, keyOfFact).values()].sort((a, b) => a.workerNo - b.workerNo || (a.validFrom < b.validFrom ? -1 : 1)),
      overtime: [...currentByKey(overtime, overtimeKey).values()].sort((a, b) => a.workerNo - b.workerNo),
      heatWork: [...currentByKey(heatWork, heatWorkKey).values()].sort((a, b) => a.workerNo - b.workerNo),
    };
  }

  /** For an import, inside the unit that applies its plan. */
  async auditPlan(actor: Actor, centreId: Id, plan: AttendancePlan, reason?: string): Promise<void> {
    const { created, changed, same, overLimit, periods } = plan;
    await this.audit.append({
      ...{ actor, centreId, action: 'attendance.recorded', subjectType: 'attendance', subjectId: periods.join(',').slice(0, 64) },
      data: { created, changed, same, overLimit, periods },
      reason,
    });
  }
}

function requireReason(reason: string): string {
  const text = reason.trim();
  if (text === '') throw new DomainError('MISSING_FIELD', { name: 'reason' }, { field: 'reason' });
  return text;
}

function refuse({ problems }: AttendancePlan): void {
  const errors = problems.map(({ list, index, error }) => new DomainError(error.code, error.params, { ...error.place, path: `${list}[${index}]` }));
  if (errors.length === 1) throw errors[0];
  if (errors.length > 1) throw new DomainError('ATTENDANCE_INVALID', { count: errors.length }, {}, errors);
}
