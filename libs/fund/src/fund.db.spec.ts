import { auditEntities, AuditLog, Idempotency } from '@gridstaff/audit';
import { type Actor, type Permission } from '@gridstaff/contracts';
import { type ParsedRow } from '@gridstaff/exchange';
import { DomainError, type Id } from '@gridstaff/kernel';
import { projectRoot } from '@gridstaff/runtime';
import { createTestDatabase, type TestDatabase } from '@gridstaff/testing';
import { checkLedger } from '@gridstaff/verifier';
import fc from 'fast-check';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { ChangeAppropriation, FundLedger, FundReader, fundEntities, LoadBudget } from '.';
import { BudgetImport } from './application/budget-import';
import { BudgetWriter } from './application/budget-writer';
import { LedgerWriter } from './application/ledger-writer';
import { SqlFundRepository } from './persistence/fund.repository';
import { SqlLedgerRepository } from './persistence/ledger.repository';

const document: unknown = JSON.parse(readFileSync(path.join(projectRoot(), 'config/demo/budget-2023.json'), 'utf8'));
const PAY = '基层社会治理专项';
const HASH = 'a'.repeat(64);
/** In the model: ended by void or release, not by payment. */
const GIVEN_BACK = -1;

describe('fund', () => {
  let test: TestDatabase;
  let ledger: FundLedger;
  let reader: FundReader;
  let load: LoadBudget;
  let change: ChangeAppropriation;
  let budgetImport: BudgetImport;
  let keys = 0;

  beforeAll(async () => {
    test = await createTestDatabase([...fundEntities, ...auditEntities], '2023-03-31T09:00:00+08:00');
    const funds = new SqlFundRepository(test.db);
    const entries = new SqlLedgerRepository(test.db);
    const audit = new AuditLog(test.db, test.clock);
    const once = new Idempotency(test.db, test.uow, test.clock);
    const writer = new LedgerWriter(entries, test.clock, test.ids);
    const budgets = new BudgetWriter(funds, entries, writer, test.clock, test.ids);
    ledger = new FundLedger(entries, writer, audit, test.clock, test.ids);
    reader = new FundReader(funds, entries, test.uow, test.clock);
    load = new LoadBudget(funds, budgets, audit, once, test.clock, test.ids);
    change = new ChangeAppropriation(funds, writer, audit, once, test.clock, test.ids);
    budgetImport = new BudgetImport(funds, budgets, audit, test.clock, test.ids);
  });

  afterAll(() => test.close());

  const newKey = (): string => `test-key-${(keys += 1)}`;
  const actorOf = (centreId: Id, ...permissions: Permission[]): Actor => ({
    userId: test.ids.next(),
    personId: test.ids.next(),
    grants: new Map([[centreId, new Set(permissions)]]),
  });

  /** A centre of its own with the published budget. */
  async function centre(): Promise<{ centreId: Id; actor: Actor; fund: (name: string) => Id }> {
    const centreId = test.ids.next();
    const actor = actorOf(centreId, 'fund:manage', 'fund:read', 'verify:run');
    const loaded = await load.run(actor, { centreId, document, key: newKey() });
    return { centreId, actor, fund: (name) => loaded.funds.find((f) => f.name === name)?.id as Id };
  }

  const request = (centreId: Id, fundId: Id, amount: number, runId = test.ids.next()) =>
    ({ centreId, fundId, agencyId: test.ids.next(), runId, runNo: 7, amount, hash: HASH }) as const;

  const count = async (table: string, centreId: Id): Promise<number> =>
    Number((await test.db.one<{ n: number }>(`SELECT COUNT(*) AS n FROM ${table} WHERE centre_id = ?`, [centreId]))?.n);

  const codeOf = (work: Promise<unknown>): Promise<string> =>
    work.then(
      () => 'passed',
      (error: unknown) => (error instanceof DomainError ? error.code : String(error)),
    );

  describe('budget', () => {
    it('is loaded whole once, replayed by its key, and shows in the order of the document', async () => {
      const centreId = test.ids.next();
      const actor = actorOf(centreId, 'fund:manage', 'fund:read', 'verify:run');
      const key = newKey();
      const first = await load.run(actor, { centreId, document, key });
      expect(await load.run(actor, { centreId, document, key })).toEqual(first);
      expect(await codeOf(load.run(actor, { centreId, document, key: newKey() }))).toBe('BUDGET_EXISTS');
      const list = await reader.list(actor, centreId, 2023);
      expect(await reader.list(actor, centreId)).toEqual(list);
      expect(list.map((f) => f.no)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
      expect(list.reduce((sum, f) => sum + f.balances.granted, 0)).toBe(1_865_390_000);
      expect(list.find((f) => f.name === PAY)).toMatchObject({
        kind: 'project',
        purpose: '发放网格化劳务派遣人员的薪酬待遇',
        balances: { granted: 1_633_800_000, available: 1_633_800_000, reserved: 0, paid: 0 },
        progressPct: '0.00',
        timeProgressPct: '25.00',
      });
      const budget = await reader.budget(actor, centreId, 2023);
      expect(budget).toMatchObject({
        total: 1_865_390_000,
        previousTotal: 1_760_100_000,
        posts: 8,
        filled: 7,
        source: '2023年部门预算公开',
      });
      expect(budget?.info).toHaveLength(14);
      expect(checkLedger(await reader.exportLedger(actor, centreId, 2023))).toEqual([]);
    });

    it('refuses a broken document, and people without the right, and writes nothing', async () => {
      const centreId = test.ids.next();
      const broken = { ...(document as Record<string, unknown>), total: '1.00' };
      expect(
        await codeOf(load.run(actorOf(centreId, 'fund:manage'), { centreId, document: broken, key: newKey() })),
      ).toBe('BUDGET_INVALID');
      expect(await codeOf(load.run(actorOf(centreId, 'fund:read'), { centreId, document, key: newKey() }))).toBe(
        'FORBIDDEN',
      );
      expect(
        await codeOf(load.run(actorOf(test.ids.next(), 'fund:manage'), { centreId, document, key: newKey() })),
      ).toBe('NOT_FOUND');
      expect(await count('fund', centreId)).toBe(0);
    });

    it('imports lines from a sheet: new, changed, the same; never over an amount on record', async () => {
      const { centreId, actor } = await centre();
      const row = (n: number, values: ParsedRow['values']): ParsedRow => ({
        sheet: '预算',
        row: n,
        values: { year: 2023, ...values },
      });
      const rows = [
        row(2, {
          kind: '项目支出',
          name: PAY,
          amount: '1633.80',
          purpose: '发放网格化劳务派遣人员的薪酬待遇',
          functionCode: '2080208',
        }),
        row(3, { kind: '基本支出', name: '工资福利支出', amount: '92.66' }),
        row(4, { kind: '项目支出', name: '新增项目', amount: '0.123456' }),
      ];
      const plan = await budgetImport.plan({ actor, centreId }, rows);
      expect(plan).toMatchObject({ created: 1, changed: 1, same: 1, errors: [] });
      await test.uow.run(() => plan.apply());
      const list = await reader.list(actor, centreId, 2023);
      expect(list.find((f) => f.name === PAY)).toMatchObject({
        functionCode: '2080208',
        version: 2,
        balances: { granted: 1_633_800_000 },
      });
      expect(list.at(-1)).toMatchObject({
        no: 11,
        name: '新增项目',
        balances: { granted: 123_456, available: 123_456 },
      });
      const wrong = await budgetImport.plan({ actor, centreId }, [
        row(2, { kind: '项目支出', name: PAY, amount: '1700' }),
        row(3, { kind: '零预算', name: '接待费', amount: '1' }),
        row(4, { kind: '项目支出', name: '甲', amount: '-1' }),
        row(5, { kind: '项目支出', name: '乙', amount: '1.1234567' }),
        row(6, { kind: '零预算', name: '工资福利支出', amount: '0' }),
        row(7, { kind: '项目支出', name: '丙', amount: '1' }),
        row(8, { kind: '项目支出', name: '丙', amount: '1' }),
      ]);
      expect(wrong.errors.map((e) => [e.row, e.column, e.code])).toEqual([
        [2, '金额(万元)', 'BUDGET_LINE_FIXED'],
        [3, '金额(万元)', 'BUDGET_ZERO_AMOUNT'],
        [4, '金额(万元)', 'NEGATIVE_AMOUNT'],
        [5, '金额(万元)', 'TOO_MANY_DECIMALS'],
        [6, '类别', 'BUDGET_LINE_KIND'],
        [8, '科目/项目名称', 'BUDGET_LINE_TWICE'],
      ]);
      const other = test.ids.next();
      const fresh = await budgetImport.plan({ actor: actorOf(other, 'fund:manage'), centreId: other }, rows);
      await test.uow.run(() => fresh.apply());
      expect(await count('fund', other)).toBe(3);
      expect(await count('budget', other)).toBe(1);
    });
  });

  describe('appropriations', () => {
    const dated = { documentNo: '石财预〔2023〕12号', effectiveOn: '2023-03-15' };

    it('change what may be spent, never below zero, once per key', async () => {
      const { centreId, actor, fund } = await centre();
      const fundId = fund('网格信息化建设专项');
      const key = newKey();
      const add = { ...dated, fundId, kind: 'supplement', amount: 5_000_000, key } as const;
      const ids = await Promise.all(Array.from({ length: 5 }, () => change.appropriate(actor, add)));
      expect(new Set(ids).size).toBe(1);
      expect(await codeOf(change.appropriate(actor, { ...add, amount: 6_000_000 }))).toBe('IDEMPOTENCY_MISMATCH');
      await test.uow.run(() => ledger.reserve(actor, request(centreId, fundId, 80_000_000)));
      expect(await ledger.balances(fundId)).toEqual({
        granted: 85_000_000,
        available: 5_000_000,
        reserved: 80_000_000,
        paid: 0,
      });
      const cut = { ...dated, fundId, kind: 'reduction', key: newKey() } as const;
      await expect(change.appropriate(actor, { ...cut, amount: -5_000_001 })).rejects.toMatchObject({
        code: 'FUND_BELOW_ZERO',
        params: { available: '50000.00', amount: '50000.01' },
      });
      await change.appropriate(actor, { ...cut, amount: -5_000_000 });
      expect((await ledger.balances(fundId)).available).toBe(0);
      expect((await reader.appropriations(actor, fundId)).map((a) => [a.kind, a.amount])).toEqual([
        ['initial', 80_000_000],
        ['supplement', 5_000_000],
        ['reduction', -5_000_000],
      ]);
    });

    it('move between funds of a year, and refuse wrong signs, dates and partners', async () => {
      const { actor, fund } = await centre();
      const [from, to] = [fund('网格信息化建设专项'), fund(PAY)];
      const move = { ...dated, fromFundId: from, toFundId: to, amount: 80_000_000, key: newKey() };
      await change.adjust(actor, move);
      expect([(await ledger.balances(from)).granted, (await ledger.balances(to)).granted]).toEqual([0, 1_713_800_000]);
      expect(await codeOf(change.adjust(actor, { ...move, amount: 1, key: newKey() }))).toBe('FUND_BELOW_ZERO');
      expect((await ledger.balances(to)).granted).toBe(1_713_800_000);
      expect(await codeOf(change.adjust(actor, { ...move, toFundId: from }))).toBe('FUND_ADJUST_SAME');
      expect(
        await codeOf(change.adjust(actor, { ...move, fromFundId: to, toFundId: fund('会议费'), key: newKey() })),
      ).toBe('FUND_ZERO_LINE');
      const other = await centre();
      expect(await codeOf(change.adjust(actor, { ...move, toFundId: other.fund(PAY) }))).toBe('NOT_FOUND');
      const add = { ...dated, fundId: to, key: newKey() };
      expect(await codeOf(change.appropriate(actor, { ...add, kind: 'supplement', amount: -1 }))).toBe(
        'APPROPRIATION_SIGN',
      );
      expect(await codeOf(change.appropriate(actor, { ...add, kind: 'reduction', amount: 1 }))).toBe(
        'APPROPRIATION_SIGN',
      );
      for (const effectiveOn of ['2022-12-31', '2023-04-01', '2024-01-01']) {
        expect(await codeOf(change.appropriate(actor, { ...add, effectiveOn, kind: 'supplement', amount: 1 }))).toBe(
          'APPROPRIATION_DATE',
        );
      }
      expect(
        await codeOf(change.appropriate(actor, { ...add, effectiveOn: '2023-02-30', kind: 'supplement', amount: 1 })),
      ).toBe('NOT_A_DATE');
      expect(await codeOf(change.appropriate(actor, { ...add, documentNo: ' ', kind: 'supplement', amount: 1 }))).toBe(
        'MISSING_FIELD',
      );
    });
  });

  describe('reservations', () => {
    it('refuse what the fund cannot bear, say by how much, and write nothing of the whole request', async () => {
      const { centreId, actor, fund } = await centre();
      const [small, pay] = [fund('网格通手机套餐资费服务专项'), fund(PAY)];
      const before = [await count('ledger_transaction', centreId), await count('reservation', centreId)];
      const runId = test.ids.next();
      const wanted = [
        request(centreId, pay, 100, runId),
        request(centreId, small, 12_000_000, runId),
        request(centreId, small, 10_000_001, runId),
      ];
      await expect(test.uow.run(() => ledger.reserveAll(actor, wanted))).rejects.toMatchObject({
        code: 'FUND_SHORT',
        params: { fund: '网格通手机套餐资费服务专项', needed: '220000.01', available: '220000.00', short: '0.01' },
      });
      expect([await count('ledger_transaction', centreId), await count('reservation', centreId)]).toEqual(before);
      expect((await ledger.balances(pay)).reserved).toBe(0);
    });

    it('refuse any spend on a zero line, in the code and in the store', async () => {
      const { centreId, actor, fund } = await centre();
      const fundId = fund('三公经费');
      await expect(test.uow.run(() => ledger.reserve(actor, request(centreId, fundId, 1)))).rejects.toMatchObject({
        code: 'FUND_ZERO_LINE',
        params: { fund: '三公经费', year: 2023 },
      });
      const sql = 'UPDATE fund_balance SET granted_fen = 1, available_fen = 1 WHERE fund_id = ?';
      await expect(test.uow.run(() => test.db.execute(sql, [fundId]))).rejects.toMatchObject({
        code: 'CHECK_VIOLATED',
        params: { check: 'ck_fund_balance_zero_line' },
      });
    });

    it.each([
      ['ck_fund_balance_available', 'available_fen = available_fen - 22000001, reserved_fen = reserved_fen + 22000001'],
      ['ck_fund_balance_reserved', 'available_fen = available_fen + 1, reserved_fen = reserved_fen - 1'],
      ['ck_fund_balance_paid', 'available_fen = available_fen + 1, paid_fen = paid_fen - 1'],
      ['ck_fund_balance_ties', 'available_fen = available_fen - 1'],
    ])('cannot be overspent by SQL: %s', async (check, set) => {
      const { fund } = await centre();
      const sql = `UPDATE fund_balance SET ${set} WHERE fund_id = ?`;
      await expect(
        test.uow.run(() => test.db.execute(sql, [fund('网格通手机套餐资费服务专项')])),
      ).rejects.toMatchObject({ code: 'CHECK_VIOLATED', params: { check } });
    });

    it('pay in parts, release the rest, end once', async () => {
      const { centreId, actor, fund } = await centre();
      const fundId = fund(PAY);
      const settlementId = test.ids.next();
      const asked = request(centreId, fundId, 1000);
      const id = await test.uow.run(() => ledger.reserve(actor, asked));
      const pay = (amount: number, attempt: number, paidOn = '2023-03-28') =>
        test.uow.run(() =>
          ledger.post(actor, { reservationId: id, settlementId, attempt, amount, documentNo: `P${attempt}`, paidOn }),
        );
      expect(await codeOf(test.uow.run(() => ledger.reserve(actor, asked)))).toBe('RESERVATION_EXISTS');
      await pay(600, 1);
      expect(await codeOf(pay(100, 1))).toBe('DUPLICATE_KEY');
      await expect(pay(401, 2)).rejects.toMatchObject({
        code: 'RESERVATION_EXCEEDED',
        params: { amount: '4.01', remaining: '4.00' },
      });
      expect(await codeOf(pay(100, 2, '2024-01-02'))).toBe('PAYMENT_WRONG_YEAR');
      expect(await codeOf(pay(-5, 2))).toBe('NEGATIVE_AMOUNT');
      expect(await codeOf(test.uow.run(() => ledger.voidReservation(actor, id, '作废')))).toBe('RESERVATION_USED');
      expect(await test.uow.run(() => ledger.releaseRest(actor, id))).toBe(400);
      expect(await codeOf(pay(1, 3))).toBe('RESERVATION_CLOSED');
      expect(await codeOf(test.uow.run(() => ledger.releaseRest(actor, id)))).toBe('RESERVATION_CLOSED');
      expect(await ledger.balances(fundId)).toEqual({
        granted: 1_633_800_000,
        available: 1_633_799_400,
        reserved: 0,
        paid: 600,
      });
      const latest = { field: 'no', descending: true, limit: 3 } as const;
      const newest = await reader.movements(actor, fundId, latest);
      const kinds = newest.rows.map((entry) => [entry.no, entry.kind, entry.availableAfter]);
      expect(kinds).toEqual([
        [4, 'release', 1_633_799_400],
        [3, 'post', 1_633_799_000],
        [2, 'reserve', 1_633_799_000],
      ]);
      const older = await reader.movements(actor, fundId, { ...latest, after: newest.next ?? undefined });
      expect([older.rows.map((entry) => entry.kind), older.next]).toEqual([['appropriate'], null]);
      const byRest = await reader.movements(actor, fundId, { ...latest, field: 'availableAfter', limit: 10 });
      expect(byRest.rows.map((entry) => entry.no)).toEqual([1, 4, 3, 2]);
      const voided = await test.uow.run(() => ledger.reserve(actor, request(centreId, fundId, 5, asked.runId)));
      await test.uow.run(() => ledger.voidReservation(actor, voided, '批次作废'));
      expect((await ledger.reservationsOfRun(asked.runId)).map((r) => [r.status, r.remaining])).toEqual([
        ['released', 0],
        ['voided', 0],
      ]);
      expect(
        checkLedger({
          ...(await reader.exportLedger(actor, centreId, 2023)),
          runs: [{ runId: asked.runId, total: 1000 }],
        }),
      ).toEqual([]);
    });

    it('let a run reserve again after it was voided, as often as it is', async () => {
      const { centreId, actor, fund } = await centre();
      const asked = request(centreId, fund(PAY), 700);
      for (let round = 0; round < 3; round++) {
        const id = await test.uow.run(() => ledger.reserve(actor, asked));
        await test.uow.run(() => ledger.voidReservation(actor, id, '退回'));
      }
      await test.uow.run(() => ledger.reserve(actor, asked));
      expect((await ledger.balances(asked.fundId)).reserved).toBe(700);
    });

    it('count what was spent before the product came, once', async () => {
      const { centreId, actor, fund } = await centre();
      const opening = {
        centreId,
        fundId: fund(PAY),
        amount: 300_000_000,
        documentNo: '期初',
        spentUntil: '2023-02-28',
      };
      await test.uow.run(() => ledger.recordOpeningSpent(actor, opening));
      expect(await codeOf(test.uow.run(() => ledger.recordOpeningSpent(actor, opening)))).toBe('DUPLICATE');
      expect(
        await codeOf(test.uow.run(() => ledger.recordOpeningSpent(actor, { ...opening, fundId: fund('会议费') }))),
      ).toBe('FUND_ZERO_LINE');
      expect(await ledger.balances(opening.fundId)).toMatchObject({ available: 1_333_800_000, paid: 300_000_000 });
      expect((await reader.list(actor, centreId, 2023)).find((f) => f.name === PAY)?.progressPct).toBe('18.36');
    });
  });

  it('lets exactly as many of 200 concurrent approvals through as the fund fits', async () => {
    const { centreId, actor, fund } = await centre();
    const fundId = fund('“放管服”改革保障经费专项');
    const answers = await Promise.all(
      Array.from({ length: 200 }, () =>
        codeOf(test.uow.run(() => ledger.reserve(actor, request(centreId, fundId, 270_000)))),
      ),
    );
    const passed = answers.filter((code) => code === 'passed').length;
    expect([passed, answers.filter((code) => code === 'FUND_SHORT').length]).toEqual([37, 163]);
    expect(await ledger.balances(fundId)).toEqual({
      granted: 10_000_000,
      available: 10_000,
      reserved: 37 * 270_000,
      paid: 0,
    });
    expect(checkLedger(await reader.exportLedger(actor, centreId, 2023))).toEqual([]);
  });

  it('neither deadlocks nor overspends when runs ask for the same funds in opposite orders', async () => {
    const { centreId, actor, fund } = await centre();
    const [a, b] = [fund('“放管服”改革保障经费专项'), fund('网格通手机套餐资费服务专项')];
    const answers = await Promise.all(
      Array.from({ length: 40 }, (_, i) => {
        const runId = test.ids.next();
        const both = [request(centreId, a, 1_000_000, runId), request(centreId, b, 1_000_000, runId)];
        return codeOf(test.uow.run(() => ledger.reserveAll(actor, i % 2 === 0 ? both : both.reverse())));
      }),
    );
    expect(answers.filter((code) => code === 'passed')).toHaveLength(10);
    expect(answers.filter((code) => code === 'FUND_SHORT')).toHaveLength(30);
    expect((await ledger.balances(b)).reserved).toBe(10_000_000);
  });

  it('posts a payment once when it is sent twice at once', async () => {
    const { centreId, actor, fund } = await centre();
    const id = await test.uow.run(() => ledger.reserve(actor, request(centreId, fund(PAY), 1000)));
    const settlementId = test.ids.next();
    const post = { reservationId: id, settlementId, attempt: 1, amount: 400, documentNo: 'P1', paidOn: '2023-03-28' };
    const answers = await Promise.all(
      Array.from({ length: 4 }, () => codeOf(test.uow.run(() => ledger.post(actor, post)))),
    );
    expect(answers.sort()).toEqual(['DUPLICATE_KEY', 'DUPLICATE_KEY', 'DUPLICATE_KEY', 'passed']);
    expect((await ledger.balances(fund(PAY))).paid).toBe(400);
  });

  it('agrees with a simple model over random operations', async () => {
    const step = fc.oneof(
      {
        weight: 4,
        arbitrary: fc.record({
          op: fc.constant('reserve' as const),
          at: fc.nat(9),
          amount: fc.integer({ min: 1, max: 9_000_000 }),
        }),
      },
      {
        weight: 3,
        arbitrary: fc.record({
          op: fc.constant('post' as const),
          at: fc.nat(9),
          amount: fc.integer({ min: 1, max: 9_000_000 }),
        }),
      },
      fc.record({ op: fc.constant('void' as const), at: fc.nat(9), amount: fc.constant(0) }),
      fc.record({ op: fc.constant('release' as const), at: fc.nat(9), amount: fc.constant(0) }),
      fc.record({
        op: fc.constant('appropriate' as const),
        at: fc.nat(1),
        amount: fc.integer({ min: -9_000_000, max: 9_000_000 }),
      }),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 10, maxLength: 30 }), async (steps) => {
        const { centreId, actor, fund } = await centre();
        const names = ['“放管服”改革保障经费专项', '网格化平台系统基础数据融合项目专项'];
        const model = names.map(() => ({ granted: 10_000_000, available: 10_000_000, reserved: 0, paid: 0 }));
        const held: { id: Id; fund: number; amount: number; rest: number; open: boolean }[] = [];
        for (const [index, { op, at, amount }] of steps.entries()) {
          const one = held.length > 0 ? held[at % held.length] : undefined;
          const m = model[
            one && op !== 'reserve' && op !== 'appropriate' ? one.fund : at % 2
          ] as (typeof model)[number];
          if (op === 'reserve') {
            let id: Id = '';
            const fundId = fund(names[at % 2] as string);
            const code = await codeOf(
              test.uow.run(async () => (id = await ledger.reserve(actor, request(centreId, fundId, amount)))),
            );
            expect(code).toBe(amount <= m.available ? 'passed' : 'FUND_SHORT');
            if (code !== 'passed') continue;
            held.push({ id, fund: at % 2, amount, rest: amount, open: true });
            m.available -= amount;
            m.reserved += amount;
          } else if (op === 'appropriate') {
            const fundId = fund(names[at % 2] as string);
            const kind = amount < 0 ? 'reduction' : 'supplement';
            const input = {
              fundId,
              kind,
              amount,
              documentNo: `D${index}`,
              effectiveOn: '2023-03-01',
              key: newKey(),
            } as const;
            const code = await codeOf(change.appropriate(actor, input));
            expect(code).toBe(
              amount === 0 ? 'APPROPRIATION_SIGN' : m.available + amount < 0 ? 'FUND_BELOW_ZERO' : 'passed',
            );
            if (code !== 'passed') continue;
            m.granted += amount;
            m.available += amount;
          } else if (one && op === 'post') {
            const post = {
              reservationId: one.id,
              settlementId: test.ids.next(),
              attempt: 1,
              amount,
              documentNo: `P${index}`,
              paidOn: '2023-03-28',
            };
            const code = await codeOf(test.uow.run(() => ledger.post(actor, post)));
            expect(code).toBe(!one.open ? 'RESERVATION_CLOSED' : amount > one.rest ? 'RESERVATION_EXCEEDED' : 'passed');
            if (code !== 'passed') continue;
            one.rest -= amount;
            one.open = one.rest > 0;
            m.reserved -= amount;
            m.paid += amount;
          } else if (one) {
            const posted = !one.open && one.rest === 0;
            const code = await codeOf(
              test.uow.run<unknown>(() =>
                op === 'void' ? ledger.voidReservation(actor, one.id, 'r') : ledger.releaseRest(actor, one.id),
              ),
            );
            const refused =
              op === 'void'
                ? !one.open
                  ? 'RESERVATION_CLOSED'
                  : one.rest < one.amount
                    ? 'RESERVATION_USED'
                    : 'passed'
                : one.open || posted
                  ? 'passed'
                  : 'RESERVATION_CLOSED';
            expect(code).toBe(refused);
            if (code !== 'passed' || posted) continue;
            m.reserved -= one.rest;
            m.available += one.rest;
            one.open = false;
            one.rest = GIVEN_BACK;
          }
        }
        for (const [index, name] of names.entries()) expect(await ledger.balances(fund(name))).toEqual(model[index]);
        expect(checkLedger(await reader.exportLedger(actor, centreId, 2023))).toEqual([]);
      }),
      { numRuns: 6 },
    );
  });
});
