import { invariant } from '@gridstaff/kernel';
import { writeFormula } from '../formula/write';
import { ENGINE_VERSION, type PayItemDefinition, type PeriodParameters } from '../model';
import { LineBuilder, TableBuilder } from '../program/builder';
import { HERE, type ProgramTable, type Ref, type TextEntry } from '../program/table';
import { prorate, prorateLast } from '../rules/proration';
import { builtInText } from '../texts';
import type { CompiledItem, CompiledScheme } from './compiled';
import { INPUT, MONTH_DAYS } from './names';
import { totalOf } from './rule-traits';
import { isReduced, isTaxable } from './selections';
import { SchemeTables } from './tables';
import { RuleWriter } from './write-rules';

/** Writes the program table of a scheme under the parameters of one month: the same for every worker of the run. */
export function writePrograms(scheme: CompiledScheme, parameters: PeriodParameters): ProgramTable {
  const { region, period, taxMonth, fingerprint } = parameters;
  const head = { engine: ENGINE_VERSION, scheme: scheme.definition.code, region, period, taxMonth, fingerprint };
  const table = new TableBuilder(head, (key) => builtInText(key) ?? inputText(scheme, key));
  for (const name of ['segment.from_day', 'segment.to_day', HERE]) table.segmentValue(name);
  const writer = new Writer(scheme, parameters, table);
  for (const item of scheme.items) writer.item(item);
  return table.build();
}

/** Month and segment values named by formulas are the inputs themselves; everything else is known to the engine. */
function inputText(scheme: CompiledScheme, key: string): TextEntry {
  const name = key.slice(INPUT.length);
  const described = scheme.definition.inputs?.[name];
  return described
    ? { zh: described.nameZh, en: described.nameEn, unit: described.unit }
    : { zh: name, en: name, unit: 'number' };
}

/** A formula that runs per segment reads the full-month value of items of these behaviours, the amount of any other. */
const PER_SEGMENT: ReadonlySet<string> = new Set(['segment', 'calendar', 'last']);

class Writer {
  private readonly rules: RuleWriter;
  private readonly tables: SchemeTables;

  constructor(
    scheme: CompiledScheme,
    parameters: PeriodParameters,
    private readonly table: TableBuilder,
  ) {
    this.rules = new RuleWriter(scheme, parameters);
    this.tables = new SchemeTables(scheme.definition, parameters.period);
  }

  item(item: CompiledItem): void {
    const { definition } = item;
    if (!this.rules.hasLine(definition)) return;
    const b = new LineBuilder(this.table, {
      item: definition.no,
      code: definition.code,
      zh: definition.nameZh,
      en: definition.nameEn,
      kind: definition.kind,
      total: totalOf(definition),
      recovers: definition.rule === 'recovery',
      taxable: isTaxable(definition),
      special: this.rules.isDeductible(definition),
    });
    if (item.formula) this.formula(item, b);
    else this.rules.write(definition, b);
  }

  private formula({ definition, formula, names }: CompiledItem, b: LineBuilder): void {
    invariant(formula, `item ${definition.no} has no formula`);
    b.onlyWith(MONTH_DAYS);
    if (definition.behaviour === 'once') {
      // The segments share the month's amount by their scheduled days.
      const split = isReduced(definition) ? b.takeEach('segment.scheduled_days') : undefined;
      b.total();
      const value = writeFormula(formula, b, {
        value: (name) => {
          const other = names.get(name);
          return other ? this.amountOf(other, b) : b.take(INPUT + name);
        },
        lookUp: (table, x) => b.lookUpValue(x, table, this.tables.inMonth(table)),
      });
      return b.finish(b.label(b.round(value), 'item.amount'), { split, pays: 'last' });
    }
    const standard = writeFormula(formula, b, {
      value: (name) => {
        const other = names.get(name);
        if (!other) return b.takeEach(INPUT + name);
        return PER_SEGMENT.has(other.behaviour) ? b.standard(other.no) : this.amountOf(other, b);
      },
      lookUp: (table, x) => this.tables.inSegment(table, x, b),
    });
    if (definition.behaviour === 'last') return prorateLast(b, standard);
    prorate(b, standard, definition.behaviour === 'calendar' ? 'calendar' : 'segment');
  }

  /** A rule without a line pays nothing. */
  private amountOf(item: PayItemDefinition, b: LineBuilder): Ref {
    return this.rules.hasLine(item) ? b.line(item.no) : b.number(0);
  }
}
