import type { Actor, Language } from '@gridstaff/contracts';
import { type Cell, type ListColumn, ListExport, type ListRequest } from '@gridstaff/exchange';
import type { Id, LocalDate } from '@gridstaff/kernel';
import { DocumentKinds } from '@gridstaff/roster';
import { Clock } from '@gridstaff/runtime';
import { Injectable } from '@nestjs/common';
import { FINDINGS, sentence, type Severity } from '../domain/catalogue';
import type { Decision, Expiry, ExpiryKind, Finding, Subject } from '../domain/matters';
import { type Decided, DispatchMatters } from './matters';

/** What the screens ask with. */
export type FindingsFilter = { on?: LocalDate; workerNo?: number; severity?: Severity; closed?: boolean };
export type ExpiriesFilter = { on?: LocalDate; workerNo?: number; kind?: ExpiryKind; closed?: boolean };

type Words = Readonly<Record<Language, string>>;

const ROWS = 500;
const column = (key: string, zh: string, en: string, width: number, more: Partial<ListColumn> = {}): ListColumn => ({
  ...{ key, zh, en, width, kind: 'text' },
  ...more,
});
const WHO = [column('no', '编号', 'No.', 10, { kind: 'int' }), column('who', '对象', 'Whom', 20, { personal: true })];
const DECIDED = [
  column('decision', '处理', 'Decision', 16),
  column('reason', '处理说明', 'Reason', 30),
  column('decisionUntil', '延后至', 'Until', 12),
];
const SEVERITIES: Readonly<Record<Severity, Words>> = {
  block: { zh: '违规', en: 'block' },
  warning: { zh: '提示', en: 'warning' },
};
const KINDS: Readonly<Record<ExpiryKind, Words>> = {
  contract: { zh: '派遣合同到期', en: 'End of the contract' },
  probation: { zh: '试用期届满', en: 'End of probation' },
  certificate: { zh: '证书到期', en: 'End of a certificate' },
  document: { zh: '资料到期', en: 'End of a document' },
  id_card: { zh: '身份证到期', en: 'End of the ID card' },
  retirement: { zh: '达到法定退休年龄', en: 'Retirement age' },
  licence: { zh: '派遣许可证到期', en: 'End of the licence' },
  agreement: { zh: '派遣协议到期', en: 'End of the agreement' },
};
const ACTS: Readonly<Record<Decision['act'], Words>> = {
  accept: { zh: '已接受', en: 'accepted' },
  done: { zh: '已办结', en: 'done' },
  postpone: { zh: '已延后', en: 'postponed' },
  reopen: { zh: '已重新打开', en: 'reopened' },
};

const whoOf = (key: string, subject: Subject): Cell =>
  key === 'no' ? (subject.type === 'worker' ? subject.workerNo : null) : subject.name;

function decisionOf(key: string, decision: Decision | null, language: Language): Cell {
  if (decision === null) return null;
  return key === 'decision' ? ACTS[decision.act][language] : key === 'reason' ? decision.reason : decision.until;
}

async function* inPages<T>(rows: readonly T[], cellsOf: (row: T) => Cell[]): AsyncGenerator<Cell[][]> {
  for (let at = 0; at < rows.length; at += ROWS) yield rows.slice(at, at + ROWS).map(cellsOf);
}

/** What is not as the law wants it, as a file. */
@Injectable()
export class FindingsExport extends ListExport<FindingsFilter> {
  readonly kind = 'dispatch-findings';
  readonly titles = { zh: '派遣合规：违规与提示', en: 'Findings of dispatch' };
  readonly permission = 'roster:read';
  readonly columns = [
    column('severity', '级别', 'Severity', 10),
    ...WHO,
    column('what', '事项', 'What', 60),
    column('law', '依据', 'Law', 36),
    ...DECIDED,
  ];

  constructor(
    private readonly matters: DispatchMatters,
    private readonly clock: Clock,
  ) {
    super();
  }

  /** The day is fixed when it is asked for, whenever the file is made. */
  override settled(query: FindingsFilter): FindingsFilter {
    return { ...query, on: query.on ?? this.clock.today() };
  }

  async count(actor: Actor, centreId: Id, query: FindingsFilter): Promise<number> {
    return (await this.rows(actor, centreId, query)).length;
  }

  async *pages({ actor, centreId, query, columns, language }: ListRequest<FindingsFilter>): AsyncGenerator<Cell[][]> {
    const cell = (key: string, { severity, subject, code, params, decision }: Decided<Finding>): Cell => {
      if (key === 'severity') return SEVERITIES[severity][language];
      if (key === 'what') return sentence(code, language, params);
      if (key === 'law') return FINDINGS[code].law[language];
      return key === 'no' || key === 'who' ? whoOf(key, subject) : decisionOf(key, decision, language);
    };
    const rows = await this.rows(actor, centreId, query);
    yield* inPages(rows, (row) => columns.map(({ key }) => cell(key, row)));
  }

  private rows(
    actor: Actor,
    centreId: Id,
    { severity, closed, ...asked }: FindingsFilter,
  ): Promise<Decided<Finding>[]> {
    return this.matters.findings(actor, { centreId, ...asked, severity, closed: closed === true });
  }
}

/** What ended or ends within sixty days, as a file. */
@Injectable()
export class ExpiriesExport extends ListExport<ExpiriesFilter> {
  readonly kind = 'dispatch-expiries';
  readonly titles = { zh: '派遣合规：到期提醒', en: 'What ends' };
  readonly permission = 'roster:read';
  readonly columns = [
    column('date', '到期日', 'Ends on', 12),
    column('stage', '剩余天数', 'Days left', 10, { kind: 'int' }),
    ...WHO,
    column('what', '事项', 'What', 24),
    column('label', '名称、编号', 'Name, number', 24),
    ...DECIDED,
  ];

  constructor(
    private readonly matters: DispatchMatters,
    private readonly documents: DocumentKinds,
    private readonly clock: Clock,
  ) {
    super();
  }

  /** The day is fixed when it is asked for, whenever the file is made. */
  override settled(query: ExpiriesFilter): ExpiriesFilter {
    return { ...query, on: query.on ?? this.clock.today() };
  }

  async count(actor: Actor, centreId: Id, query: ExpiriesFilter): Promise<number> {
    return (await this.rows(actor, centreId, query)).length;
  }

  async *pages({ actor, centreId, query, columns, language }: ListRequest<ExpiriesFilter>): AsyncGenerator<Cell[][]> {
    const kinds = await this.documents.list(actor, centreId, { ever: true });
    const names = new Map(kinds.map(({ code, nameZh, nameEn }) => [code, language === 'zh' ? nameZh : nameEn]));
    const cell = (key: string, { date, daysLeft, subject, kind, label, decision }: Decided<Expiry>): Cell => {
      if (key === 'date') return date;
      if (key === 'stage') return daysLeft;
      if (key === 'what') return KINDS[kind][language];
      if (key === 'label') return kind === 'document' && label !== null ? (names.get(label) ?? label) : label;
      return key === 'no' || key === 'who' ? whoOf(key, subject) : decisionOf(key, decision, language);
    };
    const rows = await this.rows(actor, centreId, query);
    yield* inPages(rows, (row) => columns.map(({ key }) => cell(key, row)));
  }

  private rows(actor: Actor, centreId: Id, { kind, closed, ...asked }: ExpiriesFilter): Promise<Decided<Expiry>[]> {
    return this.matters.expiries(actor, { centreId, ...asked, kind, closed: closed === true });
  }
}
