import { auditEntities, AuditModule, AuditLog, Idempotency } from '@gridstaff/audit';
import type { Actor, Permission } from '@gridstaff/contracts';
import { FundLedger, fundEntities, FundModule, FundReader, LoadBudget } from '@gridstaff/fund';
import { ImportRegistry } from '@gridstaff/exchange';
import { DomainError, type Id } from '@gridstaff/kernel';
import { Database, UnitOfWork } from '@gridstaff/persistence';
import { Clock, Ids, projectRoot, RuntimeModule } from '@gridstaff/runtime';
import { createTestDatabase, type TestDatabase } from '@gridstaff/testing';
import { checkLedger } from '@gridstaff/verifier';
import { Global, Module } from '@nestjs/common';
import { Test, type TestingModule } from '@nestjs/testing';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { ConfirmSettlement } from './application/confirm-settlement';
import { PaySettlement } from './application/pay-settlement';
import { PrepareSettlements } from './application/prepare-settlements';
import { RunTotalsReader } from './application/run-totals';
import { SettlementReader } from './application/settlement-reader';
import type { AgencyTotals, RunTotals, Settlement } from './domain/settlement';
import { settlementEntities } from './persistence';
import { SqlSettlementRepository } from './persistence/settlement.repository';

const document: unknown = JSON.parse(readFileSync(path.join(projectRoot(), 'config/demo/budget-2023.json'), 'utf8'));
const HASH = 'b'.repeat(64);
const NEXT: Readonly<Record<string, string>> = { settled: 'approved', paid: 'settled' };

/** Runs as the payroll room would tell of them: the port is what is tested against, the room itself has tests of its own. */
class Runs extends RunTotalsReader {
  readonly runs = new Map<Id, RunTotals>();
  readonly marks: string[] = [];

  async totalsByAgency(runId: Id): Promise<RunTotals> {
    const run = this.runs.get(runId);
    if (!run) throw new DomainError('NOT_FOUND', { what: 'run' });
    return Promise.resolve(run);
  }

  markSettled = (_: Actor, runId: Id): Promise<void> => this.mark(runId, 'settled');
  markPaid = (_: Actor, runId: Id): Promise<void> => this.mark(runId, 'paid');

  private async mark(runId: Id, status: string): Promise<void> {
    const run = await this.totalsByAgency(runId);
    if (run.status !== NEXT[status])
      throw new DomainError('WRONG_STEP', { what: 'run', status: run.status, step: status });
    this.runs.set(runId, { ...run, status });
    this.marks.push(`${runId} ${status}`);
  }
}

describe('settlement', () => {
  let test: TestDatabase;
  let app: TestingModule;
  let ledger: FundLedger;
  let funds: FundReader;
  let runs: Runs;
  let prepare: PrepareSettlements;
  let confirm: ConfirmSettlement;
  let pay: PaySettlement;
  let reader: SettlementReader;
  let centreId: Id;
  let actor: Actor;
  let fundId: Id;
  let keys = 0;

  beforeAll(async () => {
    test = await createTestDatabase(
      [...fundEntities, ...auditEntities, ...settlementEntities],
      '2023-01-28T09:00:00+08:00',
    );
    const store = [
      { provide: Database, useValue: test.db },
      { provide: UnitOfWork, useValue: test.uow },
    ];
    @Global()
    @Module({ providers: store, exports: [Database, UnitOfWork] })
    class StoreModule {}
    app = await Test.createTestingModule({
      imports: [RuntimeModule.from({ env: {}, clock: test.clock }), StoreModule, AuditModule, FundModule],
    }).compile();
    await app.init();
    ledger = app.get(FundLedger);
    funds = app.get(FundReader);
    const audit = app.get(AuditLog);
    runs = new Runs();
    const repository = new SqlSettlementRepository(test.db);
    const [clock, ids] = [app.get(Clock), app.get(Ids)];
    prepare = new PrepareSettlements(repository, runs, audit, test.uow, clock, ids);
    confirm = new ConfirmSettlement(repository, runs, ledger, audit, test.uow, clock);
    pay = new PaySettlement(repository, runs, ledger, audit, app.get(Idempotency), clock, ids, funds);
    reader = new SettlementReader(repository, funds);
  });

  afterAll(async () => {
    await app.close();
    await test.close();
  });

  beforeEach(async () => {
    centreId = test.ids.next();
    actor = actorOf('fund:manage', 'fund:read', 'verify:run', 'settlement:settle', 'settlement:pay', 'settlement:read');
    const loaded = await app.get(LoadBudget).run(actor, { centreId, document, key: newKey() });
    fundId = loaded.funds.find((fund) => fund.name === '基层社会治理专项')?.id as Id;
  });

  const newKey = (): string => `test-key-${(keys += 1)}`;
  const actorOf = (...permissions: Permission[]): Actor => ({
    userId: test.ids.next(),
    personId: test.ids.next(),
    grants: new Map([[centreId, new Set(permissions)]]),
  });
  const codeOf = (work: Promise<unknown>): Promise<string> =>
    work.then(
      () => 'passed',
      (error: unknown) => (error instanceof DomainError ? error.code : String(error)),
    );

  /** Two agencies with different shares; an amount of a million fen and more each. */
  const totalsOf = (factor: number): AgencyTotals => ({
    ...{
      agencyId: test.ids.next(),
      people: 3 * factor,
      gross: 1_000_000 * factor,
      employeeInsurance: 90_000 * factor,
      employeeFund: 50_000 * factor,
    },
    ...{ tax: 10 * factor, otherDeductions: 1000 * factor, net: 859_000 * factor, receivable: 10 * factor },
    ...{
      employerInsurance: 250_000 * factor,
      employerFund: 50_000 * factor,
      fee: 18_000 * factor,
      carried: 0,
      funds: [{ fundId, due: 1_318_000 * factor, reservationId: null }],
    },
  });

  /** An approved run with its reservations. */
  async function approvedRun(agencies: AgencyTotals[] = [totalsOf(1), totalsOf(2)]): Promise<Id> {
    const runId = test.ids.next();
    const parts = agencies.flatMap((t) => t.funds.map((part) => ({ ...part, agencyId: t.agencyId })));
    const due = parts.filter((part) => part.due > 0);
    const request = (part: (typeof due)[number]) => ({
      ...{ centreId, fundId: part.fundId, agencyId: part.agencyId, runId, runNo: 5, amount: part.due, hash: HASH },
    });
    const ids = await test.uow.run(() => ledger.reserveAll(actor, due.map(request)));
    const held = parts.map((part) => ({ ...part, reservationId: ids[due.indexOf(part)] ?? null }));
    const reserved = agencies.map((t) => ({ ...t, funds: held.filter((part) => part.agencyId === t.agencyId) }));
    runs.runs.set(runId, {
      runId,
      runNo: 5,
      centreId,
      period: '2023-01',
      hash: HASH,
      status: 'approved',
      agencies: reserved,
    });
    return runId;
  }

  async function confirmedRun(
    agencies?: AgencyTotals[],
  ): Promise<{ runId: Id; settlements: [Settlement, Settlement] }> {
    const runId = await approvedRun(agencies);
    const settlements = await prepare.run(actor, runId);
    for (const { id } of settlements) await confirm.run(actor, id);
    const byTotal = [...settlements].sort((a, b) => a.total - b.total);
    return { runId, settlements: byTotal as [Settlement, Settlement] };
  }

  const payment = (settlementId: Id, more: object = {}) => ({
    settlementId,
    documentNo: 'ZF-1',
    paidOn: '2023-01-28',
    key: newKey(),
    ...more,
  });
  const statusOf = (runId: Id): string | undefined => runs.runs.get(runId)?.status;

  it('lets the budget import in by the registry when the fund module starts', () => {
    expect(app.get(ImportRegistry, { strict: false }).kinds).toContain('budget');
  });

  it('goes from approved to paid: prepared, confirmed, posted to the fund, to the fen', async () => {
    const { runId, settlements } = await confirmedRun();
    expect(statusOf(runId)).toBe('settled');
    const [small, large] = settlements;
    expect([small.passThrough, small.fee, small.total, small.people]).toEqual([1_300_000, 18_000, 1_318_000, 3]);
    expect(await pay.run(actor, payment(small.id))).toMatchObject({ attempt: 1, amount: 1_318_000, status: 'paid' });
    expect(statusOf(runId)).toBe('settled');
    await pay.run(actor, payment(large.id));
    expect(statusOf(runId)).toBe('paid');
    expect(await ledger.balances(fundId)).toMatchObject({
      available: 1_633_800_000 - 3_954_000,
      reserved: 0,
      paid: 3_954_000,
    });
    const { lines, payments } = await reader.get(actor, small.id);
    const sum = (side: string): number =>
      lines.filter((line) => line.side === side).reduce((n, line) => n + line.amount, 0);
    expect([sum('cost'), sum('use')]).toEqual([small.total, 1_000_000]);
    expect(payments).toMatchObject([{ attempt: 1, amount: 1_318_000, documentNo: 'ZF-1', paidOn: '2023-01-28' }]);
    const byTotal = { field: 'total', descending: true, limit: 1 } as const;
    const larger = await reader.list(actor, { centreId, period: '2023-01' }, byTotal);
    const smaller = await reader.list(actor, { centreId }, { ...byTotal, after: larger.next ?? undefined });
    expect([larger, smaller].flatMap(({ rows }) => rows.map((s) => [s.id, s.status]))).toEqual([
      [large.id, 'paid'],
      [small.id, 'paid'],
    ]);
    expect(smaller.next).toBeNull();
    expect((await reader.list(actor, { centreId, period: '2023-02' }, byTotal)).rows).toEqual([]);
    const data = { ...(await funds.exportLedger(actor, centreId, 2023)), runs: [{ runId, total: 3_954_000 }] };
    expect(checkLedger(data)).toEqual([]);
  });

  it('prepares once, however often and however parallel it is asked', async () => {
    const runId = await approvedRun();
    const answers = await Promise.all(Array.from({ length: 5 }, () => prepare.run(actor, runId)));
    const ids = new Set(answers.flat().map((settlement) => settlement.id));
    expect(ids.size).toBe(2);
    for (const id of ids) expect((await reader.get(actor, id)).lines).toHaveLength(10);
    const audited = await test.db.one<{ n: number }>(
      "SELECT COUNT(*) AS n FROM audit_entry WHERE scope = ? AND action = 'settlement.prepared'",
      [centreId],
    );
    expect(Number(audited?.n)).toBe(2);
  });

  it('moves the run on when two people confirm the last two settlements at once', async () => {
    const runId = await approvedRun();
    const settlements = await prepare.run(actor, runId);
    const answers = await Promise.all([...settlements, ...settlements].map(({ id }) => codeOf(confirm.run(actor, id))));
    expect(answers.sort()).toEqual(['WRONG_STEP', 'WRONG_STEP', 'passed', 'passed']);
    expect(runs.marks.filter((mark) => mark.startsWith(runId))).toEqual([`${runId} settled`]);
  });

  it('refuses steps out of order and people without the right', async () => {
    const runId = await approvedRun();
    const run = runs.runs.get(runId) as RunTotals;
    runs.runs.set(runId, { ...run, status: 'checked' });
    expect(await codeOf(prepare.run(actor, runId))).toBe('WRONG_STEP');
    runs.runs.set(runId, { ...run, agencies: [] });
    expect(await codeOf(prepare.run(actor, runId))).toBe('SETTLEMENT_NOTHING');
    runs.runs.set(runId, run);
    expect(await codeOf(prepare.run(actorOf('settlement:read'), runId))).toBe('FORBIDDEN');
    const [first] = await prepare.run(actor, runId);
    const id = first?.id as Id;
    expect(await codeOf(pay.run(actor, payment(id)))).toBe('WRONG_STEP');
    expect(await codeOf(confirm.run(actorOf('settlement:pay'), id))).toBe('FORBIDDEN');
    runs.runs.set(runId, { ...run, status: 'cancelled' });
    expect(await codeOf(confirm.run(actor, id))).toBe('WRONG_STEP');
    expect(await codeOf(pay.run(actorOf('settlement:settle'), payment(id)))).toBe('FORBIDDEN');
    expect(await codeOf(confirm.run(actor, test.ids.next()))).toBe('NOT_FOUND');
  });

  it('confirms only what the run still says, line by line', async () => {
    const runId = await approvedRun();
    const run = runs.runs.get(runId) as RunTotals;
    const [first] = await prepare.run(actor, runId);
    const changed = (change: Partial<AgencyTotals>): RunTotals => ({
      ...run,
      agencies: run.agencies.map((t) => (t.agencyId === first?.agencyId ? { ...t, ...change } : t)),
    });
    const own = run.agencies.find((t) => t.agencyId === first?.agencyId) as AgencyTotals;
    const cases: [RunTotals, string][] = [
      [changed({ fee: own.fee + 1 }), 'SETTLEMENT_TOTALS'],
      [changed({ tax: own.tax + 1, net: own.net - 1 }), 'SETTLEMENT_TOTALS'],
      [changed({ people: own.people + 1 }), 'SETTLEMENT_TOTALS'],
      [
        changed({ funds: [{ ...(own.funds[0] as AgencyTotals['funds'][number]), reservationId: test.ids.next() }] }),
        'SETTLEMENT_RUN_CHANGED',
      ],
      [changed({ funds: [] }), 'SETTLEMENT_RUN_CHANGED'],
      [{ ...run, hash: 'c'.repeat(64) }, 'SETTLEMENT_RUN_CHANGED'],
    ];
    for (const [other, code] of cases) {
      runs.runs.set(runId, other);
      expect(await codeOf(confirm.run(actor, first?.id as Id))).toBe(code);
    }
    expect((await reader.get(actor, first?.id as Id)).status).toBe('prepared');
    const broken = await approvedRun([{ ...totalsOf(1), net: 1 }]);
    await expect(prepare.run(actor, broken)).rejects.toMatchObject({
      code: 'SETTLEMENT_TOTALS',
      params: { item: 'gross' },
    });
  });

  it('pays once for one key, sent five times at once', async () => {
    const { settlements } = await confirmedRun();
    const request = payment(settlements[0].id);
    const answers = await Promise.all(Array.from({ length: 5 }, () => pay.run(actor, request)));
    expect(new Set(answers.map((answer) => answer.paymentId)).size).toBe(1);
    expect((await ledger.balances(fundId)).paid).toBe(1_318_000);
    expect(await codeOf(pay.run(actor, { ...request, amount: 1 }))).toBe('IDEMPOTENCY_MISMATCH');
    expect(await codeOf(pay.run(actor, payment(settlements[0].id, { documentNo: 'ZF-2' })))).toBe('WRONG_STEP');
  });

  it('pays in parts, never above what is due, each document once, in the year of the fund', async () => {
    const { runId, settlements } = await confirmedRun();
    const { id } = settlements[0];
    await pay.run(actor, payment(id, { amount: 1_000_000 }));
    expect(await codeOf(pay.run(actor, payment(id, { amount: 1 })))).toBe('PAYMENT_DOCUMENT_TWICE');
    await expect(pay.run(actor, payment(id, { amount: 318_001, documentNo: 'ZF-2' }))).rejects.toMatchObject({
      code: 'PAYMENT_EXCEEDS_SETTLEMENT',
      params: { amount: '3180.01', rest: '3180.00' },
    });
    expect(await codeOf(pay.run(actor, payment(id, { documentNo: 'ZF-2', paidOn: '2024-01-03' })))).toBe(
      'PAYMENT_WRONG_YEAR',
    );
    expect(await codeOf(pay.run(actor, payment(id, { documentNo: 'ZF-2', paidOn: '2023-02-29' })))).toBe('NOT_A_DATE');
    expect(await codeOf(pay.run(actor, payment(id, { documentNo: 'ZF-2', amount: -1 })))).toBe('NEGATIVE_AMOUNT');
    expect(await codeOf(pay.run(actor, payment(id, { documentNo: ' ' })))).toBe('MISSING_FIELD');
    expect(await codeOf(pay.run(actor, payment(id, { documentNo: 'ZF-2', amount: 300_000, final: true })))).toBe(
      'MISSING_FIELD',
    );
    expect((await ledger.balances(fundId)).paid).toBe(1_000_000);
    const last = payment(id, { documentNo: 'ZF-2', amount: 300_000, final: true, reason: '派遣公司核减管理费' });
    expect(await pay.run(actor, last)).toMatchObject({ attempt: 2, status: 'paid' });
    expect(await ledger.balances(fundId)).toMatchObject({ reserved: 2_636_000, paid: 1_300_000 });
    expect((await ledger.reservationsOfRun(runId)).map((r) => r.status).sort()).toEqual(['open', 'released']);
    expect(checkLedger(await funds.exportLedger(actor, centreId, 2023))).toEqual([]);
  });

  it('marks the run paid once when its last two settlements are paid at once', async () => {
    const { runId, settlements } = await confirmedRun();
    await Promise.all(settlements.map(({ id }) => pay.run(actor, payment(id))));
    expect(runs.marks.filter((mark) => mark.startsWith(runId))).toEqual([`${runId} settled`, `${runId} paid`]);
  });

  it('ends a settlement of nothing when it is confirmed', async () => {
    const { runId, settlements } = await confirmedRun([totalsOf(0), totalsOf(1)]);
    expect((await reader.get(actor, settlements[0].id)).status).toBe('paid');
    await pay.run(actor, payment(settlements[1].id));
    expect(statusOf(runId)).toBe('paid');
    const { runId: empty } = await confirmedRun([totalsOf(0)]);
    expect(statusOf(empty)).toBe('paid');
  });
});
