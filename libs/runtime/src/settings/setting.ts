import { DomainError } from '@gridstaff/kernel';
import { fileDefaults } from './file-defaults';

interface SettingSpec {
  env: string;
  /** One sentence for the operator. */
  sentence: string;
  /** Reads the text; throws or returns undefined when it does not fit. The type of the default decides when left out. */
  read?: (text: string) => unknown;
}

type AreaClass<T extends object = object> = new () => T;

const specs = new Map<AreaClass, Map<string, SettingSpec>>();

/** A property of a settings area: its default is the property's initial value. */
export function Setting(spec: SettingSpec): PropertyDecorator {
  return (target, property) => {
    const area = target.constructor as AreaClass;
    const known = specs.get(area) ?? new Map<string, SettingSpec>();
    known.set(String(property), spec);
    specs.set(area, known);
  };
}

const whole = (text: string): number | undefined => (/^\d{1,12}$/.test(text) ? Number(text) : undefined);
const flag = (text: string): boolean | undefined =>
  text === 'true' || text === '1' ? true : text === 'false' || text === '0' ? false : undefined;

function readByDefault(initial: unknown, text: string): unknown {
  if (typeof initial === 'number') return whole(text);
  if (typeof initial === 'boolean') return flag(text);
  return text;
}

/** A whole number within [min, max]. */
export const between = (min: number, max: number) => (text: string) => {
  const value = whole(text);
  return value !== undefined && value >= min && value <= max ? value : undefined;
};

export const oneOf =
  (...values: string[]) =>
  (text: string) =>
    values.includes(text) ? text : undefined;

/** @throws DomainError SETTING_INVALID naming the variable and what it is for */
export function readArea<T extends object>(Area: AreaClass<T>, env: Readonly<Record<string, string | undefined>>): T {
  const area = new Area();
  const defaults = fileDefaults(env.NODE_ENV);
  for (const [property, spec] of specs.get(Area) ?? []) {
    const text = env[spec.env] || defaults[spec.env];
    if (text === undefined || text === '') continue;
    const initial = (area as Record<string, unknown>)[property];
    const value = spec.read ? spec.read(text) : readByDefault(initial, text);
    if (value === undefined)
      throw new DomainError('SETTING_INVALID', { name: spec.env, sentence: spec.sentence }, { field: spec.env });
    (area as Record<string, unknown>)[property] = value;
  }
  return area;
}

/** Names that look like ours but are none: a misspelt setting must not be ignored. @throws DomainError SETTING_UNKNOWN */
export function refuseUnknown(env: Readonly<Record<string, string | undefined>>): void {
  const known = new Set([...specs.values()].flatMap((area) => [...area.values()].map((s) => s.env)));
  const given = { ...fileDefaults(env.NODE_ENV), ...env };
  const unknown = Object.keys(given).filter((name) => name.startsWith('GRID_') && !known.has(name));
  if (unknown.length > 0) {
    const details = unknown.map((name) => new DomainError('SETTING_UNKNOWN', { name }, { field: name }));
    throw unknown.length === 1
      ? details[0]
      : new DomainError('SETTING_UNKNOWN', { name: unknown.join(', ') }, {}, details);
  }
}

/** Every setting with its default and sentence: the table in the README is printed from it. */
export function describeSettings(): { env: string; initial: string; sentence: string }[] {
  return [...specs].flatMap(([Area, fields]) => {
    const initial = new Area() as Record<string, unknown>;
    return [...fields].map(([property, spec]) => ({
      env: spec.env,
      initial: String(initial[property] ?? ''),
      sentence: spec.sentence,
    }));
  });
}
