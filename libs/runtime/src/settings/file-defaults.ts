import { DomainError } from '@gridstaff/kernel';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'yaml';
import { projectRoot } from '../project-root';

const cache = new Map<string, Readonly<Record<string, string>>>();

/**
 * Defaults per environment from config/settings/<NODE_ENV>.yaml, environment variable → text; no file means none.
 * @throws DomainError SETTING_INVALID when the file is no flat list of texts
 */
export function fileDefaults(mode: string | undefined): Readonly<Record<string, string>> {
  const name = mode && /^[a-z]+$/.test(mode) ? mode : 'development';
  const known = cache.get(name);
  if (known) return known;
  const file = path.join(projectRoot(), 'config', 'settings', `${name}.yaml`);
  const content: unknown = existsSync(file) ? (parse(readFileSync(file, 'utf8')) ?? {}) : {};
  const wrong = typeof content !== 'object' || content === null || Array.isArray(content) || Object.values(content).some((v) => typeof v !== 'string');
  if (wrong) throw new DomainError('SETTING_INVALID', { name: `config/settings/${name}.yaml`, sentence: 'NAME: text' }, { file });
  const defaults = content as Record<string, string>;
  cache.set(name, defaults);
  return defaults;
}
