import { createHash } from 'node:crypto';
import { AuditLog } from '@gridstaff/audit';
import { type Actor, requirePermission } from '@gridstaff/contracts';
import { DomainError, type Id, type Period, parsePeriod, shanghaiMinute } from '@gridstaff/kernel';
import { UnitOfWork } from '@gridstaff/persistence';
import { Clock, Ids } from '@gridstaff/runtime';
import { Injectable } from '@nestjs/common';
import { BatchBook } from './batches/batch-book';
import { BatchRows } from './batches/batch-rows.repository';
import { errorWorkbook } from './error-workbook';
import { cleanFileName } from './file-name';
import { ImportBatches } from './import-batch.repository';
import type { CellError, ImportContext, ImportHandler, ImportPlan, ParsedRow } from './import-handler';
import { ImportRegistry } from './import-registry';
import { ImportLayouts } from './mapping/import-layouts';
import { type TemplateLanguage, templateOf } from './template';
import { TemplateLists } from './template-lists';
import { type ParsedWorkbook, parseWorkbook } from './workbook-parser';

export interface ImportRequest {
  kind: string;
  centreId: Id;
  /** The month the file is for, where the kind needs one. */
  period?: Period;
  fileName: string;
  file: Buffer;
  /** Checks everything and writes nothing. */
  dryRun: boolean;
  /** Rows without an error are imported although others have one; left out: the whole file or nothing. */
  goodRows?: boolean;
}

export interface ImportResult {
  /** Null when nothing was written: a dry run, errors, or nothing new in the file. */
  batchId: Id | null;
  created: number;
  changed: number;
  same: number;
  /** Rows that cannot be imported. */
  wrong: number;
  /** By sheet and row; any of them keeps the whole file out, or with `goodRows` its own row. */
  errors: CellError[];
}

/** Brings a workbook in, whole or not at all, or on demand its good rows: the same gate, checks and errors for every kind, from the web and the command line. */
@Injectable()
export class ImportService {
  constructor(
    private readonly registry: ImportRegistry,
    private readonly batches: ImportBatches,
    private readonly rows: BatchRows,
    private readonly layouts: ImportLayouts,
    private readonly lists: TemplateLists,
    private readonly audit: AuditLog,
    private readonly uow: UnitOfWork,
    private readonly clock: Clock,
    private readonly ids: Ids,
  ) {}

  /**
   * @throws DomainError NOT_FOUND, FORBIDDEN, IMPORT_KIND_UNKNOWN, IMPORT_PERIOD_MISSING, NOT_A_PERIOD, IMPORT_REPEATED, and those of
   * `parseWorkbook` for the file as a whole; errors of rows and cells are in the result
   */
  async run(actor: Actor, request: ImportRequest): Promise<ImportResult> {
    const handler = this.registry.handlerFor(request.kind);
    requirePermission(actor, handler.permission, request.centreId);
    const period = periodFor(handler, request.period);
    const parsed = await parseWorkbook(request.file, handler.sheets, this.layouts.memory(request.centreId, handler.kind));
    if (!parsed.readable) return resultOf(parsed);
    return this.uow.run(async () => {
      if (!request.dryRun) await this.batches.enterLane(request.centreId, handler.kind);
      const plan = await planOf(handler, { actor, centreId: request.centreId, period }, parsed.rows, request.goodRows);
      const result = resultOf(parsed, plan);
      const keptOut = request.goodRows ? !plan.separable : result.errors.length > 0;
      if (keptOut || plan.created + plan.changed === 0) return result;
      const sha256 = createHash('sha256').update(request.file).digest('hex');
      await this.refuseRepetition(request.centreId, handler.kind, period ?? '', sha256);
      return request.dryRun
        ? result
        : { ...result, batchId: await this.apply(actor, request, period ?? '', sha256, plan, result.wrong) };
    });
  }

  /** Checks the file once more and hands it back with a column of what to put right; writes nothing. @throws DomainError as `run` */
  async withErrors(actor: Actor, request: Omit<ImportRequest, 'dryRun'>, language: TemplateLanguage): Promise<Buffer> {
    const { errors } = await this.run(actor, { ...request, dryRun: true });
    const places = await this.layouts.places(request.file, this.registry.handlerFor(request.kind).sheets);
    return errorWorkbook(request.file, errors, language, places);
  }

  /** Empty workbook of a kind: headers, drop-downs, a sample row that is not imported unless it is changed, and a sheet of notes. */
  template(kind: string, language: TemplateLanguage = 'zh'): Promise<Buffer> {
    return templateOf(this.registry.handlerFor(kind), language);
  }

  /** The same with the drop-downs of a centre's own dictionaries. @throws DomainError IMPORT_KIND_UNKNOWN, NOT_FOUND, FORBIDDEN */
  async templateOf(actor: Actor, centreId: Id, kind: string, language: TemplateLanguage): Promise<Buffer> {
    const handler = this.registry.handlerFor(kind);
    requirePermission(actor, handler.permission, centreId);
    return templateOf(handler, language, await this.lists.of(centreId, handler.sheets));
  }

  /** The same bytes again would undo what was corrected since, or double what is added up. */
  private async refuseRepetition(centreId: Id, kind: string, period: string, sha256: string): Promise<void> {
    const last = await this.batches.lastOf(centreId, kind, period, sha256);
    if (!last) return;
    throw new DomainError('IMPORT_REPEATED', {
      at: shanghaiMinute(new Date(last.recordedAt)),
      by: last.recordedBy,
      batchId: last.id,
    });
  }

  private async apply(
    actor: Actor,
    request: ImportRequest,
    period: string,
    sha256: string,
    plan: ImportPlan,
    wrong: number,
  ): Promise<Id> {
    const { centreId, kind } = request;
    const { created, changed, same } = plan;
    const id = this.ids.next();
    const book = new BatchBook(id, (noted) => this.rows.add(noted));
    await plan.apply(book);
    await book.flush();
    await this.batches.add({
      id,
      centreId,
      kind,
      period,
      fileName: cleanFileName(request.fileName),
      sha256,
      status: 'applied',
      created,
      changed,
      same,
      leftOut: wrong > 0 ? wrong : null,
      recordedBy: actor.userId,
      recordedAt: this.clock.millis(),
    });
    await this.audit.append({
      actor,
      centreId,
      action: 'import.applied',
      subjectType: 'import',
      subjectId: id,
      data: { kind, period, sha256, created, changed, same, ...(wrong > 0 && { leftOut: wrong }) },
    });
    return id;
  }
}

interface Plan extends ImportPlan {
  /** False where what is left has an error that belongs to no row, so that no row can be told to be good. */
  separable: boolean;
}

/** With `goodRows` the rows that have an error are taken out and the others looked at again, until what is left stands by itself. */
async function planOf(handler: ImportHandler, context: ImportContext, all: readonly ParsedRow[], goodRows = false): Promise<Plan> {
  let rows = all;
  let plan = await handler.plan(context, rows);
  const errors = [...plan.errors];
  while (goodRows && plan.errors.length > 0) {
    const wrong = new Set(plan.errors.map(rowKey));
    const left = rows.filter((row) => !wrong.has(rowKey(row)));
    if (left.length === rows.length || left.length === 0) break;
    rows = left;
    plan = await handler.plan(context, rows);
    errors.push(...plan.errors);
  }
  const apply = (book?: BatchBook): Promise<void> => plan.apply(book);
  const { created, changed, same } = plan;
  return { created, changed, same, errors, apply, separable: plan.errors.length === 0 };
}

const rowKey = ({ sheet, row }: { sheet: string; row: number }): string => `${sheet}\n${row}`;

function periodFor(handler: ImportHandler, period: Period | undefined): Period | undefined {
  if (!handler.needsPeriod) return undefined;
  if (period === undefined) throw new DomainError('IMPORT_PERIOD_MISSING', { kind: handler.kind });
  return parsePeriod(period, 'period');
}

function resultOf(parsed: ParsedWorkbook, plan?: ImportPlan): ImportResult {
  const found = (plan?.errors ?? []).map((error) => ({ ...error, sheet: parsed.sheetNames.get(error.sheet) ?? error.sheet }));
  const errors = [...parsed.errors, ...found].map((error) => inWordsOfFile(parsed, error));
  const wrongInPlan = new Set(plan?.errors.map(rowKey));
  return {
    batchId: null,
    created: plan?.created ?? 0,
    changed: plan?.changed ?? 0,
    same: plan?.same ?? 0,
    wrong: parsed.wrong + wrongInPlan.size,
    errors,
  };
}

/** Checks speak of columns by their Chinese names; the reader of the report looks for the header that the file has. */
function inWordsOfFile({ headers }: ParsedWorkbook, error: CellError): CellError {
  const name = headers.get(error.sheet)?.get(error.column);
  if (name === undefined) return error;
  const params = error.params?.name === error.column ? { ...error.params, name } : error.params;
  return { ...error, column: name, params };
}
