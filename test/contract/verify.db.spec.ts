import { Actors } from '@gridstaff/identity';
import { Database, UnitOfWork } from '@gridstaff/persistence';
import { VerifyDatabase, type Verification } from '@gridstaff/reporting';
import { ManualClock } from '@gridstaff/runtime';
import { SmallOffice, startProduct } from '@gridstaff/testing';
import type { INestApplicationContext } from '@nestjs/common';

/** One paid month and one approved one; each case damages one thing as somebody with the database password could, and mends it again. */
describe('verify', () => {
  let app: INestApplicationContext;
  let office: SmallOffice;
  let close: () => Promise<void>;
  let runNo: number;

  beforeAll(async () => {
    const clock = new ManualClock('2023-01-26T09:00:00+08:00');
    ({ app, close } = await startProduct(clock));
    office = await SmallOffice.open(app, 'V1', 12);
    runNo = (await office.month('2023-01')).no;
    clock.set('2023-02-26T09:00:00+08:00');
    await office.evaluate('2023-02');
    await office.approve(await office.calculate(await office.create('2023-02')));
  });

  afterAll(() => close());

  const worker = (): number => office.numbers[3] as number;
  const verify = (): Promise<Verification> => app.get(VerifyDatabase).execute(app.get(Actors).system(), null);
  const execute = (sql: string): Promise<number> => app.get(UnitOfWork).run(() => app.get(Database).execute(sql));
  const codes = async (): Promise<string[]> => [...new Set((await verify()).violations.map((v) => `${v.invariant} ${v.code}`))];

  it('says whose standing differs and how, and never a name', async () => {
    await execute(`UPDATE worker_standing SET post_code = 'other', name_sort = 'x' WHERE worker_no = ${worker()}`);
    const { violations } = await verify();
    expect(violations).toEqual([
      {
        ...{ invariant: 'derived', code: 'STANDING_DIFFERS', touches: `centre ${office.centreId} worker ${worker()}` },
        found: 'valid_from 2022-05-01 post_code other name_sort, expected post_code W name_sort',
      },
    ]);
    const sort = `(SELECT w.name_sort FROM worker w WHERE w.no = ${worker()})`;
    await execute(`UPDATE worker_standing SET post_code = 'W', name_sort = ${sort} WHERE worker_no = ${worker()}`);
  });

  it('finds nothing on sound data', async () => {
    const sound = await verify();
    expect(sound.violations).toEqual([]);
    expect(sound.checked).toBeGreaterThan(100);
  });

  it.each<[string, () => string, () => string, string[]]>([
    ['a line', () => `UPDATE payslip_line SET amount = amount + 1 WHERE run_no = ${runNo} AND worker_no = ${worker()} AND item_no = 1`, () => `UPDATE payslip_line SET amount = amount - 1 WHERE run_no = ${runNo} AND worker_no = ${worker()} AND item_no = 1`, ['I7 SLIP_HASH', 'proof LINE_DIFFERS']],
    ['a net', () => `UPDATE payslip SET net = net + 100 WHERE run_no = ${runNo} AND worker_no = ${worker()}`, () => `UPDATE payslip SET net = net - 100 WHERE run_no = ${runNo} AND worker_no = ${worker()}`, ['I1 SLIP_NET', 'I1 RUN_TOTAL_NET', 'I1 AGENCY_TOTAL_NET', 'I7 SLIP_HASH', 'I9 CHANGE_UNEXPLAINED', 'proof TOTAL_DIFFERS']],
    ['an input', () => `UPDATE pay_run_input SET input = REPLACE(input, '10000', '90000') WHERE run_no = ${runNo} AND worker_no = ${worker()}`, () => `UPDATE pay_run_input SET input = REPLACE(input, '90000', '10000') WHERE run_no = ${runNo} AND worker_no = ${worker()}`, ['I7 SLIP_NOT_REPRODUCED']],
    ['the year to date', () => `UPDATE payslip SET tax_income = tax_income + 1 WHERE run_no = ${runNo} AND worker_no = ${worker()}`, () => `UPDATE payslip SET tax_income = tax_income - 1 WHERE run_no = ${runNo} AND worker_no = ${worker()}`, ['I7 SLIP_HASH']],
    ['the hash that was approved', () => `UPDATE pay_run SET hash = 'f' WHERE no = ${runNo}`, () => `UPDATE pay_run SET hash = (SELECT s.run_hash FROM settlement s WHERE s.run_no = ${runNo}) WHERE no = ${runNo}`, ['I7 RUN_HASH', 'I2 RUN_NOT_RESERVED', 'I3 PAYMENT_WITHOUT_APPROVAL']],
    ['a claim', () => `UPDATE pay_item_claim SET period = '2022-01' WHERE run_no = ${runNo} AND worker_no = ${worker()}`, () => `UPDATE pay_item_claim SET period = '2023-01' WHERE run_no = ${runNo} AND worker_no = ${worker()}`, ['I3 SLIP_WITHOUT_CLAIM', 'I3 CLAIM_WITHOUT_SLIP']],
    ['what a slip claims', () => `UPDATE payslip_claim SET source = 'regular:other' WHERE run_no = ${runNo} AND worker_no = ${worker()}`, () => `UPDATE payslip_claim SET source = (SELECT CONCAT('regular:', s.agency_id) FROM payslip s WHERE s.run_no = ${runNo} AND s.worker_no = ${worker()}) WHERE run_no = ${runNo} AND worker_no = ${worker()}`, ['I3 SLIP_WITHOUT_CLAIM', 'I3 CLAIM_WITHOUT_SLIP', 'I3 MONTH_PAID_AT_OTHER_AGENCY']],
    ['a ledger leg', () => "UPDATE ledger_leg SET amount_fen = amount_fen + 1 WHERE account = 'paid'", () => "UPDATE ledger_leg SET amount_fen = amount_fen - 1 WHERE account = 'paid'", ['I2 LEGS_UNBALANCED', 'I2 BALANCE_PAID', 'I2 PAYMENT_NOT_POSTED']],
    ['a payment', () => 'UPDATE payment SET amount_fen = amount_fen - 1', () => 'UPDATE payment SET amount_fen = amount_fen + 1', ['I2 SETTLEMENT_PAID', 'I2 PAYMENT_NOT_POSTED']],
    ['where somebody stands', () => `UPDATE worker_standing SET post_code = 'other' WHERE worker_no = ${worker()}`, () => `UPDATE worker_standing SET post_code = 'W' WHERE worker_no = ${worker()}`, ['derived STANDING_DIFFERS']],
    ['a standing of nobody', () => `INSERT INTO worker_standing SELECT centre_id, 999999, valid_from, valid_to, status, agency_code, joined_on, stay_to, unit_code, grade_code, post_code, birth_year, name_sort FROM worker_standing WHERE worker_no = ${worker()}`, () => 'DELETE FROM worker_standing WHERE worker_no = 999999', ['derived STANDING_DIFFERS']],
    ['what finds somebody', () => `INSERT INTO worker_term (centre_id, term, worker_no) SELECT centre_id, 'zzzz', no FROM worker WHERE no = ${worker()}`, () => "DELETE FROM worker_term WHERE term = 'zzzz'", ['derived TERM_DIFFERS']],
    ['a status', () => `UPDATE pay_run SET status = 'closed' WHERE no = ${runNo}`, () => `UPDATE pay_run SET status = 'paid' WHERE no = ${runNo}`, ['I5 STATUS_NOT_IN_HISTORY']],
    ['a step of the history', () => `UPDATE pay_run_event SET to_status = 'paid' WHERE run_no = ${runNo} AND step = 'check'`, () => `UPDATE pay_run_event SET to_status = 'checked' WHERE run_no = ${runNo} AND step = 'check'`, ['I5 HISTORY_BROKEN']],
    ['an old audit entry', () => "UPDATE audit_entry SET reason = 'x' WHERE seq = 2 AND scope <> 'system'", () => "UPDATE audit_entry SET reason = NULL WHERE seq = 2 AND scope <> 'system'", ['I6 AUDIT_CHAIN']],
    ['a forgotten job', () => 'UPDATE outbox SET done_at = NULL', () => 'UPDATE outbox SET done_at = 1', ['I8 JOB_FORGOTTEN']],
  ])('finds %s that was changed', async (_what, damage, mend, expected) => {
    expect(await execute(damage())).toBeGreaterThan(0);
    expect((await codes()).sort()).toEqual(expect.arrayContaining([...expected].sort()));
    await execute(mend());
    expect(await codes()).toEqual([]);
  });

  it('finds somebody who was lost and somebody too many', async () => {
    const rows = `run_no = ${runNo} AND worker_no = ${worker()}`;
    await execute(`UPDATE payslip SET worker_no = 999999 WHERE ${rows}`);
    expect(await codes()).toEqual(expect.arrayContaining(['I4 PERSON_LOST', 'I4 PERSON_EXTRA', 'I3 SLIP_WITHOUT_CLAIM', 'I3 CLAIM_WITHOUT_SLIP']));
    await execute(`UPDATE payslip SET worker_no = ${worker()} WHERE run_no = ${runNo} AND worker_no = 999999`);
    expect(await codes()).toEqual([]);
  });
});
