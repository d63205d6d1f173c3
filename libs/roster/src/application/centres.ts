import { AuditLog } from '@gridstaff/audit';
import { type Actor, requirePermission } from '@gridstaff/contracts';
import { DomainError, type Id, parseText } from '@gridstaff/kernel';
import { UnitOfWork } from '@gridstaff/persistence';
import { Clock, Ids } from '@gridstaff/runtime';
import { Injectable } from '@nestjs/common';
import { type Centre, type CentreSettings, DEFAULT_CENTRE_SETTINGS } from '../domain/organisation';
import { OrganisationStore } from '../domain/stores';
import { parseCode } from '../domain/texts';

export interface NewCentre {
  code: string;
  name: string;
  /** Policy region of six digits. */
  region: string;
  settings?: Partial<CentreSettings>;
}

function checkSettings(settings: CentreSettings): CentreSettings {
  const { payMonthOffset, payDay, retroYears, bonusMethod } = settings;
  if (payMonthOffset !== 0 && payMonthOffset !== 1)
    throw new DomainError('OUT_OF_RANGE', { value: String(payMonthOffset) }, { field: 'payMonthOffset' });
  if (!Number.isInteger(payDay) || payDay < 1 || payDay > 31)
    throw new DomainError('OUT_OF_RANGE', { value: String(payDay) }, { field: 'payDay' });
  if (!Number.isInteger(retroYears) || retroYears < 0 || retroYears > 5)
    throw new DomainError('OUT_OF_RANGE', { value: String(retroYears) }, { field: 'retroYears' });
  if (bonusMethod !== 'separate' && bonusMethod !== 'together')
    throw new DomainError('OUT_OF_RANGE', { value: String(bonusMethod) }, { field: 'bonusMethod' });
  return { payMonthOffset, payDay, retroYears, bonusMethod };
}

@Injectable()
export class Centres {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly store: OrganisationStore,
    private readonly audit: AuditLog,
    private readonly clock: Clock,
    private readonly ids: Ids,
  ) {}

  /**
   * Needs `centre:manage` in the whole installation.
   * @throws DomainError DUPLICATE_KEY for a code in use, CODE_INVALID, TEXT_INVALID, OUT_OF_RANGE
   */
  async create(actor: Actor, input: NewCentre): Promise<Centre> {
    requirePermission(actor, 'centre:manage', '*');
    if (!/^\d{6}$/.test(input.region))
      throw new DomainError('OUT_OF_RANGE', { value: input.region.slice(0, 40) }, { field: 'region' });
    const centre: Centre = {
      id: this.ids.next(),
      code: parseCode(input.code, 'code'),
      name: parseText(input.name, 'name', 80),
      region: input.region,
      settings: checkSettings({ ...DEFAULT_CENTRE_SETTINGS, ...input.settings }),
    };
    return this.uow.run(async () => {
      await this.store.insertCentre(centre, this.clock.millis());
      const data = { code: centre.code, region: centre.region, ...centre.settings };
      await this.audit.append({
        actor,
        centreId: centre.id,
        action: 'centre.created',
        subjectType: 'centre',
        subjectId: centre.id,
        data,
      });
      return centre;
    });
  }

  /** Needs `centre:manage`. @throws DomainError NOT_FOUND, OUT_OF_RANGE */
  async changeSettings(actor: Actor, centreId: Id, change: Partial<CentreSettings>): Promise<Centre> {
    requirePermission(actor, 'centre:manage', centreId);
    return this.uow.run(async () => {
      const centre = await this.byId(centreId);
      const settings = checkSettings({ ...centre.settings, ...change });
      await this.store.updateSettings(centreId, settings);
      await this.audit.append({
        actor,
        centreId,
        action: 'centre.settings-changed',
        subjectType: 'centre',
        subjectId: centreId,
        data: { ...settings },
      });
      return { ...centre, settings };
    });
  }

  /** Those in which the actor has a right to anything. */
  async list(actor: Actor): Promise<Centre[]> {
    const all = await this.store.centres();
    return actor.grants.has('*') ? all : all.filter((centre) => actor.grants.has(centre.id));
  }

  /** For other rooms, after their own permission check. */
  all(): Promise<Centre[]> {
    return this.store.centres();
  }

  /** For other rooms, after their own permission check. @throws DomainError NOT_FOUND */
  async byId(centreId: Id): Promise<Centre> {
    const centre = await this.store.centre(centreId);
    if (!centre) throw new DomainError('NOT_FOUND', { what: 'centre' });
    return centre;
  }

  /** @throws DomainError NOT_FOUND, also when the actor has no right there at all */
  async byCode(actor: Actor, code: string): Promise<Centre> {
    const centre = await this.store.centreByCode(code);
    const visible = centre && (actor.grants.has('*') || actor.grants.has(centre.id));
    if (!visible) throw new DomainError('NOT_FOUND', { what: 'centre' });
    return centre;
  }
}
