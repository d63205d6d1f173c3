import { Jobs } from '@gridstaff/jobs';
import type { Id } from '@gridstaff/kernel';
import { Database } from '@gridstaff/persistence';
import { ManualClock } from '@gridstaff/runtime';
import { SmallOffice, startProduct } from '@gridstaff/testing';
import type { INestApplicationContext } from '@nestjs/common';
import { PackEffectHandler } from '../jobs/pack-effect-handler';
import { PackDesk } from './pack-desk';
import { type PackEffectProgress, PackEffects } from './pack-effects';
import { AT_ONCE } from './pack-impact';

/** Three parts a month. */
const PEOPLE = 2 * AT_ONCE + 50;
const PATIENCE_MS = 60_000;
const floor = (value: string, from = '2023-01'): string =>
  `layer: '430000'\nparameters:\n  insurance.floor:\n    - { valid_from: ${from}, valid_to: 2024-01, source: 湘人社函〔2023〕9号, confidence: confirmed, value: '${value}' }\n`;

describe('what a pack would change, in the background', () => {
  let app: INestApplicationContext;
  let close: () => Promise<void>;
  let office: SmallOffice;
  const clock = new ManualClock('2023-02-20T09:00:00+08:00');

  beforeAll(async () => {
    ({ app, close } = await startProduct(clock));
    office = await SmallOffice.open(app, 'P1', PEOPLE);
    await office.evaluate('2023-01');
    await office.calculate(await office.create('2023-01'));
  });

  afterAll(() => close());

  const ended = async (id: Id): Promise<PackEffectProgress> => {
    const { job } = await app.get(PackEffects).progress(office.hr, id);
    await app.get(Jobs).waitFor(job.id, PATIENCE_MS);
    return app.get(PackEffects).progress(office.hr, id);
  };
  const rows = async (table: string): Promise<number> =>
    Number((await app.get(Database).one<{ n: number }>(`SELECT COUNT(*) AS n FROM ${table}`))?.n);

  it('is the same as at once, put together from parts of two hundred people', async () => {
    // February has no scores yet: nobody of it can be calculated.
    const text = floor('3870');
    const id = await app.get(PackEffects).ask(office.hr, text);
    const { job, effect } = await ended(id);
    expect(job).toMatchObject({ state: 'done', total: 6, done: 6, error: null });
    const direct = await app.get(PackDesk).effect(office.hr, text);
    expect(effect).toEqual(direct);
    expect(
      effect?.centres[0]?.periods.map(({ period, people, affected }) => [period, people, affected.length]),
    ).toEqual([
      ['2023-01', PEOPLE, PEOPLE],
      ['2023-02', PEOPLE, 0],
    ]);
    expect(effect?.centres[0]?.periods[1]?.unknown).toEqual([{ code: 'NO_COEFFICIENT', people: PEOPLE }]);
  });

  it('is nobody else’s, and stops when asked to', async () => {
    const effects = app.get(PackEffects);
    const id = await effects.ask(office.hr, floor('3880'));
    await expect(effects.progress(office.leader, id)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(effects.stop(office.leader, id)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await effects.stop(office.hr, id);
    const { job, effect } = await ended(id);
    expect([job.state, effect]).toEqual(['cancelled', null]);
  });

  it('ends when the law has changed since it was asked, and is forgotten after a day', async () => {
    const { centreId, hr, leader } = office;
    const effects = app.get(PackEffects);
    const id = await effects.ask(hr, floor('3890'));
    const answered = await ended(id);
    expect(answered.effect).not.toBeNull();
    const desk = app.get(PackDesk);
    const pack = await desk.propose(hr, { centreId, text: floor('3900'), reason: '新文件' });
    const { hash, basis } = await desk.effect(leader, floor('3900'));
    await desk.activate(leader, { packId: pack.id, hash, basis });
    // A worker takes the same question up too late.
    const { job } = answered;
    const late = { jobId: job.id, name: 'policy.effect' as const, payload: { effectId: id }, owner: 'late' };
    await expect(
      app
        .get(PackEffectHandler)
        .run({ ...late, centreId: null, requestedBy: hr.userId, assertLead: () => Promise.resolve() }),
    ).rejects.toMatchObject({ code: 'POLICY_BASE_CHANGED' });

    clock.advance(25 * 60 * 60 * 1000);
    expect(await rows('pack_effect')).toBeGreaterThan(1);
    const last = await effects.ask(hr, floor('3910'));
    expect(await rows('pack_effect')).toBe(1);
    await expect(effects.progress(hr, id)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    expect((await ended(last)).job.state).toBe('done');
  });
});
