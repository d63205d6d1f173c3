import type { Language } from '@gridstaff/contracts';
import { type ExportStamp, grouped, moneyWords, pageText, Paper } from '@gridstaff/exchange';
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

/** What a slip says by itself. */
interface SlipWords {
  title: (period: Period) => string;
  who: (slip: PrintedSlip) => string[];
  columns: readonly [string, string, string];
  sums: readonly [string, string, string];
  net: (yuan: string, words: string) => string;
  owed: (yuan: string) => string;
  receipt: string;
  note: string;
  proof: (runNo: number, tail: string) => string;
}

const WORDS: Readonly<Record<Language, SlipWords>> = {
  zh: {
    title: (period) => `${monthText(period)}工资条`,
    who: ({ name, workerNo, agency, payDate, runNo }) => [
      ...[`姓名：${name}`, `工号：${workerNo}`, `派遣公司：${agency}`, `发放日期：${payDate}`, `批次：${runNo}`],
    ],
    columns: ['应发项目', '扣款项目', '单位承担（不从工资扣除）'],
    sums: ['应发合计', '扣款合计', '单位承担合计'],
    net: (yuan, words) => `实发金额：${yuan} 元　　大写：人民币${words}`,
    owed: (yuan) => `　　个人应补缴：${yuan} 元`,
    receipt: '签收：____________',
    note: '说明：实发＝应发－扣款。如有异议，请在领取后凭批次号与校验码联系人事人员；本单请自行保管，注意个人信息安全。',
    proof: (runNo, tail) => `批次 ${runNo}　校验码尾号 ${tail}`,
  },
  en: {
    title: (period) => `Payslip ${period}`,
    who: ({ name, workerNo, agency, payDate, runNo }) => [
      ...[`Name: ${name}`, `No: ${workerNo}`, `Agency: ${agency}`, `Pay day: ${payDate}`, `Run: ${runNo}`],
    ],
    columns: ['Earnings', 'Deductions', 'Paid by the employer (not deducted)'],
    sums: ['Gross pay', 'Total deductions', 'Total paid by the employer'],
    net: (yuan, words) => `Net pay: ${yuan} yuan   (人民币${words})`,
    owed: (yuan) => `   Owed by the worker: ${yuan} yuan`,
    receipt: 'Received: ____________',
    note: 'Net pay is gross pay less deductions. For questions ask the personnel office, with the number of the run and the check code. Keep this slip to yourself.',
    proof: (runNo, tail) => `Run ${runNo}, check code ends in ${tail}`,
  },
};

/** Shares of the width: names of what the employer pays are the longest. */
const SHARES = [0.29, 0.335, 0.375] as const;

function columnAt(width: number, i: number): { x: number; wide: number } {
  const before = SHARES.slice(0, i).reduce((sum, share) => sum + share, 0);
  return { x: MARGIN + before * width, wide: (SHARES[i] ?? 0) * width };
}

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
    drawSlip(paper, slip, top, rows, WORDS[stamp.language]);
    drawn += 1;
  }
  return paper.finish();
}

async function newPage(paper: Paper, page: number, pages: number, stamp: ExportStamp): Promise<void> {
  await paper.newPage();
  const y = paper.height - MARGIN + 4;
  const width = paper.width - 2 * MARGIN;
  paper.text(stamp.line, MARGIN, y, width - 90, SMALL);
  paper.text(pageText(page, pages, stamp), MARGIN + width - 85, y, 85, { ...SMALL, align: 'right' });
}

function drawSlip(paper: Paper, slip: PrintedSlip, top: number, rows: number, words: SlipWords): void {
  const width = paper.width - 2 * MARGIN;
  const { totals } = slip;
  paper.text(`${slip.centre}　${words.title(slip.period)}`, MARGIN, top, width, {
    size: 13,
    bold: true,
    align: 'centre',
  });
  paper.text(words.who(slip).join('　　'), MARGIN, top + 24, width, NORMAL);
  const y = top + HEAD - 18;
  [slip.earnings, slip.deductions, slip.employer].forEach((entries, i) => {
    const { x, wide } = columnAt(width, i);
    paper.shade(x, y, wide, ROW);
    paper.text(words.columns[i] as string, x + 2, y + 1, wide - 4, { ...BOLD, align: 'centre' });
    paper.box(x, y, wide, (rows + 1) * ROW);
    entries.forEach((entry, n) => drawEntry(paper, entry, x, y + (n + 1) * ROW, wide));
  });
  drawSums(paper, slip, y + (rows + 1) * ROW, words);
  const foot = y + (rows + 2) * ROW + 7;
  const owed = totals.receivable > 0 ? words.owed(yuan(totals.receivable)) : '';
  paper.text(words.net(yuan(totals.net), moneyWords(totals.net)) + owed, MARGIN, foot, width - 120, {
    size: 9.5,
    bold: true,
  });
  paper.text(words.receipt, MARGIN + width - 110, foot, 110, { size: 9.5, align: 'right' });
  paper.text(words.note, MARGIN, foot + 19, width, SMALL);
  paper.text(words.proof(slip.runNo, slip.hash.slice(-HASH_TAIL)), MARGIN, foot + 31, width, SMALL);
}

function drawEntry(paper: Paper, { name, amount }: SlipEntry, x: number, y: number, width: number): void {
  paper.text(name, x + 4, y + 1, width - 60, NORMAL);
  paper.text(yuan(amount), x + width - 56, y + 1, 52, { ...NORMAL, align: 'right' });
}

function drawSums(paper: Paper, { totals }: PrintedSlip, y: number, words: SlipWords): void {
  const { gross, net, receivable, employerInsurance, employerFund, fee } = totals;
  const sums: [string, Fen][] = [
    [words.sums[0], gross],
    [words.sums[1], gross + receivable - net],
    [words.sums[2], employerInsurance + employerFund + fee],
  ];
  const width = paper.width - 2 * MARGIN;
  sums.forEach(([name, amount], i) => {
    const { x, wide } = columnAt(width, i);
    paper.box(x, y, wide, ROW + 1);
    paper.text(name, x + 4, y + 1.5, wide - 64, BOLD);
    paper.text(yuan(amount), x + wide - 58, y + 1.5, 54, { ...BOLD, align: 'right' });
  });
}

const yuan = (amount: Fen): string => grouped(formatYuan(amount));
