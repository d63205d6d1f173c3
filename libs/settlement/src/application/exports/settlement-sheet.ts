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
import { FundReader } from '@gridstaff/fund';
import { DomainError, type Fen, formatYuan, type Id, sumFen } from '@gridstaff/kernel';
import { RunTotals } from '@gridstaff/payroll';
import { Agencies, Centres } from '@gridstaff/roster';
import { Injectable } from '@nestjs/common';
import { type Settlement, type SettlementLine, SettlementRepository } from '../../domain/settlement';
import { SHEET_WORDS, type SheetWords } from './settlement-words';

/** 派遣结算单: what the centre owes each agency for a run, item by item; one sheet per agency. */
@Injectable()
export class SettlementExport extends ExportHandler {
  readonly kind = 'settlement';
  readonly titles = { zh: SHEET_WORDS.zh.title, en: SHEET_WORDS.en.title };
  override readonly languages: readonly Language[] = ['zh', 'en'];
  readonly permission: Permission = 'settlement:read';
  readonly reveals = [];
  readonly formats: readonly ExportFormat[] = ['xlsx', 'pdf'];

  constructor(
    private readonly settlements: SettlementRepository,
    private readonly runs: RunTotals,
    private readonly agencies: Agencies,
    private readonly centres: Centres,
    private readonly funds: FundReader,
  ) {
    super();
  }

  async subject({ runId }: ExportRequest): Promise<ExportSubject> {
    const { centreId, people } = await this.runs.run(runId);
    return { centreId, people };
  }

  /** @throws DomainError EXPORT_NO_SETTLEMENT, EXPORT_AGENCY_UNKNOWN, EXPORT_TOTALS */
  async write({ runId, agencyId, format: wanted, stamp }: ExportContext): Promise<ExportContent> {
    const run = await this.runs.run(runId);
    const all = await this.settlements.ofRun(runId);
    if (all.length === 0) throw new DomainError('EXPORT_NO_SETTLEMENT', { run: run.no });
    const agencies = (await this.agencies.inCentre(run.centreId)).filter((a) => all.some((s) => s.agencyId === a.id));
    const chosen = agencies.filter(({ id }) => agencyId === undefined || id === agencyId);
    if (chosen.length === 0) {
      const known = agencies.map((agency) => agency.code).join(', ');
      throw new DomainError('EXPORT_AGENCY_UNKNOWN', {
        run: run.no,
        agency: String(agencyId).slice(0, 40),
        agencies: known,
      });
    }
    const { language } = stamp;
    const words = SHEET_WORDS[language];
    const { name: centre } = await this.centres.byId(run.centreId);
    const names = await this.funds.names(all.flatMap(({ funds }) => funds.map((part) => part.fundId)));
    const tables: PrintedTable[] = [];
    for (const { id, name } of chosen) {
      for (const settlement of all.filter((s) => s.agencyId === id)) {
        const lines = await this.settlements.lines(settlement.id);
        tables.push(tableOf({ centre, agency: name, payDate: run.payDate, language, names }, settlement, lines));
      }
    }
    const format = wanted === 'pdf' ? 'pdf' : 'xlsx';
    const title = `${centre} ${run.period} ${words.title}`;
    const [only] = agencyId === undefined ? [] : chosen;
    const name = [words.title, run.period, words.run(run.no), ...(only ? [only.code] : [])].join('_');
    return {
      content: format === 'pdf' ? await writePrintedPdf(title, tables, stamp) : await writePrintedBook(tables, stamp),
      ...{ fileName: `${name}.${format}`, mime: MIME[format], rows: tables.length, leftOut: [] },
    };
  }
}

interface Parties {
  centre: string;
  agency: string;
  payDate: string;
  language: Language;
  /** Of funds, by id. */
  names: ReadonlyMap<Id, string>;
}

/** @throws DomainError EXPORT_TOTALS when the lines do not add up to the settlement */
function tableOf(
  { centre, agency, payDate, language, names }: Parties,
  settlement: Settlement,
  lines: readonly SettlementLine[],
): PrintedTable {
  const words = SHEET_WORDS[language];
  const { runNo, period, people, passThrough, fee, total, status } = settlement;
  const cost = lines.filter((line) => line.side === 'cost' && line.item !== 'fee');
  const use = lines.filter((line) => line.side === 'use' && (line.amount !== 0 || line.item === 'net'));
  const sum = (of: readonly SettlementLine[]): Fen => sumFen(of.map((line) => line.amount));
  if (
    sum(cost) !== passThrough ||
    passThrough + fee !== total ||
    sumFen(settlement.funds.map(({ amount }) => amount)) !== total
  )
    throw new DomainError('EXPORT_TOTALS', {
      ...{ item: 'settlement', run: runNo, left: String(sum(cost) + fee), right: String(total) },
    });
  const [gross, ...employer] = cost;
  const rows = [
    [1, words.items.gross, gross?.amount ?? 0, words.passedOn],
    ...use.map((line) => [null, words.ofWhich(words.items[line.item]), line.amount, words.use]),
    ...employer.map((line, i) => [i + 2, words.items[line.item], line.amount, words.passedOn]),
    [null, words.passThrough, passThrough, ''],
    [cost.length + 1, words.items.fee, fee, words.service],
  ];
  return {
    name: agency,
    title: words.heading(centre, period),
    subtitle: words.parties({ centre, agency, runNo, payDate, people, status: words.status[status] }),
    columns: columnsOf(words),
    count: rows.length,
    rows,
    total: [null, words.total, total, words.people(people)],
    lines: [
      words.totalInWords(moneyWords(total)),
      words.funds(settlement.funds.map(({ fundId, amount }) => `${names.get(fundId) ?? ''} ${formatYuan(amount)}`)),
      words.proof(settlement.runHash.slice(-12)),
    ],
    signatures: [...SIGNATURES[language], words.agencySeal],
  };
}

const columnsOf = ({ columns: [no, item, amount, note] }: SheetWords): PrintedColumn[] => [
  { header: no, kind: 'int', width: 8 },
  { header: item, kind: 'text', width: 44 },
  { header: amount, kind: 'yuan', width: 24 },
  { header: note, kind: 'text', width: 30 },
];
