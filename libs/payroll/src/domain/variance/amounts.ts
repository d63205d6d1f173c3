import type { Fen } from '@gridstaff/kernel';
import type { PayLine } from '@gridstaff/pay-engine';
import { costOf, type Totals } from '../run';

/** What people compare of a slip, fen; `cost` is everything the centre owes for it. */
export interface Figures {
  net: Fen;
  gross: Fen;
  cost: Fen;
}

export const FIGURES = ['net', 'gross', 'cost'] as const satisfies readonly (keyof Figures)[];

/** A slip as it is compared: three figures and every item. */
export interface Amounts extends Figures {
  /** By item number; an item that is not there is nought. */
  readonly items: ReadonlyMap<number, Fen>;
}

export const NOTHING: Amounts = { net: 0, gross: 0, cost: 0, items: new Map() };

/** A slip as its figures and items. */
export const amountsOf = (totals: Totals, lines: readonly PayLine[]): Amounts => ({
  net: totals.net,
  gross: totals.gross,
  cost: costOf(totals),
  items: new Map(lines.map(({ itemNo, amount }) => [itemNo, amount])),
});

/** b − a; items that do not differ are left out. */
export function difference(b: Amounts, a: Amounts): Amounts {
  const items = new Map<number, Fen>();
  for (const no of new Set([...a.items.keys(), ...b.items.keys()])) {
    const change = (b.items.get(no) ?? 0) - (a.items.get(no) ?? 0);
    if (change !== 0) items.set(no, change);
  }
  return { net: b.net - a.net, gross: b.gross - a.gross, cost: b.cost - a.cost, items };
}

export const isNothing = (a: Amounts): boolean => FIGURES.every((name) => a[name] === 0) && a.items.size === 0;

export function plus(a: Amounts, b: Amounts): Amounts {
  const items = new Map(a.items);
  for (const [no, amount] of b.items) items.set(no, (items.get(no) ?? 0) + amount);
  for (const [no, amount] of items) if (amount === 0) items.delete(no);
  return { net: a.net + b.net, gross: a.gross + b.gross, cost: a.cost + b.cost, items };
}
