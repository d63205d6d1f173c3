import { type Actor, type Permission, PERMISSIONS } from '@gridstaff/contracts';
import { PerformanceBook } from '@gridstaff/evaluation';
import { LoadBudget } from '@gridstaff/fund';
import { Jobs } from '@gridstaff/jobs';
import { type Id, invariant, type Period } from '@gridstaff/kernel';
import {
  CalculateRun,
  CreateRun,
  DecideRun,
  type PayRun,
  RunQueries,
  type RunRequest,
  Schemes,
  SubmitRun,
} from '@gridstaff/payroll';
import { Agencies, Centres, checkDigitOf, RosterLoader, type RosterPerson, Structure } from '@gridstaff/roster';
import { Ids, projectRoot } from '@gridstaff/runtime';
import { ConfirmSettlement, PaySettlement, PrepareSettlements } from '@gridstaff/settlement';
import type { INestApplicationContext } from '@nestjs/common';
import { readFileSync } from 'node:fs';
import path from 'node:path';

const PATIENCE_MS = 30_000;
const FUND = '基层社会治理专项';
const ALL = Object.keys(PERMISSIONS) as Permission[];

/** A centre with the published budget, one agency, one grade and a few people; every actor is another person. */
export class SmallOffice {
  readonly hr = this.actor();
  readonly finance = this.actor();
  readonly leader = this.actor();
  readonly cashier = this.actor();
  numbers: number[] = [];

  private constructor(
    readonly app: INestApplicationContext,
    readonly centreId: Id,
    readonly fundId: Id,
  ) {}

  static async open(
    app: INestApplicationContext,
    code: string,
    people: number,
    region = '430200',
  ): Promise<SmallOffice> {
    const ids = app.get(Ids);
    const admin: Actor = { userId: ids.next(), personId: ids.next(), grants: new Map([['*', new Set(ALL)]]) };
    const { id } = await app.get(Centres).create(admin, { code, name: `网格中心 ${code}`, region });
    const document: unknown = JSON.parse(
      readFileSync(path.join(projectRoot(), 'config/demo/budget-2023.json'), 'utf8'),
    );
    const { funds } = await app.get(LoadBudget).run(admin, { centreId: id, document, key: `office-budget-${code}` });
    const fund = funds.find((f) => f.name === FUND);
    invariant(fund, 'the published budget has the payroll line');
    const office = new SmallOffice(app, id, fund.id);
    await office.furnish(people);
    return office;
  }

  private actor(): Actor {
    const ids = this.app.get(Ids);
    return { userId: ids.next(), personId: ids.next(), grants: new Map([[this.centreId, new Set(ALL)]]) };
  }

  private async furnish(people: number): Promise<void> {
    const { app, hr, centreId } = this;
    const agency = await app.get(Agencies).create(hr, centreId, { code: 'A1', name: '演示派遣公司' });
    await app.get(Agencies).setFee(hr, centreId, agency.id, '2022-01-01', { kind: 'per_head', amount: 6_000 });
    await app.get(Structure).saveUnits(hr, centreId, [
      { code: 'S1', name: '街道', kind: 'street' },
      { code: 'G1', name: '网格', kind: 'grid', parentCode: 'S1' },
    ]);
    await app
      .get(Structure)
      .saveGrades(hr, centreId, [
        {
          code: 'W1',
          name: '一级',
          postCode: 'W',
          base: 195_000,
          post: 30_000,
          performance: 45_000,
          from: '2022-01-01',
        },
      ]);
    await app.get(Schemes).adoptScheme(hr, { centreId, validFrom: '2023-01' });
    const loaded = await app.get(RosterLoader).load(
      hr,
      centreId,
      Array.from({ length: people }, (_, i) => personOf(i)),
    );
    this.numbers = loaded.people.map((p) => p.no);
  }

  /** One more person, the `i`th: their number in the order of hiring is that of no other. */
  async hire(i: number): Promise<void> {
    const { people } = await this.app.get(RosterLoader).load(this.hr, this.centreId, [personOf(i)]);
    this.numbers.push(...people.map((p) => p.no));
  }

  async evaluate(period: Period, award = 10_000): Promise<void> {
    const results = this.numbers.map((workerNo) => ({ workerNo, period, score: null, coefficient: 9_000, award }));
    await this.app.get(PerformanceBook).record(this.hr, this.centreId, results);
  }

  async create(period: Period, fundId = this.fundId, more: Partial<RunRequest> = {}): Promise<PayRun> {
    const request = { centreId: this.centreId, period, kind: 'regular' as const, payDate: `${period}-28`, fundId };
    return this.app.get(CreateRun).create(this.hr, { ...request, ...more });
  }

  async calculate(run: PayRun): Promise<PayRun> {
    const { jobId } = await this.app.get(CalculateRun).calculate(this.hr, run.id);
    invariant(jobId !== null, 'a calculation has a job');
    const job = await this.app.get(Jobs).waitFor(jobId, PATIENCE_MS);
    if (job.state !== 'done') throw job.error ?? new Error(job.state);
    return this.app.get(RunQueries).get(this.hr, run.id);
  }

  async approve(run: PayRun): Promise<void> {
    const hash = run.hash ?? '';
    await this.app.get(SubmitRun).submit(this.hr, run.id);
    await this.app.get(DecideRun).check(this.finance, run.id, hash);
    await this.app.get(DecideRun).approve(this.leader, run.id, hash, `office-approve-${run.id}`);
  }

  /** Every settlement of the run, by one payment out of each fund that bears a part. */
  async pay(run: PayRun): Promise<void> {
    for (const { id: settlementId, funds } of await this.app.get(PrepareSettlements).run(this.finance, run.id)) {
      await this.app.get(ConfirmSettlement).run(this.finance, settlementId);
      for (const [i, { fundId }] of funds.filter((part) => !part.ended).entries()) {
        const documentNo = i === 0 ? `DOC-${run.no}` : `DOC-${run.no}-${i}`;
        const key = `office-pay-${settlementId}-${i}`;
        const payment = { settlementId, fundId, documentNo, paidOn: run.payDate, key };
        await this.app.get(PaySettlement).run(this.cashier, payment);
      }
    }
  }

  /** One month from evaluation to payment. */
  async month(period: Period): Promise<PayRun> {
    await this.evaluate(period);
    const run = await this.calculate(await this.create(period));
    await this.approve(run);
    await this.pay(run);
    return this.app.get(RunQueries).get(this.hr, run.id);
  }
}

function personOf(i: number): RosterPerson {
  const first17 = `430204${1970 + (i % 25)}0307${String(i % 1000).padStart(3, '0')}`;
  return {
    name: `测试${i}`,
    idNumber: first17 + checkDigitOf(first17),
    agency: 'A1',
    joinedOn: '2022-05-01',
    gridCode: 'G1',
    gradeCode: 'W1',
    insured: true,
    insuranceBase: 330_000,
    fundMember: i % 2 === 0,
    ...(i % 2 === 0 ? { fundBase: 330_000, fundEmployerRate: '0.08', fundEmployeeRate: '0.08' } : {}),
  };
}
