import type { Actor } from '@gridstaff/contracts';
import { DomainError, formatYuan, pageOf, parseYuan } from '@gridstaff/kernel';
import { Agencies, type Agency, AgencyDetail, type AgencyFee, type AgencyFeeInput } from '@gridstaff/roster';
import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { CurrentActor, Permit } from '../common/access';
import { IdPipe } from '../common/dto.pipe';
import { AgenciesQuery, AgencyBody, AgencyDetailsBody, AgencyFeeBody, OnDayQuery } from './centres.dto';

/** Named one by one: a row of the table has more. */
const view = ({ id, centreId, code, name, licenceNo, licenceUntil, taxNo, bankName, bankAccount }: Agency): Agency => ({
  ...{ id, centreId, code, name, licenceNo, licenceUntil, taxNo, bankName, bankAccount },
});

interface FeeView {
  kind: 'per_head' | 'rate';
  /** Yuan a head and month; null for a rate. */
  amount: string | null;
  /** Decimal text; null for a fee per head. */
  rate: string | null;
  /** Prices by head count, of which the price above is the first; null where there is one price. */
  tiers: { mode: 'whole' | 'slices'; steps: { from: number; amount: string | null; rate: string | null }[] } | null;
}

const priceView = (kind: AgencyFee['kind'], { amount, rate }: Pick<AgencyFee, 'amount' | 'rate'>): Pick<FeeView, 'amount' | 'rate'> =>
  kind === 'per_head' ? { amount: formatYuan(amount), rate: null } : { amount: null, rate };

const feeView = (fee: AgencyFee | undefined): FeeView | null =>
  fee === undefined
    ? null
    : {
        ...{ kind: fee.kind, ...priceView(fee.kind, fee) },
        tiers: fee.tiers ? { mode: fee.tiers.mode, steps: fee.tiers.steps.map((step) => ({ from: step.from, ...priceView(fee.kind, step) })) } : null,
      };

@Controller('api/v1/centres/:centreId/agencies')
export class AgenciesController {
  constructor(
    private readonly agencies: Agencies,
    private readonly one: AgencyDetail,
  ) {}

  /** With the fee that holds on a date. */
  @Get()
  @Permit('roster:read')
  async list(
    @CurrentActor() actor: Actor,
    @Param('centreId', IdPipe) centreId: string,
    @Query() query: AgenciesQuery,
  ): Promise<object> {
    const sorts = { code: (agency: Agency) => agency.code, name: (agency: Agency) => agency.name };
    const page = pageOf(await this.agencies.list(actor, centreId, query.on), query.page(), sorts, ({ id }) => id);
    const fees = await this.agencies.feesOn(actor, centreId, query.on);
    return query.answer('agencies', page, (agency) => ({ ...view(agency), fee: feeView(fees.get(agency.id)) }));
  }

  @Post()
  @Permit('agency:manage')
  async create(
    @CurrentActor() actor: Actor,
    @Param('centreId', IdPipe) centreId: string,
    @Body() body: AgencyBody,
  ): Promise<Agency> {
    return view(await this.agencies.create(actor, centreId, body));
  }

  /** Licence and account, rate cards with their days, people and contracts on a date. */
  @Get(':agencyId')
  @Permit('roster:read')
  async get(
    @CurrentActor() actor: Actor,
    @Param('centreId', IdPipe) centreId: string,
    @Param('agencyId', IdPipe) agencyId: string,
    @Query() { on }: OnDayQuery,
  ): Promise<object> {
    const { agency, details, fees, people, contracts } = await this.one.get(actor, centreId, agencyId, on);
    return { ...view(agency), details, fees: fees.map((fee) => ({ from: fee.from, to: fee.to, ...(feeView(fee) as FeeView) })), people, contracts };
  }

  @Post(':agencyId/details')
  @HttpCode(200)
  @Permit('agency:manage')
  async setDetails(
    @CurrentActor() actor: Actor,
    @Param('centreId', IdPipe) centreId: string,
    @Param('agencyId', IdPipe) agencyId: string,
    @Body() { from, ...details }: AgencyDetailsBody,
  ): Promise<{ changed: boolean }> {
    return { changed: await this.agencies.setDetails(actor, centreId, agencyId, from, details) };
  }

  @Post(':agencyId/fees')
  @HttpCode(200)
  @Permit('agency:manage')
  async setFee(
    @CurrentActor() actor: Actor,
    @Param('centreId', IdPipe) centreId: string,
    @Param('agencyId', IdPipe) agencyId: string,
    @Body() body: AgencyFeeBody,
  ): Promise<{ changed: boolean }> {
    return { changed: await this.agencies.setFee(actor, centreId, agencyId, body.from, feeOf(body)) };
  }
}

function feeOf({ kind, amount, rate, tiers }: AgencyFeeBody): AgencyFeeInput {
  if (tiers) {
    const given = amount ?? rate;
    if (given !== undefined) throw new DomainError('UNKNOWN_FIELD', { name: amount === undefined ? 'rate' : 'amount' }, { field: 'tiers' });
    const steps = tiers.steps.map((step) => ({ from: step.from, rate: step.rate, amount: step.amount === undefined ? undefined : parseYuan(step.amount) }));
    return { ...(kind === 'per_head' ? { kind, amount: 0 } : { kind, rate: '0' }), tiers: { mode: tiers.mode, steps } };
  }
  const [needed, other] = kind === 'per_head' ? (['amount', rate] as const) : (['rate', amount] as const);
  if (other !== undefined) {
    const name = kind === 'per_head' ? 'rate' : 'amount';
    throw new DomainError('UNKNOWN_FIELD', { name }, { field: name });
  }
  if (kind === 'per_head' && amount !== undefined) return { kind, amount: parseYuan(amount) };
  if (kind === 'rate' && rate !== undefined) return { kind, rate };
  throw new DomainError('MISSING_FIELD', { name: needed }, { field: needed });
}
