import { DomainError, ratio, type Rational } from '@gridstaff/kernel';
import type { Comparison } from '../program/table';
import { FORMULA_LIMITS, syntaxError, tokenize, type Token } from './tokens';

export type Node =
  | { kind: 'number'; value: Rational; at: number }
  | { kind: 'name'; name: string; at: number }
  | { kind: 'minus'; x: Node; at: number }
  | { kind: 'arithmetic'; operator: '+' | '-' | '*' | '/'; a: Node; b: Node; at: number }
  | { kind: 'if'; comparison: Comparison; a: Node; b: Node; then: Node; otherwise: Node; at: number }
  | { kind: 'extreme'; which: 'min' | 'max'; of: readonly Node[]; at: number }
  | { kind: 'round'; x: Node; /** Fen. */ unit: number; at: number }
  | { kind: 'lookup'; table: string; x: Node; /** Of the table's name. */ at: number };

type FunctionName = 'IF' | 'MIN' | 'MAX' | 'ROUND' | 'LOOKUP';
const FUNCTIONS: Readonly<Record<string, FunctionName>> = {
  IF: 'IF',
  如果: 'IF',
  MIN: 'MIN',
  最小: 'MIN',
  MAX: 'MAX',
  最大: 'MAX',
  ROUND: 'ROUND',
  四舍五入: 'ROUND',
  LOOKUP: 'LOOKUP',
  查表: 'LOOKUP',
};
const functionOf = (name: string): FunctionName | undefined =>
  Object.hasOwn(FUNCTIONS, name) ? FUNCTIONS[name] : undefined;

export const isFunctionName = (name: string): boolean => functionOf(name) !== undefined;

/**
 * Parses one formula. The grammar is closed: numbers, names, + − × ÷, parentheses, IF with one comparison, MIN, MAX, ROUND, LOOKUP.
 * @throws DomainError FORMULA_SYNTAX, FORMULA_LIMIT with `position` (1-based)
 */
export const parseFormula = (formula: string): Node => new Parser(tokenize(formula)).parse();

/** The names of inputs and items in a formula, each once, in order of appearance with their first position. */
export function namesIn(node: Node, found = new Map<string, number>()): Map<string, number> {
  if (node.kind === 'name') {
    if (!found.has(node.name)) found.set(node.name, node.at);
  } else for (const child of children(node)) namesIn(child, found);
  return found;
}

/** The tables that a formula looks up, each once, with their first position. */
export function tablesIn(node: Node, found = new Map<string, number>()): Map<string, number> {
  if (node.kind === 'lookup' && !found.has(node.table)) found.set(node.table, node.at);
  for (const child of children(node)) tablesIn(child, found);
  return found;
}

function children(node: Node): readonly Node[] {
  switch (node.kind) {
    case 'number':
    case 'name':
      return [];
    case 'minus':
    case 'round':
    case 'lookup':
      return [node.x];
    case 'arithmetic':
      return [node.a, node.b];
    case 'if':
      return [node.a, node.b, node.then, node.otherwise];
    case 'extreme':
      return node.of;
  }
}

class Parser {
  private next = 0;
  private depth = 0;

  constructor(private readonly tokens: readonly Token[]) {}

  parse(): Node {
    const node = this.sum();
    this.expect('end');
    return node;
  }

  private get token(): Token {
    return this.tokens[this.next] as Token;
  }

  private sum(): Node {
    let node = this.product();
    for (let t = this.token; t.kind === 'operator' && (t.operator === '+' || t.operator === '-'); t = this.token) {
      this.next += 1;
      node = { kind: 'arithmetic', operator: t.operator, a: node, b: this.product(), at: t.at };
    }
    return node;
  }

  private product(): Node {
    let node = this.factor();
    for (let t = this.token; t.kind === 'operator' && (t.operator === '*' || t.operator === '/'); t = this.token) {
      this.next += 1;
      node = { kind: 'arithmetic', operator: t.operator, a: node, b: this.factor(), at: t.at };
    }
    return node;
  }

  private factor(): Node {
    const t = this.token;
    this.depth += 1;
    if (this.depth > FORMULA_LIMITS.depth)
      throw new DomainError('FORMULA_LIMIT', { position: t.at, limit: FORMULA_LIMITS.depth });
    const node = this.primary(t);
    this.depth -= 1;
    return node;
  }

  private primary(t: Token): Node {
    this.next += 1;
    if (t.kind === 'number') return { kind: 'number', value: t.value, at: t.at };
    if (t.kind === 'operator' && t.operator === '-') return { kind: 'minus', x: this.factor(), at: t.at };
    if (t.kind === '(') {
      const inner = this.sum();
      this.expect(')');
      return inner;
    }
    if (t.kind !== 'name') throw this.unexpected(t);
    const name = functionOf(t.name);
    if (name) return this.call(name, t.at);
    if (this.token.kind === '(') throw new DomainError('FORMULA_UNKNOWN_NAME', { name: t.name, position: t.at });
    return { kind: 'name', name: t.name, at: t.at };
  }

  private call(name: FunctionName, at: number): Node {
    this.expect('(');
    if (name === 'IF') return this.condition(at);
    if (name === 'LOOKUP') return this.lookup();
    const first = this.sum();
    if (name === 'ROUND') {
      const unit = this.token.kind === ',' ? this.unit() : 1;
      this.expect(')');
      return { kind: 'round', x: first, unit, at };
    }
    const of = [first];
    while (this.token.kind === ',') {
      this.next += 1;
      of.push(this.sum());
    }
    this.expect(')');
    return { kind: 'extreme', which: name === 'MIN' ? 'min' : 'max', of, at };
  }

  private condition(at: number): Node {
    const a = this.sum();
    const t = this.token;
    if (t.kind !== 'comparison') throw new DomainError('FORMULA_TYPE', { position: t.at });
    this.next += 1;
    const b = this.sum();
    this.expect(',');
    const then = this.sum();
    this.expect(',');
    const otherwise = this.sum();
    this.expect(')');
    return { kind: 'if', comparison: t.comparison, a, b, then, otherwise, at };
  }

  private lookup(): Node {
    const t = this.token;
    if (t.kind !== 'name' || isFunctionName(t.name)) throw this.unexpected(t);
    this.next += 1;
    this.expect(',');
    const x = this.sum();
    this.expect(')');
    return { kind: 'lookup', table: t.name, x, at: t.at };
  }

  /** The unit of ROUND is written out: a whole number of fen such as 100 or 1元. */
  private unit(): number {
    this.expect(',');
    const t = this.token;
    if (t.kind !== 'number') throw this.unexpected(t);
    this.next += 1;
    const whole = ratio.round(t.value, 'down');
    if (whole < 1 || whole > 1_000_000 || ratio.compare(t.value, ratio.ofFen(whole)) !== 0)
      throw syntaxError(t.at, String(whole));
    return whole;
  }

  private expect(kind: Token['kind']): void {
    if (this.token.kind !== kind) throw this.unexpected(this.token);
    this.next += 1;
  }

  private unexpected(t: Token): DomainError {
    const found =
      t.kind === 'name'
        ? t.name
        : t.kind === 'number'
          ? ratio.formatRational(t.value)
          : t.kind === 'operator'
            ? t.operator
            : t.kind;
    // A comparison outside the condition of IF is a type error: it yields no number.
    if (t.kind === 'comparison') return new DomainError('FORMULA_TYPE', { position: t.at });
    return syntaxError(t.at, found);
  }
}
