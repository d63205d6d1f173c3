import type { Actor } from '@gridstaff/contracts';
import { Calculators } from '@gridstaff/payroll';
import { Body, Controller, Headers, HttpCode, Post } from '@nestjs/common';
import { CurrentActor, Permit } from '../common/access';
import { languageOf } from '../common/problem';
import { CalculatorsBody } from './calculators.dto';

type Answers = Awaited<ReturnType<Calculators['runFor']>>;

@Controller('api/v1/calculators')
export class CalculatorsController {
  constructor(private readonly calculators: Calculators) {}

  @Post()
  @HttpCode(200)
  @Permit('calculator:use')
  async run(
    @CurrentActor() actor: Actor,
    @Body() body: CalculatorsBody,
    @Headers('accept-language') accept?: string,
  ): Promise<{ cases: Answers }> {
    return { cases: await this.calculators.runFor(actor, body.cases, languageOf(accept)) };
  }
}
