import type { Actor } from '@gridstaff/contracts';
import { AgencyDocuments } from '@gridstaff/dispatch';
import { Body, Controller, Get, HttpCode, Param, Post, Query, Req, Res, type StreamableFile } from '@nestjs/common';
import { CurrentActor, Permit } from '../common/access';
import { IdPipe } from '../common/dto.pipe';
import type { ApiRequest, Reply } from '../common/fastify';
import { readUpload } from '../common/upload';
import { DocumentQuery, OpenDocumentBody, WithdrawDocumentBody } from './documents.dto';
import { documentsView, openedFile } from './documents.view';

/** Signed agreements, licences and other papers of an agency. */
@Controller('api/v1/centres/:centreId/agencies/:agencyId/documents')
export class AgencyDocumentsController {
  constructor(private readonly documents: AgencyDocuments) {}

  @Get()
  @Permit('roster:read')
  async list(
    @CurrentActor() actor: Actor,
    @Param('centreId', IdPipe) centreId: string,
    @Param('agencyId', IdPipe) agencyId: string,
  ): Promise<object> {
    return documentsView(await this.documents.list(actor, { centreId, agencyId }));
  }

  /** Field `file` of a multipart form; what it is for stands in the query. */
  @Post()
  @Permit('agency:manage')
  async add(
    @CurrentActor() actor: Actor,
    @Param('centreId', IdPipe) centreId: string,
    @Param('agencyId', IdPipe) agencyId: string,
    @Query() query: DocumentQuery,
    @Req() request: ApiRequest,
  ): Promise<{ id: string }> {
    return { id: await this.documents.add(actor, { centreId, agencyId }, query, await readUpload(request)) };
  }

  @Post(':documentId/open')
  @HttpCode(200)
  @Permit('roster:read')
  async open(
    @CurrentActor() actor: Actor,
    @Param('centreId', IdPipe) centreId: string,
    @Param('agencyId', IdPipe) agencyId: string,
    @Param('documentId', IdPipe) documentId: string,
    @Body() { purpose }: OpenDocumentBody,
    @Res({ passthrough: true }) reply: Reply,
  ): Promise<StreamableFile> {
    return openedFile(await this.documents.open(actor, { centreId, agencyId }, documentId, purpose), reply);
  }

  @Post(':documentId/withdraw')
  @HttpCode(204)
  @Permit('agency:manage')
  withdraw(
    @CurrentActor() actor: Actor,
    @Param('centreId', IdPipe) centreId: string,
    @Param('agencyId', IdPipe) agencyId: string,
    @Param('documentId', IdPipe) documentId: string,
    @Body() { reason }: WithdrawDocumentBody,
  ): Promise<void> {
    return this.documents.withdraw(actor, { centreId, agencyId }, documentId, reason);
  }
}
