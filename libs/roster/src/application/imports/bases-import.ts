import type { Permission } from '@gridstaff/contracts';
import { AuditLog } from '@gridstaff/audit';
import { ImportHandler, type ImportContext, type ImportPlan, type ParsedRow } from '@gridstaff/exchange';
import { Injectable } from '@nestjs/common';
import { mergeContribution } from '../../domain/contribution';
import { OrganisationStore, WorkerStore } from '../../domain/stores';
import { parseFactDate } from '../../domain/texts';
import { emptyLists } from '../../domain/worker-facts';
import { WorkerRecord } from '../../domain/worker-record';
import { noteFacts } from '../batch-sources';
import { Problems } from '../problems';
import { Stamps } from '../stamps';
import { WorkerDirectory } from '../worker-directory';
import { namedWorkers, once } from './named-workers';
import { cellErrors, contributionOf, textOf } from './rows';
import { BASES_SHEET } from './sheets';

/** Contribution terms from a date, by worker number or ID number. What a row leaves empty stays as it is. */
@Injectable()
export class BasesImport extends ImportHandler {
  readonly kind = 'bases';
  readonly permission: Permission = 'roster:import';
  readonly needsPeriod = false;
  readonly sheets = [BASES_SHEET];

  constructor(
    private readonly organisation: OrganisationStore,
    private readonly workers: WorkerStore,
    private readonly directory: WorkerDirectory,
    private readonly stamps: Stamps,
    private readonly audit: AuditLog,
  ) {
    super();
  }

  async plan({ actor, centreId }: ImportContext, rows: readonly ParsedRow[]): Promise<ImportPlan> {
    const problems = new Problems();
    const numbers = once(await namedWorkers(this.directory, centreId, rows, problems), problems);
    const known = numbers.filter((no) => no !== undefined);
    await this.workers.byNumbers(centreId, known, true);
    const facts = await this.workers.facts(centreId, known);
    const reference = await this.organisation.reference(centreId);
    const stamp = this.stamps.of(actor, centreId);
    const records: WorkerRecord[] = [];
    rows.forEach((row, index) => {
      const no = numbers[index];
      if (no === undefined || problems.has(index)) return;
      problems.attempt(index, '', () => {
        const record = new WorkerRecord(no, facts.get(no) ?? emptyLists(), stamp, reference.checkGrid);
        const from = parseFactDate(textOf(row, 'from') ?? '', 'from');
        record.change('contribution', from, mergeContribution(record.on('contribution', from), contributionOf(row)));
        records.push(record);
      });
    });
    const changed = records.filter((record) => record.changed);
    const counts = { created: 0, changed: changed.length, same: records.length - changed.length };
    return {
      ...counts,
      errors: cellErrors(problems, rows, BASES_SHEET),
      apply: async (book) => {
        const appended = changed.map((record) => record.appended);
        await this.workers.append(appended);
        if (book) noteFacts(book, appended);
        await this.audit.append({
          actor,
          centreId,
          action: 'contributions.loaded',
          subjectType: 'centre',
          subjectId: centreId,
          data: counts,
        });
      },
    };
  }
}
