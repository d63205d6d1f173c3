import { Idempotency } from '@gridstaff/audit';
import type { Actor } from '@gridstaff/contracts';
import type { Json } from '@gridstaff/kernel';
import { AdoptChanges, PreviewPay } from '@gridstaff/payroll';
import { WhatIf } from '@gridstaff/reporting';
import { Body, Controller, Headers, HttpCode, Param, Post } from '@nestjs/common';
import { CurrentActor, IdempotencyKey, Permit } from '../common/access';
import { IdPipe } from '../common/dto.pipe';
import { languageOf } from '../common/problem';
import { previewView } from '../runs/run.view';
import { changeSetOf, scenarioOf, whatIfView } from './scenario.view';
import { AdoptScenarioBody, ChangedPreviewBody, WhatIfBody } from './what-if.dto';

/** 测算: what would be. Nothing of it is kept until it is adopted. */
@Controller('api/v1/centres/:centreId')
export class WhatIfController {
  constructor(
    private readonly whatIf: WhatIf,
    private readonly previewing: PreviewPay,
    private readonly adopting: AdoptChanges,
    private readonly idempotency: Idempotency,
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

  /** Records what the scenario supposes, all or nothing; needs the permission of each part of it. */
  @Post('what-if/adopt')
  @HttpCode(200)
  @Permit('roster:write')
  adopt(
    @CurrentActor() actor: Actor,
    @Param('centreId', IdPipe) centreId: string,
    @Body() body: AdoptScenarioBody,
    @IdempotencyKey() key: string,
  ): Promise<object> {
    const { fundId, from, changesHash, people, reason } = body;
    return this.idempotency.once(actor, key, 'scenario.adopt', { centreId, ...body } as unknown as Json, async () => {
      const request = { centreId, fundId, from, scenario: scenarioOf(body) };
      const changes = await this.whatIf.changesSeen(actor, request, changesHash);
      return { ...(await this.adopting.adopt(actor, { centreId, changes, people, reason })) };
    });
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
