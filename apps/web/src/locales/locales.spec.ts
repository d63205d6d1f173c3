import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

const SRC = path.join(__dirname, '..');
const LANGUAGES = ['zh-CN', 'en'] as const;
const HAN = /\p{Script=Han}/u;

type Texts = { [key: string]: string | Texts };

const areasOf = (language: string): string[] => readdirSync(path.join(__dirname, language)).sort();
const textsOf = (language: string, area: string): Texts =>
  JSON.parse(readFileSync(path.join(__dirname, language, area), 'utf8')) as Texts;

function flat(texts: Texts, parent = ''): [string, string][] {
  return Object.entries(texts).flatMap(([key, value]) =>
    typeof value === 'string' ? [[parent + key, value] as [string, string]] : flat(value, `${parent}${key}.`),
  );
}

const sources = readdirSync(SRC, { recursive: true, encoding: 'utf8' })
  .filter((name) => /\.tsx?$/.test(name) && !name.endsWith('.spec.ts'))
  .map((name) => ({ name, text: readFileSync(path.join(SRC, name), 'utf8') }));

const withoutComments = (text: string): string => text.replace(/\/\*[\s\S]*?\*\//g, '').replace(/(^|\s)\/\/.*$/gm, '');
const placeholders = (text: string): string[] =>
  [...text.matchAll(/\{\{(\w+)\}\}/g)].map(([, name]) => name as string).sort();

describe('texts of the web app', () => {
  it('has the same areas in both languages', () => {
    expect(areasOf('en')).toEqual(areasOf('zh-CN'));
    expect(areasOf('en').length).toBeGreaterThan(5);
  });

  it.each(areasOf('zh-CN'))('%s has the same keys, none empty, with the same placeholders', (area) => {
    const [zh, en] = LANGUAGES.map((language) => flat(textsOf(language, area)));
    expect(en?.map(([key]) => key).sort()).toEqual(zh?.map(([key]) => key).sort());
    for (const [key, text] of [...(zh ?? []), ...(en ?? [])])
      expect([key, text.trim() === '' && !key.endsWith('comma')]).toEqual([key, false]);
    const english = new Map(en);
    for (const [key, text] of zh ?? [])
      expect([key, placeholders(english.get(key) ?? '')]).toEqual([key, placeholders(text)]);
  });

  it('speaks Chinese in one file and English in the other', () => {
    for (const area of areasOf('en')) {
      const foreign = flat(textsOf('en', area)).filter(([key, text]) => HAN.test(text) && key !== 'otherLanguage');
      expect([area, foreign]).toEqual([area, []]);
    }
  });

  it('keeps every Chinese word out of the components', () => {
    const found = sources.filter(({ text }) => HAN.test(withoutComments(text))).map(({ name }) => name);
    expect(found).toEqual([]);
  });

  it('finds a text for every key that a component names', () => {
    const known = new Map(
      areasOf('en').map((area) => [area.replace('.json', ''), new Set(flat(textsOf('en', area)).map(([key]) => key))]),
    );
    const missing = sources.flatMap(({ name, text }) =>
      keysIn(text)
        .filter(([area, key]) => !known.get(area)?.has(key))
        .map(([area, key]) => `${name}: ${area}:${key}`),
    );
    expect(missing).toEqual([]);
  });
});

/** Keys written out in full; those put together at run time are the pages' own tests' matter. */
function keysIn(text: string): [string, string][] {
  const area = /useTranslation\(\[?'(\w+)'/.exec(text)?.[1] ?? 'common';
  const areas = new Set([...text.matchAll(/useTranslation\((?:\[?'(\w+)')?/g)].map(([, name]) => name ?? 'common'));
  return [...text.matchAll(/\bt\('([\w:.-]+)'/g)].flatMap(([, key]): [string, string][] => {
    const [head, rest] = (key as string).split(':');
    if (rest !== undefined) return [[head as string, rest]];
    // A file with several areas says which one it means, or means its only one.
    return areas.size === 1 ? [[area, key as string]] : [];
  });
}
