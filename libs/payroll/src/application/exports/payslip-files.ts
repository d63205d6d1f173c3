import type { Actor, Language, Permission } from '@gridstaff/contracts';
import {
  type ExportContent,
  type ExportContext,
  type ExportedFile,
  type ExportFormat,
  ExportHandler,
  type ExportRequest,
  ExportService,
  type ExportSubject,
  MIME,
} from '@gridstaff/exchange';
import { DomainError } from '@gridstaff/kernel';
import { Agencies, Centres, WorkerNames } from '@gridstaff/roster';
import { Injectable } from '@nestjs/common';
import type { RunStatus } from '../../domain';
import { type Oneself, OwnPayslips } from '../own-payslips';
import type { SlipLine } from '../run-queries';
import { drawPayslips, type PrintedSlip, type SlipEntry, tallestOf } from './payslip-drawing';
import { type BookSlip, fileName, monthText, type OpenRun, RunBook } from './run-book';

/** A payslip on paper says what was approved, never what may still change. */
const STATUSES: readonly RunStatus[] = ['approved', 'settled', 'paid', 'closed'];

const TITLES = { zh: '工资条', en: 'Payslip' } as const;
const BOTH: readonly Language[] = ['zh', 'en'];

/** The payslip of one person, for whoever reads the run; needs the option `workerNo`. */
@Injectable()
export class PayslipExport extends ExportHandler {
  readonly kind = 'payslip';
  readonly titles = TITLES;
  override readonly languages = BOTH;
  readonly permission: Permission = 'run:read';
  readonly reveals = [];
  readonly formats: readonly ExportFormat[] = ['pdf'];

  constructor(private readonly book: RunBook) {
    super();
  }

  async subject({ runId, options }: ExportRequest): Promise<ExportSubject> {
    const { centreId } = await this.book.subject({ runId });
    if (options?.workerNo === undefined)
      throw new DomainError('MISSING_FIELD', { name: 'workerNo' }, { field: 'workerNo' });
    return { centreId, people: 1 };
  }

  async write(context: ExportContext): Promise<ExportContent> {
    const open = await this.book.open(context, TITLES.zh, STATUSES);
    const slip = printed(open, await this.book.slip(open, context.options.workerNo ?? 0), context.stamp.language);
    return onePayslip(slip, context);
  }
}

/** All payslips of a run, several on a page with cut lines. */
@Injectable()
export class PayslipsExport extends ExportHandler {
  readonly kind = 'payslips';
  readonly titles = TITLES;
  override readonly languages = BOTH;
  readonly permission: Permission = 'run:read';
  readonly reveals = [];
  readonly formats: readonly ExportFormat[] = ['pdf'];

  constructor(private readonly book: RunBook) {
    super();
  }

  subject(request: ExportRequest): Promise<ExportSubject> {
    return this.book.subject(request);
  }

  async write(context: ExportContext): Promise<ExportContent> {
    const open = await this.book.open(context, TITLES.zh, STATUSES);
    const { language } = context.stamp;
    let rows = 0;
    for await (const slip of this.slips(open, language)) rows = Math.max(rows, tallestOf(slip));
    const title = `${open.centre.name} ${monthText(open.run.period, language)} ${TITLES[language]}`;
    return {
      content: await drawPayslips(title, this.slips(open, language), { rows, count: open.people }, context.stamp),
      ...{ mime: MIME.pdf, rows: open.people, leftOut: [] },
      fileName: fileName(TITLES[language], open, context.agencyId, 'pdf', language),
    };
  }

  private async *slips(open: OpenRun, language: Language): AsyncGenerator<PrintedSlip> {
    for await (const page of this.book.pages(open)) for (const slip of page) yield printed(open, slip, language);
  }
}

/** One's own payslip as a file, with `payslip:own`: who it is comes from the account, and it must have been paid. */
@Injectable()
export class OwnPayslipFile {
  constructor(
    private readonly slips: OwnPayslips,
    private readonly centres: Centres,
    private readonly agencies: Agencies,
    private readonly workers: WorkerNames,
    private readonly exports: ExportService,
  ) {}

  /** @throws DomainError FORBIDDEN, NOT_FOUND (also before it is paid) */
  async pdf(actor: Actor, own: Oneself, runNo: number, language: Language = 'zh'): Promise<ExportedFile> {
    const { run, slip } = await this.slips.get(actor, own, runNo, language);
    const purpose = language === 'en' ? 'own payslip' : '本人工资条';
    const agency = (await this.agencies.inCentre(own.centreId)).find(({ id }) => id === slip.agencyId);
    const names = await this.workers.names(own.centreId, [own.workerNo]);
    const paper: PrintedSlip = {
      ...{ centre: (await this.centres.byId(own.centreId)).name, agency: agency?.name ?? '', runNo },
      ...{ period: run.period, payDate: run.payDate, totals: slip.totals, hash: slip.hash },
      ...{ workerNo: own.workerNo, name: names.get(own.workerNo) ?? '', ...entriesOf(slip.lines, language) },
    };
    const stamp = await this.exports.stamp(actor, purpose, language);
    const delivery = { actor, centreId: own.centreId, runId: run.id, kind: 'payslip', format: 'pdf', purpose } as const;
    return this.exports.deliver(delivery, await onePayslip(paper, { stamp }));
  }
}

async function onePayslip(slip: PrintedSlip, { stamp }: Pick<ExportContext, 'stamp'>): Promise<ExportContent> {
  const { language } = stamp;
  const title = `${slip.centre} ${monthText(slip.period, language)} ${TITLES[language]}`;
  const name =
    language === 'en'
      ? `${TITLES.en}_${slip.period}_run ${slip.runNo}_worker ${slip.workerNo}.pdf`
      : `${TITLES.zh}_${slip.period}_批次${slip.runNo}_工号${slip.workerNo}.pdf`;
  return {
    content: await drawPayslips(title, [slip], { rows: tallestOf(slip), count: 1 }, stamp),
    ...{ fileName: name, mime: MIME.pdf, rows: 1, leftOut: [] },
  };
}

function printed({ run, centre, agencies, items }: OpenRun, slip: BookSlip, language: Language): PrintedSlip {
  const lines = items.map((item) => ({ ...item, itemNo: item.no, amount: slip.amounts.get(item.no) ?? 0 }));
  return {
    ...{ centre: centre.name, agency: agencies.find(({ id }) => id === slip.agencyId)?.name ?? '', runNo: run.no },
    ...{ period: run.period, payDate: run.payDate, totals: slip.totals, hash: slip.hash },
    ...{ workerNo: slip.workerNo, name: slip.name, ...entriesOf(lines, language) },
  };
}

/** Items without an amount are not printed. */
function entriesOf(
  lines: readonly SlipLine[],
  language: Language,
): Pick<PrintedSlip, 'earnings' | 'deductions' | 'employer'> {
  const of = (kind: SlipLine['kind']): SlipEntry[] =>
    lines
      .filter((line) => line.kind === kind && line.amount !== 0)
      .map(({ nameZh, nameEn, amount }) => ({
        name: language === 'en' ? nameEn.charAt(0).toUpperCase() + nameEn.slice(1) : nameZh,
        amount,
      }));
  return { earnings: of('earning'), deductions: of('deduction'), employer: of('employer_cost') };
}
