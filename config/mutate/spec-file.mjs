// One spec file: its tests are kept loaded, so that the usual change, which only acts while tests run, costs milliseconds.
import * as circus from 'jest-circus';

const ids = new WeakMap();
/** The file and the full name of a test. */
export const idOf = (test) => ids.get(test);
const fullName = ({ parent, name }) => (parent ? `${fullName(parent)} ${name}`.trim() : '');

/** What happens now; the test framework knows only one list of listeners. */
let listener = () => {};
circus.addEventHandler((event, state) => listener(event, state));

export class SpecFile {
  /** Changes that act while the file and what it imports are loaded: they need a new start. */
  reachedOnLoad = new Set();
  #modules;
  #kept;
  #ids = new Set();

  constructor(modules, file, name) {
    this.#modules = modules;
    this.file = file;
    this.name = name;
  }

  loadKept(shared) {
    Object.assign(shared.mutantCoverage, { static: {}, perTest: {} });
    this.#kept = this.#load();
    this.reachedOnLoad = new Set(Object.keys(shared.mutantCoverage.static));
    this.#ids = new Set(this.#kept.tests.map(idOf));
  }

  holdsAny(wanted) {
    return [...wanted].some((id) => this.#ids.has(id));
  }

  /**
   * Runs the wanted tests and returns those that ran, until the first failure unless `all`; `anew`: with everything loaded again. What fails
   * in the kept modules is confirmed in new ones: an earlier change may have left something behind.
   */
  async run(shared, { wanted, all = false, anew = false }) {
    if (anew) return this.#run(shared, this.#load(), wanted, all);
    const ran = await this.#run(shared, this.#kept, wanted, all);
    const failed = ran.filter(({ errors }) => errors.length > 0).map(idOf);
    if (failed.length === 0) return ran;
    const again = await this.#run(shared, this.#load(), new Set(failed), true);
    if (again.some(({ errors }) => errors.length > 0)) return again;
    const { activeMutant } = shared;
    shared.activeMutant = undefined;
    this.#kept = this.#load();
    shared.activeMutant = activeMutant;
    return this.#run(shared, this.#load(), wanted, all);
  }

  /** The tests of the file, with all modules loaded for the first time. */
  #load() {
    circus.resetState();
    const tests = [];
    listener = ({ name }, { currentDescribeBlock }) => {
      if (name !== 'add_test') return;
      const test = currentDescribeBlock.children.at(-1);
      ids.set(test, `${this.name} › ${fullName(test)}`);
      tests.push(test);
    };
    this.#modules.load(this.file);
    return { state: circus.getState(), tests };
  }

  async #run(shared, { state, tests }, wanted, all) {
    const ran = [];
    for (const test of tests) Object.assign(test, { errors: [], status: null, invocations: 0, mode: undefined });
    Object.assign(state, { unhandledErrors: [], hasStarted: false });
    circus.setState(state);
    let failed = false;
    listener = ({ name, test }) => {
      if (name === 'test_start') {
        if ((wanted && !wanted.has(idOf(test))) || (failed && !all)) test.mode = 'skip';
        else {
          shared.currentTestId = idOf(test);
          ran.push(test);
        }
      } else if (name === 'test_done') {
        shared.currentTestId = undefined;
        failed ||= test.errors.length > 0;
      }
    };
    const { unhandledErrors } = await circus.run();
    if (unhandledErrors.length > 0) throw new Error(unhandledErrors.join('\n'));
    return ran;
  }
}
