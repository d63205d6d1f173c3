import { ratio, type Rational, type RoundingMode } from '@gridstaff/kernel';
import type { Bracket, Sourced, TableVersion } from '../model';
import type {
  Column,
  Comparison,
  ConstantEntry,
  Gate,
  LineProgram,
  ProgramTable,
  Pays,
  Ref,
  Step,
  TableEntry,
  TextEntry,
  Unit,
} from './table';

type Header = Pick<LineProgram, 'item' | 'code' | 'zh' | 'en' | 'kind' | 'total' | 'recovers' | 'taxable' | 'special'>;

/** Collects the line programs of a run and interns the names, constants, tables and texts they share. */
export class TableBuilder {
  private readonly month: string[] = [];
  private readonly segment: string[] = [];
  private readonly constants: ConstantEntry[] = [];
  private readonly tables: TableEntry[] = [];
  private readonly texts: Record<string, TextEntry> = {};
  private readonly lines: LineProgram[] = [];

  constructor(
    private readonly head: Pick<ProgramTable, 'engine' | 'scheme' | 'region' | 'period' | 'taxMonth' | 'fingerprint'>,
    private readonly describe: (key: string) => TextEntry,
  ) {}

  monthValue(name: string): number {
    this.text(name);
    return intern(this.month, name);
  }

  segmentValue(name: string): number {
    this.text(name);
    return intern(this.segment, name);
  }

  constant(entry: ConstantEntry): number {
    const found = this.constants.findIndex((c) => c.key === entry.key && c.value === entry.value);
    return found >= 0 ? found : this.constants.push(entry) - 1;
  }

  table(brackets: Sourced<readonly Bracket[]>): number {
    const found = this.tables.findIndex((t) => t.key === brackets.key);
    if (found >= 0) return found;
    const { key, source, confidence } = brackets;
    const rows = brackets.value.map(
      (b) => [b.upTo, ratio.formatRational(ratio.parseDecimal(b.rate)), b.quick] as const,
    );
    return this.tables.push({ key, source, confidence, rows }) - 1;
  }

  /** A table of the scheme: its key never meets that of a parameter. */
  schemeTable(name: string, { from, rows }: TableVersion): number {
    const key = `scheme.${name}@${from}`;
    const found = this.tables.findIndex((t) => t.key === key);
    if (found >= 0) return found;
    const exact = (value: number | string): string => ratio.formatRational(ratio.parseDecimal(String(value)));
    const edge = (upTo: number | string | null): number | string | null => {
      if (upTo === null) return null;
      const text = exact(upTo);
      return text.includes('/') ? text : Number(text);
    };
    const entry = { key, source: '', confidence: 'literal' } as const;
    return this.tables.push({ ...entry, rows: rows.map((row) => [edge(row.upTo), exact(row.value), 0] as const) }) - 1;
  }

  text(key: string): void {
    this.texts[key] ??= this.describe(key);
  }

  add(line: LineProgram): void {
    this.lines.push(line);
  }

  build(): ProgramTable {
    const { month, segment, constants, tables, texts, lines } = this;
    return { ...this.head, month, segment, constants, tables, texts, lines };
  }
}

/** Writes one line program: first what runs per segment, then, after `total()`, what runs once. Equal steps are written once. */
export class LineBuilder {
  private readonly each: Step[] = [];
  private steps: Step[] | null = null;
  private readonly known = new Map<string, Ref>();
  private readonly labels: [Ref, string][] = [];
  private when: number | null = null;
  private gate: Gate = 'present';

  constructor(
    readonly table: TableBuilder,
    private readonly header: Header,
  ) {}

  /** From here on the steps run once, over the whole month. */
  total(): this {
    this.steps ??= [];
    this.known.clear();
    return this;
  }

  /** The line exists only for workers that have this month value. */
  onlyWith(name: string): this {
    this.when = this.table.monthValue(name);
    return this;
  }

  /** The line exists only for workers with a month value other than zero: it costs the others nothing. */
  onlyWithSome(name: string): this {
    this.gate = 'nonzero';
    return this.onlyWith(name);
  }

  take(name: string): Ref {
    return this.push(['take', this.table.monthValue(name)]);
  }

  takeEach(name: string): Ref {
    return this.push(['take_each', this.table.segmentValue(name)]);
  }

  /** A number of a sourced parameter; `part` when it is one of several, `text` names it in explanations. */
  parameter(sourced: Sourced<unknown>, value: Rational, unit: Unit, text: string, part?: string): Ref {
    const key = part ? `${sourced.key}.${part}` : sourced.key;
    const { source, confidence } = sourced;
    this.table.text(text);
    return this.push([
      'constant',
      this.table.constant({ key, value: ratio.formatRational(value), unit, text, source, confidence }),
    ]);
  }

  money(sourced: Sourced<number>, text: string): Ref {
    return this.parameter(sourced, ratio.ofFen(sourced.value), 'money', text);
  }

  decimal(sourced: Sourced<string>, text: string): Ref {
    return this.parameter(sourced, ratio.parseDecimal(sourced.value), 'number', text);
  }

  /** A number written in a formula or fixed by a rule's own wording. */
  literal(value: Rational): Ref {
    const text = ratio.formatRational(value);
    const entry = {
      key: `literal.${text}`,
      value: text,
      unit: 'number',
      text: '',
      source: '',
      confidence: 'literal',
    } as const;
    return this.push(['constant', this.table.constant(entry)]);
  }

  number(value: number): Ref {
    return this.literal(ratio.rational(value));
  }

  line(item: number): Ref {
    return this.push(['line', item]);
  }

  share(item: number): Ref {
    return this.push(['share', item]);
  }

  standard(item: number): Ref {
    return this.push(['standard', item]);
  }

  add(plus: readonly Ref[], minus: readonly Ref[] = []): Ref {
    if (plus.length === 1 && minus.length === 0) return plus[0] as Ref;
    return this.push(['add', plus, minus]);
  }

  multiply(a: Ref, b: Ref): Ref {
    return this.push(['multiply', a, b]);
  }

  divide(a: Ref, b: Ref): Ref {
    return this.push(['divide', a, b]);
  }

  clamp(x: Ref, lower: Ref | null, upper: Ref | null): Ref {
    return this.push(['clamp', x, lower, upper]);
  }

  atLeast(x: Ref, lower: Ref): Ref {
    return this.clamp(x, lower, null);
  }

  atMost(x: Ref, upper: Ref): Ref {
    return this.clamp(x, null, upper);
  }

  lookUp(x: Ref, brackets: Sourced<readonly Bracket[]>, column: Column): Ref {
    return this.push(['look_up', x, this.table.table(brackets), column]);
  }

  lookUpValue(x: Ref, name: string, version: TableVersion): Ref {
    return this.push(['look_up', x, this.table.schemeTable(name, version), 'value']);
  }

  round(x: Ref, mode: RoundingMode = 'half_up', unit = 1): Ref {
    return this.push(['round', x, mode, unit]);
  }

  choose(comparison: Comparison, a: Ref, b: Ref, then: Ref, otherwise: Ref): Ref {
    return this.push(['choose', comparison, a, b, then, otherwise]);
  }

  /** Adds the segments' values of a step of `each`. */
  sum(ref: Ref): Ref {
    return this.push(['sum', ref]);
  }

  /** Value of a step of `each` in the last segment. */
  last(ref: Ref): Ref {
    return this.push(['last', ref]);
  }

  /** Names a step in explanations; the text key's rule text tells its meaning and source. */
  label(ref: Ref, key: string): Ref {
    this.table.text(key);
    if (!this.labels.some(([r]) => r === ref)) this.labels.push([ref, key]);
    return ref;
  }

  finish(result: Ref, more: { standard?: Ref; split?: Ref; pays?: Pays } = {}): void {
    const { each, when, gate } = this;
    const steps = this.steps ?? [];
    const labels = [...this.labels].sort((a, b) => a[0] - b[0]);
    const { standard = result, split = null, pays = 'all' } = more;
    this.table.add({ ...this.header, when, gate, each, steps, result, standard, split, pays, labels });
  }

  private push(step: Step): Ref {
    const key = JSON.stringify(step);
    const known = this.known.get(key);
    if (known !== undefined) return known;
    const ref = this.steps === null ? this.each.push(step) - 1 : this.each.length + this.steps.push(step) - 1;
    this.known.set(key, ref);
    return ref;
  }
}

function intern(list: string[], name: string): number {
  const found = list.indexOf(name);
  return found >= 0 ? found : list.push(name) - 1;
}
