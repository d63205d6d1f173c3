import { AuditLog } from '@gridstaff/audit';
import { type Actor, can, type Permission, requirePermission } from '@gridstaff/contracts';
import { DomainError, type Id, lastDay, type LocalDate, type Period, rangeOfPeriod } from '@gridstaff/kernel';
import { PersonDirectory } from '@gridstaff/identity';
import { UnitOfWork } from '@gridstaff/persistence';
import { PayFactsReader, Structure } from '@gridstaff/roster';
import { Injectable } from '@nestjs/common';
import { SheetStore } from '../domain/sheet-store';
import { type Team, type TeamMember, Teams, type TeamUnit } from '../domain/teams';

export interface MonthTeam extends Team {
  members: TeamMember[];
}

export interface TeamGround {
  grids: readonly TeamUnit[];
  /** By worker number, in date order. */
  posts: ReadonlyMap<number, readonly { from: LocalDate; to: LocalDate; orgUnitId: Id }[]>;
  /** A unit and those above it, upwards. */
  above: (unitId: Id) => Id[];
}

const EVERYTHING_KNOWN = Number.MAX_SAFE_INTEGER;
const MOST_HEADS = 20;

/** Which teams there are in a month, who may see them, and who heads them. */
@Injectable()
export class TeamDesk {
  constructor(
    private readonly sheets: SheetStore,
    private readonly structure: Structure,
    private readonly roster: PayFactsReader,
    private readonly people: PersonDirectory,
    private readonly uow: UnitOfWork,
    private readonly audit: AuditLog,
  ) {}

  /**
   * Teams of the month that the actor may see: all with `wide`, those of the units they head (and below) with `attendance:team`.
   * @throws DomainError NOT_FOUND, FORBIDDEN
   */
  async visible(actor: Actor, centreId: Id, period: Period, wide: Permission = 'attendance:read'): Promise<{ teams: MonthTeam[]; without: TeamMember[] }> {
    const everything = this.require(actor, centreId, wide);
    const tree = await this.tree(actor, centreId, period);
    const window = { centreId, ...rangeOfPeriod(period), knownAt: EVERYTHING_KNOWN };
    const whereabouts = await this.roster.whereabouts(window);
    const { teams, without } = tree.teams.divide(whereabouts.map(({ workerNo, engagements, assignments }) => ({ workerNo, engaged: engagements, assignments })));
    if (everything) return { teams, without };
    const own = tree.heads.filter(({ userId }) => userId === actor.userId).map(({ unitId }) => unitId);
    return { teams: teams.filter(({ unit }) => tree.teams.within(unit.id, own)), without: [] };
  }

  /** The grids of a team, and where its people are on each day of the month. The caller has asked for the team. */
  async ground(actor: Actor, centreId: Id, period: Period, unitId: Id): Promise<TeamGround> {
    const { teams } = await this.tree(actor, centreId, period);
    const whereabouts = await this.roster.whereabouts({ centreId, ...rangeOfPeriod(period), knownAt: EVERYTHING_KNOWN });
    const posts = new Map(whereabouts.map(({ workerNo, assignments }) => [workerNo, assignments.map(({ from, to, orgUnitId }) => ({ from, to, orgUnitId }))]));
    return { grids: teams.gridsOf(unitId), posts, above: (id) => teams.above(id).map((unit) => unit.id) };
  }

  /** @returns whether the actor's right reaches all units. @throws DomainError NOT_FOUND, FORBIDDEN */
  require(actor: Actor, centreId: Id, wide: Permission): boolean {
    const everything = can(actor, wide, centreId);
    if (!everything) requirePermission(actor, 'attendance:team', centreId);
    return everything;
  }

  /** One of them. @throws DomainError NOT_FOUND (also of a team that the actor may not see), FORBIDDEN */
  async team(actor: Actor, centreId: Id, period: Period, unitId: Id, wide?: Permission): Promise<MonthTeam> {
    const { teams } = await this.visible(actor, centreId, period, wide);
    const team = teams.find(({ unit }) => unit.id === unitId);
    if (!team) throw new DomainError('NOT_FOUND', { what: 'team' });
    return team;
  }

  /**
   * Names who answers for a unit: everybody in the list, nobody else. Needs `roster:write`.
   * @throws DomainError NOT_FOUND (unit, account), FORBIDDEN, OUT_OF_RANGE for a grid
   */
  async setHeads(actor: Actor, centreId: Id, unitId: Id, userIds: readonly Id[]): Promise<void> {
    requirePermission(actor, 'roster:write', centreId);
    const unit = (await this.structure.units(actor, centreId)).find(({ id }) => id === unitId);
    if (!unit) throw new DomainError('NOT_FOUND', { what: 'unit' });
    if (unit.kind === 'grid' || userIds.length > MOST_HEADS) throw new DomainError('OUT_OF_RANGE', { value: unit.code }, { field: 'unitId' });
    const wanted = [...new Set(userIds)];
    for (const userId of wanted) if (!(await this.people.nameOf(userId))) throw new DomainError('NOT_FOUND', { what: 'account' }, { field: 'userIds' });
    await this.uow.run(async () => {
      await this.sheets.setHeads(centreId, unitId, wanted);
      await this.audit.append({ actor, centreId, action: 'team.heads-set', subjectType: 'org-unit', subjectId: unitId, data: { heads: wanted } });
    });
  }

  private async tree(actor: Actor, centreId: Id, period: Period) {
    const units = await this.structure.units(actor, centreId, lastDay(period));
    const heads = await this.sheets.heads(centreId);
    const byUnit = new Map<Id, Id[]>();
    for (const { unitId, userId } of heads) byUnit.set(unitId, [...(byUnit.get(unitId) ?? []), userId]);
    return { teams: new Teams(units, byUnit), heads };
  }
}
