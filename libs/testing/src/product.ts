import { AssemblyModule } from '@gridstaff/assembly';
import type { ManualClock } from '@gridstaff/runtime';
import type { INestApplicationContext } from '@nestjs/common';
import { Test } from '@nestjs/testing';
import { createTestUrl, testEngine } from './test-database';

export interface TestProduct {
  app: INestApplicationContext;
  /** Ends it and removes its database. */
  close(): Promise<void>;
}

/** The whole product, as an app puts it together, with its jobs, on a migrated database of its own. */
export async function startProduct(clock: ManualClock): Promise<TestProduct> {
  const { url, dispose } = await createTestUrl();
  const redis = testEngine() === 'mysql' ? process.env.TEST_REDIS_URL : undefined;
  const env = { NODE_ENV: 'test', GRID_LOG_LEVEL: 'silent', DATABASE_URL: url, REDIS_URL: redis };
  const imports = [AssemblyModule.with({ env, clock, consumeJobs: true })];
  const app = await Test.createTestingModule({ imports }).compile();
  await app.init();
  return {
    app,
    close: async () => {
      await app.close();
      await dispose();
    },
  };
}
