import { AuditLog } from '@gridstaff/audit';
import { type Actor, requirePermission } from '@gridstaff/contracts';
import { covers, DomainError, type Id, type LocalDate, timelineOf } from '@gridstaff/kernel';
import { UnitOfWork } from '@gridstaff/persistence';
import { Clock } from '@gridstaff/runtime';
import { Injectable } from '@nestjs/common';
import type { OrgUnit, OrgUnitValues } from '../domain/organisation';
import type { Reference } from '../domain/reference';
import { OrganisationStore } from '../domain/stores';
import type { UnitArea } from '../domain/unit-area';
import { seatsByPlace, seatsInForce, seatsOf, type UnitSeats } from '../domain/unit-seats';
import { type PostSeatsFact, UnitStore } from '../domain/unit-store';
import { type AreaInput, SeatsBatch, type SeatsInput } from './seats-batch';
import { Stamps } from './stamps';

/** A stretch of days in which nothing of the unit changes. */
export interface UnitPiece extends OrgUnitValues {
  from: LocalDate;
  /** Exclusive. */
  to: LocalDate;
  /** Epoch milliseconds. */
  knownSince: number;
}

export interface UnitDetail extends OrgUnit {
  /** As it is on the date, with everything below it; null when it is not there then. */
  standing: UnitSeats | null;
  /** As now known, in order. */
  history: UnitPiece[];
  /** Of the unit alone, with the days for which they hold. */
  seats: { postCode: string; seats: number; from: LocalDate; to: LocalDate }[];
  /** Null where none is recorded for the date. */
  area: UnitArea | null;
}

const unitWith = (unit: OrgUnit, fact: OrgUnitValues): OrgUnit & OrgUnitValues => ({
  ...{ id: unit.id, code: unit.code, name: fact.name, kind: fact.kind, parentId: fact.parentId },
  ...{ households: fact.households, population: fact.population, quota: fact.quota },
});

/** The tree of a centre as of any day, with seats, people in post and vacancies; and what belongs to one unit. */
@Injectable()
export class Units {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly organisation: OrganisationStore,
    private readonly store: UnitStore,
    private readonly stamps: Stamps,
    private readonly audit: AuditLog,
    private readonly clock: Clock,
  ) {}

  /** Every unit of a date, in order of the codes. Needs `roster:read`. */
  async tree(actor: Actor, centreId: Id, on = this.clock.today()): Promise<UnitSeats[]> {
    requirePermission(actor, 'roster:read', centreId);
    const reference = await this.organisation.reference(centreId);
    return this.seatsOn(centreId, reference, await this.store.seats(centreId), on);
  }

  /** Needs `roster:read`. @throws DomainError NOT_FOUND for a unit of another centre */
  async get(actor: Actor, centreId: Id, unitId: Id, on = this.clock.today()): Promise<UnitDetail> {
    requirePermission(actor, 'roster:read', centreId);
    const reference = await this.organisation.reference(centreId);
    const unit = this.unit(reference, unitId);
    const seats = await this.store.seats(centreId);
    const all = await this.seatsOn(centreId, reference, seats, on);
    const areas = timelineOf(await this.store.areas(centreId, unitId));
    const area = areas.find((piece) => covers(piece, on))?.fact.area;
    return {
      ...{ id: unit.id, code: unit.code },
      standing: all.find(({ id }) => id === unitId) ?? null,
      history: timelineOf(reference.unitFacts(unitId)).map(({ from, to, fact }) => {
        const { name, kind, parentId, households, population, quota } = fact;
        return { from, to, name, kind, parentId, households, population, quota, knownSince: fact.recordedAt };
      }),
      seats: [...seatsByPlace(seats.filter(({ orgUnitId }) => orgUnitId === unitId)).values()].flatMap((facts) =>
        timelineOf(facts).map(({ from, to, fact }) => ({ postCode: fact.postCode, seats: fact.seats, from, to })),
      ),
      area: area === undefined ? null : (JSON.parse(area) as UnitArea),
    };
  }

  /** Needs `roster:write`. @throws DomainError UNKNOWN_GRID, UNKNOWN_POST, UNIT_NOT_THERE, ROSTER_INVALID */
  async setSeats(actor: Actor, centreId: Id, inputs: readonly SeatsInput[]): Promise<SeatsBatch['counts']> {
    requirePermission(actor, 'roster:write', centreId);
    return this.uow.run(async () => {
      const batch = await this.batch(actor, centreId);
      batch.seats(inputs).refuse();
      await this.apply(actor, centreId, batch);
      return batch.counts;
    });
  }

  /** Needs `roster:write`. @throws DomainError UNKNOWN_GRID, UNIT_NOT_THERE, AREA_INVALID */
  async setArea(actor: Actor, centreId: Id, input: AreaInput): Promise<SeatsBatch['counts']> {
    requirePermission(actor, 'roster:write', centreId);
    return this.uow.run(async () => {
      const reference = await this.organisation.reference(centreId);
      const batch = await this.batch(actor, centreId, reference);
      const { id } = reference.requireUnit(input.unitCode, 'unitCode');
      batch.area(input, await this.store.areas(centreId, id));
      await this.apply(actor, centreId, batch);
      return batch.counts;
    });
  }

  /** For use inside a unit: decides, writes nothing. */
  async batch(actor: Actor, centreId: Id, reference?: Reference): Promise<SeatsBatch> {
    const known = reference ?? (await this.organisation.reference(centreId));
    return new SeatsBatch(known, await this.store.seats(centreId), this.stamps.of(actor, centreId));
  }

  /** For use inside the same unit: writes, with one audit entry for all. */
  async apply(actor: Actor, centreId: Id, batch: SeatsBatch, units = { created: 0, changed: 0 }): Promise<void> {
    if (batch.seatFacts.length + batch.areaFacts.length + units.created + units.changed === 0) return;
    await this.store.insertSeats(batch.seatFacts);
    await this.store.insertAreas(batch.areaFacts);
    await this.audit.append({
      ...{ actor, centreId, action: 'org-units.seats-saved', subjectType: 'centre', subjectId: centreId },
      data: {
        ...{ created: units.created, changed: units.changed },
        ...{ seats: batch.seatFacts.length, areas: batch.areaFacts.length },
      },
    });
  }

  private async seatsOn(
    centreId: Id,
    reference: Reference,
    seats: readonly PostSeatsFact[],
    on: LocalDate,
  ): Promise<UnitSeats[]> {
    const units = [...reference.units].flatMap((unit) => {
      const fact = reference.unitOn(unit.id, on);
      return fact ? [unitWith(unit, fact)] : [];
    });
    return seatsOf(units, seatsInForce(seats, on), await this.store.peopleInPost(centreId, on));
  }

  private unit(reference: Reference, unitId: Id): OrgUnit {
    const unit = reference.unitById(unitId);
    if (!unit) throw new DomainError('NOT_FOUND', { what: 'unit' });
    return unit;
  }
}
