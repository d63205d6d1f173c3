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
  type PrintedTable,
  SIGNATURES,
  writePrintedBook,
  writePrintedPdf,
} from '@gridstaff/exchange';
import { DomainError, type Fen, sumFen } from '@gridstaff/kernel';
import { RunTotals } from '@gridstaff/payroll';
import { Agencies, Centres } from '@gridstaff/roster';
import { Injectable } from '@nestjs/common';
import { type Settlement, type SettlementLine, SettlementRepository } from '../../domain/settlement';

const ITEMS: Readonly<Record<SettlementLine['item'], string>> = {
  gross: '应发工资',
  employerInsurance: '社会保险（单位部分）',
  employerFund: '住房公积金（单位部分）',
  fee: '派遣管理费',
  net: '实发工资',
  employeeInsurance: '代扣社会保险（个人部分）',
  employeeFund: '代扣住房公积金（个人部分）',
  tax: '代扣个人所得税',
  otherDeductions: '其他扣款',
  receivable: '个人应补缴（冲减）',
};
const STATUS: Readonly<Record<Settlement['status'], string>> = {
  prepared: '待确认',
  confirmed: '已确认',
  paid: '已支付',
};

/** 派遣结算单: what the centre owes each agency for a run, item by item; one sheet per agency. */
@Injectable()
export class SettlementExport extends ExportHandler {
  readonly kind = 'settlement';
  readonly title = '派遣结算单';
  readonly permission: Permission = 'settlement:read';
  readonly reveals = [];
  readonly formats: readonly ExportFormat[] = ['xlsx', 'pdf'];

  constructor(
    private readonly settlements: SettlementRepository,
    private readonly runs: RunTotals,
    private readonly agencies: Agencies,
    private readonly centres: Centres,
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
    const { name: centre } = await this.centres.byId(run.centreId);
    const tables: PrintedTable[] = [];
    for (const { id, name } of chosen) {
      for (const settlement of all.filter((s) => s.agencyId === id)) {
        const lines = await this.settlements.lines(settlement.id);
        tables.push(tableOf({ centre, agency: name, payDate: run.payDate }, settlement, lines));
      }
    }
    const format = wanted === 'pdf' ? 'pdf' : 'xlsx';
    const title = `${centre} ${run.period} ${this.title}`;
    const [only] = agencyId === undefined ? [] : chosen;
    const name = [this.title, run.period, `批次${run.no}`, ...(only ? [only.code] : [])].join('_');
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
}

/** @throws DomainError EXPORT_TOTALS when the lines do not add up to the settlement */
function tableOf(
  { centre, agency, payDate }: Parties,
  settlement: Settlement,
  lines: readonly SettlementLine[],
): PrintedTable {
  const { runNo, period, people, passThrough, fee, total, status } = settlement;
  const month = `${period.slice(0, 4)}年${period.slice(5, 7)}月`;
  const cost = lines.filter((line) => line.side === 'cost' && line.item !== 'fee');
  const use = lines.filter((line) => line.side === 'use' && (line.amount !== 0 || line.item === 'net'));
  const sum = (of: readonly SettlementLine[]): Fen => sumFen(of.map((line) => line.amount));
  if (sum(cost) !== passThrough || passThrough + fee !== total)
    throw new DomainError('EXPORT_TOTALS', {
      ...{ item: 'settlement', run: runNo, left: String(sum(cost) + fee), right: String(total) },
    });
  const [gross, ...employer] = cost;
  const rows = [
    [1, ITEMS.gross, gross?.amount ?? 0, '代收代付'],
    ...use.map((line) => [null, `　　其中：${ITEMS[line.item]}`, line.amount, '应发工资的去向']),
    ...employer.map((line, i) => [i + 2, ITEMS[line.item], line.amount, '代收代付']),
    [null, '代收代付小计', passThrough, ''],
    [cost.length + 1, ITEMS.fee, fee, '服务费用'],
  ];
  return {
    name: agency,
    title: `${centre} ${month} 派遣结算单`,
    subtitle: [
      ...[`甲方：${centre}`, `乙方：${agency}`, `批次：${runNo}`, `发放日期：${payDate}`],
      ...[`人数：${people}`, `状态：${STATUS[status]}`, '金额单位：元'],
    ].join('　　'),
    columns: [
      { header: '序号', kind: 'int', width: 8 },
      { header: '项目', kind: 'text', width: 44 },
      { header: '金额', kind: 'yuan', width: 24 },
      { header: '说明', kind: 'text', width: 30 },
    ],
    count: rows.length,
    rows,
    total: [null, '结算合计', total, `${people} 人`],
    lines: [`结算合计（大写）：人民币${moneyWords(total)}`, `校验码：${settlement.runHash.slice(-12)}`],
    signatures: [...SIGNATURES, '派遣公司盖章：'],
  };
}
