import { AuditLog } from '@gridstaff/audit';
import { type Actor, requirePermission } from '@gridstaff/contracts';
import { addDays, DomainError, type Id, type LocalDate, parseText } from '@gridstaff/kernel';
import { UnitOfWork } from '@gridstaff/persistence';
import { Clock, Ids } from '@gridstaff/runtime';
import { Injectable } from '@nestjs/common';
import { agencyOn, type AgencyDetailsPatch, detailChange } from '../domain/agency-details';
import { type AgencyFeeInput, feeChange } from '../domain/agency-fee';
import type { Agency } from '../domain/organisation';
import { type AgencyFee, PayFactsReader } from '../domain/pay-facts';
import { OrganisationStore } from '../domain/stores';
import { parseCode, parseFactDate } from '../domain/texts';
import { Stamps } from './stamps';

export interface NewAgency {
  code: string;
  name: string;
  licenceNo?: string;
  licenceUntil?: LocalDate;
  taxNo?: string;
  bankName?: string;
  bankAccount?: string;
}

const optionalText = (value: string | undefined, field: string, max: number): string | null =>
  value === undefined ? null : parseText(value, field, max);

@Injectable()
export class Agencies {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly store: OrganisationStore,
    private readonly rates: PayFactsReader,
    private readonly stamps: Stamps,
    private readonly audit: AuditLog,
    private readonly clock: Clock,
    private readonly ids: Ids,
  ) {}

  /** Needs `agency:manage`. @throws DomainError DUPLICATE_KEY for a code or name in use, CODE_INVALID, TEXT_INVALID, NOT_A_DATE */
  async create(actor: Actor, centreId: Id, input: NewAgency): Promise<Agency> {
    requirePermission(actor, 'agency:manage', centreId);
    const agency: Agency = {
      id: this.ids.next(),
      centreId,
      code: parseCode(input.code, 'code'),
      name: parseText(input.name, 'name', 80),
      licenceNo: optionalText(input.licenceNo, 'licenceNo', 64),
      licenceUntil: input.licenceUntil === undefined ? null : parseFactDate(input.licenceUntil, 'licenceUntil'),
      taxNo: optionalText(input.taxNo, 'taxNo', 32),
      bankName: optionalText(input.bankName, 'bankName', 80),
      bankAccount: optionalText(input.bankAccount, 'bankAccount', 40),
    };
    return this.uow.run(async () => {
      await this.store.insertAgency(agency, this.clock.millis());
      await this.audit.append({
        actor,
        centreId,
        action: 'agency.created',
        subjectType: 'agency',
        subjectId: agency.id,
        data: { code: agency.code },
      });
      return agency;
    });
  }

  /**
   * The fee from a date on, up to the next change that is already known. Needs `agency:manage`. @returns false when it is so anyway
   * @throws DomainError NOT_FOUND, NOT_A_DATE, NEGATIVE_AMOUNT, RATE_INVALID, FEE_TIERS_INVALID
   */
  async setFee(actor: Actor, centreId: Id, agencyId: Id, from: LocalDate, input: AgencyFeeInput): Promise<boolean> {
    requirePermission(actor, 'agency:manage', centreId, 'agency');
    const date = parseFactDate(from, 'from');
    return this.uow.run(async () => {
      if (!(await this.store.agencies(centreId)).some((a) => a.id === agencyId))
        throw new DomainError('NOT_FOUND', { what: 'agency' });
      const facts = await this.store.agencyFees(centreId, agencyId);
      const fact = feeChange(agencyId, date, input, facts, this.stamps.of(actor, centreId));
      if (!fact) return false;
      await this.store.insertAgencyFees([fact]);
      const { validTo: to, kind, amount, rate, tiers } = fact;
      await this.audit.append({
        actor,
        centreId,
        action: 'agency.fee-set',
        subjectType: 'agency',
        subjectId: agencyId,
        data: { from: date, to, kind, amount, rate, ...(tiers !== null && { tiers }) },
      });
      return true;
    });
  }

  /**
   * Licence, tax number or account from a date on; what is left out stays. Needs `agency:manage`. @returns false when it is so anyway
   * @throws DomainError NOT_FOUND, NOT_A_DATE, OUT_OF_RANGE, TEXT_INVALID
   */
  async setDetails(
    actor: Actor,
    centreId: Id,
    agencyId: Id,
    from: LocalDate,
    patch: AgencyDetailsPatch,
  ): Promise<boolean> {
    requirePermission(actor, 'agency:manage', centreId, 'agency');
    const date = parseFactDate(from, 'from');
    return this.uow.run(async () => {
      const agency = (await this.store.agencies(centreId)).find(({ id }) => id === agencyId);
      if (!agency) throw new DomainError('NOT_FOUND', { what: 'agency' });
      const facts = (await this.store.agencyDetails(centreId)).filter((fact) => fact.agencyId === agencyId);
      const fact = detailChange(agency, date, patch, facts, this.stamps.of(actor, centreId));
      if (!fact) return false;
      await this.store.insertAgencyDetails([fact]);
      const { licenceNo, licenceUntil } = fact;
      await this.audit.append({
        ...{ actor, centreId, action: 'agency.details-set', subjectType: 'agency', subjectId: agencyId },
        data: { from: date, to: fact.validTo, licenceNo, licenceUntil, changed: Object.keys(patch).sort().join(' ') },
      });
      return true;
    });
  }

  /** As they are on a date. Needs `roster:read`. */
  async list(actor: Actor, centreId: Id, on?: LocalDate): Promise<Agency[]> {
    requirePermission(actor, 'roster:read', centreId);
    return this.inCentre(centreId, on);
  }

  /** Needs `roster:read`. The fee of each agency on a date, by agency; one without is absent. */
  async feesOn(actor: Actor, centreId: Id, on = this.clock.today()): Promise<Map<Id, AgencyFee>> {
    requirePermission(actor, 'roster:read', centreId);
    const day = { centreId, from: on, to: addDays(on, 1), knownAt: this.clock.millis() };
    return new Map((await this.rates.agencyFees(day)).map((fee) => [fee.agencyId, fee]));
  }

  /** As they are on a date, default today. For other rooms, after their own permission check. */
  async inCentre(centreId: Id, on = this.clock.today()): Promise<Agency[]> {
    const agencies = await this.store.agencies(centreId);
    const facts = await this.store.agencyDetails(centreId);
    return agencies.map((agency) => agencyOn(agency, facts, on));
  }
}
