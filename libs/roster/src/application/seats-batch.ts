import { DomainError, type LocalDate } from '@gridstaff/kernel';
import { afterAll, placeOfChange, recorded, type Stamp } from '../domain/fact-change';
import type { OrgUnit } from '../domain/organisation';
import type { Reference } from '../domain/reference';
import { parseCode, parseCount, parseFactDate } from '../domain/texts';
import { parseArea } from '../domain/unit-area';
import type { PostSeatsFact, UnitAreaFact } from '../domain/unit-store';
import { Problems } from './problems';

export interface SeatsInput {
  unitCode: string;
  postCode: string;
  /** 0 takes the post out of the unit. */
  seats: number;
  from: LocalDate;
}

export interface AreaInput {
  unitCode: string;
  /** GeoJSON. */
  area: string;
  from: LocalDate;
}

/** Seats by post and outlines of units, checked against what is there. Nothing is written here: the lists are what to insert. */
export class SeatsBatch {
  readonly seatFacts: PostSeatsFact[] = [];
  readonly areaFacts: UnitAreaFact[] = [];
  readonly counts = { created: 0, changed: 0, same: 0 };

  constructor(
    private readonly reference: Reference,
    private readonly knownSeats: readonly PostSeatsFact[],
    private readonly stamp: Stamp,
  ) {}

  seats(inputs: readonly SeatsInput[]): Problems {
    const problems = new Problems();
    const first = new Map<string, number>();
    inputs.forEach((input, index) => {
      const key = `${input.unitCode} ${input.postCode} ${input.from}`;
      const earlier = first.get(key);
      if (earlier !== undefined) problems.add(index, 'unitCode', 'ROSTER_DUPLICATE_ROW', { row: earlier + 1 });
      else problems.attempt(index, '', () => this.setSeats(input));
      if (earlier === undefined) first.set(key, index);
    });
    return problems;
  }

  /** @param known every area recorded of the unit; left out, the input is the first */
  area({ unitCode, area, from }: AreaInput, known: readonly UnitAreaFact[]): void {
    const unit = this.unitFrom(unitCode, from);
    const text = JSON.stringify(parseArea(area));
    const { to, held } = placeOfChange(known, from);
    if (held?.area === text) {
      this.counts.same += 1;
      return;
    }
    const place = recorded(afterAll(this.stamp, known), { from, to }, held?.id ?? null);
    this.areaFacts.push({ ...place, orgUnitId: unit.id, area: text });
    this.counts[held ? 'changed' : 'created'] += 1;
  }

  private setSeats(input: SeatsInput): void {
    const from = parseFactDate(input.from, 'from');
    const unit = this.unitFrom(input.unitCode, from);
    const postCode = parseCode(input.postCode, 'postCode');
    if (!this.reference.hasPost(postCode))
      throw new DomainError('UNKNOWN_POST', { value: postCode }, { field: 'postCode' });
    const seats = parseCount(input.seats, 'seats');
    const known = [...this.knownSeats, ...this.seatFacts].filter(
      (fact) => fact.orgUnitId === unit.id && fact.postCode === postCode,
    );
    const { to, held } = placeOfChange(known, from);
    if (held?.seats === seats || (!held && seats === 0)) {
      this.counts.same += 1;
      return;
    }
    const place = recorded(afterAll(this.stamp, known), { from, to }, held?.id ?? null);
    this.seatFacts.push({ ...place, orgUnitId: unit.id, postCode, seats });
    this.counts[held ? 'changed' : 'created'] += 1;
  }

  private unitFrom(code: string, from: LocalDate): OrgUnit {
    const unit = this.reference.requireUnit(code, 'unitCode');
    if (!this.reference.unitOn(unit.id, parseFactDate(from, 'from')))
      throw new DomainError('UNIT_NOT_THERE', { code: unit.code, date: from }, { field: 'from' });
    return unit;
  }
}
