import type { Permission } from '@gridstaff/contracts';
import {
  type ExportContent,
  type ExportContext,
  type ExportFormat,
  ExportHandler,
  type ExportRequest,
  type ExportSubject,
  insuranceLayout,
  type InsuranceRow,
  insuranceSheet,
  MIME,
  notesSheet,
  writeBook,
} from '@gridstaff/exchange';
import { DomainError, type Fen } from '@gridstaff/kernel';
import type { PeriodParameters, WorkerInput } from '@gridstaff/pay-engine';
import { WorkerIdentities } from '@gridstaff/roster';
import { Injectable } from '@nestjs/common';
import { FROZEN } from '../../domain';
import { fileName, monthText, RunBook } from './run-book';

/** 参保职工列表: the contribution bases a run was calculated with, within the bounds of the region. */
@Injectable()
export class InsuranceExport extends ExportHandler {
  readonly kind = 'insurance';
  readonly titles = { zh: '社保申报', en: 'Insurance base list' };
  readonly permission: Permission = 'run:read';
  readonly reveals: readonly Permission[] = ['worker:reveal'];
  readonly formats: readonly ExportFormat[] = ['xlsx'];

  constructor(
    private readonly book: RunBook,
    private readonly identities: WorkerIdentities,
  ) {
    super();
  }

  subject(request: ExportRequest): Promise<ExportSubject> {
    return this.book.subject(request);
  }

  async write(context: ExportContext): Promise<ExportContent> {
    const open = await this.book.open(context, this.titles.zh, FROZEN);
    const text = await this.book.parameters(open);
    if (text === null) throw new DomainError('EXPORT_NOTHING', { run: open.run.no, kind: this.titles.zh });
    const { insurance } = JSON.parse(text) as PeriodParameters;
    const wanted = new Set<number>();
    for await (const page of this.book.pages(open)) for (const slip of page) wanted.add(slip.workerNo);
    const bases = new Map<number, Fen>();
    for await (const page of this.book.inputs(open)) {
      for (const { workerNo, input } of page) {
        const declared = (input as WorkerInput).insurance;
        if (!declared || !wanted.has(workerNo)) continue;
        bases.set(workerNo, Math.min(Math.max(declared.base, insurance.floor.value), insurance.ceiling.value));
      }
    }
    const found = await this.identities.read(context.actor, {
      ...{ centreId: open.run.centreId, workerNos: [...bases.keys()], fields: ['idNumber'], on: open.run.payDate },
      ...{ purpose: context.purpose, permissions: this.reveals },
    });
    const names = insurance.schemes.map((scheme) => scheme.value.name);
    const rows = async function* (): AsyncGenerator<InsuranceRow> {
      for (const [workerNo, base] of bases) {
        const identity = found.get(workerNo);
        if (!identity) throw new DomainError('NOT_FOUND', { what: 'worker' }, { workerNo });
        const own = Object.fromEntries(names.map((name) => [name, base]));
        yield await Promise.resolve({ name: identity.name, idNumber: identity.idNumber ?? '', bases: own });
      }
    };
    const outside = [...wanted].filter((workerNo) => !bases.has(workerNo));
    const notes = [
      `费款所属期：${monthText(open.run.period)}　批次：${open.run.no}　单位：${open.agencies.map((a) => a.name).join('、')}`,
      `参保 ${bases.size} 人；本月发放工资但不参保 ${outside.length} 人${outside.length > 0 ? `（工号 ${outside.join('、')}）` : ''}。`,
      '基数已按本地上下限取值，单位：元。',
      ...(open.agencies.length > 1 ? ['本文件含多家派遣公司的人员，正式申报请按公司分别导出。'] : []),
      context.stamp.line,
    ];
    return {
      content: await writeBook(
        [insuranceSheet(insuranceLayout(), rows()), notesSheet('说明', notes)],
        context.stamp.at,
      ),
      ...{ mime: MIME.xlsx, rows: bases.size, leftOut: [] },
      fileName: fileName(this.titles.zh, open, context.agencyId, 'xlsx'),
    };
  }
}
