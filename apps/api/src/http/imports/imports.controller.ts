import { type Actor, type Permission, toProblem } from '@gridstaff/contracts';
import { type CellError, ImportHistory, type ImportRecord, type ImportResult, ImportService, type UndoPreview } from '@gridstaff/exchange';
import { DomainError } from '@gridstaff/kernel';
import { Body, Controller, Get, Header, Headers, HttpCode, Param, Post, Query, Req, StreamableFile } from '@nestjs/common';
import { CurrentActor, Permit } from '../common/access';
import { IdPipe } from '../common/dto.pipe';
import type { ApiRequest } from '../common/fastify';
import { languageOf } from '../common/problem';
import { readUpload } from '../common/upload';
import { isoInstant } from '../common/view';
import { FileQuery } from '../exports/exports.dto';
import { ImportErrorsQuery, ImportHistoryQuery, ImportQuery, UndoBody } from './imports.dto';

/** Each kind asks for one of these in the centre. */
export const IMPORTING = [
  'roster:import',
  'attendance:write',
  'evaluation:write',
  'opening:import',
  'tax:write',
  'fund:manage',
] as const satisfies readonly [Permission, ...Permission[]];
const WORKBOOK = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

type ErrorView = Omit<CellError, 'params'> & { detail_zh: string; detail_en: string };
type ImportView = Omit<ImportResult, 'errors'> & { errors: ErrorView[] };

const batchView = ({ sha256: _, recordedAt, undo, ...batch }: ImportRecord): object => ({
  ...batch,
  recordedAt: isoInstant(recordedAt),
  undone: undo && { at: isoInstant(undo.undoneAt), by: undo.undoneBy, reason: undo.reason, rows: undo.taken },
});

/** More are counted. */
const NAMED_USES = 20;

export const undoView = ({ uses, ...counts }: UndoPreview): object => ({
  ...counts,
  used: uses.length,
  uses: uses.slice(0, NAMED_USES).map((use) => {
    const { code, zh, en } = toProblem(use);
    return { code, detail_zh: zh, detail_en: en };
  }),
});

@Controller('api/v1')
export class ImportsController {
  constructor(
    private readonly imports: ImportService,
    private readonly past: ImportHistory,
  ) {}

  /** Field `file` of a multipart form. Answers 200 also when cells are wrong: nothing was written then (with `goodRows`: nothing of these rows), and `errors` says where. */
  @Post('centres/:centreId/imports/:kind')
  @HttpCode(200)
  @Permit(...IMPORTING)
  async run(
    @CurrentActor() actor: Actor,
    @Param('centreId', IdPipe) centreId: string,
    @Param('kind') kind: string,
    @Query() query: ImportQuery,
    @Req() request: ApiRequest,
  ): Promise<ImportView> {
    const upload = await readUpload(request);
    const { period, dryRun, goodRows } = query;
    const result = await this.imports.run(actor, { kind, centreId, period, dryRun, goodRows, ...upload });
    return { ...result, errors: result.errors.map(errorView) };
  }

  /** The same form again: the file comes back with what to put right beside each wrong row. */
  @Post('centres/:centreId/imports/:kind/errors')
  @HttpCode(200)
  @Header('content-type', WORKBOOK)
  @Permit(...IMPORTING)
  async withErrors(
    @CurrentActor() actor: Actor,
    @Param('centreId', IdPipe) centreId: string,
    @Param('kind') kind: string,
    @Query() query: ImportErrorsQuery,
    @Req() request: ApiRequest,
    @Headers('accept-language') accept?: string,
  ): Promise<StreamableFile> {
    const upload = await readUpload(request);
    const file = await this.imports.withErrors(
      actor,
      { kind, centreId, period: query.period, ...upload },
      query.language ?? languageOf(accept),
    );
    return new StreamableFile(file, { type: WORKBOOK, disposition: `attachment; filename="${kind}-errors.xlsx"` });
  }

  @Get('centres/:centreId/imports/:kind')
  @Permit(...IMPORTING)
  async history(
    @CurrentActor() actor: Actor,
    @Param('centreId', IdPipe) centreId: string,
    @Param('kind') kind: string,
    @Query() query: ImportHistoryQuery,
  ): Promise<object> {
    return query.answer('imports', await this.past.list(actor, centreId, kind, query.page()), batchView);
  }

  /** What undoing an import would take back, and what of it is in use and keeps it from being undone. */
  @Get('centres/:centreId/import-batches/:batchId/undo')
  @Permit(...IMPORTING)
  async undoPreview(
    @CurrentActor() actor: Actor,
    @Param('centreId', IdPipe) centreId: string,
    @Param('batchId', IdPipe) batchId: string,
  ): Promise<object> {
    return undoView(await this.past.previewUndo(actor, centreId, batchId));
  }

  /** Takes the whole import back: what it had covered is true again. */
  @Post('centres/:centreId/import-batches/:batchId/undo')
  @HttpCode(200)
  @Permit(...IMPORTING)
  async undo(
    @CurrentActor() actor: Actor,
    @Param('centreId', IdPipe) centreId: string,
    @Param('batchId', IdPipe) batchId: string,
    @Body() { reason }: UndoBody,
  ): Promise<object> {
    return undoView(await this.past.undo(actor, centreId, batchId, reason));
  }

  /** An empty workbook with notes, a sample row, and drop-downs of the centre's own units, agencies, grades … */
  @Get('centres/:centreId/import-templates/:kind')
  @Header('content-type', WORKBOOK)
  @Permit(...IMPORTING)
  async template(
    @CurrentActor() actor: Actor,
    @Param('centreId', IdPipe) centreId: string,
    @Param('kind') kind: string,
    @Query() query: FileQuery,
    @Headers('accept-language') accept?: string,
  ): Promise<StreamableFile> {
    const file = await this.imports.templateOf(actor, centreId, kind, query.language ?? languageOf(accept));
    return new StreamableFile(file, { type: WORKBOOK, disposition: `attachment; filename="${kind}.xlsx"` });
  }
}

function errorView({ params, ...error }: CellError): ErrorView {
  const { zh, en } = toProblem(new DomainError(error.code, params));
  return { ...error, detail_zh: zh, detail_en: en };
}
