import { type Actor, requirePermission } from '@gridstaff/contracts';
import { DomainError, type Id, type Page, type PageRequest, type Period } from '@gridstaff/kernel';
import { Injectable } from '@nestjs/common';
import {
  type Payment,
  type Settlement,
  type SettlementLine,
  SettlementRepository,
  type SettlementSort,
} from '../domain/settlement';

@Injectable()
export class SettlementReader {
  constructor(private readonly settlements: SettlementRepository) {}

  /** @throws DomainError FORBIDDEN */
  async list(
    actor: Actor,
    filter: { centreId: Id; period?: Period },
    page: PageRequest<SettlementSort>,
  ): Promise<Page<Settlement>> {
    requirePermission(actor, 'settlement:read', filter.centreId);
    return this.settlements.list(filter, page);
  }

  /** @throws DomainError NOT_FOUND, FORBIDDEN */
  async get(actor: Actor, id: Id): Promise<Settlement & { lines: SettlementLine[]; payments: Payment[] }> {
    const settlement = await this.settlements.get(id);
    if (!settlement) throw new DomainError('NOT_FOUND', { what: 'settlement' });
    requirePermission(actor, 'settlement:read', settlement.centreId, 'settlement');
    return { ...settlement, lines: await this.settlements.lines(id), payments: await this.settlements.payments(id) };
  }

  /** For other rooms and the checker. */
  ofRun(runId: Id): Promise<Settlement[]> {
    return this.settlements.ofRun(runId);
  }
}
