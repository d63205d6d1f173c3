import { AuditLog } from '@gridstaff/audit';
import type { Actor, Language } from '@gridstaff/contracts';
import { type ExportedFile, ExportService, MIME, writeWorkbook } from '@gridstaff/exchange';
import { UnitOfWork } from '@gridstaff/persistence';
import { Injectable } from '@nestjs/common';
import { createHash } from 'node:crypto';
import { reportSheet } from '../people/report-book';
import { type EqualPayQuery, type EqualPayReport, EqualPayReports } from './equal-pay-report';

const TITLE = { zh: '同工同酬', en: 'Equal pay' } as const;

/** The report as a workbook, a sheet per standard item; an entry of the audit log. */
@Injectable()
export class EqualPayFile {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly reports: EqualPayReports,
    private readonly exporting: ExportService,
    private readonly audit: AuditLog,
  ) {}

  /** Needs and @throws as `EqualPayReports.report`. */
  async make(actor: Actor, query: EqualPayQuery, language: Language): Promise<ExportedFile> {
    const { tables, ...report } = await this.reports.tables(actor, query);
    const title = TITLE[language];
    const stamp = await this.exporting.stamp(actor, title, language);
    const lines = ['', said(report, language), stamp.line];
    const content = await writeWorkbook(
      tables.map(({ name, table }) => reportSheet(name[language], table, lines, language)),
    );
    const sha256 = createHash('sha256').update(content).digest('hex');
    const { centreId } = query;
    const { period, by, people, hidden } = report;
    await this.uow.run(() =>
      this.audit.append({
        ...{ actor, centreId, action: 'report.exported', subjectType: 'centre', subjectId: centreId },
        data: { report: 'equal_pay', period, by, people, hidden, sha256 },
      }),
    );
    const fileName = `${[title, period].filter((part) => part !== null).join(' ')}.xlsx`;
    return { fileName, mime: MIME.xlsx, format: 'xlsx', content, rows: people, leftOut: [], sha256 };
  }
}

/** What the figures are of, under each sheet. */
function said({ period, threshold, people, hidden, leftOut }: EqualPayReport, language: Language): string {
  const percent = threshold && threshold.perMille / 10;
  return language === 'zh'
    ? `${period ?? ''} 已支付工资，${people} 人；未列人数过少的分组 ${hidden} 人，当月岗位岗级有变动、试用、停职等 ${leftOut} 人；界限 ${percent ?? '–'}%（${threshold?.source ?? ''}）`
    : `Paid pay of ${period ?? ''}, ${people} people; ${hidden} in groups too small to show, ${leftOut} not the whole month in one post and grade after probation; threshold ${percent ?? '–'}% (${threshold?.source ?? ''})`;
}
