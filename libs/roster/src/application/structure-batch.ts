import { DomainError, type Fen, type Id, type LocalDate, timelineOf, parseText } from '@gridstaff/kernel';
import { afterAll, placeOfChange, recorded, type Stamp } from '../domain/fact-change';
import type { OrgUnit, OrgUnitFact, OrgUnitValues, UnitKind } from '../domain/organisation';
import type { Reference } from '../domain/reference';
import type { StructureRows } from '../domain/stores';
import { BEGINNING, parseAmount, parseCode, parseCount, parseFactDate } from '../domain/texts';
import { Problems } from './problems';

export interface UnitInput {
  code: string;
  name: string;
  kind: UnitKind;
  /** Code of the unit above; none for a street. */
  parentCode?: string;
  households?: number;
  population?: number;
  /** Seats. */
  quota?: number;
  /** First day; required when an existing unit changes. A new unit without one was always there, or as long as the one above it. */
  from?: LocalDate;
}

/** Amounts in fen a month. */
export interface GradeInput {
  code: string;
  name: string;
  postCode: string;
  base: Fen;
  post: Fen;
  performance: Fen;
  from: LocalDate;
}

export interface CertificateStandardInput {
  code: string;
  amount: Fen;
  from: LocalDate;
}

const UNIT_KEYS = ['name', 'kind', 'parentId', 'households', 'population', 'quota'] as const;
const RANK: Readonly<Record<UnitKind, number>> = { street: 0, community: 1, grid: 2 };
const isKind = (text: string): text is UnitKind => Object.hasOwn(RANK, text);

/**
 * New and changed units, grades and standards of a centre, checked against what is there (and against one another) and added to the
 * reference at once, so that people of the same file can refer to them. Nothing is written here: `rows` is what to insert.
 */
export class StructureBatch {
  readonly rows: StructureRows = { units: [], unitFacts: [], grades: [], gradeStandards: [], certificateStandards: [] };
  readonly counts = { created: 0, changed: 0, same: 0 };

  constructor(
    private readonly reference: Reference,
    private readonly stamp: Stamp,
  ) {}

  units(inputs: readonly UnitInput[]): Problems {
    const problems = new Problems();
    const parsed = inputs.map((input, index) => ({ index, input, code: this.unitCode(input, index, problems) }));
    this.refuseRepeats(
      parsed.map((p) => p.code),
      problems,
    );
    const byRank = [...parsed].sort(
      (a, b) => (RANK[a.input.kind] ?? 0) - (RANK[b.input.kind] ?? 0) || a.index - b.index,
    );
    for (const { index, input, code } of byRank) {
      if (code !== undefined && !problems.has(index)) problems.attempt(index, '', () => this.unit(code, input));
    }
    return problems;
  }

  grades(inputs: readonly GradeInput[]): Problems {
    const problems = new Problems();
    this.refuseRepeats(
      inputs.map((i) => `${i.code.trim()} ${i.from}`),
      problems,
    );
    inputs.forEach((input, index) => {
      if (!problems.has(index)) problems.attempt(index, '', () => this.grade(input));
    });
    return problems;
  }

  certificates(inputs: readonly CertificateStandardInput[]): Problems {
    const problems = new Problems();
    this.refuseRepeats(
      inputs.map((i) => `${i.code.trim()} ${i.from}`),
      problems,
    );
    inputs.forEach((input, index) => {
      if (!problems.has(index)) problems.attempt(index, '', () => this.certificate(input));
    });
    return problems;
  }

  private unitCode(input: UnitInput, index: number, problems: Problems): string | undefined {
    return problems.attempt(index, 'code', () => {
      if (!isKind(input.kind))
        throw new DomainError('INVALID_INPUT', { reason: 'kind: street, community, grid' }, { field: 'kind' });
      return parseCode(input.code, 'code');
    });
  }

  private refuseRepeats(keys: readonly (string | undefined)[], problems: Problems): void {
    const first = new Map<string, number>();
    keys.forEach((key, index) => {
      if (key === undefined) return;
      const earlier = first.get(key);
      if (earlier === undefined) first.set(key, index);
      else problems.add(index, 'code', 'ROSTER_DUPLICATE_ROW', { row: earlier + 1 });
    });
  }

  private unit(code: string, input: UnitInput): void {
    const known = this.reference.unit(code);
    const facts = known ? this.reference.unitFacts(known.id) : [];
    const latest = timelineOf(facts).at(-1)?.fact;
    if (latest && latest.kind !== input.kind) throw new DomainError('UNIT_KIND_FIXED', { code }, { field: 'kind' });
    const asked = input.from === undefined ? undefined : parseFactDate(input.from, 'from');
    const at = asked === undefined ? latest : placeOfChange(facts, asked).held;
    const values = this.unitValues(input, at ?? latest);
    if (at && UNIT_KEYS.every((key) => at[key] === values[key])) {
      this.counts.same += 1;
      return;
    }
    // A unit whose entry was undone is entered again like a new one.
    if (latest && asked === undefined) throw new DomainError('EFFECTIVE_DATE_REQUIRED', {}, { field: 'from' });
    if (values.parentId !== null) this.checkAbove(facts, values.parentId, asked);
    const unit = known ?? this.newUnit(code);
    const above = values.parentId === null ? undefined : this.reference.firstDay(values.parentId);
    this.addUnitFact(unit, asked ?? above ?? BEGINNING, values);
    this.counts[known ? 'changed' : 'created'] += 1;
  }

  private unitValues(input: UnitInput, before: OrgUnitFact | undefined): OrgUnitValues {
    const count = (value: number | undefined, field: 'households' | 'population' | 'quota'): number | null =>
      value === undefined ? (before?.[field] ?? null) : parseCount(value, field);
    const parentId =
      input.parentCode === undefined && before
        ? before.parentId
        : this.reference.requireParent(input.kind, input.parentCode, 'parentCode');
    return {
      name: parseText(input.name, 'name', 80),
      kind: input.kind,
      parentId,
      households: count(input.households, 'households'),
      population: count(input.population, 'population'),
      quota: count(input.quota, 'quota'),
    };
  }

  private checkAbove(facts: readonly OrgUnitFact[], parentId: Id, asked: LocalDate | undefined): void {
    if (asked === undefined) return;
    this.reference.checkAbove(parentId, { from: asked, to: placeOfChange(facts, asked).to });
  }

  private newUnit(code: string): OrgUnit {
    const unit = { id: this.stamp.nextId(), code };
    this.rows.units.push(unit);
    this.reference.addUnit(unit);
    return unit;
  }

  private addUnitFact(unit: OrgUnit, from: LocalDate, values: OrgUnitValues): void {
    const facts = this.reference.unitFacts(unit.id);
    const { to, held } = placeOfChange(facts, from);
    const fact = {
      ...recorded(afterAll(this.stamp, facts), { from, to }, held?.id ?? null),
      orgUnitId: unit.id,
      ...values,
    };
    this.rows.unitFacts.push(fact);
    this.reference.addUnitFact(fact);
  }

  private grade(input: GradeInput): void {
    const code = parseCode(input.code, 'code');
    const name = parseText(input.name, 'name', 80);
    const postCode = parseCode(input.postCode, 'postCode');
    const from = parseFactDate(input.from, 'from');
    const values = {
      base: parseAmount(input.base, 'base'),
      post: parseAmount(input.post, 'post'),
      performance: parseAmount(input.performance, 'performance'),
    };
    const known = this.reference.grade(code);
    if (known && (known.name !== name || known.postCode !== postCode))
      throw new DomainError('GRADE_DIFFERS', { code }, { field: 'name' });
    if (!known) {
      const grade = { id: this.stamp.nextId(), code, name, postCode };
      this.rows.grades.push(grade);
      this.reference.addGrade(grade);
    }
    const facts = this.reference.gradeStandards(code);
    const { to, held } = placeOfChange(facts, from);
    if (held && held.base === values.base && held.post === values.post && held.performance === values.performance) {
      this.counts.same += 1;
      return;
    }
    const fact = {
      ...recorded(afterAll(this.stamp, facts), { from, to }, held?.id ?? null),
      gradeCode: code,
      ...values,
    };
    this.rows.gradeStandards.push(fact);
    this.reference.addGradeStandard(fact);
    this.counts[known ? 'changed' : 'created'] += 1;
  }

  private certificate(input: CertificateStandardInput): void {
    const code = parseCode(input.code, 'code');
    const amount = parseAmount(input.amount, 'amount');
    const from = parseFactDate(input.from, 'from');
    const facts = this.reference.certificateStandards(code);
    const { to, held } = placeOfChange(facts, from);
    if (held?.amount === amount) {
      this.counts.same += 1;
      return;
    }
    const fact = { ...recorded(afterAll(this.stamp, facts), { from, to }, held?.id ?? null), code, amount };
    this.rows.certificateStandards.push(fact);
    this.reference.addCertificateStandard(fact);
    this.counts[facts.length > 0 ? 'changed' : 'created'] += 1;
  }
}
