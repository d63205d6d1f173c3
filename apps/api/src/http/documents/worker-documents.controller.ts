import type { Actor } from '@gridstaff/contracts';
import { WorkerDocuments, type WorkerTarget } from '@gridstaff/roster';
import { Body, Controller, Get, HttpCode, Param, Post, Query, Req, Res, type StreamableFile } from '@nestjs/common';
import { CurrentActor, Permit } from '../common/access';
import { IdPipe } from '../common/dto.pipe';
import type { ApiRequest, Reply } from '../common/fastify';
import { readUpload } from '../common/upload';
import { Target } from '../workers/worker-target';
import { DocumentQuery, OpenDocumentBody, WithdrawDocumentBody } from './documents.dto';
import { documentsView, openedFile } from './documents.view';

/** Papers and the photo of one worker. */
@Controller('api/v1/centres/:centreId/workers/:workerNo')
export class WorkerDocumentsController {
  constructor(private readonly documents: WorkerDocuments) {}

  @Get('documents')
  @Permit('roster:read')
  async list(@CurrentActor() actor: Actor, @Target() target: WorkerTarget): Promise<object> {
    return documentsView(await this.documents.list(actor, target));
  }

  /** Field `file` of a multipart form; what it is for stands in the query. */
  @Post('documents')
  @Permit('roster:write')
  async add(
    @CurrentActor() actor: Actor,
    @Target() target: WorkerTarget,
    @Query() query: DocumentQuery,
    @Req() request: ApiRequest,
  ): Promise<{ id: string }> {
    return { id: await this.documents.add(actor, target, query, await readUpload(request)) };
  }

  @Post('documents/:documentId/open')
  @HttpCode(200)
  @Permit('worker:reveal')
  async open(
    @CurrentActor() actor: Actor,
    @Target() target: WorkerTarget,
    @Param('documentId', IdPipe) documentId: string,
    @Body() { purpose }: OpenDocumentBody,
    @Res({ passthrough: true }) reply: Reply,
  ): Promise<StreamableFile> {
    return openedFile(await this.documents.open(actor, target, documentId, purpose), reply);
  }

  @Post('documents/:documentId/withdraw')
  @HttpCode(204)
  @Permit('roster:write')
  withdraw(
    @CurrentActor() actor: Actor,
    @Target() target: WorkerTarget,
    @Param('documentId', IdPipe) documentId: string,
    @Body() { reason }: WithdrawDocumentBody,
  ): Promise<void> {
    return this.documents.withdraw(actor, target, documentId, reason);
  }

  @Get('photo')
  @Permit('roster:read')
  async photo(
    @CurrentActor() actor: Actor,
    @Target() target: WorkerTarget,
    @Res({ passthrough: true }) reply: Reply,
  ): Promise<StreamableFile> {
    return openedFile(await this.documents.photo(actor, target), reply);
  }
}
