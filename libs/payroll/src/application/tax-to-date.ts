import { yearOf } from '@gridstaff/kernel';
import { Injectable } from '@nestjs/common';
import { NO_TAX_RECORD, type TaxRecord, TaxStore, type WorkerRange } from '../domain';
import type { PayContext } from './pay-contexts';

/** What is known of the tax year of the workers of a range before a run, in a constant number of statements. */
@Injectable()
export class TaxToDate {
  constructor(private readonly taxes: TaxStore) {}

  async of(
    { centreId, taxMonth, knownAt, basis }: PayContext,
    range: WorkerRange,
  ): Promise<(workerNo: number) => TaxRecord> {
    const facts = await this.taxes.facts({ centreId, taxYear: yearOf(taxMonth), knownAt }, range);
    const paid = await this.taxes.paid(basis, range);
    return (no) => ({ ...(facts.get(no) ?? NO_TAX_RECORD), paid: paid.get(no) ?? [] });
  }
}
