import { DomainError, ratio, type Rational } from '@gridstaff/kernel';
import type { Comparison } from '../program/table';

export type Token =
  | { kind: 'number'; value: Rational; at: number }
  | { kind: 'name'; name: string; at: number }
  | { kind: 'operator'; operator: '+' | '-' | '*' | '/'; at: number }
  | { kind: 'comparison'; comparison: Comparison; at: number }
  | { kind: '(' | ')' | ',' | 'end'; at: number };

export const FORMULA_LIMITS = { length: 2_000, depth: 32, tokens: 500 } as const;

const SINGLE: Readonly<Record<string, Partial<Token>>> = {
  '(': { kind: '(' },
  '（': { kind: '(' },
  ')': { kind: ')' },
  '）': { kind: ')' },
  ',': { kind: ',' },
  '，': { kind: ',' },
  '+': { kind: 'operator', operator: '+' },
  '＋': { kind: 'operator', operator: '+' },
  '-': { kind: 'operator', operator: '-' },
  '−': { kind: 'operator', operator: '-' },
  '－': { kind: 'operator', operator: '-' },
  '*': { kind: 'operator', operator: '*' },
  '×': { kind: 'operator', operator: '*' },
  '/': { kind: 'operator', operator: '/' },
  '÷': { kind: 'operator', operator: '/' },
  '<=': { kind: 'comparison', comparison: '<=' },
  '≤': { kind: 'comparison', comparison: '<=' },
  '>=': { kind: 'comparison', comparison: '>=' },
  '≥': { kind: 'comparison', comparison: '>=' },
  '<>': { kind: 'comparison', comparison: '<>' },
  '!=': { kind: 'comparison', comparison: '<>' },
  '≠': { kind: 'comparison', comparison: '<>' },
  '=': { kind: 'comparison', comparison: '=' },
  '==': { kind: 'comparison', comparison: '=' },
  '<': { kind: 'comparison', comparison: '<' },
  '＜': { kind: 'comparison', comparison: '<' },
  '>': { kind: 'comparison', comparison: '>' },
  '＞': { kind: 'comparison', comparison: '>' },
};

const SPACE = /[ \t\r\n\u3000]/;
const NUMBER = /(\d{1,13})(?:\.(\d{1,10}))?/y;
const NAME = /[A-Za-z\u4e00-\u9fff][A-Za-z0-9_\u4e00-\u9fff]*/y;
const NAME_CHARACTER = /[A-Za-z0-9_.\u4e00-\u9fff]/;
/** Factors that may follow a number: money inside formulas is fen, so 50元 is 5000. */
const SUFFIX: Readonly<Record<string, Rational>> = {
  元: ratio.rational(100),
  '%': ratio.rational(1, 100),
  '％': ratio.rational(1, 100),
};
/** Names that mean something to the host language are refused outright, although no formula ever reaches it. */
const FORBIDDEN = new Set([
  'constructor',
  'prototype',
  'this',
  'toString',
  'toLocaleString',
  'valueOf',
  'hasOwnProperty',
  'isPrototypeOf',
  'propertyIsEnumerable',
]);

export const isFormulaName = (text: string): boolean => {
  NAME.lastIndex = 0;
  return NAME.exec(text)?.[0] === text && !FORBIDDEN.has(text);
};

/** @throws DomainError FORMULA_SYNTAX, FORMULA_LIMIT with the 1-based position */
export function tokenize(formula: string): Token[] {
  if (formula.length > FORMULA_LIMITS.length) {
    throw new DomainError('FORMULA_LIMIT', { position: FORMULA_LIMITS.length + 1, limit: FORMULA_LIMITS.length });
  }
  const tokens: Token[] = [];
  let i = 0;
  while (i < formula.length) {
    const character = formula[i] as string;
    if (SPACE.test(character)) {
      i += 1;
      continue;
    }
    if (tokens.length >= FORMULA_LIMITS.tokens) {
      throw new DomainError('FORMULA_LIMIT', { position: i + 1, limit: FORMULA_LIMITS.tokens });
    }
    const [token, length] = read(formula, i);
    tokens.push(token);
    i += length;
  }
  tokens.push({ kind: 'end', at: formula.length + 1 });
  return tokens;
}

function read(formula: string, i: number): [Token, number] {
  const at = i + 1;
  const two = SINGLE[formula.slice(i, i + 2)];
  if (two) return [{ ...two, at } as Token, 2];
  const one = SINGLE[formula[i] as string];
  if (one) return [{ ...one, at } as Token, 1];
  NUMBER.lastIndex = i;
  const number = NUMBER.exec(formula)?.[0];
  if (number) return readNumber(formula, i, number);
  NAME.lastIndex = i;
  const name = NAME.exec(formula)?.[0];
  if (name && isFormulaName(name)) return [{ kind: 'name', name, at }, name.length];
  throw syntaxError(at, name ?? String.fromCodePoint(formula.codePointAt(i) as number));
}

function readNumber(formula: string, i: number, text: string): [Token, number] {
  const value = ratio.parseDecimal(text);
  const end = i + text.length;
  const suffix = SUFFIX[formula[end] ?? ''];
  const length = suffix ? text.length + 1 : text.length;
  const next = formula[i + length];
  if (next !== undefined && NAME_CHARACTER.test(next)) throw syntaxError(i + length + 1, next);
  return [{ kind: 'number', value: suffix ? ratio.multiply(value, suffix) : value, at: i + 1 }, length];
}

export const syntaxError = (position: number, found: string): DomainError =>
  new DomainError('FORMULA_SYNTAX', { position, found: found.slice(0, 40) });
