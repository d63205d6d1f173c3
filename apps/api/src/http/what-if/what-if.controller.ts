import type { Actor } from '@gridstaff/contracts';
import { PreviewPay } from '@gridstaff/payroll';
import { WhatIf } from '@gridstaff/reporting';
import { Body, Controller, Headers, HttpCode, Param, Post } from '@nestjs/common';
import { CurrentActor, Permit } from '../common/access';
import { IdPipe } from '../common/dto.pipe';
import { languageOf } from '../common/problem';
import { previewView } from '../runs/run.view';
import { changeSetOf, scenarioOf, whatIfView } from './scenario.view';
import { ChangedPreviewBody, WhatIfBody } from './what-if.dto';

/** 测算: what would be. Reads, whatever is asked; nothing of it is kept. */
@Controller('api/v1/centres/:centreId')
export class WhatIfController {
  constructor(
    private readonly whatIf: WhatIf,
    private readonly previewing: PreviewPay,
  ) {}

  /** The rest of the year in a scenario, against the fund. Needs `fund:read` too. */
  @Post('what-if')
  @HttpCode(200)
  @Permit('run:read')
  async calculate(
    @CurrentActor() actor: Actor,
    @Param('centreId', IdPipe) centreId: string,
    @Body() body: WhatIfBody,
  ): Promise<object> {
    const { fundId, from } = body;
    return whatIfView(await this.whatIf.calculate(actor, { centreId, fundId, from, scenario: scenarioOf(body) }));
  }

  /** A month's pay with changes as if they had been recorded. */
  @Post('pay-preview')
  @HttpCode(200)
  @Permit('run:read')
  async preview(
    @CurrentActor() actor: Actor,
    @Param('centreId', IdPipe) centreId: string,
    @Body() body: ChangedPreviewBody,
    @Headers('accept-language') accept?: string,
  ): Promise<object> {
    const { period, payDate } = body;
    const changes = changeSetOf(body);
    return previewView(
      await this.previewing.preview(actor, { centreId, period, payDate, changes }),
      languageOf(accept),
    );
  }
}
