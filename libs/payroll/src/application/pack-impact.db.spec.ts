import type { Actor } from '@gridstaff/contracts';
import { Database } from '@gridstaff/persistence';
import { Policies, type StoredPack } from '@gridstaff/policy';
import { Centres } from '@gridstaff/roster';
import { ManualClock } from '@gridstaff/runtime';
import { SmallOffice, startProduct } from '@gridstaff/testing';
import type { INestApplicationContext } from '@nestjs/common';
import fc from 'fast-check';
import { type PayRun, RunStore, SlipStore } from '../domain';
import { PackDesk, type PackEffect, type ReachedCentre } from './pack-desk';
import type { PeriodImpact } from './pack-impact';
import { EVERYONE, PayCalculator } from './pay-calculator';
import { PayContexts } from './pay-contexts';

const PEOPLE = 9;
const NAMES = ['gross', 'employeeInsurance', 'employeeFund', 'tax', 'net', 'employerInsurance', 'fee'] as const;
const stated = (key: string, value: string, from = '2023-01', to = '2024-01'): string =>
  `layer: '430000'\nparameters:\n  ${key}:\n    - { valid_from: ${from}, valid_to: ${to}, source: 湘人社函〔2023〕9号, confidence: confirmed, value: ${value} }\n`;

describe('what a pack would change', () => {
  let app: INestApplicationContext;
  let close: () => Promise<void>;
  let office: SmallOffice;
  let desk: PackDesk;
  let january: PayRun;
  let february: PayRun;

  beforeAll(async () => {
    const clock = new ManualClock('2023-02-20T09:00:00+08:00');
    ({ app, close } = await startProduct(clock));
    office = await SmallOffice.open(app, 'P1', PEOPLE);
    january = await office.month('2023-01');
    clock.advance(1_000);
    await office.evaluate('2023-02');
    february = await office.calculate(await office.create('2023-02'));
    clock.advance(1_000);
    desk = app.get(PackDesk);
  });

  afterAll(() => close());

  const own = async (text: string): Promise<ReachedCentre> => {
    const { centres } = await desk.effect(office.hr, text);
    return centres.find((centre) => centre.centreId === office.centreId) as ReachedCentre;
  };
  const activated = async (text: string): Promise<StoredPack> => {
    const { centreId, hr, leader } = office;
    const pack = await desk.propose(hr, { centreId, text, reason: '新文件' });
    const { basis, hash } = await desk.effect(leader, text);
    return desk.activate(leader, { packId: pack.id, hash, basis });
  };
  const totalsOf = (run: PayRun): number[] => NAMES.map((name) => run[name]);
  const sums = (period: PeriodImpact | undefined, side: 'before' | 'after' | 'difference'): number[] =>
    NAMES.map((name) => period?.[side][name] ?? Number.NaN);
  /** The stored run calculated anew as known at its cut-off. */
  const again = async (run: PayRun): Promise<string[]> => {
    const question = { ...run, knownAt: run.knownAt ?? 0, basis: (run.basis ?? []).map((b) => b.no) };
    const context = await app.get(PayContexts).open(question);
    return (await app.get(PayCalculator).calculate(context, EVERYONE)).slips.map((slip) => slip.hash);
  };
  const stored = async (run: PayRun): Promise<string[]> =>
    (await app.get(SlipStore).hashes(run.no, 0, 500)).map((slip) => slip.hash);

  it('is told per person, month and category, and per fund against what is left', async () => {
    const { periods, funds, skipped } = await own(stated('insurance.floor', "'3870'"));
    expect(skipped).toEqual([]);
    expect(periods.map((p) => [p.period, p.state, p.people, p.affected.length])).toEqual([
      ['2023-01', 'paid', PEOPLE, PEOPLE],
      ['2023-02', 'open', PEOPLE, PEOPLE],
    ]);
    // Under the law in force it gives what was paid; a floor of 100 yuan more costs each person's shares of 100 yuan.
    expect(sums(periods[0], 'before')).toEqual(totalsOf(january));
    expect(sums(periods[1], 'before')).toEqual(totalsOf(february));
    const { schemes } = (await app.get(Policies).now()).parametersFor('430200', '2023-01').insurance;
    const rates = (side: 'employerRate' | 'employeeRate'): number[] => schemes.map((s) => Number(s.value[side] ?? 0));
    const rise = (side: 'employerRate' | 'employeeRate'): number =>
      rates(side).reduce((sum, rate) => sum + (Math.round(387_000 * rate) - Math.round(377_000 * rate)), 0);
    for (const person of periods[0]?.affected ?? []) {
      expect(person.difference).toMatchObject({
        ...{ gross: 0, employerInsurance: rise('employerRate'), employeeInsurance: rise('employeeRate') },
        ...{ net: -rise('employeeRate'), cost: rise('employerRate'), fee: 0 },
      });
    }
    const difference = 2 * PEOPLE * rise('employerRate');
    expect(funds).toEqual([expect.objectContaining({ fundId: office.fundId, fiscalYear: 2023, difference, short: 0 })]);
    expect(funds[0]?.available).toBeGreaterThan(difference);
  });

  it('touches only the months and the people that it is about', async () => {
    const february = await own(stated('insurance.floor', "'3870'", '2023-02', '2023-03'));
    expect(february.periods.map((p) => p.period)).toEqual(['2023-02']);
    // Nobody earns as much, so a lower ceiling that is still above everyone touches a month and nobody in it.
    const ceiling = await own(stated('insurance.ceiling', "'18000'"));
    expect(ceiling.periods.map((p) => [p.period, p.affected.length])).toEqual([
      ['2023-01', 0],
      ['2023-02', 0],
    ]);
    const ahead = stated('insurance.floor', "'3900'", '2023-05', '2023-08');
    const [unevaluated] = (await own(ahead)).periods;
    expect(unevaluated).toMatchObject({ affected: [], unknown: [{ code: 'NO_COEFFICIENT', people: PEOPLE }] });
    await office.evaluate('2023-05');
    const later = await own(ahead);
    expect(later.periods.map((p) => [p.period, p.state, p.affected.length])).toEqual([['2023-05', 'ahead', PEOPLE]]);
    expect(later.funds).toEqual([]);
  });

  it('asks a constant number of statements, however many people there are', async () => {
    const query = jest.spyOn(app.get(Database), 'query');
    await own(stated('insurance.floor', "'3870'"));
    const asked = query.mock.calls.length;
    query.mockRestore();
    expect(asked).toBeLessThan(150);
    // 9 people × 2 months × 2 laws: one statement for each would be more than twice as many again.
    const few = jest.spyOn(app.get(Database), 'query');
    await own(stated('insurance.floor', "'3870'", '2023-02', '2023-03'));
    expect(few.mock.calls.length).toBeLessThan(asked);
    few.mockRestore();
  });

  it('hides the pay of centres that the reader may not see, and asks for the right in all that it reaches', async () => {
    const other = await SmallOffice.open(app, 'P2', 2);
    const text = stated('insurance.floor', "'3870'");
    const effect: PackEffect = await desk.effect(office.hr, text);
    expect([effect.centres.length, effect.hiddenCentres]).toEqual([1, 1]);
    const proposal = { centreId: office.centreId, text, reason: '新文件' };
    await expect(desk.propose(office.hr, proposal)).rejects.toMatchObject({
      code: 'POLICY_REACH',
      params: { count: 1 },
    });
    await expect(desk.propose(office.hr, { ...proposal, centreId: other.centreId })).rejects.toMatchObject({
      code: 'NOT_FOUND',
    });
    const both = (actor: Actor): Actor => ({
      ...actor,
      grants: new Map(
        [office.centreId, other.centreId].map((id) => [
          id,
          new Set(['policy:propose', 'policy:activate', 'policy:read', 'run:read', 'fund:read']),
        ]),
      ),
    });
    const pack = await desk.propose(both(office.hr), proposal);
    await expect(
      desk.activate(office.leader, { packId: pack.id, hash: effect.hash, basis: effect.basis }),
    ).rejects.toMatchObject({ code: 'POLICY_REACH' });
    await desk.withdraw(both(office.hr), pack.id, '测试');
    // From here on everybody may act in both.
    for (const actor of [office.hr, office.leader])
      (actor.grants as Map<string, ReadonlySet<string>>).set(
        other.centreId,
        new Set(['policy:propose', 'policy:activate']),
      );
    expect((await app.get(Centres).all()).length).toBe(2);
  });

  it('is what comes true: after activation the month costs what was foretold, and the past stays what it was', async () => {
    const text = stated('insurance.floor', "'3870'");
    const foretold = (await own(text)).periods;
    await activated(text);
    expect(await again(january)).toEqual(await stored(january));
    expect(await again(february)).toEqual(await stored(february));
    const anew = await office.calculate(february);
    // January is paid already: what it is short of comes with February, as foretold for it.
    const owed = sums(foretold[0], 'difference');
    expect(totalsOf(anew)).toEqual(sums(foretold[1], 'after').map((amount, i) => amount + (owed[i] as number)));
    expect(anew.parametersHash).not.toBe(february.parametersHash);
    const [first, second] = foretold.map((p) => p.difference.employerInsurance) as [number, number];
    expect(anew.employerInsurance - february.employerInsurance).toBe(first + second);
  });

  it('property: whatever is activated later, what was known before gives the old bytes', async () => {
    const before = { run: await app.get(RunStore).get(january.id), hashes: await stored(january) };
    const amount = fc.integer({ min: 200_000, max: 900_000 }).map((fen) => `'${(fen / 100).toFixed(2)}'`);
    const pack = fc.oneof(
      fc.tuple(fc.constant('insurance.floor'), amount),
      fc.tuple(fc.constant('labour.minimum_wage'), amount),
      fc.tuple(fc.constant('income_tax.basic_deduction_per_month'), amount),
    );
    await fc.assert(
      fc.asyncProperty(pack, async ([key, value]) => {
        const { changes } = await desk.check(office.hr, stated(key, value));
        if (changes.length > 0) await activated(stated(key, value));
        expect(await again(before.run)).toEqual(before.hashes);
      }),
      { numRuns: 6 },
    );
  });
});
