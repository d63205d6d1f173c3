import { AuditLog } from '@gridstaff/audit';
import { type Actor, requirePermission } from '@gridstaff/contracts';
import { DomainError, type Id, OPEN_END } from '@gridstaff/kernel';
import { UnitOfWork } from '@gridstaff/persistence';
import { PayFactsReader } from '@gridstaff/roster';
import { Clock, Ids } from '@gridstaff/runtime';
import { Injectable } from '@nestjs/common';
import { AttendanceStore } from '../domain/attendance-store';
import { currentByKey, recordedAfter } from '../domain/current';
import { ALWAYS, checkPriorService, type PriorServiceEntry, type PriorServiceFact } from '../domain/prior-service';

const EVERYTHING_KNOWN = Number.MAX_SAFE_INTEGER;

/** Service at other employers, with its evidence: what annual leave counts besides the time here. */
@Injectable()
export class PriorServices {
  constructor(
    private readonly store: AttendanceStore,
    private readonly roster: PayFactsReader,
    private readonly uow: UnitOfWork,
    private readonly audit: AuditLog,
    private readonly clock: Clock,
    private readonly ids: Ids,
  ) {}

  /**
   * Whole or not at all; a later entry of the same worker replaces the earlier. Needs `attendance:write`.
   * @returns how many facts were recorded
   * @throws DomainError NOT_FOUND, FORBIDDEN, the only thing wrong, or ATTENDANCE_INVALID with a detail for each entry
   */
  async record(actor: Actor, centreId: Id, entries: readonly PriorServiceEntry[]): Promise<{ recorded: number }> {
    requirePermission(actor, 'attendance:write', centreId);
    if (entries.length === 0) return { recorded: 0 };
    return this.uow.run(async () => {
      const numbers = entries.map(({ workerNo }) => workerNo).sort((a, b) => a - b);
      const range = { fromNo: numbers[0] as number, toNo: numbers.at(-1) as number };
      const posts = await this.roster.payFacts({ centreId, from: ALWAYS.validFrom, to: OPEN_END, knownAt: EVERYTHING_KNOWN }, range.fromNo, range.toNo);
      const firstDays = new Map(posts.map(({ workerNo, engagements }) => [workerNo, engagements[0]?.from]));
      const known = currentByKey(await this.store.priorServices(centreId, range), ({ workerNo }) => String(workerNo));
      const errors: DomainError[] = [];
      const seen = new Map<number, number>();
      const facts = entries.flatMap((entry, i): PriorServiceFact[] => {
        try {
          if (!firstDays.has(entry.workerNo)) throw new DomainError('UNKNOWN_WORKER', {}, { field: 'workerNo' });
          const first = seen.get(entry.workerNo);
          if (first !== undefined) throw new DomainError('DUPLICATE_ROW', { row: first + 1 });
          seen.set(entry.workerNo, i);
          checkPriorService(entry, firstDays.get(entry.workerNo));
        } catch (error) {
          if (!(error instanceof DomainError)) throw error;
          errors.push(new DomainError(error.code, error.params, { ...error.place, path: `entries[${i}]` }));
          return [];
        }
        const before = known.get(String(entry.workerNo));
        const { workerNo, months, continuousFrom } = entry;
        const evidence = entry.evidence.trim();
        if (before && before.months === months && before.continuousFrom === continuousFrom && before.evidence === evidence) return [];
        const at = { recordedAt: recordedAfter(this.clock.millis(), before), recordedBy: actor.userId, supersedes: before?.id ?? null, retracted: false };
        return [{ id: this.ids.next(), centreId, ...ALWAYS, ...at, workerNo, months, continuousFrom, evidence }];
      });
      if (errors.length === 1) throw errors[0];
      if (errors.length > 1) throw new DomainError('ATTENDANCE_INVALID', { count: errors.length }, {}, errors);
      await this.store.appendPriorServices(facts);
      if (facts.length > 0) {
        const data = { workers: facts.slice(0, 100).map(({ workerNo }) => workerNo), count: facts.length };
        await this.audit.append({ actor, centreId, action: 'prior-service.recorded', subjectType: 'centre', subjectId: centreId, data });
      }
      return { recorded: facts.length };
    });
  }
}
