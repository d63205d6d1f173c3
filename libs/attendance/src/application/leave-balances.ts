import { AuditLog } from '@gridstaff/audit';
import { type Actor, requirePermission } from '@gridstaff/contracts';
import { DomainError, type Id } from '@gridstaff/kernel';
import { UnitOfWork } from '@gridstaff/persistence';
import { Clock, Ids } from '@gridstaff/runtime';
import { Injectable } from '@nestjs/common';
import { AttendanceStore } from '../domain/attendance-store';
import { currentByKey, recordedAfter } from '../domain/current';
import { balanceKey, checkBalance, type LeaveBalance, type LeaveBalanceFact } from '../domain/leave-balance';
import { Workforce } from './workforce';

export interface BalancePlan {
  created: number;
  changed: number;
  same: number;
  problems: { index: number; error: DomainError }[];
  /** Appends the facts; inside a unit. */
  apply(): Promise<void>;
}

/** Days of leave left, as taken over from elsewhere. */
@Injectable()
export class LeaveBalances {
  constructor(
    private readonly store: AttendanceStore,
    private readonly workforce: Workforce,
    private readonly uow: UnitOfWork,
    private readonly audit: AuditLog,
    private readonly clock: Clock,
    private readonly ids: Ids,
  ) {}

  /**
   * Records balances whole or not at all; a later one for the same worker, year and leave replaces the earlier. Needs `attendance:write`.
   * @throws DomainError NOT_FOUND, FORBIDDEN, the only thing wrong, or ATTENDANCE_INVALID with a detail for each entry
   */
  async record(actor: Actor, centreId: Id, balances: readonly LeaveBalance[]): Promise<Pick<BalancePlan, 'created' | 'changed' | 'same'>> {
    requirePermission(actor, 'attendance:write', centreId);
    return this.uow.run(async () => {
      const { created, changed, same, problems, apply } = await this.plan(actor, centreId, balances);
      const errors = problems.map(({ index, error }) => new DomainError(error.code, error.params, { ...error.place, path: `balances[${index}]` }));
      if (errors.length === 1) throw errors[0];
      if (errors.length > 1) throw new DomainError('ATTENDANCE_INVALID', { count: errors.length }, {}, errors);
      if (created + changed > 0) {
        await apply();
        const data = { created, changed, same };
        await this.audit.append({ actor, centreId, action: 'leave-balance.recorded', subjectType: 'centre', subjectId: centreId, data });
      }
      return { created, changed, same };
    });
  }

  /** For imports of other rooms (opening data), which check the permission and audit by themselves. */
  async plan(actor: Actor, centreId: Id, balances: readonly LeaveBalance[]): Promise<BalancePlan> {
    const plan = { created: 0, changed: 0, same: 0, problems: [] as BalancePlan['problems'] };
    const facts: LeaveBalanceFact[] = [];
    const current = await this.current(centreId, balances);
    const known = await this.workforce.known(centreId, balances.map((b) => b.workerNo));
    const seen = new Map<string, number>();
    balances.forEach((balance, index) => {
      const error = problemOf(balance, known, seen.get(balanceKey(balance)));
      if (error) {
        plan.problems.push({ index, error });
        return;
      }
      seen.set(balanceKey(balance), index);
      const before = current.get(balanceKey(balance));
      const same = before?.days === balance.days;
      plan[same ? 'same' : before ? 'changed' : 'created'] += 1;
      if (!same) facts.push(this.fact(actor, centreId, balance, before));
    });
    return { ...plan, apply: () => this.store.appendBalances(facts) };
  }

  private async current(centreId: Id, balances: readonly LeaveBalance[]): Promise<Map<string, LeaveBalanceFact>> {
    if (balances.length === 0) return new Map();
    const least = (values: number[]): number => values.reduce((a, b) => Math.min(a, b));
    const most = (values: number[]): number => values.reduce((a, b) => Math.max(a, b));
    const [years, numbers] = [balances.map((b) => b.year), balances.map((b) => b.workerNo)];
    const workers = { fromNo: least(numbers), toNo: most(numbers) };
    return currentByKey(await this.store.balances(centreId, least(years), most(years), workers), balanceKey);
  }

  private fact(actor: Actor, centreId: Id, { workerNo, year, kind, days }: LeaveBalance, before: LeaveBalanceFact | undefined): LeaveBalanceFact {
    return {
      ...{ id: this.ids.next(), centreId, validFrom: `${year}-01-01`, validTo: `${year + 1}-01-01` },
      ...{ recordedAt: recordedAfter(this.clock.millis(), before), recordedBy: actor.userId },
      ...{ supersedes: before?.id ?? null, retracted: false, workerNo, year, kind, days },
    };
  }
}

function problemOf(balance: LeaveBalance, known: ReadonlySet<number>, first: number | undefined): DomainError | undefined {
  try {
    if (!known.has(balance.workerNo)) throw new DomainError('UNKNOWN_WORKER', {}, { field: 'workerNo' });
    if (first !== undefined) throw new DomainError('DUPLICATE_ROW', { row: first + 1 });
    checkBalance(balance);
    return undefined;
  } catch (error) {
    if (error instanceof DomainError) return error;
    throw error;
  }
}
