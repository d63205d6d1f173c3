import { Readable } from 'node:stream';
import type { Actor, Permission } from '@gridstaff/contracts';
import { ExportTasks, MIME } from '@gridstaff/exchange';
import { Body, Controller, Get, HttpCode, Param, Post, Query, Res, StreamableFile } from '@nestjs/common';
import { CurrentActor, Permit } from '../common/access';
import { IdPipe } from '../common/dto.pipe';
import type { Reply } from '../common/fastify';
import { dispositionOf } from './file-answer';
import { taskView } from './list-exports';
import { ApproveExportBody, ExportTasksQuery, ReturnExportBody } from './list-exports.dto';

/** Each list asks for its own in the centre. */
const EXPORTING = ['roster:read', 'attendance:read', 'evaluation:read', 'run:read', 'audit:read', 'export:approve'] as const satisfies readonly [
  Permission,
  ...Permission[],
];

/** 导出中心: files made of lists, kept for a day for who asked for them. */
@Controller('api/v1/centres/:centreId/export-tasks')
export class ExportTasksController {
  constructor(private readonly tasks: ExportTasks) {}

  @Get()
  @Permit(...EXPORTING)
  async list(
    @CurrentActor() actor: Actor,
    @Param('centreId', IdPipe) centreId: string,
    @Query() query: ExportTasksQuery,
  ): Promise<object> {
    return query.answer('tasks', await this.tasks.list(actor, centreId, query.page(), query.waiting), taskView);
  }

  @Get(':taskId')
  @Permit(...EXPORTING)
  async get(
    @CurrentActor() actor: Actor,
    @Param('centreId', IdPipe) centreId: string,
    @Param('taskId', IdPipe) taskId: string,
  ): Promise<object> {
    return taskView(await this.tasks.get(actor, { centreId, taskId }));
  }

  /** Ends it, whatever it is doing; nothing of the file stays. */
  @Post(':taskId/stop')
  @HttpCode(204)
  @Permit(...EXPORTING)
  stop(
    @CurrentActor() actor: Actor,
    @Param('centreId', IdPipe) centreId: string,
    @Param('taskId', IdPipe) taskId: string,
  ): Promise<void> {
    return this.tasks.stop(actor, { centreId, taskId });
  }

  /** By another person than the one who asked. */
  @Post(':taskId/approve')
  @HttpCode(204)
  @Permit('export:approve')
  approve(
    @CurrentActor() actor: Actor,
    @Param('centreId', IdPipe) centreId: string,
    @Param('taskId', IdPipe) taskId: string,
    @Body() body: ApproveExportBody,
  ): Promise<void> {
    return this.tasks.approve(actor, { centreId, taskId, ...body });
  }

  @Post(':taskId/return')
  @HttpCode(204)
  @Permit('export:approve')
  sendBack(
    @CurrentActor() actor: Actor,
    @Param('centreId', IdPipe) centreId: string,
    @Param('taskId', IdPipe) taskId: string,
    @Body() body: ReturnExportBody,
  ): Promise<void> {
    return this.tasks.sendBack(actor, { centreId, taskId, ...body });
  }

  /** The file; a command, because each time is an entry of the audit log. */
  @Post(':taskId/file')
  @HttpCode(200)
  @Permit(...EXPORTING)
  async file(
    @CurrentActor() actor: Actor,
    @Param('centreId', IdPipe) centreId: string,
    @Param('taskId', IdPipe) taskId: string,
    @Res({ passthrough: true }) reply: Reply,
  ): Promise<StreamableFile> {
    const { task, content } = await this.tasks.open(actor, { centreId, taskId });
    void reply.header('x-rows', String(task.doneRows)).header('x-sha256', task.sha256 ?? '');
    const disposition = dispositionOf(this.tasks.fileName(task));
    return new StreamableFile(Readable.from(content), { type: MIME[task.format], disposition, length: task.bytes });
  }
}
