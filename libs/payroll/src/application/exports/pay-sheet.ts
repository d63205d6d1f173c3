import type { Permission } from '@gridstaff/contracts';
import {
  type ExportContent,
  type ExportContext,
  type ExportFormat,
  ExportHandler,
  type ExportRequest,
  type ExportSubject,
  MIME,
  moneyWords,
  type PrintedColumn,
  type PrintedTable,
  SIGNATURES,
  writePrintedBook,
  writePrintedPdf,
} from '@gridstaff/exchange';
import { DomainError, type Fen, type Id } from '@gridstaff/kernel';
import { Injectable } from '@nestjs/common';
import { costOf, type PayItemDefinition, type RunStatus } from '../../domain';
import { assertTies, type BookSlip, fileName, monthText, type OpenRun, RunBook, subtitle } from './run-book';

const STATUSES: readonly RunStatus[] = ['calculated', 'submitted', 'checked', 'approved', 'settled', 'paid', 'closed'];
const STATUS_WORDS: Readonly<Partial<Record<RunStatus, string>>> = {
  calculated: '已核算，未提交，不作发放依据',
  submitted: '待复核，不作发放依据',
  checked: '待审批，不作发放依据',
};
const GROUPS = ['agency', 'street'] as const;
const NO_STREET = '未分配街道';

/** People and sums of one sheet. */
interface Group extends GroupKey {
  people: number;
  sums: Map<number, Fen>;
  gross: Fen;
  net: Fen;
  receivable: Fen;
  employer: Fen;
}

/** 工资表: one row a person, items as columns, one sheet per agency or street. Columns that are zero for everybody are left out. */
@Injectable()
export class PaySheetExport extends ExportHandler {
  readonly kind = 'payroll';
  readonly title = '工资表';
  readonly permission: Permission = 'run:read';
  readonly reveals = [];
  readonly formats: readonly ExportFormat[] = ['xlsx', 'pdf'];

  constructor(private readonly book: RunBook) {
    super();
  }

  subject(request: ExportRequest): Promise<ExportSubject> {
    return this.book.subject(request);
  }

  async write(context: ExportContext): Promise<ExportContent> {
    const groupBy = GROUPS.find((group) => group === (context.options.groupBy ?? 'agency'));
    if (!groupBy) {
      const value = String(context.options.groupBy).slice(0, 20);
      throw new DomainError('EXPORT_OPTION', { name: 'groupBy', value, choices: GROUPS.join(', ') });
    }
    const open = await this.book.open(context, this.title, STATUSES);
    const keyOf = groupBy === 'street' ? await this.byStreet(context, open) : byAgency(open);
    const groups = await this.sumUp(open, keyOf);
    const used = open.items.filter((item) => groups.some((group) => (group.sums.get(item.no) ?? 0) !== 0));
    const sheets = groups.map((group) => this.table(open, group, keyOf, used));
    const format = context.format === 'pdf' ? 'pdf' : 'xlsx';
    const title = `${open.centre.name} ${monthText(open.run.period)} ${this.title}`;
    const content =
      format === 'pdf'
        ? await writePrintedPdf(title, sheets, context.stamp)
        : await writePrintedBook([...sheets, this.employerTable(open, groups, used)], context.stamp);
    return {
      ...{ content, mime: MIME[format], rows: open.people, leftOut: [] },
      fileName: fileName(this.title, open, context.agencyId, format),
    };
  }

  private async byStreet({ actor }: ExportContext, open: OpenRun): Promise<(slip: BookSlip) => GroupKey> {
    let [fromNo, toNo] = [Infinity, 0];
    for await (const page of this.book.pages(open)) {
      fromNo = Math.min(fromNo, page[0]?.workerNo ?? fromNo);
      toNo = Math.max(toNo, page.at(-1)?.workerNo ?? toNo);
    }
    const streets = await this.book.streets(actor, open, { fromNo, toNo });
    return (slip) => {
      const street = streets.get(slip.workerNo) ?? NO_STREET;
      return { key: street, name: street, label: '街道' };
    };
  }

  /** Sums come first: a total row knows them, and what does not tie with the run is found before anything is written. */
  private async sumUp(open: OpenRun, keyOf: (slip: BookSlip) => GroupKey): Promise<Group[]> {
    const groups = new Map<string, Group>();
    for await (const page of this.book.pages(open)) {
      for (const slip of page) {
        const of = keyOf(slip);
        let group = groups.get(of.key);
        if (!group) {
          group = { ...of, people: 0, sums: new Map(), gross: 0, net: 0, receivable: 0, employer: 0 };
          groups.set(of.key, group);
        }
        add(group, slip);
      }
    }
    const all = [...groups.values()].sort((a, b) => (a.key < b.key ? -1 : 1));
    const sum = (of: (group: Group) => number): number => all.reduce((total, group) => total + of(group), 0);
    assertTies('people', open, sum((g) => g.people) * 100, open.people * 100);
    assertTies(
      'gross',
      open,
      sum((g) => g.gross),
      open.totals.gross,
    );
    assertTies(
      'net',
      open,
      sum((g) => g.net),
      open.totals.net,
    );
    return all;
  }

  private table(
    open: OpenRun,
    group: Group,
    keyOf: (slip: BookSlip) => GroupKey,
    used: readonly PayItemDefinition[],
  ): PrintedTable {
    const earnings = used.filter((item) => item.kind === 'earning');
    const deductions = used.filter((item) => item.kind === 'deduction');
    const columns: PrintedColumn[] = [
      { header: '序号', kind: 'int', width: 5 },
      { header: '工号', kind: 'int', width: 6 },
      { header: '姓名', kind: 'text', width: 10 },
      ...earnings.map(itemColumn),
      { header: '应发合计', kind: 'yuan', width: 12 },
      ...deductions.map(itemColumn),
      { header: '扣款合计', kind: 'yuan', width: 11 },
      ...(group.receivable > 0 ? [{ header: '个人应补缴', kind: 'yuan', width: 11 } as const] : []),
      { header: '实发金额', kind: 'yuan', width: 12 },
      { header: '签收', kind: 'text', width: 9 },
    ];
    const cells = (of: (no: number) => Fen, gross: Fen, net: Fen, receivable: Fen): Fen[] => [
      ...earnings.map((item) => of(item.no)),
      gross,
      ...deductions.map((item) => of(item.no)),
      gross + receivable - net,
      ...(group.receivable > 0 ? [receivable] : []),
      net,
    ];
    const status = STATUS_WORDS[open.run.status];
    const name =
      open.agencies.length === 1 && open.agencies[0]?.name === group.name ? [] : [`${group.label}：${group.name}`];
    return {
      name: group.name,
      title: [open.centre.name, monthText(open.run.period), this.title].join(' '),
      subtitle: subtitle({ ...open, people: group.people }, [...name, ...(status ? [`状态：${status}`] : [])]),
      columns,
      count: group.people,
      rows: this.rows(open, group.key, keyOf, (slip, n) => [
        ...[n, slip.workerNo, slip.name],
        ...cells((no) => slip.amounts.get(no) ?? 0, slip.totals.gross, slip.totals.net, slip.totals.receivable),
        '',
      ]),
      total: [
        '合计',
        null,
        null,
        ...cells((no) => group.sums.get(no) ?? 0, group.gross, group.net, group.receivable),
        '',
      ],
      lines: [`实发合计（大写）：人民币${moneyWords(group.net)}`],
      signatures: SIGNATURES,
    };
  }

  /** 单位承担: what the centre pays on top, on a sheet of its own, so that the pay sheet fits its paper. */
  private employerTable(open: OpenRun, groups: readonly Group[], used: readonly PayItemDefinition[]): PrintedTable {
    const items = used.filter((item) => item.kind === 'employer_cost');
    const sum = (of: (group: Group) => number): number => groups.reduce((total, group) => total + of(group), 0);
    return {
      name: '单位承担',
      title: [open.centre.name, monthText(open.run.period), '单位承担部分'].join(' '),
      subtitle: subtitle(open),
      columns: [
        { header: '序号', kind: 'int', width: 6 },
        { header: '工号', kind: 'int', width: 8 },
        { header: '姓名', kind: 'text', width: 12 },
        ...items.map(itemColumn),
        { header: '单位承担合计', kind: 'yuan', width: 14 },
      ],
      count: open.people,
      rows: this.rows(open, null, byAgency(open), (slip, n) => [
        ...[n, slip.workerNo, slip.name],
        ...items.map((item) => slip.amounts.get(item.no) ?? 0),
        employerOf(slip),
      ]),
      total: [
        ...['合计', null, null],
        ...items.map((item) => sum((group) => group.sums.get(item.no) ?? 0)),
        sum((group) => group.employer),
      ],
      lines: [`单位承担合计（大写）：人民币${moneyWords(sum((group) => group.employer))}`],
      signatures: SIGNATURES,
    };
  }

  private async *rows(
    open: OpenRun,
    key: string | null,
    keyOf: (slip: BookSlip) => GroupKey,
    row: (slip: BookSlip, n: number) => (string | number)[],
  ): AsyncGenerator<(string | number)[]> {
    let n = 0;
    for await (const page of this.book.pages(open)) {
      for (const slip of page) if (key === null || keyOf(slip).key === key) yield row(slip, ++n);
    }
  }
}

interface GroupKey {
  key: string;
  name: string;
  /** What kind of group it is. */
  label: string;
}

function byAgency({ agencies }: OpenRun): (slip: BookSlip) => GroupKey {
  const keys = new Map<Id, GroupKey>(
    agencies.map(({ id, code, name }) => [id, { key: code, name, label: '派遣公司' }]),
  );
  return (slip) => keys.get(slip.agencyId) ?? { key: '', name: '', label: '' };
}

const itemColumn = ({ nameZh }: PayItemDefinition): PrintedColumn => ({ header: nameZh, kind: 'yuan', width: 11 });

const employerOf = ({ totals }: BookSlip): Fen => costOf(totals) - totals.gross;

function add(group: Group, slip: BookSlip): void {
  const { gross, net, receivable } = slip.totals;
  group.people += 1;
  group.gross += gross;
  group.net += net;
  group.receivable += receivable;
  group.employer += employerOf(slip);
  for (const [no, amount] of slip.amounts) group.sums.set(no, (group.sums.get(no) ?? 0) + amount);
}
