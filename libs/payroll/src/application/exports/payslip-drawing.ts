import { type ExportStamp, grouped, moneyWords, Paper } from '@gridstaff/exchange';
import { type Fen, formatYuan, type LocalDate, type Period } from '@gridstaff/kernel';
import type { Totals } from '../../domain';
import { monthText } from './run-book';

/** What a printed payslip shows; amounts in fen. */
export interface PrintedSlip {
  centre: string;
  agency: string;
  period: Period;
  payDate: LocalDate;
  runNo: number;
  workerNo: number;
  name: string;
  earnings: readonly SlipEntry[];
  deductions: readonly SlipEntry[];
  /** 单位承担 */
  employer: readonly SlipEntry[];
  totals: Totals;
  /** Last characters are printed: they tie the paper to the stored slip. */
  hash: string;
}

export interface SlipEntry {
  name: string;
  amount: Fen;
}

const MARGIN = 36;
const ROW = 13;
const HEAD = 58;
const TAIL = 66;
const GAP = 18;
const FOOT = 14;
const HASH_TAIL = 12;
const NORMAL = { size: 8.5 } as const;
const SMALL = { size: 7, colour: '#404040' } as const;
const BOLD = { size: 8.5, bold: true } as const;
const COLUMNS = ['应发项目', '扣款项目', '单位承担（不从工资扣除）'] as const;
const NOTES =
  '说明：实发＝应发－扣款。如有异议，请在领取后凭批次号与校验码联系人事人员；本单请自行保管，注意个人信息安全。';

export const tallestOf = (slip: Pick<PrintedSlip, 'earnings' | 'deductions' | 'employer'>): number =>
  Math.max(slip.earnings.length, slip.deductions.length, slip.employer.length);

/**
 * Payslips on A4, as many on a page as fit with cut lines between them, every page alike.
 * @param rows entries of the tallest slip @param count slips to come
 */
export async function drawPayslips(
  title: string,
  slips: AsyncIterable<PrintedSlip> | Iterable<PrintedSlip>,
  { rows, count }: { rows: number; count: number },
  stamp: ExportStamp,
): Promise<Buffer> {
  const paper = new Paper(title, stamp, 'portrait');
  const height = HEAD + (rows + 1) * ROW + TAIL;
  const usable = paper.height - 2 * MARGIN - FOOT + GAP;
  const perPage = Math.max(Math.floor(usable / (height + GAP)), 1);
  const pages = Math.max(Math.ceil(count / perPage), 1);
  let drawn = 0;
  for await (const slip of slips) {
    const place = drawn % perPage;
    if (place === 0) await newPage(paper, drawn / perPage + 1, pages, stamp);
    const top = MARGIN + place * (height + GAP);
    if (place > 0) paper.cutLine(top - GAP / 2, MARGIN);
    drawSlip(paper, slip, top, rows);
    drawn += 1;
  }
  return paper.finish();
}

async function newPage(paper: Paper, page: number, pages: number, stamp: ExportStamp): Promise<void> {
  await paper.newPage();
  const y = paper.height - MARGIN + 4;
  const width = paper.width - 2 * MARGIN;
  paper.text(stamp.line, MARGIN, y, width - 90, SMALL);
  paper.text(`第 ${page} 页 / 共 ${pages} 页`, MARGIN + width - 85, y, 85, { ...SMALL, align: 'right' });
}

function drawSlip(paper: Paper, slip: PrintedSlip, top: number, rows: number): void {
  const width = paper.width - 2 * MARGIN;
  const { totals } = slip;
  paper.text(`${slip.centre}　${monthText(slip.period)}工资条`, MARGIN, top, width, {
    size: 13,
    bold: true,
    align: 'centre',
  });
  const who = [`姓名：${slip.name}`, `工号：${slip.workerNo}`, `派遣公司：${slip.agency}`];
  const when = [`发放日期：${slip.payDate}`, `批次：${slip.runNo}`];
  paper.text([...who, ...when].join('　　'), MARGIN, top + 24, width, NORMAL);
  const y = top + HEAD - 18;
  const third = width / 3;
  [slip.earnings, slip.deductions, slip.employer].forEach((entries, i) => {
    const x = MARGIN + i * third;
    paper.shade(x, y, third, ROW);
    paper.text(COLUMNS[i] as string, x, y + 1, third, { ...BOLD, align: 'centre' });
    paper.box(x, y, third, (rows + 1) * ROW);
    entries.forEach((entry, n) => drawEntry(paper, entry, x, y + (n + 1) * ROW, third));
  });
  drawSums(paper, slip, y + (rows + 1) * ROW);
  const foot = y + (rows + 2) * ROW + 7;
  const owed = totals.receivable > 0 ? `　　个人应补缴：${yuan(totals.receivable)} 元` : '';
  const net = `实发金额：${yuan(totals.net)} 元　　大写：人民币${moneyWords(totals.net)}${owed}`;
  paper.text(net, MARGIN, foot, width - 120, { size: 9.5, bold: true });
  paper.text('签收：____________', MARGIN + width - 110, foot, 110, { size: 9.5, align: 'right' });
  paper.text(NOTES, MARGIN, foot + 19, width, SMALL);
  paper.text(`批次 ${slip.runNo}　校验码尾号 ${slip.hash.slice(-HASH_TAIL)}`, MARGIN, foot + 31, width, SMALL);
}

function drawEntry(paper: Paper, { name, amount }: SlipEntry, x: number, y: number, width: number): void {
  paper.text(name, x + 4, y + 1, width - 70, NORMAL);
  paper.text(yuan(amount), x + width - 66, y + 1, 62, { ...NORMAL, align: 'right' });
}

function drawSums(paper: Paper, { totals }: PrintedSlip, y: number): void {
  const { gross, net, receivable, employerInsurance, employerFund, fee } = totals;
  const sums: [string, Fen][] = [
    ['应发合计', gross],
    ['扣款合计', gross + receivable - net],
    ['单位承担合计', employerInsurance + employerFund + fee],
  ];
  const width = paper.width - 2 * MARGIN;
  const third = width / 3;
  sums.forEach(([name, amount], i) => {
    const x = MARGIN + i * third;
    paper.box(x, y, third, ROW + 1);
    paper.text(name, x + 4, y + 1.5, third - 80, BOLD);
    paper.text(yuan(amount), x + third - 76, y + 1.5, 72, { ...BOLD, align: 'right' });
  });
}

const yuan = (amount: Fen): string => grouped(formatYuan(amount));
