import 'reflect-metadata';
import { runProgram } from '@gridstaff/runtime';
import { startWorker } from './start';

runProgram(async () => {
  const worker = await startWorker({ env: process.env });
  return { ready: { jobs: true }, close: () => worker.close() };
});
