import { JOB_NAMES, type JobName } from '@gridstaff/contracts';
import { Database, PersistenceModule, UnitOfWork } from '@gridstaff/persistence';
import { RuntimeModule } from '@gridstaff/runtime';
import { createTestUrl, testEngine } from '@gridstaff/testing';
import { type DynamicModule, Module, type OnModuleInit } from '@nestjs/common';
import { Test, type TestingModule } from '@nestjs/testing';
import { Chunks, type JobHandler, jobsEntities, JobRegistry, Jobs, JobsModule } from '.';

const BY = '0190a000-0000-7000-8000-000000000001';

/** A feature as others write it: registers its handlers when it starts. */
@Module({})
class FeatureModule implements OnModuleInit {
  static handlers: ((chunks: Chunks, uow: UnitOfWork) => JobHandler)[] = [];

  constructor(
    private readonly registry: JobRegistry,
    private readonly chunks: Chunks,
    private readonly uow: UnitOfWork,
  ) {}

  onModuleInit(): void {
    for (const create of FeatureModule.handlers) this.registry.register(create(this.chunks, this.uow));
    // Work of other features, which these tests never ask for.
    for (const name of JOB_NAMES.filter((one) => one !== 'payroll.calculate'))
      this.registry.register({ name, run: () => Promise.reject(new Error(`${name} was not asked for`)) });
  }
}

const inChunks = (chunks: Chunks, uow: UnitOfWork): JobHandler => ({
  name: 'payroll.calculate',
  run: async (context) => {
    await chunks.plan(context.jobId, [
      { from: 1, to: 2 },
      { from: 2, to: 3 },
    ]);
    await chunks.work(context.jobId, context.owner, (chunk) => uow.run(() => chunks.assertFence(chunk)));
  },
});

describe('JobsModule', () => {
  let database: Awaited<ReturnType<typeof createTestUrl>>;
  let app: TestingModule | undefined;

  beforeAll(async () => {
    database = await createTestUrl();
  });

  afterEach(async () => {
    await app?.close();
    app = undefined;
  });

  afterAll(() => database.dispose());

  async function start(consume: boolean, handlers: typeof FeatureModule.handlers): Promise<TestingModule> {
    FeatureModule.handlers = handlers;
    const env = {
      NODE_ENV: 'test',
      GRID_LOG_LEVEL: 'silent',
      DATABASE_URL: database.url,
      REDIS_URL: testEngine() === 'mysql' ? process.env.TEST_REDIS_URL : undefined,
    };
    const imports: (DynamicModule | typeof FeatureModule)[] = [
      RuntimeModule.from({ env }),
      PersistenceModule.with(jobsEntities),
      JobsModule.with({ consume }),
      FeatureModule,
    ];
    app = await Test.createTestingModule({ imports }).compile();
    return app.init();
  }

  it('runs a job from the enqueueing unit to its end, and closes in order', async () => {
    const started = await start(true, [inChunks]);
    const jobs = started.get(Jobs);
    const id = await started
      .get(UnitOfWork)
      .run(() => jobs.enqueue('payroll.calculate', { runId: BY }, { centreId: null, requestedBy: BY }));
    expect(await jobs.waitFor(id, 20_000)).toMatchObject({ state: 'done', total: 2, done: 2 });
    await started.close();
    app = undefined;
    expect(started.get(Database).writer.isInitialized).toBe(false);
  });

  it('does not start without a handler or with two', async () => {
    await expect(start(true, [])).rejects.toMatchObject({
      code: 'JOB_HANDLER_MISSING',
      params: { name: 'payroll.calculate' satisfies JobName },
    });
    await app?.close();
    await expect(start(true, [inChunks, inChunks])).rejects.toMatchObject({ code: 'JOB_HANDLER_DUPLICATE' });
  });

  it('only enqueues where it does not consume; a program started later finds the job', async () => {
    const producer = await start(false, []);
    const id = await producer
      .get(UnitOfWork)
      .run(() => producer.get(Jobs).enqueue('payroll.calculate', { runId: BY }, { centreId: null, requestedBy: BY }));
    expect(await producer.get(Jobs).get(id)).toMatchObject({ state: 'queued' });
    await producer.close();
    const consumer = await start(true, [inChunks]);
    expect(await consumer.get(Jobs).waitFor(id, 20_000)).toMatchObject({ state: 'done', done: 2 });
  });
});
