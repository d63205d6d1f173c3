import type { LineBuilder } from '../program/builder';
import type { Ref } from '../program/table';
import type { Node } from './parser';

/** What the names in a formula mean where it is written. */
export interface Names {
  /** An input or another item. */
  value(name: string): Ref;
  lookUp(table: string, x: Ref): Ref;
}

/** Writes a parsed formula as elementary steps. */
export function writeFormula(node: Node, b: LineBuilder, names: Names): Ref {
  const write = (n: Node): Ref => writeFormula(n, b, names);
  switch (node.kind) {
    case 'number':
      return b.literal(node.value);
    case 'name':
      return names.value(node.name);
    case 'minus':
      return b.add([], [write(node.x)]);
    case 'arithmetic':
      return arithmetic(node.operator, write(node.a), write(node.b), b);
    case 'if':
      return b.choose(node.comparison, write(node.a), write(node.b), write(node.then), write(node.otherwise));
    case 'extreme':
      return node.of.map(write).reduce((x, y) => (node.which === 'min' ? b.atMost(x, y) : b.atLeast(x, y)));
    case 'round':
      return b.round(write(node.x), 'half_up', node.unit);
    case 'lookup':
      return names.lookUp(node.table, write(node.x));
  }
}

function arithmetic(operator: '+' | '-' | '*' | '/', x: Ref, y: Ref, b: LineBuilder): Ref {
  switch (operator) {
    case '+':
      return b.add([x, y]);
    case '-':
      return b.add([x], [y]);
    case '*':
      return b.multiply(x, y);
    case '/':
      return b.divide(x, y);
  }
}
