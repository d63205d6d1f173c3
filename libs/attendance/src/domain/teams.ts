import type { DateRange, Id, LocalDate } from '@gridstaff/kernel';

/** A unit of the tree as teams need it. */
export interface TeamUnit {
  id: Id;
  code: string;
  name: string;
  kind: 'street' | 'community' | 'grid';
  parentId: Id | null;
}

/** People whose month is one sheet, and who is responsible for it. */
export interface Team {
  unit: TeamUnit;
  /** Accounts that approve its sheet. */
  heads: readonly Id[];
}

/** Somebody in post in the month. */
export interface TeamMember {
  workerNo: number;
  engaged: readonly DateRange[];
}

/**
 * Everybody belongs to one team: that of the nearest unit above the grid of the last day in post in the month which has a head of its own or is a street.
 * Naming a head for a community makes its people a team; the rest of the street stays one.
 */
export class Teams {
  private readonly byId: ReadonlyMap<Id, TeamUnit>;

  constructor(
    units: readonly TeamUnit[],
    private readonly heads: ReadonlyMap<Id, readonly Id[]>,
  ) {
    this.byId = new Map(units.map((unit) => [unit.id, unit]));
  }

  /** The team that a unit belongs to; undefined above the streets. */
  of(unitId: Id | undefined): Team | undefined {
    for (const unit of this.above(unitId)) {
      const heads = this.heads.get(unit.id) ?? [];
      if (heads.length > 0 || unit.kind === 'street') return { unit, heads };
    }
    return undefined;
  }

  /** Whether a unit is one of these or below one of them. */
  within(unitId: Id, scope: readonly Id[]): boolean {
    return this.above(unitId).some(({ id }) => scope.includes(id));
  }

  /** Teams by the code of their unit, each with its people by number, and those who belong to none. */
  divide(people: readonly (TeamMember & { assignments: readonly { to: LocalDate; orgUnitId: Id }[] })[]): { teams: (Team & { members: TeamMember[] })[]; without: TeamMember[] } {
    const teams = new Map<Id, Team & { members: TeamMember[] }>();
    const without: TeamMember[] = [];
    for (const { workerNo, engaged, assignments } of people) {
      const last = assignments.reduce<{ to: LocalDate; orgUnitId: Id } | undefined>((a, b) => (a && a.to >= b.to ? a : b), undefined);
      const team = this.of(last?.orgUnitId);
      if (!team) without.push({ workerNo, engaged });
      else {
        const known = teams.get(team.unit.id) ?? { ...team, members: [] };
        known.members.push({ workerNo, engaged });
        teams.set(team.unit.id, known);
      }
    }
    return { teams: [...teams.values()].sort((a, b) => (a.unit.code < b.unit.code ? -1 : 1)), without };
  }

  /** The grids that belong to a team, by code. */
  gridsOf(teamUnitId: Id): TeamUnit[] {
    const grids = [...this.byId.values()].filter(({ id, kind }) => kind === 'grid' && this.of(id)?.unit.id === teamUnitId);
    return grids.sort((a, b) => (a.code < b.code ? -1 : 1));
  }

  /** The unit and what is above it, upwards. */
  above(unitId: Id | undefined): TeamUnit[] {
    const list: TeamUnit[] = [];
    for (let unit = this.byId.get(unitId ?? ''); unit && !list.includes(unit); unit = this.byId.get(unit.parentId ?? '')) list.push(unit);
    return list;
  }
}
