import { AuditLog } from '@gridstaff/audit';
import { type Actor, type Language, requirePermission } from '@gridstaff/contracts';
import { writeWorkbook } from '@gridstaff/exchange';
import {
  addDays,
  dateRange,
  type DateRange,
  DomainError,
  type Id,
  intersect,
  type LocalDate,
  rangeDays,
  timelineOf,
} from '@gridstaff/kernel';
import { UnitOfWork } from '@gridstaff/persistence';
import { Injectable } from '@nestjs/common';
import { coverageOf, type CoveragePiece, type GridCoverage, type GridPost, postsOf } from '../domain/coverage';
import type { OrgUnit } from '../domain/organisation';
import type { Reference } from '../domain/reference';
import { OrganisationStore, WorkerStore } from '../domain/stores';
import { parseFactDate } from '../domain/texts';
import { UnitStore } from '../domain/unit-store';

/** More would be no picture any more, and a long answer. */
const MOST_DAYS = 366;
const MOST_GRIDS = 2_000;

export interface CoverageQuery {
  centreId: Id;
  from: LocalDate;
  /** Last day, inclusive. */
  until: LocalDate;
  /** Grids of this unit and below it alone. */
  unitCode?: string;
}

export interface OnGrid {
  no: number;
  name: string;
}

export interface CoveredGrid extends Omit<GridCoverage, 'pieces'> {
  unitId: Id;
  code: string;
  /** As on the last day on which the grid is there within the range. */
  name: string;
  /** Names of the units above, from the street down. */
  path: string[];
  pieces: (DateRange & { main: OnGrid[]; covering: OnGrid[] })[];
}

export interface CoverageReport {
  from: LocalDate;
  until: LocalDate;
  grids: CoveredGrid[];
  days: number;
  uncovered: number;
  coveredByOthers: number;
}

const HEADS = {
  zh: ['网格编码', '网格', '所属', '自', '至', '天数', '情况', '网格员', '代管'],
  en: ['Grid code', 'Grid', 'Part of', 'From', 'To', 'Days', 'State', 'Main person', 'Covering'],
} as const;
const STATES = {
  zh: { main: '在岗', covered: '代管', nobody: '无人' },
  en: { main: 'in post', covered: 'covered', nobody: 'nobody' },
} as const;

/** Which grid had nobody on which days, who was on it, and who covered. */
@Injectable()
export class Coverage {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly organisation: OrganisationStore,
    private readonly units: UnitStore,
    private readonly workers: WorkerStore,
    private readonly audit: AuditLog,
  ) {}

  /**
   * Needs `roster:read`; one statement per table, whatever the number of people.
   * @throws DomainError UNKNOWN_GRID, EMPTY_RANGE, OUT_OF_RANGE for more than 366 days or 2,000 grids
   */
  async report(actor: Actor, query: CoverageQuery): Promise<CoverageReport> {
    const { centreId, unitCode } = query;
    requirePermission(actor, 'roster:read', centreId);
    const range = dateRange(
      parseFactDate(query.from, 'from'),
      addDays(parseFactDate(query.until, 'until'), 1),
      'until',
    );
    if (rangeDays(range) > MOST_DAYS)
      throw new DomainError('OUT_OF_RANGE', { value: String(rangeDays(range)) }, { field: 'until' });
    const reference = await this.organisation.reference(centreId);
    const below = unitCode === undefined ? undefined : reference.requireUnit(unitCode, 'unitCode').id;
    const grids = gridsIn(reference, range, below);
    if (grids.length > MOST_GRIDS)
      throw new DomainError('OUT_OF_RANGE', { value: String(grids.length) }, { field: 'unitCode' });
    const posts = await this.posts(centreId, range, below === undefined ? undefined : grids.map(({ unit }) => unit.id));
    const rows = grids.map(({ unit, there }) => ({ unit, there, ...coverageOf(there, posts.get(unit.id) ?? []) }));
    const seen = rows.flatMap(({ pieces }) => pieces.flatMap(({ main, covering }) => [...main, ...covering]));
    const names = await this.workers.names(centreId, [...new Set(seen)]);
    const person = (no: number): OnGrid => ({ no, name: names.get(no) ?? String(no) });
    const named = ({ main, covering, ...piece }: CoveragePiece): CoveredGrid['pieces'][number] => ({
      ...piece,
      ...{ main: main.map(person), covering: covering.map(person) },
    });
    const sum = (key: 'days' | 'uncovered' | 'coveredByOthers'): number => rows.reduce((all, row) => all + row[key], 0);
    return {
      ...{ from: query.from, until: query.until, days: sum('days') },
      ...{ uncovered: sum('uncovered'), coveredByOthers: sum('coveredByOthers') },
      grids: rows.map(({ unit, there, pieces, ...days }) => {
        const on = addDays((there.at(-1) as DateRange).to, -1);
        const [name, ...above] = namesUpwards(reference, unit.id, on);
        return {
          unitId: unit.id,
          code: unit.code,
          name: name ?? unit.code,
          path: above.reverse(),
          ...days,
          pieces: pieces.map(named),
        };
      }),
    };
  }

  /** The same as a workbook, a row per stretch of days; an entry of the audit log. @throws DomainError as `report` */
  async workbook(actor: Actor, query: CoverageQuery, language: Language): Promise<Buffer> {
    const report = await this.report(actor, query);
    const states = STATES[language];
    const namesOf = (people: readonly OnGrid[]): string => people.map(({ no, name }) => `${name} ${no}`).join('、');
    const rows = report.grids.flatMap(({ code, name, path, pieces }) =>
      pieces.map(({ from, to, main, covering }) => [
        ...[code, name, path.join(' / '), from, addDays(to, -1), rangeDays({ from, to })],
        main.length > 0 ? states.main : covering.length > 0 ? states.covered : states.nobody,
        ...[namesOf(main), namesOf(covering)],
      ]),
    );
    const columns = HEADS[language].map((header, i) => ({
      header,
      kind: i === 5 ? ('int' as const) : ('text' as const),
      width: 16,
    }));
    const file = await writeWorkbook([{ name: language === 'zh' ? '网格覆盖' : 'Coverage', columns, rows }]);
    const { centreId, from, until, unitCode } = query;
    await this.uow.run(() =>
      this.audit.append({
        ...{ actor, centreId, action: 'coverage.exported', subjectType: 'centre', subjectId: centreId },
        data: { from, until, unitCode, rows: rows.length },
      }),
    );
    return file;
  }

  private async posts(
    centreId: Id,
    range: DateRange,
    unitIds: readonly Id[] | undefined,
  ): Promise<Map<Id, GridPost[]>> {
    const { engagement, assignment } = await this.units.assignmentsIn(centreId, range, unitIds);
    const stays = grouped(engagement, ({ workerNo }) => workerNo);
    const posts = [...grouped(assignment, ({ workerNo }) => workerNo)].flatMap(([no, facts]) =>
      postsOf({ engagement: stays.get(no) ?? [], assignment: facts }, range),
    );
    return grouped(posts, ({ orgUnitId }) => orgUnitId);
  }
}

function grouped<K, V>(items: readonly V[], key: (item: V) => K): Map<K, V[]> {
  const groups = new Map<K, V[]>();
  for (const item of items) {
    const group = groups.get(key(item));
    if (group) group.push(item);
    else groups.set(key(item), [item]);
  }
  return groups;
}

interface Grid {
  unit: OrgUnit;
  there: DateRange[];
}

/** Grids that exist on some day of the range and, where a unit is given, hang below it then. */
function gridsIn(reference: Reference, range: DateRange, below: Id | undefined): Grid[] {
  return [...reference.units].flatMap((unit): Grid[] => {
    const there = timelineOf(reference.unitFacts(unit.id))
      .filter(({ fact }) => fact.kind === 'grid')
      .flatMap((piece) => intersect(piece, range) ?? []);
    const own = below === undefined ? there : there.filter((piece) => isBelow(reference, unit.id, below, piece.from));
    return own.length > 0 ? [{ unit, there: own }] : [];
  });
}

function* upwards(reference: Reference, unitId: Id, on: LocalDate): Generator<{ id: Id; name: string }> {
  for (let id: Id | null = unitId; id !== null;) {
    const fact = reference.unitOn(id, on);
    if (!fact) return;
    yield { id, name: fact.name };
    id = fact.parentId;
  }
}

const namesUpwards = (reference: Reference, unitId: Id, on: LocalDate): string[] =>
  [...upwards(reference, unitId, on)].map(({ name }) => name);
const isBelow = (reference: Reference, unitId: Id, below: Id, on: LocalDate): boolean =>
  [...upwards(reference, unitId, on)].some(({ id }) => id === below);
