import { AuditLog } from '@gridstaff/audit';
import type { Actor, Language } from '@gridstaff/contracts';
import { type ExportedFile, ExportService, MIME, type WorkbookSheet, writeWorkbook } from '@gridstaff/exchange';
import { UnitOfWork } from '@gridstaff/persistence';
import { Injectable } from '@nestjs/common';
import { createHash } from 'node:crypto';
import type { Words } from '../../domain/people/report-table';
import { type PeopleReport, type PeopleReportKind, type PeopleReportQuery, PeopleReports } from './people-reports';
import { reportSheet } from './report-book';

const TITLES: Readonly<Record<PeopleReportKind, Words>> = {
  head_count: { zh: '在册人数', en: 'Head count' },
  turnover_months: { zh: '人员变动（按月）', en: 'Turnover by month' },
  turnover_agencies: { zh: '人员变动（按派遣公司）', en: 'Turnover by agency' },
  leaving_reasons: { zh: '离职原因', en: 'Reasons of leaving' },
  seats: { zh: '编制与空缺', en: 'Seats and vacancies' },
  contract_ends: { zh: '合同到期', en: 'Ends of contracts' },
};

/** A report as a workbook, with who made it, when and of what; an entry of the audit log. */
@Injectable()
export class PeopleReportFile {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly reports: PeopleReports,
    private readonly exporting: ExportService,
    private readonly audit: AuditLog,
  ) {}

  /** Needs `roster:read`. @throws DomainError as `PeopleReports.report` */
  async make(actor: Actor, query: PeopleReportQuery, language: Language): Promise<ExportedFile> {
    const answer = await this.reports.report(actor, query);
    const { centreId, report, by = 'unit', unit, agency, post } = query;
    const title = TITLES[report][language];
    const stamp = await this.exporting.stamp(actor, title, language);
    const lines = ['', asked(answer, query, language), stamp.line];
    const sheets: WorkbookSheet[] = [reportSheet(title, answer.table, lines, language)];
    if (report === 'head_count' && by === 'unit')
      sheets.push(
        reportSheet(
          language === 'zh' ? '全部单位' : 'Every unit',
          await this.reports.wholeTree(actor, query),
          lines,
          language,
        ),
      );
    const content = await writeWorkbook(sheets);
    const sha256 = createHash('sha256').update(content).digest('hex');
    const { from, until, table } = answer;
    await this.uow.run(() =>
      this.audit.append({
        ...{ actor, centreId, action: 'report.exported', subjectType: 'centre', subjectId: centreId },
        data: { report, by, from, until, unit, agency, post, rows: table.rows.length, sha256 },
      }),
    );
    const days = from === until ? from : `${from} ${until}`;
    return {
      fileName: `${title} ${days}.xlsx`,
      mime: MIME.xlsx,
      format: 'xlsx',
      content,
      rows: table.rows.length,
      leftOut: [],
      sha256,
    };
  }
}

/** The question as a line of the sheet. */
function asked({ from, until }: PeopleReport, { unit, agency, post }: PeopleReportQuery, language: Language): string {
  const zh = language === 'zh';
  const parts = [
    from === until ? `${zh ? '截至' : 'as of'} ${from}` : `${from} – ${until}`,
    unit !== undefined && `${zh ? '单位' : 'unit'} ${unit}`,
    agency !== undefined && `${zh ? '派遣公司' : 'agency'} ${agency}`,
    post !== undefined && `${zh ? '岗位' : 'post'} ${post}`,
  ];
  return parts.filter((part) => part !== false).join(zh ? '，' : ', ');
}
