import type { BatchBook, BatchTarget } from '@gridstaff/exchange';
import { builtUpon, DomainError, type Fact, type Id, inverseOf, type LocalDate, timelineOf } from '@gridstaff/kernel';
import { Injectable } from '@nestjs/common';
import { afterAll, recorded, type RecordedFact, type Stamp } from '../domain/fact-change';
import type { Reference } from '../domain/reference';
import { OrganisationStore, type StructureRows, WorkerStore } from '../domain/stores';
import { FACT_KINDS, slotOf, type WorkerFactLists } from '../domain/worker-facts';
import { noteStructure } from './batch-sources';

export interface StructureUndoPlan {
  rows: number;
  uses: DomainError[];
  /** First day of a standard that the batch changed. */
  standardsFrom: LocalDate | undefined;
  recordedAt: number;
  apply(book: BatchBook): Promise<void>;
}

type Ids = ReadonlySet<Id>;

/**
 * Units, grades and standards of an undone batch. A unit that it entered stays as a code without a name or a date, and can be entered again; a
 * grade that it entered goes. Neither can be undone while people or units beside the batch rest on it.
 */
@Injectable()
export class StructureUndo {
  constructor(
    private readonly organisation: OrganisationStore,
    private readonly workers: WorkerStore,
  ) {}

  /** @param people ids of the facts of people that are taken back with it */
  async plan(stamp: Stamp, target: BatchTarget, reference: Reference, people: Ids, undonePeople: Ids): Promise<StructureUndoPlan> {
    const of = (source: string): Set<Id> => new Set(target.rows.get(source));
    const [enteredUnits, enteredGrades] = [of('org_unit'), of('pay_grade')];
    const mine = new Set([...of('org_unit_fact'), ...of('grade_standard'), ...of('certificate_standard')]);
    const size = mine.size + enteredUnits.size + enteredGrades.size;
    if (size === 0) return { rows: 0, uses: [], standardsFrom: undefined, recordedAt: Number.MAX_SAFE_INTEGER, apply: async () => undefined };
    const lists = [
      ...[...reference.units].map((unit) => ({ code: unit.code, facts: reference.unitFacts(unit.id) })),
      ...[...reference.grades].map(({ code }) => ({ code, facts: reference.gradeStandards(code) })),
      ...reference.certificateCodes.map((code) => ({ code, facts: reference.certificateStandards(code) })),
    ].filter(({ facts }) => facts.some((f) => mine.has(f.id)));
    const undone = await target.undone(lists.flatMap(({ facts }) => facts.map((f) => f.id)));
    const vanishing = lists.filter(({ facts }) => timelineOf(facts.filter((f) => !mine.has(f.id) && !undone.has(f.id)) as Fact[]).length === 0);
    const uses = lists.filter(({ facts }) => builtUpon(facts as readonly Fact[], mine, undone)).map(({ code }) => used(code));
    const units = [...reference.units].filter((unit) => enteredUnits.has(unit.id));
    uses.push(...this.usedUnits(reference, enteredUnits));
    const grades = [...reference.grades].filter((grade) => enteredGrades.has(grade.id));
    const certificates = reference.certificateCodes.filter((code) => vanishing.some((list) => list.facts === reference.certificateStandards(code)));
    const names = { units: units.map(({ id }) => id), grades: grades.map(({ code }) => code), certificates };
    uses.push(...(await this.usedByPeople(target, reference, names, people, undonePeople)));
    const standards = lists.flatMap(({ facts }) => (facts as readonly RecordedFact[]).filter((f) => mine.has(f.id) && !('orgUnitId' in f)));
    return {
      ...{ rows: size, uses },
      standardsFrom: standards.map((f) => f.validFrom).sort()[0],
      recordedAt: Math.min(...lists.flatMap(({ facts }) => facts.filter((f) => mine.has(f.id)).map((f) => f.recordedAt)), Number.MAX_SAFE_INTEGER),
      apply: async (book) => {
        const rows = this.inverses(stamp, reference, mine, undone);
        await this.organisation.insertStructure(target.centreId, rows, stamp.recordedAt);
        noteStructure(book, rows);
        await this.organisation.removeGrades(target.centreId, grades.map(({ id }) => id));
      },
    };
  }

  private inverses(stamp: Stamp, reference: Reference, mine: Ids, undone: Ids): StructureRows {
    const inverse = <F extends RecordedFact>(facts: readonly F[]): F[] => {
      if (!facts.some((f) => mine.has(f.id))) return [];
      const after = afterAll(stamp, facts);
      return inverseOf(facts, mine, undone).map(({ from, to, restore, taken }) => ({
        ...(restore ?? taken),
        ...recorded(after, { from, to }, taken.id, !restore),
      }));
    };
    return {
      ...{ units: [], grades: [] },
      unitFacts: [...reference.units].flatMap(({ id }) => inverse(reference.unitFacts(id))),
      gradeStandards: [...reference.grades].flatMap(({ code }) => inverse(reference.gradeStandards(code))),
      certificateStandards: reference.certificateCodes.flatMap((code) => inverse(reference.certificateStandards(code))),
    };
  }

  /** Units beside the batch that hang under one it entered. */
  private usedUnits(reference: Reference, entered: Ids): DomainError[] {
    const codes = new Set<string>();
    for (const unit of reference.units) {
      if (entered.has(unit.id)) continue;
      for (const { fact } of timelineOf(reference.unitFacts(unit.id))) {
        if (fact.parentId && entered.has(fact.parentId)) codes.add(reference.unitById(fact.parentId)?.code ?? '');
      }
    }
    return [...codes].map(used);
  }

  /** People whose facts beside the batch name what would vanish. */
  private async usedByPeople(
    { centreId, undone }: BatchTarget,
    reference: Reference,
    names: { units: Id[]; grades: string[]; certificates: string[] },
    people: Ids,
    known: Ids,
  ): Promise<DomainError[]> {
    const numbers = await this.workers.everNaming(centreId, names.units, names.grades, names.certificates);
    const facts = await this.workers.facts(centreId, numbers);
    const others = new Set([...known, ...(await undone(allIds(facts)))]);
    const codes = new Set<string>();
    for (const lists of facts.values()) {
      for (const { fact } of piecesOf(lists, 'assignment', people, others)) if (names.units.includes(fact.orgUnitId)) codes.add(reference.unitById(fact.orgUnitId)?.code ?? '');
      for (const { fact } of piecesOf(lists, 'grade', people, others)) if (names.grades.includes(fact.gradeCode)) codes.add(fact.gradeCode);
      for (const { fact } of piecesOf(lists, 'certificate', people, others)) if (names.certificates.includes(fact.code)) codes.add(fact.code);
    }
    return [...codes].map(used);
  }
}

const used = (code: string): DomainError => new DomainError('BATCH_STRUCTURE_USED', { code });

const allIds = (facts: ReadonlyMap<number, WorkerFactLists>): Id[] =>
  [...facts.values()].flatMap((lists) => FACT_KINDS.flatMap((kind) => lists[kind].map(({ id }) => id)));

function piecesOf<K extends 'assignment' | 'grade' | 'certificate'>(lists: WorkerFactLists, kind: K, mine: Ids, undone: Ids) {
  const rest = lists[kind].filter((f) => !mine.has(f.id) && !undone.has(f.id));
  const slots = [...new Set(rest.map((f) => slotOf<K>(kind, f)))];
  return slots.flatMap((slot) => timelineOf(rest.filter((f) => slotOf<K>(kind, f) === slot)));
}
