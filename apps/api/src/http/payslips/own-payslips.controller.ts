import type { SignedIn } from '@gridstaff/identity';
import { DomainError } from '@gridstaff/kernel';
import { type Oneself, OwnPayslipFile, OwnPayslips, type PayRun } from '@gridstaff/payroll';
import { Controller, Get, Headers, Param, Query, Res, type StreamableFile } from '@nestjs/common';
import { CurrentUser, Permit } from '../common/access';
import { NumberPipe } from '../common/dto.pipe';
import type { Reply } from '../common/fastify';
import { languageOf } from '../common/problem';
import { FileQuery } from '../exports/exports.dto';
import { fileAnswer } from '../exports/file-answer';
import { explanationView, slipDetailView, slipView } from '../runs/run.view';
import { OwnPayslipsQuery } from './payslips.dto';

/** The worker that the account stands for: nothing in a request can name another. @throws DomainError NOT_FOUND for an account of none */
function oneself({ centreId, workerNo }: SignedIn): Oneself {
  if (centreId === null || workerNo === null) throw new DomainError('NOT_FOUND', { what: 'payslip' });
  return { centreId, workerNo };
}

const runPart = ({ no, period, kind, payDate }: PayRun): object => ({ runNo: no, period, kind, payDate });

@Controller('api/v1/me/payslips')
export class OwnPayslipsController {
  constructor(
    private readonly payslips: OwnPayslips,
    private readonly files: OwnPayslipFile,
  ) {}

  @Get()
  @Permit('payslip:own')
  async list(@CurrentUser() user: SignedIn, @Query() query: OwnPayslipsQuery): Promise<object> {
    const page = await this.payslips.list(user.actor, oneself(user), query.page());
    return query.answer('payslips', page, ({ run, slip }) => ({ ...runPart(run), ...slipView(slip) }));
  }

  /** With every line and why it is what it is. */
  @Get(':runNo')
  @Permit('payslip:own')
  async get(
    @CurrentUser() user: SignedIn,
    @Param('runNo', NumberPipe) runNo: number,
    @Headers('accept-language') accept?: string,
  ): Promise<object> {
    const { run, slip, explanation } = await this.payslips.get(user.actor, oneself(user), runNo, languageOf(accept));
    return { ...runPart(run), ...slipDetailView(slip), explanation: explanationView(explanation) };
  }

  @Get(':runNo/pdf')
  @Permit('payslip:own')
  async pdf(
    @CurrentUser() user: SignedIn,
    @Param('runNo', NumberPipe) runNo: number,
    @Query() { language }: FileQuery,
    @Res({ passthrough: true }) reply: Reply,
    @Headers('accept-language') accept?: string,
  ): Promise<StreamableFile> {
    const wanted = language ?? languageOf(accept);
    return fileAnswer(await this.files.pdf(user.actor, oneself(user), runNo, wanted), reply);
  }
}
