import { auditEntities, AuditLog, AuditReader } from '@gridstaff/audit';
import { type Actor, type Permission } from '@gridstaff/contracts';
import { Actors, identityEntities } from '@gridstaff/identity';
import { expectOne } from '@gridstaff/persistence';
import { KeyRing } from '@gridstaff/runtime';
import { createTestDatabase, type TestDatabase } from '@gridstaff/testing';
import { approvalEntities, Approvals, Delegations } from '.';
import { ApprovalStore } from './approval-store';

const CENTRE = '0190a000-0000-7000-8000-000000000001';
const OTHER = '0190a000-0000-7000-8000-000000000002';
const STEPS: { kind: string; permission: Permission }[] = [
  { kind: 'checked', permission: 'run:check' },
  { kind: 'approved', permission: 'run:approve' },
];

describe('approvals', () => {
  let test: TestDatabase;
  let approvals: Approvals;
  let delegations: Delegations;
  let reader: AuditReader;

  beforeAll(async () => {
    test = await createTestDatabase([...auditEntities, ...identityEntities, ...approvalEntities]);
    const { db, uow, clock, ids } = test;
    const audit = new AuditLog(db, clock);
    delegations = new Delegations(db, uow, clock, ids, new Actors(db), audit);
    approvals = new Approvals(new ApprovalStore(db), delegations, uow, clock, ids, audit);
    reader = new AuditReader(db, KeyRing.ephemeral());
  });

  afterAll(() => test.close());

  const person = (permissions: Permission[], personId = test.ids.next(), centre = CENTRE): Actor => ({
    userId: test.ids.next(),
    personId,
    grants: new Map([[centre, new Set(permissions)]]),
  });
  const preparer = (): Actor => person(['run:prepare', 'run:check', 'run:approve']);
  const checker = (personId?: string): Actor => person(['run:check'], personId);
  const leader = (personId?: string): Actor => person(['run:approve'], personId);

  const submit = async (
    maker = preparer(),
    hash = 'h1',
    parties: { personId: string; part: 'edited' | 'paid' }[] = [],
    subjectId = test.ids.next(),
  ): Promise<string> => {
    await approvals.open({
      centreId: CENTRE,
      subjectType: 'run',
      subjectId,
      hash,
      steps: STEPS,
      preparedBy: maker,
      parties,
    });
    return subjectId;
  };
  const decide = (
    actor: Actor,
    subjectId: string,
    kind: string,
    more: { hash?: string; decision?: 'pass' | 'return'; opinion?: string } = {},
  ): Promise<{ finished: boolean }> =>
    approvals.decide(actor, { subjectType: 'run', subjectId, kind, hash: 'h1', decision: 'pass', ...more });
  const acts = async (subjectId: string): Promise<string[]> =>
    (
      await reader.page(
        { ...checker(), grants: new Map([['*', new Set(['audit:read'])]]) },
        { scope: CENTRE, subjectType: 'run', subjectId },
      )
    ).rows
      .map((e) => e.action)
      .reverse();

  it('passes step by step, each by another person, and audits each decision', async () => {
    const maker = preparer();
    const run = await submit(maker);
    const [second, third] = [checker(), leader()];
    await expect(decide(third, run, 'approved')).rejects.toMatchObject({
      code: 'WRONG_STEP',
      params: { status: 'open: checked' },
    });
    expect(await decide(second, run, 'checked', { opinion: '与名册一致' })).toEqual({ finished: false });
    await expect(decide(checker(), run, 'checked')).rejects.toMatchObject({ code: 'WRONG_STEP' });
    expect(await decide(third, run, 'approved')).toEqual({ finished: true });
    await expect(decide(leader(), run, 'approved')).rejects.toMatchObject({
      code: 'WRONG_STEP',
      params: { status: 'passed' },
    });
    expect(await acts(run)).toEqual(['approval.opened', 'approval.passed', 'approval.passed']);
    expect(await approvals.trail('run', run)).toMatchObject([
      {
        round: 1,
        roundStatus: 'passed',
        kind: 'checked',
        decision: 'pass',
        decidedBy: second.userId,
        opinion: '与名册一致',
        decidedAt: test.clock.millis(),
      },
      { round: 1, kind: 'approved', decision: 'pass', decidedBy: third.userId, onBehalfOf: null },
    ]);
  });

  it('S22: refuses, by person and not by account, who prepared, edited, is paid, or decided before', async () => {
    const maker = preparer();
    const [editor, paid] = [test.ids.next(), test.ids.next()];
    const run = await submit(maker, 'h1', [
      { personId: paid, part: 'paid' },
      { personId: editor, part: 'edited' },
      { personId: maker.personId, part: 'paid' },
      { personId: editor, part: 'paid' },
    ]);
    const refusals = [
      [maker, 'prepared'],
      [checker(maker.personId), 'prepared'],
      [checker(editor), 'edited'],
      [checker(paid), 'paid'],
    ] as const;
    for (const [actor, part] of refusals) {
      for (const decision of ['pass', 'return'] as const) {
        await expect(decide(actor, run, 'checked', { decision, opinion: 'x' })).rejects.toMatchObject({
          code: 'SEPARATION_OF_DUTIES',
          params: { part, step: 'checked' },
        });
      }
    }
    const both = person(['run:check', 'run:approve']);
    await decide(both, run, 'checked');
    await expect(decide(leader(both.personId), run, 'approved')).rejects.toMatchObject({
      code: 'SEPARATION_OF_DUTIES',
      params: { part: 'checked' },
    });
    expect(await acts(run)).toEqual(['approval.opened', 'approval.passed']);
  });

  it('S22: the database itself refuses a second duty, and the store says so even when nothing was checked before', async () => {
    const maker = preparer();
    const run = await submit(maker);
    const row = await test.db.one<{ id: string; version: number }>(
      'SELECT id, version FROM approval WHERE subject_id = ?',
      [run],
    );
    const id = row?.id ?? '';
    const direct = test.uow.run(() =>
      test.db.insert('approval_party', ['approval_id', 'person_id', 'part'], [[id, maker.personId, 'approved']]),
    );
    await expect(direct).rejects.toMatchObject({ code: 'DUPLICATE_KEY' });
    const unchecked = test.uow.run(() =>
      new ApprovalStore(test.db).decide({
        ...{
          approval: {
            id,
            centreId: CENTRE,
            hash: 'h1',
            round: 1,
            status: 'open',
            nextStep: 1,
            version: Number(row?.version),
          },
          step: { no: 1, kind: 'checked', permission: 'run:check' },
        },
        ...{
          actor: checker(maker.personId),
          delegator: undefined,
          decision: 'pass',
          opinion: null,
          status: 'open',
          nextStep: 2,
          at: 1,
        },
      }),
    );
    await expect(unchecked).rejects.toMatchObject({ code: 'SEPARATION_OF_DUTIES', params: { part: 'prepared' } });
    expect(
      await test.db.query('SELECT decision FROM approval_step WHERE approval_id = ? AND decision IS NOT NULL', [id]),
    ).toEqual([]);
  });

  it('S58: is for exactly the hash submitted, and only with the permission in the centre', async () => {
    const run = await submit();
    await expect(decide(checker(), run, 'checked', { hash: 'h0' })).rejects.toMatchObject({ code: 'APPROVAL_STALE' });
    await expect(decide(leader(), run, 'checked')).rejects.toMatchObject({
      code: 'FORBIDDEN',
      params: { permission: 'run:check' },
    });
    await expect(decide(person(['run:check'], undefined, OTHER), run, 'checked')).rejects.toMatchObject({
      code: 'NOT_FOUND',
    });
    await expect(decide(checker(), test.ids.next(), 'checked')).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(decide(checker(), run, 'guessed')).rejects.toMatchObject({ code: 'NOT_FOUND' });
    expect(await acts(run)).toEqual(['approval.opened']);
  });

  it('is returned with a reason and starts a new round, in which an earlier checker may decide again', async () => {
    const maker = preparer();
    const run = await submit(maker);
    const second = checker();
    await expect(submit(maker, 'h2', [], run)).rejects.toMatchObject({ code: 'APPROVAL_OPEN' });
    await expect(decide(second, run, 'checked', { decision: 'return', opinion: '  ' })).rejects.toMatchObject({
      code: 'REASON_MISSING',
    });
    expect(await decide(second, run, 'checked', { decision: 'return', opinion: '少一人' })).toEqual({
      finished: false,
    });
    await expect(decide(checker(), run, 'checked')).rejects.toMatchObject({
      code: 'WRONG_STEP',
      params: { status: 'returned' },
    });
    await submit(maker, 'h2', [], run);
    await expect(decide(second, run, 'checked', { hash: 'h1' })).rejects.toMatchObject({ code: 'APPROVAL_STALE' });
    await decide(second, run, 'checked', { hash: 'h2' });
    await approvals.withdraw(maker, { subjectType: 'run', subjectId: run, reason: '金额待核' });
    await expect(decide(leader(), run, 'approved', { hash: 'h2' })).rejects.toMatchObject({
      code: 'WRONG_STEP',
      params: { status: 'withdrawn' },
    });
    await expect(
      approvals.withdraw(maker, { subjectType: 'run', subjectId: run, reason: 'again' }),
    ).rejects.toMatchObject({ code: 'WRONG_STEP' });
    expect((await approvals.trail('run', run)).map((s) => [s.round, s.roundStatus, s.decision])).toEqual([
      [1, 'returned', 'return'],
      [1, 'returned', null],
      [2, 'withdrawn', 'pass'],
      [2, 'withdrawn', null],
    ]);
    expect(await acts(run)).toEqual([
      'approval.opened',
      'approval.returned',
      'approval.opened',
      'approval.passed',
      'approval.withdrawn',
    ]);
  });

  it('F13: two who decide at once: one wins, the other is told, one audit row', async () => {
    for (let i = 0; i < 10; i++) {
      const run = await submit();
      const results = await Promise.allSettled([
        decide(checker(), run, 'checked'),
        decide(checker(), run, 'checked', i % 2 ? { decision: 'return', opinion: 'x' } : {}),
        ...(i % 3 ? [] : [approvals.withdraw(preparer(), { subjectType: 'run', subjectId: run, reason: 'x' })]),
      ]);
      const lost = results
        .filter((r) => r.status === 'rejected')
        .map((r) => (r as PromiseRejectedResult).reason as { code: string });
      const won = (await acts(run)).length - 1;
      // A withdrawal may follow a decision that leaves the round open.
      expect(won + lost.length).toBe(results.length);
      expect(won).toBeLessThanOrEqual(i % 3 ? 1 : 2);
      for (const { code } of lost) expect(['WRONG_STEP', 'STALE']).toContain(code);
      expect((await approvals.trail('run', run)).filter((s) => s.decision)).toHaveLength(
        (await acts(run)).filter((a) => a !== 'approval.opened' && a !== 'approval.withdrawn').length,
      );
    }
  });

  it('F13: two submissions of one subject at once open one round', async () => {
    for (let i = 0; i < 5; i++) {
      const subjectId = test.ids.next();
      const results = await Promise.allSettled([1, 2, 3].map(() => submit(preparer(), 'h1', [], subjectId)));
      expect(
        results.map((r) => (r.status === 'rejected' ? (r.reason as { code: string }).code : 'opened')).sort(),
      ).toEqual(['APPROVAL_OPEN', 'APPROVAL_OPEN', 'opened']);
    }
  });

  it('rolls back with the unit of its caller', async () => {
    const run = await submit();
    const failing = test.uow.run(async () => {
      await decide(checker(), run, 'checked');
      expectOne(0, 'reservation');
    });
    await expect(failing).rejects.toMatchObject({ code: 'STALE' });
    expect(await acts(run)).toEqual(['approval.opened']);
    expect(await decide(checker(), run, 'checked')).toEqual({ finished: false });
  });

  describe('delegation', () => {
    const account = async (permissions: 'leader' | 'finance' | null, personId = test.ids.next()): Promise<Actor> => {
      const userId = test.ids.next();
      await test.uow.run(async () => {
        const columns = [
          'id',
          'name',
          'display_name',
          'person_id',
          'machine',
          'must_change_password',
          'disabled',
          'failed_logins',
          'created_at',
          'created_by',
        ];
        await test.db.insert('app_user', columns, [[userId, userId, 'x', personId, 0, 0, 0, 0, 1, userId]]);
        if (permissions)
          await test.db.insert('user_role', ['user_id', 'role', 'centre_id'], [[userId, permissions, CENTRE]]);
      });
      return new Actors(test.db).forUser(userId);
    };
    const lend = (from: Actor, to: Actor, range = { from: '2023-01-01', to: '2023-02-01' }): Promise<string> =>
      delegations.delegate(from, { toUserId: to.userId, permission: 'run:approve', ...range });
    const atLeader = async (
      maker = preparer(),
      parties: { personId: string; part: 'paid' }[] = [],
    ): Promise<string> => {
      const run = await submit(maker, 'h1', parties);
      await decide(checker(), run, 'checked');
      return run;
    };

    it('lets the delegate decide with the delegator’s permission, in its dates, until revoked, and says for whom', async () => {
      const [boss, deputy] = [await account('leader'), await account(null)];
      const future = await account(null);
      await lend(boss, future, { from: '2023-01-06', to: '2023-02-01' });
      const id = await lend(boss, deputy, { from: '2023-01-05', to: '2023-01-06' });
      const run = await atLeader();
      await expect(decide(future, run, 'approved')).rejects.toMatchObject({ code: 'NOT_FOUND' });
      expect((await approvals.todosFor(deputy)).filter((t) => t.subjectId === run)).toMatchObject([
        { kind: 'approved', hash: 'h1', round: 1, centreId: CENTRE },
      ]);
      expect(await decide(deputy, run, 'approved')).toEqual({ finished: true });
      expect((await approvals.trail('run', run))[1]).toMatchObject({
        decidedBy: deputy.userId,
        onBehalfOf: boss.userId,
      });
      const next = await atLeader();
      await delegations.revoke(boss, id);
      await expect(decide(deputy, next, 'approved')).rejects.toMatchObject({ code: 'NOT_FOUND' });
      expect(await approvals.todosFor(deputy)).toEqual([]);
    });

    it('never when either of them has a part, nor when the delegator lost the permission', async () => {
      const [boss, deputy] = [await account('leader'), await account(null)];
      await lend(boss, deputy);
      for (const parties of [
        [{ personId: boss.personId, part: 'paid' as const }],
        [{ personId: deputy.personId, part: 'paid' as const }],
      ]) {
        const run = await atLeader(preparer(), parties);
        await expect(decide(deputy, run, 'approved')).rejects.toMatchObject({
          code: 'SEPARATION_OF_DUTIES',
          params: { part: 'paid' },
        });
        expect((await approvals.todosFor(deputy)).filter((t) => t.subjectId === run)).toEqual([]);
      }
      const backToMaker = await atLeader(deputy);
      await expect(decide(deputy, backToMaker, 'approved')).rejects.toMatchObject({
        code: 'SEPARATION_OF_DUTIES',
        params: { part: 'prepared' },
      });
      await test.uow.run(() => test.db.execute('UPDATE app_user SET disabled = 1 WHERE id = ?', [boss.userId]));
      await expect(decide(deputy, await atLeader(), 'approved')).rejects.toMatchObject({ code: 'NOT_FOUND' });
    });

    it('uses a lender without a part, and takes both out of the later steps', async () => {
      const [conflicted, free, deputy] = [await account('finance'), await account('finance'), await account('leader')];
      for (const lender of [conflicted, free])
        await delegations.delegate(lender, {
          toUserId: deputy.userId,
          permission: 'run:check',
          from: '2023-01-01',
          to: '2023-02-01',
        });
      const run = await submit(preparer(), 'h1', [{ personId: conflicted.personId, part: 'paid' }]);
      await decide(deputy, run, 'checked');
      await expect(decide(deputy, run, 'approved')).rejects.toMatchObject({
        code: 'SEPARATION_OF_DUTIES',
        params: { part: 'checked' },
      });
      await expect(decide(leader(free.personId), run, 'approved')).rejects.toMatchObject({
        code: 'SEPARATION_OF_DUTIES',
        params: { part: 'delegated' },
      });
    });

    it('lends own rights only, to another person, for a range', async () => {
      const [boss, clerk] = [await account('leader'), await account(null)];
      await expect(lend(clerk, boss)).rejects.toMatchObject({ code: 'DELEGATION_INVALID' });
      await expect(lend(boss, await account(null, boss.personId))).rejects.toMatchObject({
        code: 'DELEGATION_INVALID',
      });
      await expect(lend(boss, clerk, { from: '2023-02-01', to: '2023-02-01' })).rejects.toMatchObject({
        code: 'EMPTY_RANGE',
      });
      await expect(delegations.revoke(clerk, await lend(boss, clerk))).rejects.toMatchObject({ code: 'STALE' });
    });
  });

  it('lists what an actor can decide now, and nothing in which they have a part', async () => {
    const fresh = await createTestDatabase([...auditEntities, ...identityEntities, ...approvalEntities]);
    try {
      const audit = new AuditLog(fresh.db, fresh.clock);
      const own = new Approvals(
        new ApprovalStore(fresh.db),
        new Delegations(fresh.db, fresh.uow, fresh.clock, fresh.ids, new Actors(fresh.db), audit),
        fresh.uow,
        fresh.clock,
        fresh.ids,
        audit,
      );
      const [maker, second] = [preparer(), checker()];
      const subjects = [fresh.ids.next(), fresh.ids.next(), fresh.ids.next()];
      for (const [i, subjectId] of subjects.entries()) {
        await own.open({
          centreId: i === 2 ? OTHER : CENTRE,
          subjectType: 'run',
          subjectId,
          hash: 'h1',
          steps: STEPS,
          preparedBy: maker,
          parties: i === 1 ? [{ personId: second.personId, part: 'paid' }] : [],
        });
      }
      const todos = async (actor: Actor): Promise<string[]> =>
        (await own.todosFor(actor)).map((t) => `${subjects.indexOf(t.subjectId)} ${t.kind}`);
      expect(await todos(second)).toEqual(['0 checked']);
      expect(await todos(checker())).toEqual(['0 checked', '1 checked']);
      expect(await todos({ ...checker(), grants: new Map([['*', new Set<Permission>(['run:check'])]]) })).toEqual([
        '0 checked',
        '1 checked',
        '2 checked',
      ]);
      expect(await todos(maker)).toEqual([]);
      expect(await todos(leader())).toEqual([]);
      expect(await todos({ ...leader(), grants: new Map() })).toEqual([]);
      await own.decide(second, {
        subjectType: 'run',
        subjectId: subjects[0] as string,
        kind: 'checked',
        hash: 'h1',
        decision: 'pass',
      });
      expect(await todos(leader())).toEqual(['0 approved']);
      expect(await todos(second)).toEqual([]);
    } finally {
      await fresh.close();
    }
  });
});
