import { AuditLog } from '@gridstaff/audit';
import type { Permission } from '@gridstaff/contracts';
import { type ImportContext, ImportHandler, type ImportPlan, type ParsedRow } from '@gridstaff/exchange';
import { addDays, DomainError, OPEN_END } from '@gridstaff/kernel';
import { Injectable } from '@nestjs/common';
import { parseContract, type PostKind } from '../../domain/contract';
import { OrganisationStore, WorkerStore } from '../../domain/stores';
import type { Worker } from '../../domain/worker';
import { emptyLists, sameValues } from '../../domain/worker-facts';
import { WorkerRecord } from '../../domain/worker-record';
import { parseFactDate } from '../../domain/texts';
import { noteFacts } from '../batch-sources';
import { Problems } from '../problems';
import { Stamps } from '../stamps';
import { WorkerDirectory } from '../worker-directory';
import { CONTRACT_SHEET, POST_KIND, RETIREMENT } from './contract-sheet';
import { namedWorkers } from './named-workers';
import { cellErrors, chosen, textOf, yesNo } from './rows';

/**
 * Dispatch contracts by person and first day: a new first day is a new contract, a known one that says something else is corrected. What
 * an import corrects without a remark has the name of the import as its reason.
 */
@Injectable()
export class ContractsImport extends ImportHandler {
  readonly kind = 'contracts';
  readonly permission: Permission = 'roster:import';
  readonly needsPeriod = false;
  readonly sheets = [CONTRACT_SHEET];

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
    const numbers = await namedWorkers(this.directory, centreId, rows, problems);
    const known = [...new Set(numbers.filter((no) => no !== undefined))];
    const people = new Map((await this.workers.byNumbers(centreId, known, true)).map((worker) => [worker.no, worker]));
    const facts = await this.workers.facts(centreId, known);
    const { checkGrid } = await this.organisation.reference(centreId);
    const stamp = this.stamps.of(actor, centreId);
    const records = new Map(
      known.map((no) => [no, new WorkerRecord(no, facts.get(no) ?? emptyLists(), stamp, checkGrid)]),
    );
    const counts = { created: 0, changed: 0, same: 0 };
    const seen = new Map<string, number>();
    rows.forEach((row, index) => {
      const no = numbers[index];
      if (no === undefined || problems.has(index)) return;
      problems.attempt(index, '', () => {
        const key = `${String(no)} ${textOf(row, 'startsOn') ?? ''}`;
        const earlier = seen.get(key);
        if (earlier !== undefined) throw new DomainError('ROSTER_DUPLICATE_ROW', { row: earlier + 1 });
        seen.set(key, index);
        counts[enter(row, people.get(no) as Worker, records.get(no) as WorkerRecord)] += 1;
      });
    });
    return {
      ...counts,
      errors: cellErrors(problems, rows, CONTRACT_SHEET),
      apply: async (book) => {
        const appended = [...records.values()].map((record) => record.appended);
        await this.workers.append(appended);
        if (book) noteFacts(book, appended);
        const subject = { subjectType: 'centre', subjectId: centreId };
        await this.audit.append({ actor, centreId, action: 'contracts.loaded', ...subject, data: counts });
      },
    };
  }
}

function enter(row: ParsedRow, worker: Worker, record: WorkerRecord): 'created' | 'changed' | 'same' {
  const contract = parseContract({
    contractNo: textOf(row, 'contractNo'),
    postKind: chosen<PostKind>(row, 'postKind', POST_KIND) as PostKind,
    fullTime: yesNo(row, 'fullTime'),
    startsOn: textOf(row, 'startsOn') ?? '',
    endsOn: textOf(row, 'endsOn'),
    probationEndsOn: textOf(row, 'probationEndsOn'),
    signedOn: textOf(row, 'signedOn'),
  });
  const reason = textOf(row, 'reason') ?? null;
  const terms = enterTerms(row, worker, record, contract.startsOn, reason);
  const held = record.pieces('contract').find(({ fact }) => fact.startsOn === contract.startsOn);
  if (!held) {
    record.addContract(contract, reason);
    return 'created';
  }
  const values = { ...contract, agencyId: held.fact.agencyId };
  if (sameValues('contract', held.fact, values)) return terms ? 'changed' : 'same';
  const ends = values.endsOn === null ? OPEN_END : addDays(values.endsOn, 1);
  const { to } = record.stayOn(contract.startsOn, 'startsOn');
  record.correct(
    'contract',
    held.fact.id,
    { to: ends < to ? ends : to, values: () => values },
    reason ?? '导入更正 corrected by import',
  );
  return 'changed';
}

function enterTerms(
  row: ParsedRow,
  worker: Worker,
  record: WorkerRecord,
  from: string,
  reason: string | null,
): boolean {
  const until = textOf(row, 'identityCardUntil');
  const category = chosen(row, 'retirement', RETIREMENT);
  if (category && !category.startsWith(worker.sex)) {
    const reason = worker.sex === 'male' ? 'male_60' : 'female_55, female_50';
    throw new DomainError('INVALID_INPUT', { reason }, { field: 'retirement' });
  }
  const card =
    until !== undefined &&
    record.change('identityCard', from, { validUntil: parseFactDate(until, 'identityCardUntil') }, { reason });
  return (category !== undefined && record.change('retirement', from, { category }, { reason })) || card;
}
