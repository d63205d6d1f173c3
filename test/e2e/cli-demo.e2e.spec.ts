import { existsSync } from 'node:fs';
import { documentOf, type Ended, grid } from './cli-support';

type Month = Record<'period' | 'payDate' | 'progressPct' | 'timeProgressPct' | (typeof AMOUNTS)[number], string> & { people: number };

interface Demo {
  centre: string;
  fund: { name: string; appropriation: string };
  months: Month[];
  files: string[];
  verify: { checked: number; violations: unknown[] };
}

const AMOUNTS = [
  ...(['gross', 'employeeInsurance', 'employeeFund', 'tax', 'otherDeductions', 'net', 'employerInsurance', 'employerFund', 'fee'] as const),
  ...(['fundUsed', 'fundLeft'] as const),
] as const;

/** Yuan text to fen, exactly; fails on anything that is no amount with two decimals. */
function fen(text: string): bigint {
  if (!/^-?\d+\.\d\d$/.test(text)) throw new Error(`no amount: ${text}`);
  return BigInt(text.replace('.', ''));
}

let ended: Ended;
let demo: Demo;
let small: Demo[];
let short: Ended;

/** One after the other: they all live in `var/demo`, and the year of the published size is what stays there. */
beforeAll(async () => {
  const demoOf = (...args: string[]): Promise<Ended> => grid(['demo', '--json', ...args], {});
  small = [documentOf<Demo>(await demoOf('--staff', '20', '--seed', '7')), documentOf<Demo>(await demoOf('--staff', '20', '--seed', '7'))];
  short = await demoOf('--staff', '400');
  ended = await demoOf();
  demo = documentOf<Demo>(ended);
});

it('lives through twelve paid months of 2023 and verifies them', () => {
  expect(ended.code).toBe(0);
  expect(Object.keys(demo)).toEqual(['centre', 'fund', 'months', 'hired', 'trained', 'graded', 'appealed', 'files', 'verify']);
  expect(demo).toMatchObject({ hired: null, trained: null, graded: null, appealed: null, verify: { violations: [] } });
  expect(demo.verify.checked).toBeGreaterThan(10_000);
  expect(demo.fund).toEqual({ name: '基层社会治理专项', appropriation: '16338000.00' });
  expect(demo.months.map((m) => m.payDate)).toEqual(demo.months.map((m) => `${m.period}-28`));
  expect(demo.months.map((m) => m.period)).toEqual(Array.from({ length: 12 }, (_, i) => `2023-${String(i + 1).padStart(2, '0')}`));
  expect(demo.files.filter((file) => !existsSync(file))).toEqual([]);
  // Progress goes to standard error, a line a month.
  expect(ended.err.match(/^2023-\d\d paid/gm)).toHaveLength(12);
});

it('is, recalculated from the facts known at each cut-off, the same in every line', async () => {
  const again = await grid(['replay', '--json', '--period', '2023-06'], { DATABASE_URL: 'sqlite:var/demo/grid.db' });
  const june = demo.months[5];
  expect([again.code, documentOf(again)]).toEqual([
    0,
    {
      differences: 0,
      runs: [expect.objectContaining({ period: '2023-06', slips: june?.people, same: june?.people, refused: [], differences: [] })],
    },
  ]);
});

it('keeps every identity of the published document to the fen', () => {
  const appropriation = fen(demo.fund.appropriation);
  let before = 0n;
  for (const month of demo.months) {
    const m = Object.fromEntries(AMOUNTS.map((name) => [name, fen(month[name])])) as Record<(typeof AMOUNTS)[number], bigint>;
    expect(m.net).toBe(m.gross - m.employeeInsurance - m.employeeFund - m.tax - m.otherDeductions);
    expect(m.fundUsed - before).toBe(m.gross + m.employerInsurance + m.employerFund + m.fee);
    expect(m.fundUsed + m.fundLeft).toBe(appropriation);
    before = m.fundUsed;
  }
});

it('tells the story of the published fund: head count, pay, a little tax, nearly all of the money', () => {
  const [january] = demo.months as [Month];
  const last = demo.months.at(-1) as Month;
  expect(january.people).toBeGreaterThanOrEqual(285);
  expect(january.people).toBeLessThanOrEqual(290);
  for (const month of demo.months) {
    const mean = Number(month.gross) / month.people;
    expect(Math.abs(mean - 3300)).toBeLessThan(120);
    expect(Number(month.tax)).toBeGreaterThan(0);
    expect(Number(month.employeeFund)).toBeGreaterThan(0);
  }
  expect(Number(last.progressPct)).toBeGreaterThanOrEqual(95);
  expect(Number(last.progressPct)).toBeLessThanOrEqual(100);
  expect(last.timeProgressPct).toBe('100.00');
});

it('gives the same people and figures for the same seed', () => {
  expect(small[1]).toEqual(small[0]);
  expect(small[0]?.months[0]?.people).toBe(20);
});

it('ends with the missing amount, not with a bug, when the fund cannot carry the staff', () => {
  expect(short.code).toBe(1);
  expect(documentOf(short)).toMatchObject({ error: { code: 'FUND_SHORT', message: expect.stringMatching(/is short: \d+\.\d\d yuan needed, \d+\.\d\d available, \d+\.\d\d missing/) } });
});
