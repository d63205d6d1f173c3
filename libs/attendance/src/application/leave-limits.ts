import { DomainError, type Id, type Period, periodOf, yearOf } from '@gridstaff/kernel';
import { Injectable } from '@nestjs/common';
import { type Absence, type AbsenceFact, absenceKey, keyOfFact } from '../domain/absence';
import { AttendanceStore } from '../domain/attendance-store';
import { currentByKey } from '../domain/current';
import { balanceKey } from '../domain/leave-balance';
import type { LeaveKindEntry, LeaveLimit } from '../domain/leave-kinds';
import { type Overtime, overtimeKey } from '../domain/overtime';
import { firstEarning } from '../domain/time-off';
import { LeaveCatalogue } from './leave-catalogue';
import { grouped, timeOffOf } from './leave-ledger';

type Taken = Pick<AbsenceFact, 'workerNo' | 'kind' | 'leaveKind' | 'validFrom' | 'days'>;

interface Limited {
  index: number;
  absence: Absence;
  kind: LeaveKindEntry;
  rule: LeaveLimit;
}

/** Leave that is not given beyond its balance: refused before it is recorded. The other kinds show what is over in their balances. */
@Injectable()
export class LeaveLimits {
  constructor(
    private readonly catalogue: LeaveCatalogue,
    private readonly store: AttendanceStore,
  ) {}

  /** Four statements where the list has such leave, none otherwise. */
  async problems(centreId: Id, input: { absences: readonly Absence[]; overtime: readonly Overtime[] }): Promise<{ index: number; error: DomainError }[]> {
    const { national } = this.catalogue;
    const candidates = input.absences.filter((a) => a.days > 0 && national.of(a)?.over === 'refuse');
    if (candidates.length === 0) return [];
    const kinds = await this.catalogue.of(centreId);
    const limited = input.absences.flatMap((absence, index): Limited[] => {
      const kind = kinds.of(absence);
      const rule = kind && kinds.limit(kind, absence.from);
      return kind && rule?.per === 'earned' && kind.over === 'refuse' && absence.days > 0 ? [{ index, absence, kind, rule }] : [];
    });
    if (limited.length === 0) return [];
    const book = await this.read(centreId, limited, input);
    return limited.flatMap(({ index, absence, kind, rule }) => {
      const own = (book.absences.get(absence.workerNo) ?? []).filter((a) => kinds.of(a) === kind);
      const { left, taken } = timeOffOf(rule, absence.workerNo, book, own, book.until);
      if (left >= 0) return [];
      const params = { leave: kind.zh, over: -left / 100, available: (taken + left) / 100, taken: taken / 100 };
      return [{ index, error: new DomainError('LEAVE_BALANCE_EXCEEDED', params, { field: 'days' }) }];
    });
  }

  /** What would be in force once the list is recorded. */
  private async read(centreId: Id, limited: readonly Limited[], input: { absences: readonly Absence[]; overtime: readonly Overtime[] }) {
    const numbers = limited.map(({ absence }) => absence.workerNo).sort((a, b) => a - b);
    const range = { fromNo: numbers[0] as number, toNo: numbers.at(-1) as number };
    const months = limited.map(({ absence }) => periodOf(absence.from)).sort();
    const until = months.at(-1) as Period;
    const first = firstEarning((limited[0] as Limited).rule, yearOf(months[0] as Period));
    const years = { from: yearOf(until) - 2, to: yearOf(until) };
    const absences = currentByKey(await this.store.absences(centreId, `${first}-01`, `${years.to + 1}-01-01`, range), keyOfFact);
    const overtime = currentByKey(await this.store.overtime(centreId, first, until, range), overtimeKey);
    const openings = currentByKey(await this.store.balances(centreId, years.from, years.to, range), balanceKey);
    const after = new Map<string, Taken>([...absences].map(([key, fact]) => [key, fact]));
    for (const absence of input.absences) {
      if (absence.days === 0) after.delete(absenceKey(absence));
      else after.set(absenceKey(absence), { ...absence, validFrom: absence.from });
    }
    const hours = new Map<string, Overtime>(overtime);
    for (const entry of input.overtime) hours.set(overtimeKey(entry), entry);
    return { absences: grouped([...after.values()]), overtime: grouped([...hours.values()]), openings, until };
  }
}
