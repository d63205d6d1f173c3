// Tries the specs of the pure rooms against one change of the code after another. Jest's own runner starts a new environment per spec file
// and change, several seconds each time. Here the same test framework (jest-circus) and the same `expect` run in one process, which compiles
// every file once, runs the tests that reach the change and stops at the first one that fails.
import { declareFactoryPlugin, PluginKind } from '@stryker-mutator/api/plugin';
import {
  determineHitLimitReached,
  DryRunStatus,
  TestStatus,
  toMutantRunResult,
} from '@stryker-mutator/api/test-runner';
import { expect } from 'expect';
import fc from 'fast-check';
import * as circus from 'jest-circus';
import { readdirSync } from 'node:fs';
import * as path from 'node:path';
import { Modules } from './modules.mjs';
import { idOf, SpecFile } from './spec-file.mjs';

const ROOMS = ['libs/kernel/src', 'libs/pay-engine/src', 'test/golden/pay', 'test/golden/calculators'];
/** Properties over whole schemes repeat the golden cases many times over. */
const isTried = (file) => file.endsWith('.spec.ts') && !file.endsWith('properties.spec.ts');

class Runner {
  /** Shared with the changed code: which change is active, which test runs, what it has reached. */
  #shared = (globalThis.__stryker__ ??= {});
  #files = [];

  capabilities() {
    return { reloadEnvironment: true };
  }

  init() {
    const { describe, it, test, beforeAll, beforeEach, afterAll, afterEach } = circus;
    Object.assign(globalThis, { describe, it, test, beforeAll, beforeEach, afterAll, afterEach, expect });
    // The same few draws for every change, and no search for the smallest one that fails.
    fc.configureGlobal({ seed: 20_250_301, numRuns: 50, endOnFailure: true });
    // Nobody reads where a test failed, and finding out is a third of the time.
    Error.stackTraceLimit = 0;
    // A slow moment of the machine must not count as a test that noticed the change.
    performance.now = () => 0;
    // The changed code keeps hold of this object.
    this.#shared.mutantCoverage = { static: {}, perTest: {} };
    const root = process.cwd();
    const modules = new Modules(root);
    this.#files = ROOMS.flatMap((room) =>
      readdirSync(path.join(root, room), { recursive: true })
        .filter(isTried)
        .sort()
        .map((file) => new SpecFile(modules, path.join(root, room, file), path.posix.join(room, file))),
    );
    for (const file of this.#files) file.loadKept(this.#shared);
  }

  async dryRun() {
    Object.assign(this.#shared.mutantCoverage, { static: {}, perTest: {} });
    const tests = [];
    for (const file of this.#files) {
      for (const test of await file.run(this.#shared, { all: true })) {
        tests.push(resultOf(test, file));
        // What loading a file reaches, every test of it depends on.
        const reached = (this.#shared.mutantCoverage.perTest[idOf(test)] ??= {});
        for (const mutant of file.reachedOnLoad) reached[mutant] ??= 1;
      }
    }
    return { status: DryRunStatus.Complete, tests, mutantCoverage: this.#shared.mutantCoverage };
  }

  async mutantRun({ activeMutant: { id }, testFilter, hitLimit, disableBail }) {
    const wanted = testFilter && new Set(testFilter);
    const tests = [];
    const errors = [];
    Object.assign(this.#shared, { activeMutant: id, hitLimit, hitCount: hitLimit ? 0 : undefined });
    for (const file of this.#files.filter((one) => !wanted || one.holdsAny(wanted))) {
      try {
        const ran = await file.run(this.#shared, { wanted, all: disableBail, anew: file.reachedOnLoad.has(id) });
        tests.push(...ran.map((test) => resultOf(test, file)));
      } catch (error) {
        errors.push(`${file.name}: ${error instanceof Error ? error.stack : error}`);
      }
      if (!disableBail && tests.some(({ status }) => status === TestStatus.Failed)) break;
    }
    const { hitCount } = this.#shared;
    Object.assign(this.#shared, { activeMutant: undefined, hitLimit: undefined, hitCount: undefined });
    // A change that keeps a file from loading counts only when a test of another file notices it.
    const result =
      errors.length > 0 && tests.every(({ status }) => status !== TestStatus.Failed)
        ? { status: DryRunStatus.Error, errorMessage: errors.join('\n') }
        : { status: DryRunStatus.Complete, tests };
    return toMutantRunResult(determineHitLimitReached(hitCount, hitLimit) ?? result, disableBail);
  }
}

function resultOf(test, { file }) {
  const base = { id: idOf(test), name: idOf(test), timeSpentMs: test.duration ?? 0, fileName: file };
  if (test.errors.length === 0) return { ...base, status: TestStatus.Success };
  return { ...base, status: TestStatus.Failed, failureMessage: String(test.errors.flat().find(Boolean)) };
}

const runner = () => new Runner();
runner.inject = [];
export const strykerPlugins = [declareFactoryPlugin(PluginKind.TestRunner, 'specs', runner)];
