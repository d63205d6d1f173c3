import { type Language, messageOf, type Problem, toProblem } from '@gridstaff/contracts';
import type { ErrorPlace } from '@gridstaff/kernel';
import { asKnownError, CommandError } from './failures';
import { Progress } from './progress';

/** 0 done; 1 the thing asked about does not hold, or some rows failed; 2 wrong usage or input; 3 bug or broken environment. */
export const EXIT = { done: 0, failed: 1, usage: 2, broken: 3 } as const;
export type ExitCode = (typeof EXIT)[keyof typeof EXIT];

/** Correct usage on sound data, but what was asked for cannot be: the fund does not carry it. */
const DOES_NOT_HOLD: ReadonlySet<string> = new Set(['FUND_SHORT', 'FUND_ZERO_LINE']);

/** Messages follow LANG (LC_ALL, LC_MESSAGES first): Chinese for zh…, English otherwise. */
export function languageOf(env: Readonly<Record<string, string | undefined>>): Language {
  const locale = env.LC_ALL || env.LC_MESSAGES || env.LANG || '';
  return locale.toLowerCase().startsWith('zh') ? 'zh' : 'en';
}

/** Help texts are made before any option is read, in the language of the shell. */
export const inShellLanguage = (zh: string, en: string): string => (languageOf(process.env) === 'zh' ? zh : en);

/** `{ "error": … }` of a failed command with --json: the one document on standard output is never missing. */
interface ErrorDocument {
  code: string;
  message: string;
  place: ErrorPlace;
  details: ErrorDocument[];
}

const documentOf = (problem: Problem, language: Language): ErrorDocument => ({
  code: problem.code,
  message: messageOf(problem, language),
  place: problem.place,
  details: problem.details.map((detail) => documentOf(detail, language)),
});

/** `file sheet!row column path`, as far as the error knows them. */
function placeText({ file, sheet, row, column, path, field }: Problem['place']): string {
  const cell = sheet === undefined ? undefined : `${sheet}${row === undefined ? '' : `!${row}`}`;
  return [file, cell, column, path ?? field].filter((part) => part !== undefined).join(' ');
}

/** Standard output carries answers only; everything said to a person goes to standard error. */
export class Output {
  readonly progress: Progress;
  private answered = false;

  constructor(
    readonly json: boolean,
    readonly language: Language,
  ) {
    this.progress = new Progress(process.stderr);
  }

  /** The answer: one JSON document with --json, else the text. */
  answer(document: unknown, text: () => string): void {
    this.print(this.json ? JSON.stringify(document) : text());
  }

  /** The answer as it stands; there is one per command. */
  print(answer: string): void {
    this.progress.clear();
    this.answered = true;
    process.stdout.write(`${answer}\n`);
  }

  say(zh: string, en: string): void {
    this.tell(this.text(zh, en));
  }

  text(zh: string, en: string): string {
    return this.language === 'zh' ? zh : en;
  }

  /** Prints an error with everything it knows about the place, and tells the exit code that goes with its kind. */
  error(error: unknown): ExitCode {
    const known = asKnownError(error);
    const problem = known instanceof CommandError ? known.toProblem() : toProblem(known);
    this.problem(problem, '');
    if (problem.code === 'BUG') this.tell(error instanceof Error ? (error.stack ?? error.message) : String(error));
    if (this.json && !this.answered) this.answer({ error: documentOf(problem, this.language) }, () => '');
    if (DOES_NOT_HOLD.has(problem.code)) return EXIT.failed;
    return problem.status >= 500 ? EXIT.broken : EXIT.usage;
  }

  private problem(problem: Problem, indent: string): void {
    const place = placeText(problem.place);
    this.tell(`${indent}${problem.code}${place ? ` (${place})` : ''}: ${messageOf(problem, this.language)}`);
    for (const detail of problem.details) this.problem(detail, `${indent}  `);
  }

  private tell(line: string): void {
    this.progress.clear();
    process.stderr.write(`${line}\n`);
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
