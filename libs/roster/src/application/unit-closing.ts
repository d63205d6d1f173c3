import { AuditLog } from '@gridstaff/audit';
import { type Actor, requirePermission } from '@gridstaff/contracts';
import { addDays, DomainError, type Id, type LocalDate, timelineOf, parseText } from '@gridstaff/kernel';
import { UnitOfWork } from '@gridstaff/persistence';
import { Clock } from '@gridstaff/runtime';
import { Injectable } from '@nestjs/common';
import { afterAll, recorded } from '../domain/fact-change';
import type { OrgUnit, OrgUnitFact } from '../domain/organisation';
import type { Reference } from '../domain/reference';
import { OrganisationStore, WorkerStore } from '../domain/stores';
import { parseFactDate } from '../domain/texts';
import { UnitStore } from '../domain/unit-store';
import { emptyLists } from '../domain/worker-facts';
import { WorkerRecord } from '../domain/worker-record';
import { Stamps } from './stamps';

export interface Closing {
  centreId: Id;
  unitId: Id;
  /** The unit is there on this day and gone on the next. */
  lastDay: LocalDate;
  /** Code of the grid that takes everybody over the day after; needed where anybody is on it then. */
  moveTo?: string;
  reason: string;
}

/** Ends a unit, with the people on it going elsewhere in the same act. */
@Injectable()
export class UnitClosing {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly organisation: OrganisationStore,
    private readonly units: UnitStore,
    private readonly workers: WorkerStore,
    private readonly stamps: Stamps,
    private readonly audit: AuditLog,
    private readonly clock: Clock,
  ) {}

  /**
   * Needs `roster:write`. Covering the unit ends with it. @returns how many people were moved
   * @throws DomainError NOT_FOUND, UNIT_NOT_THERE, UNIT_HAS_UNITS, UNIT_HAS_PEOPLE, UNKNOWN_GRID, NOT_A_GRID, GRID_NOT_VALID
   */
  async close(actor: Actor, input: Closing): Promise<{ moved: number }> {
    const { centreId, unitId } = input;
    requirePermission(actor, 'roster:write', centreId);
    const reason = parseText(input.reason, 'reason', 200);
    const end = addDays(parseFactDate(input.lastDay, 'lastDay'), 1);
    return this.uow.run(async () => {
      const reference = await this.organisation.reference(centreId);
      const unit = reference.unitById(unitId);
      if (!unit) throw new DomainError('NOT_FOUND', { what: 'unit' });
      if (!reference.unitOn(unitId, input.lastDay))
        throw new DomainError('UNIT_NOT_THERE', { code: unit.code, date: input.lastDay }, { field: 'lastDay' });
      refuseUnitsBelow(reference, unit, end);
      const moved = await this.movePeople(actor, input, reference, unit, end, reason);
      await this.end(actor, centreId, reference, unit, end);
      await this.audit.append({
        ...{ actor, centreId, action: 'org-unit.closed', subjectType: 'org-unit', subjectId: unitId, reason },
        data: { code: unit.code, lastDay: input.lastDay, moved, movedTo: input.moveTo },
      });
      return { moved };
    });
  }

  private async movePeople(
    actor: Actor,
    { centreId, moveTo }: Closing,
    reference: Reference,
    unit: OrgUnit,
    end: LocalDate,
    reason: string,
  ): Promise<number> {
    const numbers = await this.units.assignedFrom(centreId, unit.id, end);
    await this.workers.byNumbers(centreId, numbers, true);
    const facts = await this.workers.facts(centreId, numbers);
    const stamp = this.stamps.of(actor, centreId);
    const records = numbers.map(
      (no) => new WorkerRecord(no, facts.get(no) ?? emptyLists(), stamp, reference.checkGrid),
    );
    const onIt = records.filter((record) =>
      record.pieces('assignment').some(({ to, fact }) => to > end && fact.orgUnitId === unit.id),
    );
    if (onIt.length > 0 && moveTo === undefined) {
      const params = { code: unit.code, count: onIt.length, workerNo: onIt[0]?.workerNo ?? 0 };
      throw new DomainError('UNIT_HAS_PEOPLE', params, { field: 'moveTo' });
    }
    const target = moveTo === undefined ? undefined : reference.requireUnit(moveTo, 'moveTo');
    if (target?.id === unit.id)
      throw new DomainError('GRID_NOT_VALID', { code: unit.code, date: end }, { field: 'moveTo' });
    for (const record of records) record.leaveUnit(unit.id, end, target?.id, reason);
    await this.workers.append(records.filter(({ changed }) => changed).map(({ appended }) => appended));
    return onIt.length;
  }

  /** Takes the unit back from `end` on, over every stretch it was known for. */
  private async end(actor: Actor, centreId: Id, reference: Reference, unit: OrgUnit, end: LocalDate): Promise<void> {
    const facts = reference.unitFacts(unit.id);
    const stamp = afterAll(this.stamps.of(actor, centreId), facts);
    const unitFacts = timelineOf(facts)
      .filter(({ to }) => to > end)
      .map(({ from, to, fact }): OrgUnitFact => {
        const { orgUnitId, name, kind, parentId, households, population, quota } = fact;
        const range = { from: from > end ? from : end, to };
        const values = { orgUnitId, name, kind, parentId, households, population, quota };
        return { ...recorded(stamp, range, fact.id, true), ...values };
      });
    const nothing = { units: [], grades: [], gradeStandards: [], certificateStandards: [] };
    await this.organisation.insertStructure(centreId, { ...nothing, unitFacts }, this.clock.millis());
  }
}

/** @throws DomainError UNIT_HAS_UNITS */
function refuseUnitsBelow(reference: Reference, unit: OrgUnit, end: LocalDate): void {
  for (const child of reference.units) {
    const below = timelineOf(reference.unitFacts(child.id)).some(
      ({ to, fact }) => fact.parentId === unit.id && to > end,
    );
    if (below) throw new DomainError('UNIT_HAS_UNITS', { code: unit.code, child: child.code }, { field: 'lastDay' });
  }
}
