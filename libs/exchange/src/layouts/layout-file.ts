import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { DomainError } from '@gridstaff/kernel';
import { projectRoot } from '@gridstaff/runtime';
import { parse } from 'yaml';

export const layoutDir = (): string => path.join(projectRoot(), 'config/layouts');

/** Codes of the layouts `<prefix>-<code>.yaml`, in order. */
export const layoutCodes = (prefix: string, dir = layoutDir()): string[] =>
  readdirSync(dir)
    .filter((name) => name.startsWith(`${prefix}-`) && name.endsWith('.yaml'))
    .map((name) => name.slice(prefix.length + 1, -'.yaml'.length))
    .sort();

/** @throws DomainError EXPORT_LAYOUT_UNKNOWN, EXPORT_LAYOUT_FILE */
export function readLayout(prefix: string, code: string, dir = layoutDir()): LayoutFields {
  const codes = layoutCodes(prefix, dir);
  if (!codes.includes(code))
    throw new DomainError('EXPORT_LAYOUT_UNKNOWN', { layout: code.slice(0, 40), layouts: codes.join(', ') });
  const file = `${prefix}-${code}.yaml`;
  return new LayoutFields(parseYaml(readFileSync(path.join(dir, file), 'utf8'), file), file);
}

function parseYaml(text: string, file: string): unknown {
  try {
    return parse(text);
  } catch (error) {
    throw new DomainError('EXPORT_LAYOUT_FILE', { reason: `${file}: ${String(error).split('\n')[0] ?? ''}` });
  }
}

/** Fields of a layout file, each read with its type; what is wrong is told with its path. */
export class LayoutFields {
  private readonly fields: Readonly<Record<string, unknown>>;

  constructor(
    document: unknown,
    private readonly at: string,
  ) {
    if (typeof document !== 'object' || document === null || Array.isArray(document)) throw this.wrong('', 'a map');
    this.fields = document as Record<string, unknown>;
  }

  text(name: string, initial?: string): string {
    const value = this.fields[name] ?? initial;
    if (typeof value !== 'string') throw this.wrong(name, 'a text');
    return value;
  }

  int(name: string, initial?: number): number {
    const value = this.fields[name] ?? initial;
    if (typeof value !== 'number' || !Number.isSafeInteger(value) || value < 1)
      throw this.wrong(name, 'a whole number');
    return value;
  }

  choice<T extends string>(name: string, choices: readonly T[], initial?: T): T {
    const value = this.fields[name] ?? initial;
    const found = choices.find((choice) => choice === value);
    if (found === undefined) throw this.wrong(name, `one of ${choices.join(', ')}`);
    return found;
  }

  texts(name: string): string[] {
    const value = this.fields[name] ?? [];
    if (!Array.isArray(value) || value.some((item) => typeof item !== 'string'))
      throw this.wrong(name, 'a list of texts');
    return value as string[];
  }

  list(name: string): LayoutFields[] {
    const value = this.fields[name];
    if (!Array.isArray(value) || value.length === 0) throw this.wrong(name, 'a list');
    return value.map((item, i) => new LayoutFields(item, `${this.at} ${name}[${i}]`));
  }

  map(name: string): Map<string, LayoutFields> {
    const value = this.fields[name];
    if (typeof value !== 'object' || value === null) throw this.wrong(name, 'a map');
    return new Map(
      Object.entries(value).map(([key, item]) => [key, new LayoutFields(item, `${this.at} ${name}.${key}`)]),
    );
  }

  private wrong(name: string, expected: string): DomainError {
    return new DomainError('EXPORT_LAYOUT_FILE', { reason: `${this.at} ${name}: ${expected}`.trim() });
  }
}
