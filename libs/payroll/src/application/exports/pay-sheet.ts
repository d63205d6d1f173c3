import type { Language, Permission } from '@gridstaff/contracts';
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
import { PAY_SHEET_WORDS, type PaySheetWords } from './pay-sheet-words';
import { assertTies, type BookSlip, fileName, monthText, type OpenRun, RunBook, subtitle } from './run-book';

const STATUSES: readonly RunStatus[] = ['calculated', 'submitted', 'checked', 'approved', 'settled', 'paid', 'closed'];
const GROUPS = ['agency', 'street'] as const;

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
  readonly titles = { zh: PAY_SHEET_WORDS.zh.title, en: PAY_SHEET_WORDS.en.title };
  override readonly languages: readonly Language[] = ['zh', 'en'];
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
    const { language } = context.stamp;
    const paper: Paper = {
      language,
      words: PAY_SHEET_WORDS[language],
      open: await this.book.open(context, this.titles.zh, STATUSES),
    };
    const { open, words } = paper;
    const keyOf = groupBy === 'street' ? await this.byStreet(context, paper) : byAgency(paper);
    const groups = await this.sumUp(open, keyOf);
    const used = open.items.filter((item) => groups.some((group) => (group.sums.get(item.no) ?? 0) !== 0));
    const sheets = groups.map((group) => this.table(paper, group, keyOf, used));
    const format = context.format === 'pdf' ? 'pdf' : 'xlsx';
    const title = `${open.centre.name} ${monthText(open.run.period, language)} ${words.title}`;
    const content =
      format === 'pdf'
        ? await writePrintedPdf(title, sheets, context.stamp)
        : await writePrintedBook([...sheets, this.employerTable(paper, groups, used)], context.stamp);
    return {
      ...{ content, mime: MIME[format], rows: open.people, leftOut: [] },
      fileName: fileName(words.title, open, context.agencyId, format, language),
    };
  }

  private async byStreet({ actor }: ExportContext, { open, words }: Paper): Promise<(slip: BookSlip) => GroupKey> {
    let [fromNo, toNo] = [Infinity, 0];
    for await (const page of this.book.pages(open)) {
      fromNo = Math.min(fromNo, page[0]?.workerNo ?? fromNo);
      toNo = Math.max(toNo, page.at(-1)?.workerNo ?? toNo);
    }
    const streets = await this.book.streets(actor, open, { fromNo, toNo });
    return (slip) => {
      const street = streets.get(slip.workerNo) ?? words.noStreet;
      return { key: street, name: street, label: words.street };
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
    { open, words, language }: Paper,
    group: Group,
    keyOf: (slip: BookSlip) => GroupKey,
    used: readonly PayItemDefinition[],
  ): PrintedTable {
    const earnings = used.filter((item) => item.kind === 'earning');
    const deductions = used.filter((item) => item.kind === 'deduction');
    const columns: PrintedColumn[] = [
      { header: words.no, kind: 'int', width: 5 },
      { header: words.worker, kind: 'int', width: language === 'en' ? 8 : 6 },
      { header: words.name, kind: 'text', width: 10 },
      ...earnings.map(itemColumn(language)),
      { header: words.gross, kind: 'yuan', width: 12 },
      ...deductions.map(itemColumn(language)),
      { header: words.deductions, kind: 'yuan', width: 11 },
      ...(group.receivable > 0 ? [{ header: words.owed, kind: 'yuan', width: 11 } as const] : []),
      { header: words.net, kind: 'yuan', width: 12 },
      { header: words.received, kind: 'text', width: language === 'en' ? 11 : 9 },
    ];
    const cells = (of: (no: number) => Fen, gross: Fen, net: Fen, receivable: Fen): Fen[] => [
      ...earnings.map((item) => of(item.no)),
      gross,
      ...deductions.map((item) => of(item.no)),
      gross + receivable - net,
      ...(group.receivable > 0 ? [receivable] : []),
      net,
    ];
    const status = words.unfinished[open.run.status];
    const name =
      open.agencies.length === 1 && open.agencies[0]?.name === group.name ? [] : [words.named(group.label, group.name)];
    return {
      name: group.name,
      title: [open.centre.name, monthText(open.run.period, language), words.title].join(' '),
      subtitle: subtitle(
        { ...open, people: group.people },
        [...name, ...(status ? [words.status(status)] : [])],
        language,
      ),
      columns,
      count: group.people,
      rows: this.rows(open, group.key, keyOf, (slip, n) => [
        ...[n, slip.workerNo, slip.name],
        ...cells((no) => slip.amounts.get(no) ?? 0, slip.totals.gross, slip.totals.net, slip.totals.receivable),
        '',
      ]),
      total: [
        ...[null, null, words.total],
        ...cells((no) => group.sums.get(no) ?? 0, group.gross, group.net, group.receivable),
        '',
      ],
      lines: [words.netTotal(moneyWords(group.net))],
      signatures: SIGNATURES[language],
    };
  }

  /** 单位承担: what the centre pays on top, on a sheet of its own, so that the pay sheet fits its paper. */
  private employerTable(paper: Paper, groups: readonly Group[], used: readonly PayItemDefinition[]): PrintedTable {
    const { open, words, language } = paper;
    const items = used.filter((item) => item.kind === 'employer_cost');
    const sum = (of: (group: Group) => number): number => groups.reduce((total, group) => total + of(group), 0);
    return {
      name: words.employer,
      title: [open.centre.name, monthText(open.run.period, language), words.employerTitle].join(' '),
      subtitle: subtitle(open, [], language),
      columns: [
        { header: words.no, kind: 'int', width: 6 },
        { header: words.worker, kind: 'int', width: 8 },
        { header: words.name, kind: 'text', width: 12 },
        ...items.map(itemColumn(language)),
        { header: words.employerTotal, kind: 'yuan', width: 14 },
      ],
      count: open.people,
      rows: this.rows(open, null, byAgency(paper), (slip, n) => [
        ...[n, slip.workerNo, slip.name],
        ...items.map((item) => slip.amounts.get(item.no) ?? 0),
        employerOf(slip),
      ]),
      total: [
        ...[null, null, words.total],
        ...items.map((item) => sum((group) => group.sums.get(item.no) ?? 0)),
        sum((group) => group.employer),
      ],
      lines: [words.employerSum(moneyWords(sum((group) => group.employer)))],
      signatures: SIGNATURES[language],
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

/** A run on paper, in the words of a language. */
interface Paper {
  open: OpenRun;
  words: PaySheetWords;
  language: Language;
}

interface GroupKey {
  key: string;
  name: string;
  /** What kind of group it is. */
  label: string;
}

function byAgency({ open: { agencies }, words }: Paper): (slip: BookSlip) => GroupKey {
  const keys = new Map<Id, GroupKey>(
    agencies.map(({ id, code, name }) => [id, { key: code, name, label: words.agency }]),
  );
  return (slip) => keys.get(slip.agencyId) ?? { key: '', name: '', label: '' };
}

const itemColumn =
  (language: Language) =>
  ({ nameZh, nameEn }: PayItemDefinition): PrintedColumn => ({
    header: language === 'en' ? nameEn.charAt(0).toUpperCase() + nameEn.slice(1) : nameZh,
    kind: 'yuan',
    // Room for the longest word: words are not broken.
    width: language === 'en' ? Math.max(10, Math.max(...nameEn.split(' ').map((word) => word.length)) + 2) : 11,
  });

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
