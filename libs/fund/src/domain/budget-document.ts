import { DomainError, type Fen, formatYuan, sumFen } from '@gridstaff/kernel';
import { type BudgetInfo, type FundKind } from './fund';
import { parseWan } from './wan';

export interface BudgetLine {
  name: string;
  /** Null: its name. */
  code: string | null;
  kind: FundKind;
  amount: Fen;
  purpose: string | null;
  functionCode: string | null;
  economicCode: string | null;
}

/** A published department budget (部门预算公开), read and proved to add up. */
export interface BudgetDocument {
  unitName: string;
  region: string;
  fiscalYear: number;
  source: string;
  excludes: string | null;
  posts: number;
  filled: number;
  total: Fen;
  previousTotal: Fen;
  /** What can be spent: basic lines, projects, zero lines, in this order. */
  lines: BudgetLine[];
  info: BudgetInfo[];
}

type Members = Record<string, unknown>;

const INCOME = ['generalPublicBudget', 'governmentFund', 'fiscalAccountNonTax', 'other'] as const;
const PERFORMANCE = ['basic', 'project'] as const;
const PROCUREMENT = ['goods', 'services', 'works'] as const;

/** Collects every finding, so that a file is mended in one round. */
class Findings {
  readonly errors: DomainError[] = [];

  /** A code of the catalogue at a path of the document. */
  add(code: string, path: string, params: DomainError['params'] = {}): void {
    this.errors.push(new DomainError(code, params, { path }));
  }

  attempt<T>(path: string, fallback: T, read: () => T): T {
    try {
      return read();
    } catch (error) {
      if (!(error instanceof DomainError)) throw error;
      this.errors.push(new DomainError(error.code, error.params, { path }));
      return fallback;
    }
  }

  object(value: unknown, path: string, known?: readonly string[], optional: readonly string[] = []): Members {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) {
      this.add('INVALID_INPUT', path, { reason: `${path}: {…}` });
      return {};
    }
    const members = value as Members;
    if (known) {
      for (const name of Object.keys(members)) {
        if (!known.includes(name)) this.add('UNKNOWN_FIELD', `${path}.${name}`, { name });
      }
      for (const name of known) {
        if (!Object.hasOwn(members, name) && !optional.includes(name))
          this.add('MISSING_FIELD', `${path}.${name}`, { name });
      }
    }
    return members;
  }

  text(value: unknown, path: string, longest = 120): string {
    if (typeof value === 'string' && value.trim() !== '' && value.length <= longest) return value.trim();
    if (value !== undefined) this.add('INVALID_INPUT', path, { reason: `${path}: “…” (1–${longest})` });
    return '';
  }

  count(value: unknown, path: string): number {
    if (Number.isSafeInteger(value) && (value as number) >= 0 && (value as number) < 1_000_000) return value as number;
    if (value !== undefined) this.add('OUT_OF_RANGE', path, { value: String(value).slice(0, 40) });
    return 0;
  }

  /** 万元 as text: a JSON number would already have lost its exactness. */
  wan(value: unknown, path: string): Fen {
    if (value === undefined) return 0;
    if (typeof value !== 'string') {
      this.add('NOT_A_NUMBER', path, { value: String(value).slice(0, 40) });
      return 0;
    }
    return this.attempt(path, 0, () => parseWan(value, path));
  }

  list(value: unknown, path: string): unknown[] {
    if (Array.isArray(value)) return value as unknown[];
    if (value !== undefined) this.add('INVALID_INPUT', path, { reason: `${path}: […]` });
    return [];
  }

  sum(what: string, stated: Fen, parts: readonly Fen[], path: string): void {
    const summed = this.attempt(path, stated, () => sumFen(parts));
    if (summed !== stated)
      this.add('BUDGET_SUM', path, { what, stated: formatYuan(stated), summed: formatYuan(summed) });
  }
}

const line = (name: string, kind: FundKind, amount: Fen, purpose: string | null = null): BudgetLine => ({
  name,
  code: null,
  kind,
  amount,
  purpose,
  functionCode: null,
  economicCode: null,
});

const TOP = [
  'centre',
  'region',
  'fiscalYear',
  'unit',
  'source',
  'staffing',
  'income',
  'byFunction',
  'basic',
  'projects',
  'projectTotal',
  'total',
  'previousYearTotal',
  'procurement',
  'zeroBudgets',
  'performanceTarget',
  'excludes',
] as const;

class BudgetReader {
  private readonly f = new Findings();
  private readonly info: BudgetInfo[] = [];

  read(json: unknown): BudgetDocument {
    const f = this.f;
    const top = f.object(json, 'budget', TOP, ['excludes']);
    if (top.unit !== undefined && top.unit !== '万元') f.add('INVALID_INPUT', 'budget.unit', { reason: 'unit: 万元' });
    const total = f.wan(top.total, 'budget.total');
    const [posts, filled] = this.staffing(top.staffing);
    this.table('income', top.income, total, INCOME);
    this.table('function', top.byFunction, total);
    const basic = this.basic(top.basic);
    const projects = f
      .list(top.projects, 'budget.projects')
      .map((item, i) => this.project(item, `budget.projects[${i}]`));
    const projectTotal = f.wan(top.projectTotal, 'budget.projectTotal');
    f.sum(
      'projectTotal',
      projectTotal,
      projects.map((p) => p.amount),
      'budget.projectTotal',
    );
    f.sum('total', total, [...basic.map((b) => b.amount), projectTotal], 'budget.total');
    this.procurement(top.procurement);
    this.performance(top.performanceTarget, total);
    const zero = f
      .list(top.zeroBudgets, 'budget.zeroBudgets')
      .map((name, i) => line(f.text(name, `budget.zeroBudgets[${i}]`), 'zero', 0));
    const lines = [...basic, ...projects, ...zero];
    this.namesOnce(lines);
    const fiscalYear = f.count(top.fiscalYear, 'budget.fiscalYear');
    if (fiscalYear < 2000 || fiscalYear > 2999)
      f.add('OUT_OF_RANGE', 'budget.fiscalYear', { value: String(fiscalYear) });
    const document = {
      unitName: f.text(top.centre, 'budget.centre', 200),
      region: f.text(top.region, 'budget.region', 12),
      source: f.text(top.source, 'budget.source', 80),
      excludes: top.excludes === undefined ? null : f.text(top.excludes, 'budget.excludes', 200),
      previousTotal: f.wan(top.previousYearTotal, 'budget.previousYearTotal'),
      ...{ fiscalYear, posts, filled, total, lines, info: this.info },
    };
    if (f.errors.length > 0) throw new DomainError('BUDGET_INVALID', { count: f.errors.length }, {}, f.errors);
    return document;
  }

  private note(section: BudgetInfo['section'], name: string, amount: Fen | null): void {
    this.info.push({ section, no: this.info.filter((i) => i.section === section).length + 1, name, amount });
  }

  private staffing(value: unknown): [number, number] {
    const path = 'budget.staffing';
    const members = this.f.object(value, path, ['posts', 'filled', 'sections'], ['sections']);
    this.f
      .list(members.sections, `${path}.sections`)
      .forEach((s, i) => this.note('unit_section', this.f.text(s, `${path}.sections[${i}]`), null));
    return [this.f.count(members.posts, `${path}.posts`), this.f.count(members.filled, `${path}.filled`)];
  }

  /** Another cut of the same total: each entry noted, all together the total. */
  private table(section: 'income' | 'function', value: unknown, total: Fen, known?: readonly string[]): void {
    const path = section === 'income' ? 'budget.income' : 'budget.byFunction';
    const members = this.f.object(value, path, known);
    const amounts = Object.entries(members).map(([name, amount]) => {
      const fen = this.f.wan(amount, `${path}.${name}`);
      this.note(section, this.f.text(name, `${path}.${name}`), fen);
      return fen;
    });
    this.f.sum(section, total, amounts, path);
  }

  private basic(value: unknown): BudgetLine[] {
    const members = this.f.object(value, 'budget.basic');
    const lines = Object.entries(members)
      .filter(([name]) => name !== 'total')
      .map(([name, amount]) =>
        line(this.f.text(name, `budget.basic.${name}`), 'basic', this.f.wan(amount, `budget.basic.${name}`)),
      );
    if (members.total === undefined) this.f.add('MISSING_FIELD', 'budget.basic.total', { name: 'total' });
    const stated = this.f.wan(members.total, 'budget.basic.total');
    this.f.sum(
      'basic',
      stated,
      lines.map((l) => l.amount),
      'budget.basic.total',
    );
    return lines;
  }

  private project(value: unknown, path: string): BudgetLine {
    const members = this.f.object(value, path, ['name', 'amount', 'purpose'], ['purpose']);
    const purpose = members.purpose === undefined ? null : this.f.text(members.purpose, `${path}.purpose`, 500);
    return line(
      this.f.text(members.name, `${path}.name`),
      'project',
      this.f.wan(members.amount, `${path}.amount`),
      purpose,
    );
  }

  private procurement(value: unknown): void {
    const path = 'budget.procurement';
    const members = this.f.object(value, path, ['total', ...PROCUREMENT]);
    const parts = PROCUREMENT.map((name) => this.f.wan(members[name], `${path}.${name}`));
    PROCUREMENT.forEach((name, i) => this.note('procurement', name, parts[i] as Fen));
    this.f.sum('procurement', this.f.wan(members.total, `${path}.total`), parts, `${path}.total`);
  }

  private performance(value: unknown, total: Fen): void {
    const path = 'budget.performanceTarget';
    const members = this.f.object(value, path, ['total', ...PERFORMANCE]);
    const parts = PERFORMANCE.map((name) => this.f.wan(members[name], `${path}.${name}`));
    PERFORMANCE.forEach((name, i) => this.note('performance', name, parts[i] as Fen));
    this.f.sum('performanceTarget', this.f.wan(members.total, `${path}.total`), parts, `${path}.total`);
    this.f.sum('performanceTarget', total, parts, path);
  }

  private namesOnce(lines: readonly BudgetLine[]): void {
    const seen = new Set<string>();
    for (const { name } of lines) {
      if (name !== '' && seen.has(name)) this.f.add('BUDGET_LINE_TWICE', 'budget', { name });
      seen.add(name);
    }
  }
}

/**
 * Reads the JSON form of a published budget. Strict: unknown or missing members, amounts that are no decimal text, and totals that are
 * not the sum of their parts are findings; all of them are reported at once.
 * @throws DomainError BUDGET_INVALID with the findings as details
 */
export function readBudgetDocument(json: unknown): BudgetDocument {
  return new BudgetReader().read(json);
}
