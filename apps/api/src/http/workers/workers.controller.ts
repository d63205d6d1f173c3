import type { Actor } from '@gridstaff/contracts';
import { PersonFile, RosterLoader, WorkerDetails, type WorkerFilters, type WorkerKey, WorkerList, type WorkerTarget } from '@gridstaff/roster';
import { Body, Controller, Get, Headers, HttpCode, Param, Post, Query, Res, type StreamableFile } from '@nestjs/common';
import { CurrentActor, Permit } from '../common/access';
import { IdPipe, NumberPipe } from '../common/dto.pipe';
import type { Reply } from '../common/fastify';
import { languageOf } from '../common/problem';
import { fileAnswer } from '../exports/file-answer';
import { ListExports } from '../exports/list-exports';
import { ListExportBody } from '../exports/list-exports.dto';
import { HireBody, PersonFileBody, RevealBody, WorkerQuery, WorkersQuery } from './worker.dto';
import { personOf } from './worker-input';
import { Target } from './worker-target';
import { type WorkerView, workerView } from './worker.view';

/** Personal data leaves masked; one full value at a time by `reveal`, for a purpose that is recorded. */
@Controller('api/v1/centres/:centreId/workers')
export class WorkersController {
  constructor(
    private readonly list: WorkerList,
    private readonly details: WorkerDetails,
    private readonly loader: RosterLoader,
    private readonly files: PersonFile,
    private readonly exporting: ListExports,
  ) {}

  @Get()
  @Permit('roster:read')
  async page(
    @CurrentActor() actor: Actor,
    @Param('centreId', IdPipe) centreId: string,
    @Query() query: WorkersQuery,
  ): Promise<object> {
    const filter = { centreId, ...filtersOf(query) };
    const page = await this.list.page(actor, { ...filter, page: query.page() });
    const total = query.counted ? await this.list.count(actor, filter) : null;
    return { ...query.answer('workers', page, (worker) => worker), total };
  }

  /** The list that the same query shows, as a file in the export centre. */
  @Post('exports')
  @HttpCode(202)
  @Permit('roster:read')
  async export(
    @CurrentActor() actor: Actor,
    @Param('centreId', IdPipe) centreId: string,
    @Query() query: WorkersQuery,
    @Body() body: ListExportBody,
    @Headers('accept-language') accept?: string,
  ): Promise<object> {
    const { field: sort, descending } = query.page();
    return this.exporting.ask(actor, { kind: 'workers', centreId, query: { ...filtersOf(query), sort, descending } }, body, accept);
  }

  @Post()
  @Permit('roster:write')
  hire(
    @CurrentActor() actor: Actor,
    @Param('centreId', IdPipe) centreId: string,
    @Body() body: HireBody,
  ): Promise<WorkerKey> {
    return this.loader.hire(actor, centreId, personOf(body));
  }

  /** With everything recorded about the worker, on both time axes. */
  @Get(':workerNo')
  @Permit('roster:read')
  async detail(
    @CurrentActor() actor: Actor,
    @Param('centreId', IdPipe) centreId: string,
    @Param('workerNo', NumberPipe) workerNo: number,
    @Query() query: WorkerQuery,
  ): Promise<WorkerView> {
    return workerView(await this.details.get(actor, { centreId, workerNo, knownAt: query.knownAt }));
  }

  @Post(':workerNo/reveal')
  @HttpCode(200)
  @Permit('worker:reveal')
  async reveal(
    @CurrentActor() actor: Actor,
    @Param('centreId', IdPipe) centreId: string,
    @Param('workerNo', NumberPipe) workerNo: number,
    @Body() body: RevealBody,
  ): Promise<{ what: string; value: string }> {
    return { what: body.what, value: await this.details.reveal(actor, { centreId, workerNo, ...body }) };
  }

  /** Everything the roster holds about one person, in full, for that person. */
  @Post(':workerNo/file')
  @HttpCode(200)
  @Permit('worker:reveal')
  async file(
    @CurrentActor() actor: Actor,
    @Target() target: WorkerTarget,
    @Body() body: PersonFileBody,
    @Res({ passthrough: true }) reply: Reply,
    @Headers('accept-language') accept?: string,
  ): Promise<StreamableFile> {
    const { purpose, language = languageOf(accept) } = body;
    return fileAnswer(await this.files.make(actor, { ...target, purpose, language }), reply);
  }
}

const filtersOf = ({ on, search, unit, agency, post, status, tag, engagedOnly }: WorkersQuery): Omit<WorkerFilters, 'centreId'> => ({
  ...{ on, search, unitCode: unit, agency, postCode: post, status, tag, engagedOnly },
});
