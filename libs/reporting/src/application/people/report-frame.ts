import { type Actor, requirePermission } from '@gridstaff/contracts';
import { addDays, daysBetween, DomainError, type Id, type LocalDate, parseDate } from '@gridstaff/kernel';
import { Agencies, Structure } from '@gridstaff/roster';
import { Clock } from '@gridstaff/runtime';
import { Injectable } from '@nestjs/common';
import type { UnitNode } from '../../domain/people/people-tables';
import type { PeopleFilter } from '../../domain/people/people-store';
import { same, type Words } from '../../domain/people/report-table';

/** Three years with a leap day: more would be another question, and a long answer. */
const MOST_DAYS = 1096;

export interface ReportFilters {
  centreId: Id;
  /** Code of a unit: people whose main grid is it or below it. */
  unit?: string;
  /** Code of an agency. */
  agency?: string;
  post?: string;
}

/** What a report looks at: the tree and the agencies of a day, and the filters read against them. */
export interface ReportFrame {
  units: readonly UnitNode[];
  filter: PeopleFilter;
  agencyName(code: string): Words;
}

@Injectable()
export class ReportFrames {
  constructor(
    private readonly structure: Structure,
    private readonly agencies: Agencies,
    private readonly clock: Clock,
  ) {}

  /** Needs `roster:read`. @throws DomainError UNKNOWN_GRID, UNKNOWN_AGENCY */
  async open(actor: Actor, { centreId, unit, agency, post }: ReportFilters, on: LocalDate): Promise<ReportFrame> {
    requirePermission(actor, 'roster:read', centreId);
    const views = await this.structure.units(actor, centreId, on);
    const codeOf = new Map(views.map(({ id, code }) => [id, code]));
    const units = views
      .map(({ code, name, parentId }) => ({
        code,
        name,
        parentCode: parentId === null ? null : (codeOf.get(parentId) ?? null),
      }))
      .sort((a, b) => (a.code < b.code ? -1 : 1));
    const agencies = new Map((await this.agencies.inCentre(centreId, on)).map(({ code, name }) => [code, name]));
    if (agency !== undefined && !agencies.has(agency))
      throw new DomainError('UNKNOWN_AGENCY', { value: agency.slice(0, 40) }, { field: 'agency' });
    return {
      units,
      filter: {
        centreId,
        agencyCode: agency,
        postCode: post,
        unitCodes: unit === undefined ? undefined : subtree(units, unit),
      },
      agencyName: (code) => same(agencies.get(code) ?? code),
    };
  }

  /** Default today. @throws DomainError NOT_A_DATE */
  day(on: LocalDate | undefined): LocalDate {
    return on === undefined ? this.clock.today() : parseDate(on, 'on');
  }

  /**
   * First and last day; from the first of January to today unless said otherwise.
   * @throws DomainError NOT_A_DATE, EMPTY_RANGE, OUT_OF_RANGE
   */
  range(first: LocalDate | undefined, last: LocalDate | undefined): { from: LocalDate; until: LocalDate } {
    const until = last === undefined ? this.clock.today() : parseDate(last, 'until');
    const from = first === undefined ? `${until.slice(0, 4)}-01-01` : parseDate(first, 'from');
    if (from > until) throw new DomainError('EMPTY_RANGE', { from, to: addDays(until, 1) }, { field: 'until' });
    if (daysBetween(from, until) >= MOST_DAYS)
      throw new DomainError('OUT_OF_RANGE', { value: `${from} – ${until}` }, { field: 'until' });
    return { from, until };
  }
}

function subtree(units: readonly UnitNode[], top: string): string[] {
  if (!units.some(({ code }) => code === top))
    throw new DomainError('UNKNOWN_GRID', { value: top.slice(0, 40) }, { field: 'unit' });
  const children = new Map<string, string[]>();
  for (const { code, parentCode } of units) {
    if (parentCode === null) continue;
    const known = children.get(parentCode);
    if (known) known.push(code);
    else children.set(parentCode, [code]);
  }
  const found = [top];
  for (let at = 0; at < found.length; at += 1) found.push(...(children.get(found[at] as string) ?? []));
  return found;
}
