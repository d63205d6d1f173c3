import 'reflect-metadata';
import { DatabaseSettings, JobSettings, readArea, runProgram } from '@gridstaff/runtime';
import { startApi } from './start';

/** Worker processes exist on MySQL with Redis alone; otherwise the jobs are worked on here. */
const hasWorkers = (): boolean =>
  readArea(DatabaseSettings, process.env).kind === 'mysql' && readArea(JobSettings, process.env).redisUrl !== '';

runProgram(async () => {
  const api = await startApi({ env: process.env, consumeJobs: !hasWorkers() });
  return { ready: { url: api.url }, close: () => api.close() };
});
