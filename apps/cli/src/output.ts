import { type Language, messageOf, type Problem, toProblem } from '@gridstaff/contracts';

/** 0 done; 1 the thing asked about does not hold, or some rows failed; 2 wrong usage or input; 3 bug or broken environment. */
export const EXIT = { done: 0, failed: 1, usage: 2, broken: 3 } as const;
export type ExitCode = (typeof EXIT)[keyof typeof EXIT];

/** Messages follow LANG (LC_ALL, LC_MESSAGES first): Chinese for zh…, English otherwise. */
export function languageOf(env: NodeJS.ProcessEnv): Language {
  const locale = env.LC_ALL || env.LC_MESSAGES || env.LANG || '';
  return locale.toLowerCase().startsWith('zh') ? 'zh' : 'en';
}

const places = (problem: Problem): string =>
  [problem.place.file, problem.place.path ?? problem.place.field].filter((part) => part !== undefined).join(' ');

/** Standard output carries answers only; everything said to a person goes to standard error. */
export class Output {
  constructor(
    readonly json: boolean,
    readonly language: Language,
  ) {}

  /** The answer: one JSON document with --json, else the text. */
  answer(document: unknown, text: () => string): void {
    process.stdout.write(this.json ? `${JSON.stringify(document)}\n` : `${text()}\n`);
  }

  say(zh: string, en: string): void {
    process.stderr.write(`${this.language === 'zh' ? zh : en}\n`);
  }

  text(zh: string, en: string): string {
    return this.language === 'zh' ? zh : en;
  }

  /** Prints an error with everything it knows about the place, and tells the exit code that goes with its kind. */
  error(error: unknown): ExitCode {
    const problem = toProblem(error);
    this.problem(problem, '');
    if (problem.code === 'BUG') process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
    return problem.status >= 500 ? EXIT.broken : EXIT.usage;
  }

  private problem(problem: Problem, indent: string): void {
    const place = places(problem);
    process.stderr.write(`${indent}${problem.code}${place ? ` (${place})` : ''}: ${messageOf(problem, this.language)}\n`);
    for (const detail of problem.details) this.problem(detail, `${indent}  `);
  }
}

/** Columns aligned for a terminal; East Asian wide characters count two cells. */
export function table(headers: readonly string[], rows: readonly (readonly string[])[], rightAligned: ReadonlySet<number>): string {
  const width = (text: string): number => [...text].reduce((n, c) => n + (/[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]/.test(c) ? 2 : 1), 0);
  const widths = headers.map((h, i) => Math.max(width(h), ...rows.map((row) => width(row[i] ?? ''))));
  const line = (cells: readonly string[]): string =>
    cells
      .map((cell, i) => {
        const gap = ' '.repeat((widths[i] as number) - width(cell));
        return rightAligned.has(i) ? gap + cell : cell + gap;
      })
      .join('  ')
      .trimEnd();
  return [line(headers), widths.map((w) => '-'.repeat(w)).join('  '), ...rows.map(line)].join('\n');
}
