import { ratio, type Rational } from '@gridstaff/kernel';
import type { Machine } from './machine';
import { print } from './print';
import type { LineProgram, ProgramTable, Ref, Step, Unit } from './table';

export type Language = 'zh' | 'en';

const WORDS = {
  zh: {
    min: '最小',
    max: '最大',
    if: '如果',
    round: '取整',
    lookUp: '查表',
    rate: '税率',
    quick: '速算扣除数',
    share: '（时段份额）',
    standard: '（标准）',
    half_up: '四舍五入',
    down: '舍去',
    up: '进位',
  },
  en: {
    min: 'MIN',
    max: 'MAX',
    if: 'IF',
    round: 'ROUND',
    lookUp: 'LOOKUP',
    rate: 'rate',
    quick: 'quick deduction',
    share: ' (share of the segment)',
    standard: ' (standard)',
    half_up: 'half up',
    down: 'down',
    up: 'up',
  },
} as const;

interface Printed {
  text: string;
  /** How strongly it binds: sums 1, products 2, everything else 3. */
  strength: 1 | 2 | 3;
  /** Money times or by a number is money, money by money is a number. */
  unit: Unit;
}

/** Prints one step of a line as a formula over named values, and collects those values and their sources. */
export class Expression {
  readonly values = new Map<string, string>();
  readonly sources = new Set<string>();
  unconfirmed = false;
  private readonly labels: ReadonlyMap<Ref, string>;
  private readonly table: ProgramTable;

  constructor(
    private readonly machine: Machine,
    private readonly index: number,
    private readonly segment: number,
    private readonly language: Language,
  ) {
    this.table = machine.table;
    this.labels = new Map(this.line.labels);
  }

  /** The step itself is written out, the labelled steps inside it by name. */
  print(root: Ref): string {
    const step = this.step(root);
    return (
      step[0] === 'round' && step[2] === 'half_up' && step[3] === 1 ? this.inner(step[1], root) : this.write(root)
    ).text;
  }

  private get line(): LineProgram {
    return this.table.lines[this.index] as LineProgram;
  }

  private step(ref: Ref): Step {
    const { each, steps } = this.line;
    return (ref < each.length ? each[ref] : steps[ref - each.length]) as Step;
  }

  private value(ref: Ref): Rational | undefined {
    return this.machine.valueOf(this.index, ref, this.segment);
  }

  private inner(ref: Ref, root?: Ref): Printed {
    const label = ref === root ? undefined : this.labels.get(ref);
    if (label === undefined) return this.write(ref);
    const text = this.table.texts[label];
    return this.leaf(text?.[this.language] ?? label, ref, text?.unit ?? 'number');
  }

  private leaf(name: string, ref: Ref, unit: Unit): Printed {
    this.values.set(name, print(this.value(ref), unit));
    return { text: name, strength: 3, unit };
  }

  private write(ref: Ref): Printed {
    const step = this.step(ref);
    const words = WORDS[this.language];
    switch (step[0]) {
      case 'take':
        return this.named(this.table.month[step[1]] as string, ref);
      case 'take_each':
        return this.named(this.table.segment[step[1]] as string, ref);
      case 'constant':
        return this.constant(step[1], ref);
      case 'line':
        return this.leaf(this.itemName(step[1]), ref, this.itemUnit(step[1]));
      case 'share':
        return this.leaf(this.itemName(step[1]) + (this.machine.segmentCount > 1 ? words.share : ''), ref, 'money');
      case 'standard':
        return this.leaf(this.itemName(step[1]) + words.standard, ref, 'money');
      case 'add':
        return this.sum(step[1], step[2]);
      case 'multiply': {
        const [a, b] = [this.wrapped(step[1], 2), this.wrapped(step[2], 2)];
        return { text: `${a.text} × ${b.text}`, strength: 2, unit: either(a.unit, b.unit) };
      }
      case 'divide': {
        const [a, b] = [this.wrapped(step[1], 2), this.wrapped(step[2], 3)];
        return { text: `${a.text} ÷ ${b.text}`, strength: 2, unit: b.unit === 'money' ? 'number' : a.unit };
      }
      case 'clamp': {
        const x = this.inner(step[1]);
        const upper = step[3] === null ? x.text : `${words.min}(${x.text}, ${this.inner(step[3]).text})`;
        const text = step[2] === null ? upper : `${words.max}(${upper}, ${this.inner(step[2]).text})`;
        return { text, strength: 3, unit: x.unit };
      }
      case 'look_up': {
        const table = this.table.tables[step[2]];
        if (step[3] === 'value') {
          const name = table?.key.slice('scheme.'.length) ?? '';
          return this.leaf(`${words.lookUp}(${name}, ${this.inner(step[1]).text})`, ref, 'number');
        }
        if (table) this.source(table.source, table.confidence);
        return this.leaf(words[step[3]], ref, step[3] === 'rate' ? 'number' : 'money');
      }
      case 'round': {
        const x = this.inner(step[1]);
        const text = `${words.round}(${x.text}, ${print(ratio.ofFen(step[3]), x.unit)}, ${words[step[2]]})`;
        return { text, strength: 3, unit: x.unit };
      }
      case 'choose': {
        const [, comparison, a, b, then, otherwise] = step;
        const condition = `${this.inner(a).text} ${comparison} ${this.inner(b).text}`;
        const [yes, no] = [this.inner(then), this.inner(otherwise)];
        return {
          text: `${words.if}(${condition}, ${yes.text}, ${no.text})`,
          strength: 3,
          unit: either(yes.unit, no.unit),
        };
      }
      case 'last':
        return this.inner(step[1]);
      case 'sum':
        return this.total(step[1], ref);
    }
  }

  /** With one segment a sum is its only term; with several it is named as a whole, the terms have their own steps. */
  private total(each: Ref, ref: Ref): Printed {
    if (this.machine.segmentCount === 1) return this.inner(each);
    const before = new Set(this.values.keys());
    const { text, unit } = this.inner(each);
    for (const name of [...this.values.keys()]) if (!before.has(name)) this.values.delete(name);
    return this.leaf(`Σ(${text})`, ref, unit);
  }

  private sum(plus: readonly Ref[], minus: readonly Ref[]): Printed {
    const added = plus.map((ref) => this.inner(ref));
    const taken = minus.map((ref) => this.wrapped(ref, 2));
    const text = added.map((one) => one.text).join(' + ') + taken.map((one) => ` − ${one.text}`).join('');
    return {
      text: text.trim(),
      strength: 1,
      unit: [...added, ...taken].map((one) => one.unit).reduce(either, 'number'),
    };
  }

  /** In brackets where it binds less than its place asks for. */
  private wrapped(ref: Ref, strength: 2 | 3): Printed {
    const inner = this.inner(ref);
    return inner.strength < strength ? { ...inner, text: `(${inner.text})` } : inner;
  }

  private named(key: string, ref: Ref): Printed {
    const text = this.table.texts[key];
    return this.leaf(text?.[this.language] ?? key, ref, text?.unit ?? 'number');
  }

  private constant(index: number, ref: Ref): Printed {
    const entry = this.table.constants[index];
    if (!entry || entry.confidence === 'literal') {
      const unit = entry?.unit ?? 'number';
      return { text: print(this.value(ref), unit), strength: 3, unit };
    }
    this.source(entry.source, entry.confidence);
    return this.leaf(this.table.texts[entry.text]?.[this.language] ?? entry.key, ref, entry.unit);
  }

  private source(source: string, confidence: string): void {
    this.sources.add(source);
    if (confidence === 'unconfirmed') this.unconfirmed = true;
  }

  private itemName(no: number): string {
    const line = this.table.lines.find((l) => l.item === no);
    return line?.[this.language] ?? String(no);
  }

  /** An item is an amount unless its result is named as something else: a rate, months. */
  private itemUnit(no: number): Unit {
    const line = this.table.lines.find((l) => l.item === no);
    const [, key = ''] = line?.labels.find(([ref]) => ref === line.result) ?? [];
    return this.table.texts[key]?.unit ?? 'money';
  }
}

const either = (a: Unit, b: Unit): Unit => (a === 'money' || b === 'money' ? 'money' : 'number');
