import type { Actor } from '@gridstaff/contracts';
import { formatYuan } from '@gridstaff/kernel';
import {
  type Difference,
  DIFFERENCE_NAMES,
  type DifferenceClass,
  type ParallelAnswer,
  ParallelRun,
  type ParallelSketch,
} from '@gridstaff/payroll';
import { Body, Controller, HttpCode, Param, Post, Put, Req, StreamableFile } from '@nestjs/common';
import { CurrentActor, Permit } from '../common/access';
import { IdPipe } from '../common/dto.pipe';
import type { ApiRequest } from '../common/fastify';
import { IsListOf, IsText } from '../common/fields';
import { readUpload } from '../common/upload';
import { inYuan } from '../common/view';

class ColumnBody {
  @IsText(200)
  header!: string;

  /** Empty: the column means nothing. */
  @IsText(40, 0)
  target!: string;
}

export class ParallelColumnsBody {
  @IsListOf(() => ColumnBody, 300)
  columns!: ColumnBody[];
}

/** As many differences are listed; the workbook has all of them. */
const LISTED = 1000;
const WORKBOOK = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** 并行核对: the centre's own pay sheet of the month against a run. Field `file` of a multipart form. */
@Controller('api/v1/runs/:runId/parallel')
export class ParallelController {
  constructor(private readonly parallel: ParallelRun) {}

  @Post('columns')
  @HttpCode(200)
  @Permit('run:read')
  async sketch(
    @CurrentActor() actor: Actor,
    @Param('runId', IdPipe) runId: string,
    @Req() request: ApiRequest,
  ): Promise<ParallelSketch> {
    return this.parallel.sketch(actor, runId, (await readUpload(request)).file);
  }

  @Put('columns')
  @HttpCode(204)
  @Permit('run:prepare')
  remember(
    @CurrentActor() actor: Actor,
    @Param('runId', IdPipe) runId: string,
    @Body() body: ParallelColumnsBody,
  ): Promise<void> {
    return this.parallel.remember(actor, runId, body.columns);
  }

  @Post()
  @HttpCode(200)
  @Permit('run:read')
  async compare(
    @CurrentActor() actor: Actor,
    @Param('runId', IdPipe) runId: string,
    @Req() request: ApiRequest,
  ): Promise<object> {
    return answerView(await this.parallel.compare(actor, runId, (await readUpload(request)).file));
  }

  @Post('file')
  @HttpCode(200)
  @Permit('run:read')
  async marked(
    @CurrentActor() actor: Actor,
    @Param('runId', IdPipe) runId: string,
    @Req() request: ApiRequest,
  ): Promise<StreamableFile> {
    const file = await this.parallel.marked(actor, runId, (await readUpload(request)).file);
    return new StreamableFile(file, { type: WORKBOOK, disposition: 'attachment; filename="parallel.xlsx"' });
  }
}

const named = (kind: DifferenceClass): object => ({
  class: kind,
  name_zh: DIFFERENCE_NAMES[kind].zh,
  name_en: DIFFERENCE_NAMES[kind].en,
});

const differenceView = ({ class: kind, theirs, ours, ...one }: Difference): object => ({
  ...{ ...named(kind), ...one },
  ...{ theirs: theirs === null ? null : formatYuan(theirs), ours: ours === null ? null : formatYuan(ours) },
});

const answerView = ({ classes, differences, ...answer }: ParallelAnswer): object => ({
  ...answer,
  classes: classes.map(({ class: kind, ...sums }) => ({ ...named(kind), ...inYuan(sums, ['amount']) })),
  differences: differences.slice(0, LISTED).map(differenceView),
  more: Math.max(0, differences.length - LISTED),
});
