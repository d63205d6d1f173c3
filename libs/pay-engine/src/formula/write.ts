import type { LineBuilder } from '../program/builder';
import type { Ref } from '../program/table';
import type { Node } from './parser';

/** Writes a parsed formula as elementary steps; `name` resolves an input or another item. */
export function writeFormula(node: Node, b: LineBuilder, name: (name: string) => Ref): Ref {
  const write = (n: Node): Ref => writeFormula(n, b, name);
  switch (node.kind) {
    case 'number':
      return b.literal(node.value);
    case 'name':
      return name(node.name);
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
