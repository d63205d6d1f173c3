import { build, Scene } from './support/scene';

/** In Shanghai February has begun half an hour ago; west of it January goes on. */
const NOW = '2023-02-01T00:30:00+08:00';
const ZONES = ['UTC', 'Asia/Shanghai', 'America/Los_Angeles'] as const;

/** Everything with a date or an amount, in an order that does not depend on ids. */
const TABLES = [
  'SELECT no FROM worker ORDER BY no',
  'SELECT worker_no, valid_from, valid_to, recorded_at FROM engagement_fact ORDER BY worker_no',
  'SELECT worker_no, valid_from, valid_to FROM grade_fact ORDER BY worker_no',
  'SELECT worker_no, valid_from, valid_to FROM performance_fact ORDER BY worker_no',
  'SELECT valid_from, valid_to FROM agency_fee_fact ORDER BY valid_from',
  'SELECT period, pay_date, tax_month, fiscal_year, status, known_at, gross, tax, net, employer_insurance, employer_fund, fee FROM pay_run',
  'SELECT worker_no, gross, tax, net, tax_income, tax_exempt, tax_special FROM payslip ORDER BY worker_no',
  'SELECT worker_no, item_no, amount FROM payslip_line ORDER BY worker_no, item_no',
  'SELECT worker_no, data FROM payslip_derivation ORDER BY worker_no',
  'SELECT kind, no, available_after_fen, business_date, recorded_at FROM ledger_transaction ORDER BY available_after_fen, no, kind',
  'SELECT seq, at, action FROM audit_entry ORDER BY scope, seq',
];

async function month(zone: string): Promise<unknown[]> {
  const scene = await Scene.open({ staff: 12, env: { TZ: zone }, now: NOW, deskWorks: true });
  try {
    const { office, desk } = scene;
    const run = await scene.checked();
    await desk.decide.approve(office.leader, run.id, run.hash ?? '', 'fault-approve');
    for (const [i, { id }] of (await desk.prepare.run(office.finance, run.id)).entries()) {
      await desk.confirm.run(office.finance, id);
      await desk.pay.run(office.cashier, {
        settlementId: id,
        documentNo: `演练${i}`,
        paidOn: '2023-01-31',
        key: `fault-pay-${i}`,
      });
    }
    expect(await scene.violations()).toEqual([]);
    const tables: unknown[] = [];
    for (const sql of TABLES) tables.push(await scene.query(sql));
    return JSON.parse(JSON.stringify(tables)) as unknown[];
  } finally {
    await scene.close();
  }
}

beforeAll(build);

test('the time zone of the server changes no slip and no date, in the first half hour of a month', async () => {
  const [utc, ...others] = await inTurn(ZONES);
  expect(utc?.every((rows) => Array.isArray(rows) && rows.length > 0)).toBe(true);
  for (const other of others) expect(other).toEqual(utc);
  // What was paid on the last of January in any zone was entered on the first of February.
  expect(utc).toContainEqual(
    expect.arrayContaining([expect.objectContaining({ kind: 'reserve', business_date: '2023-02-01' })]),
  );
  expect(utc).toContainEqual(
    expect.arrayContaining([expect.objectContaining({ kind: 'post', business_date: '2023-01-31' })]),
  );
});

async function inTurn(zones: readonly string[]): Promise<unknown[][]> {
  const found: unknown[][] = [];
  for (const zone of zones) found.push(await month(zone));
  return found;
}
