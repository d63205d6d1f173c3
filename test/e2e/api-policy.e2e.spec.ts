import { SmallOffice } from '@gridstaff/testing';
import { type Browser, TestApi } from './api-support';
import { setImmediate as turn } from 'node:timers/promises';

interface Effect {
  hash: string;
  basis: string;
  hiddenCentres: number;
  centres: {
    periods: {
      period: string;
      state: string;
      affected: number;
      difference: { cost: string };
      persons: { name: string | null; difference: { cost: string } }[];
    }[];
    funds: { difference: string; short: string }[];
  }[];
}

const floor = (value: string): string =>
  `layer: '430000'\nparameters:\n  insurance.floor:\n    - { valid_from: 2023-01, valid_to: 2024-01, source: 湘人社函〔2023〕9号, confidence: unconfirmed, value: ${value} }\n`;

describe('policy packs over HTTP, as the people of an office', () => {
  let api: TestApi;
  let office: SmallOffice;
  let hr: Browser;
  let finance: Browser;
  let leader: Browser;
  let auditor: Browser;

  beforeAll(async () => {
    api = await TestApi.start();
    office = await SmallOffice.open(api.running.app, 'C1', 5);
    await office.evaluate('2023-01');
    await office.create('2023-01');
    const { centreId } = office;
    hr = await api.person('hr1', [{ role: 'hr', centreId }]);
    finance = await api.person('fin1', [{ role: 'finance', centreId }]);
    leader = await api.person('lead1', [{ role: 'leader', centreId }]);
    auditor = await api.person('audit1', [{ role: 'auditor', centreId }]);
  });

  afterAll(() => api.close());

  const inForce = async (): Promise<unknown> => {
    const { body } = await auditor.get('/api/v1/policy/in-force?region=430200&period=2023-05');
    return (body.parameters as { key: string; value: unknown }[]).find(({ key }) => key === 'insurance.floor')?.value;
  };
  const propose = (by: Browser, text: string): ReturnType<Browser['post']> =>
    by.post('/api/v1/policy/packs', { centreId: office.centreId, text, reason: '2023年度新基数' });
  const asked = async (by: Browser, text: string): Promise<string> => {
    const { status, body } = await by.post('/api/v1/policy/packs/effects', { text });
    expect(status).toBe(202);
    return `/api/v1/policy/packs/effects/${String(body.id)}`;
  };
  const effectOf = async (by: Browser, text: string): Promise<Effect> => {
    const at = await asked(by, text);
    for (;;) {
      const { job, effect } = (await by.get(at)).body as unknown as { job: { state: string }; effect: Effect | null };
      if (effect) return effect;
      expect(['queued', 'running']).toContain(job.state);
      // Asked inside one process, answers come without a turn of the event loop.
      await turn();
    }
  };

  it('tell what is wrong with a text, in both languages, as an answer and not as an error', async () => {
    const { status, body } = await hr.post('/api/v1/policy/packs/check', { text: floor('3870.5') });
    expect(status).toBe(200);
    expect(body).toMatchObject({ layer: '430000', changes: [] });
    expect(body.findings).toEqual([
      expect.objectContaining({
        code: 'POLICY_UNQUOTED',
        path: 'parameters.insurance.floor[0].value',
        message_zh: expect.stringMatching(/引号/) as unknown,
      }),
    ]);
    expect((await propose(hr, floor('3870.5'))).body).toMatchObject({ code: 'POLICY_INVALID' });
    expect((await hr.post('/api/v1/policy/packs/check', { text: `# ${'x'.repeat(90_000)}` })).body.findings).toEqual([
      expect.objectContaining({ code: 'POLICY_TOO_LARGE' }),
    ]);
    expect((await hr.post('/api/v1/policy/packs/check', { text: 'x'.repeat(1_100_000) })).status).toBe(413);
  });

  it('go from difference and effect over the proposal to the activation by somebody else', async () => {
    const text = floor("'3870'");
    const { body: check } = await hr.post('/api/v1/policy/packs/check', { text });
    expect(check.changes).toEqual([
      expect.objectContaining({
        key: 'insurance.floor',
        from: '2023-01',
        to: '2023-12',
        before: expect.objectContaining({ value: '3770.00' }) as unknown,
        after: expect.objectContaining({ value: '3870.00', confidence: 'unconfirmed' }) as unknown,
      }),
    ]);
    const { centres } = await effectOf(hr, text);
    expect(centres[0]?.periods).toEqual([expect.objectContaining({ period: '2023-01', state: 'open', affected: 5 })]);
    expect(centres[0]?.periods[0]?.persons).toHaveLength(5);
    expect(centres[0]?.periods[0]?.persons[0]?.name).toMatch(/^测试/);
    expect(centres[0]?.funds).toEqual([
      expect.objectContaining({ difference: centres[0]?.periods[0]?.difference.cost, short: '0.00' }),
    ]);

    expect((await propose(leader, text)).status).toBe(403);
    expect((await propose(auditor, text)).status).toBe(403);
    const proposed = await propose(finance, text);
    expect(proposed.status).toBe(201);
    const id = String(proposed.body.id);
    const { hash, basis } = await effectOf(finance, text);
    const activate = (by: Browser, body: object = { hash, basis }): ReturnType<Browser['post']> =>
      by.post(`/api/v1/policy/packs/${id}/activate`, body);
    expect((await activate(finance)).body).toMatchObject({ code: 'SEPARATION_OF_DUTIES' });
    expect((await activate(hr)).status).toBe(403);
    const { body: todos } = await leader.get('/api/v1/approvals/todos');
    expect(todos.todos).toEqual([
      expect.objectContaining({ subjectType: 'policy_pack', subjectId: id, kind: 'activate' }),
    ]);
    expect((await activate(leader, { hash: 'f'.repeat(64), basis })).body).toMatchObject({ code: 'APPROVAL_STALE' });
    expect((await activate(leader, { hash, basis: 'f'.repeat(64) })).body).toMatchObject({
      code: 'POLICY_BASE_CHANGED',
    });
    expect(await inForce()).toBe('3770.00');
    expect((await activate(leader, { hash, basis, opinion: '同意' })).body).toMatchObject({
      status: 'activated',
      seq: 1,
      opinion: '同意',
    });
    expect(await inForce()).toBe('3870.00');
    expect((await activate(leader)).body).toMatchObject({ code: 'WRONG_STEP' });
    expect((await auditor.get(`/api/v1/policy/packs/${id}`)).body).toMatchObject({ text, status: 'activated' });
    const { body: answers } = await hr.post('/api/v1/calculators', {
      cases: [{ id: '1', op: 'si_month', input: { wage: '3000', region: '430200', on: '2023-05' } }],
    });
    expect((answers.cases as { output: { base: string } }[])[0]?.output.base).toBe('3870.00');
  });

  it('are returned or withdrawn with a reason', async () => {
    const one = String((await propose(hr, floor("'3880'"))).body.id);
    const two = String((await propose(hr, floor("'3890'"))).body.id);
    expect((await leader.post(`/api/v1/policy/packs/${one}/return`, { reason: '文号有误' })).body).toMatchObject({
      status: 'returned',
    });
    expect((await hr.post(`/api/v1/policy/packs/${two}/withdraw`, { reason: '重复' })).body).toMatchObject({
      status: 'withdrawn',
    });
    const { body } = await auditor.get('/api/v1/policy/packs');
    expect((body.packs as { status: string }[]).map((pack) => pack.status)).toEqual([
      'withdrawn',
      'returned',
      'activated',
    ]);
  });

  it('are calculated in the background for whoever asked, and for nobody else', async () => {
    const text = floor("'3960'");
    const at = await asked(hr, text);
    expect((await leader.get(at)).status).toBe(404);
    expect((await leader.post(`${at}/stop`)).status).toBe(404);
    expect((await hr.get('/api/v1/policy/packs/effects/0190a0a0-0000-7000-8000-000000000000')).status).toBe(404);
    expect((await hr.post('/api/v1/policy/packs/effects', { text: floor('3960.5') })).body).toMatchObject({
      code: 'POLICY_INVALID',
    });
    expect((await hr.post(`${at}/stop`)).status).toBe(204);
  });
});
