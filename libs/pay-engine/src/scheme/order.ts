import { DomainError } from '@gridstaff/kernel';
import type { CompiledItem } from './compiled';
import { readsOf } from './selections';

/**
 * Items so that whatever one reads comes before it; among those ready the lowest number first.
 * @throws DomainError SCHEME_CYCLE naming the items of one circle
 */
export function orderItems(items: readonly CompiledItem[]): CompiledItem[] {
  const sorted = [...items].sort((a, b) => a.definition.no - b.definition.no);
  const byNo = new Map(sorted.map((item) => [item.definition.no, item]));
  const needs = new Map(sorted.map((item) => [item.definition.no, needsOf(item, sorted)]));
  const ordered: CompiledItem[] = [];
  const state = new Map<number, 'open' | 'done'>();
  const path: number[] = [];
  const visit = (no: number): void => {
    if (state.get(no) === 'done') return;
    path.push(no);
    if (state.get(no) === 'open') throw cycle(path.slice(path.indexOf(no)), byNo);
    state.set(no, 'open');
    for (const other of needs.get(no) ?? []) visit(other);
    state.set(no, 'done');
    path.pop();
    ordered.push(byNo.get(no) as CompiledItem);
  };
  for (const item of sorted) visit(item.definition.no);
  return ordered;
}

function needsOf(item: CompiledItem, all: readonly CompiledItem[]): number[] {
  const named = [...item.names.values()].filter((other) => other !== undefined).map((other) => other.no);
  const select = readsOf(item.definition);
  const read = all.filter((other) => select(other.definition)).map((other) => other.definition.no);
  return [...new Set([...named, ...read])].sort((a, b) => a - b);
}

function cycle(path: readonly number[], byNo: ReadonlyMap<number, CompiledItem>): DomainError {
  const codes = path.map((no) => (byNo.get(no) as CompiledItem).definition.code);
  return new DomainError('SCHEME_CYCLE', { items: codes.join(' → ') }, { path: 'items' });
}
