import { type Actor, requirePermission } from '@gridstaff/contracts';
import { FundReader } from '@gridstaff/fund';
import { DomainError, type Id, type Page, type PageRequest, type Period } from '@gridstaff/kernel';
import { Injectable } from '@nestjs/common';
import {
  type Payment,
  type Settlement,
  type SettlementFund,
  type SettlementLine,
  SettlementRepository,
  type SettlementSort,
} from '../domain/settlement';

export type NamedSettlement = Omit<Settlement, 'funds'> & { funds: readonly (SettlementFund & { name: string })[] };
export type SettlementDetail = NamedSettlement & { lines: SettlementLine[]; payments: Payment[] };

@Injectable()
export class SettlementReader {
  constructor(
    private readonly settlements: SettlementRepository,
    private readonly funds: FundReader,
  ) {}

  /** @throws DomainError FORBIDDEN */
  async list(
    actor: Actor,
    filter: { centreId: Id; period?: Period },
    page: PageRequest<SettlementSort>,
  ): Promise<Page<NamedSettlement>> {
    requirePermission(actor, 'settlement:read', filter.centreId);
    const { rows, next } = await this.settlements.list(filter, page);
    return { rows: await this.named(rows), next };
  }

  /** With the names of the funds: one statement for all. */
  async named(settlements: readonly Settlement[]): Promise<NamedSettlement[]> {
    const names = await this.funds.names(settlements.flatMap(({ funds }) => funds.map((part) => part.fundId)));
    return settlements.map((settlement) => ({
      ...settlement,
      funds: settlement.funds.map((part) => ({ ...part, name: names.get(part.fundId) ?? '' })),
    }));
  }

  /** @throws DomainError NOT_FOUND, FORBIDDEN */
  async get(actor: Actor, id: Id): Promise<SettlementDetail> {
    const settlement = await this.settlements.get(id);
    if (!settlement) throw new DomainError('NOT_FOUND', { what: 'settlement' });
    requirePermission(actor, 'settlement:read', settlement.centreId, 'settlement');
    const [named] = await this.named([settlement]);
    return {
      ...(named as NamedSettlement),
      lines: await this.settlements.lines(id),
      payments: await this.settlements.payments(id),
    };
  }

  /** For other rooms and the checker. */
  ofRun(runId: Id): Promise<Settlement[]> {
    return this.settlements.ofRun(runId);
  }
}
