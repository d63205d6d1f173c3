import { covers, type DateRange, DomainError, type Id, type LocalDate, timelineOf } from '@gridstaff/kernel';
import {
  type Agency,
  type CertificateStandardFact,
  type GradeStandardFact,
  type OrgUnit,
  type OrgUnitFact,
  PARENT_KINDS,
  type PayGrade,
} from './organisation';

export interface ReferenceData {
  units: OrgUnit[];
  unitFacts: OrgUnitFact[];
  agencies: Agency[];
  grades: PayGrade[];
  gradeStandards: GradeStandardFact[];
  certificateStandards: CertificateStandardFact[];
}

const groupBy = <K, V>(items: readonly V[], key: (item: V) => K): Map<K, V[]> => {
  const groups = new Map<K, V[]>();
  for (const item of items) {
    const group = groups.get(key(item));
    if (group) group.push(item);
    else groups.set(key(item), [item]);
  }
  return groups;
};

/** What facts about workers refer to: read once per use case, also a batch's own new units and grades before they are stored. */
export class Reference {
  private readonly unitsByCode: Map<string, OrgUnit>;
  private readonly unitsById: Map<Id, OrgUnit>;
  private readonly unitFactsById: Map<Id, OrgUnitFact[]>;
  private readonly agenciesByText: Map<string, Agency>;
  private readonly agenciesById: Map<Id, Agency>;
  private readonly gradesByCode: Map<string, PayGrade>;
  private readonly standardsByGrade: Map<string, GradeStandardFact[]>;
  private readonly certificates: Map<string, CertificateStandardFact[]>;

  constructor(data: ReferenceData) {
    this.unitsByCode = new Map(data.units.map((u) => [u.code, u]));
    this.unitsById = new Map(data.units.map((u) => [u.id, u]));
    this.unitFactsById = groupBy(data.unitFacts, (f) => f.orgUnitId);
    this.agenciesByText = new Map(data.agencies.flatMap((a) => [[a.name, a] as const, [a.code, a] as const]));
    this.agenciesById = new Map(data.agencies.map((a) => [a.id, a]));
    this.gradesByCode = new Map(data.grades.map((g) => [g.code, g]));
    this.standardsByGrade = groupBy(data.gradeStandards, (f) => f.gradeCode);
    this.certificates = groupBy(data.certificateStandards, (f) => f.code);
  }

  get units(): Iterable<OrgUnit> {
    return this.unitsById.values();
  }

  get grades(): Iterable<PayGrade> {
    return this.gradesByCode.values();
  }

  unit(code: string): OrgUnit | undefined {
    return this.unitsByCode.get(code);
  }

  unitById(id: Id): OrgUnit | undefined {
    return this.unitsById.get(id);
  }

  unitFacts(id: Id): readonly OrgUnitFact[] {
    return this.unitFactsById.get(id) ?? [];
  }

  /** By code or by full name. */
  agency(codeOrName: string): Agency | undefined {
    return this.agenciesByText.get(codeOrName);
  }

  agencyById(id: Id): Agency | undefined {
    return this.agenciesById.get(id);
  }

  grade(code: string): PayGrade | undefined {
    return this.gradesByCode.get(code);
  }

  gradeStandards(code: string): readonly GradeStandardFact[] {
    return this.standardsByGrade.get(code) ?? [];
  }

  certificateStandards(code: string): readonly CertificateStandardFact[] {
    return this.certificates.get(code) ?? [];
  }

  get certificateCodes(): string[] {
    return [...this.certificates.keys()];
  }

  hasCertificate(code: string): boolean {
    return this.certificates.has(code);
  }

  addUnit(unit: OrgUnit): void {
    this.unitsByCode.set(unit.code, unit);
    this.unitsById.set(unit.id, unit);
  }

  addUnitFact(fact: OrgUnitFact): void {
    this.unitFactsById.set(fact.orgUnitId, [...this.unitFacts(fact.orgUnitId), fact]);
  }

  addGrade(grade: PayGrade): void {
    this.gradesByCode.set(grade.code, grade);
  }

  addGradeStandard(fact: GradeStandardFact): void {
    this.standardsByGrade.set(fact.gradeCode, [...this.gradeStandards(fact.gradeCode), fact]);
  }

  addCertificateStandard(fact: CertificateStandardFact): void {
    this.certificates.set(fact.code, [...this.certificateStandards(fact.code), fact]);
  }

  /** @throws DomainError UNKNOWN_AGENCY */
  requireAgency(codeOrName: string, field: string): Agency {
    const agency = this.agency(codeOrName);
    if (!agency) throw new DomainError('UNKNOWN_AGENCY', { value: codeOrName.slice(0, 40) }, { field });
    return agency;
  }

  /** @throws DomainError UNKNOWN_GRADE */
  requireGrade(code: string, field: string): PayGrade {
    const grade = this.grade(code);
    if (!grade) throw new DomainError('UNKNOWN_GRADE', { value: code.slice(0, 40) }, { field });
    return grade;
  }

  /** A certificate that no standard names would carry no pay without a word. @throws DomainError UNKNOWN_CERTIFICATE */
  requireCertificate(code: string, field: string): void {
    if (!this.hasCertificate(code))
      throw new DomainError('UNKNOWN_CERTIFICATE', { value: code.slice(0, 40) }, { field });
  }

  /** @throws DomainError UNKNOWN_GRID */
  requireUnit(code: string, field: string): OrgUnit {
    const unit = this.unit(code);
    if (!unit) throw new DomainError('UNKNOWN_GRID', { value: code.slice(0, 40) }, { field });
    return unit;
  }

  /**
   * The unit must be a grid during the whole range.
   * @throws DomainError UNKNOWN_GRID, NOT_A_GRID, GRID_NOT_VALID
   */
  readonly checkGrid = (unitId: Id, range: DateRange): void => {
    const place = { field: 'gridCode' };
    const unit = this.unitsById.get(unitId);
    if (!unit) throw new DomainError('UNKNOWN_GRID', { value: '' }, place);
    let covered = range.from;
    for (const piece of timelineOf(this.unitFacts(unitId))) {
      if (piece.to <= range.from || piece.from >= range.to) continue;
      if (piece.fact.kind !== 'grid') throw new DomainError('NOT_A_GRID', { code: unit.code }, place);
      if (piece.from > covered) break;
      covered = piece.to;
    }
    if (covered < range.to) throw new DomainError('GRID_NOT_VALID', { code: unit.code, date: covered }, place);
  };

  /**
   * The unit above must be there during the whole range.
   * @throws DomainError PARENT_NOT_VALID
   */
  checkAbove(parentId: Id, range: DateRange): void {
    const code = this.unitsById.get(parentId)?.code ?? '';
    let covered = range.from;
    for (const piece of timelineOf(this.unitFacts(parentId))) {
      if (piece.to <= covered || piece.from > covered) continue;
      covered = piece.to;
    }
    if (covered < range.to)
      throw new DomainError('PARENT_NOT_VALID', { code, date: covered }, { field: 'parentCode' });
  }

  /** First day of a unit; undefined when it never was. */
  firstDay(unitId: Id): LocalDate | undefined {
    return timelineOf(this.unitFacts(unitId))[0]?.from;
  }

  /** As it is on a date. */
  unitOn(unitId: Id, on: LocalDate): OrgUnitFact | undefined {
    return timelineOf(this.unitFacts(unitId)).find((piece) => covers(piece, on))?.fact;
  }

  hasPost(postCode: string): boolean {
    return [...this.gradesByCode.values()].some((grade) => grade.postCode === postCode);
  }

  /** Which unit kinds may stand above. @throws DomainError UNKNOWN_PARENT, PARENT_KIND */
  requireParent(kind: OrgUnitFact['kind'], parentCode: string | undefined, field: string): Id | null {
    if (parentCode === undefined) {
      if (PARENT_KINDS[kind].length === 0) return null;
      throw new DomainError('MISSING_FIELD', { name: field }, { field });
    }
    const parent = this.unit(parentCode);
    if (!parent) throw new DomainError('UNKNOWN_PARENT', { value: parentCode.slice(0, 40) }, { field });
    const above = this.unitFacts(parent.id).at(-1);
    if (above && !PARENT_KINDS[kind].includes(above.kind))
      throw new DomainError('PARENT_KIND', { code: parentCode }, { field });
    return parent.id;
  }

  /** Ids of a unit and everything below it, as now known for a date. */
  subtree(unitId: Id, on: string): Id[] {
    const below = new Map<Id, Id[]>();
    for (const [id, facts] of this.unitFactsById) {
      const fact = timelineOf(facts).find((p) => p.from <= on && on < p.to)?.fact;
      if (fact?.parentId) below.set(fact.parentId, [...(below.get(fact.parentId) ?? []), id]);
    }
    const found = [unitId];
    for (let i = 0; i < found.length; i++) found.push(...(below.get(found[i] as Id) ?? []));
    return found;
  }
}
