import { formatYuan, type Json } from '@gridstaff/kernel';

/** A value as people and programs are given it: every number of a decoded value is fen, and becomes yuan text. */
export function inYuan(value: Json): Json {
  if (typeof value === 'number') return formatYuan(value);
  if (Array.isArray(value)) return value.map(inYuan);
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(Object.entries(value).map(([name, part]) => [name, inYuan(part as Json)]));
}
