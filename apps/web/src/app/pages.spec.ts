import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';

const PAGES = path.join(__dirname, 'pages.ts');
const ALWAYS = new Set(['common', 'shell']);
const ENTRY = /page\(\s*'([^']+)',\s*\(\) => import\('([^']+)'\),\s*\[([^\]]*)\]/g;

const read = (file: string): string => readFileSync(file, 'utf8');
const names = (text: string): string[] => [...text.matchAll(/'(\w+)'/g)].map(([, name]) => name as string);

function fileOf(from: string, to: string): string | undefined {
  const base = path.resolve(path.dirname(from), to);
  return [`${base}.tsx`, `${base}.ts`, path.join(base, 'index.ts')].find((file) => existsSync(file));
}

/** What comes with a file: everything that it imports, but not what it fetches later. */
function partsOf(file: string, found = new Set<string>()): Set<string> {
  if (found.has(file)) return found;
  found.add(file);
  for (const [, to] of read(file).matchAll(/^(?:import|export)\b(?!\s+type)[^;]*?from '(\.[^']+)'/gm)) {
    const next = fileOf(file, to as string);
    if (next) partsOf(next, found);
  }
  return found;
}

function areasOf(file: string): string[] {
  const areas = [...partsOf(file)]
    .map(read)
    .flatMap((text) => [
      ...[...text.matchAll(/useTranslation\(([^)]*)\)/g)].flatMap(([, given]) => names(given as string)),
      ...[...text.matchAll(/\bt\('(\w+):/g)].map(([, area]) => area as string),
    ]);
  return [...new Set(areas)].filter((area) => !ALWAYS.has(area)).sort();
}

const entries = [...read(PAGES).matchAll(ENTRY)].map(([, address, file, texts]) => ({
  address: address as string,
  file: fileOf(PAGES, file as string) as string,
  texts: names(texts as string),
}));

describe('pages of the web app', () => {
  it('are all read by this test', () => {
    expect(entries.length).toBe([...read(PAGES).matchAll(/\bpage\(/g)].length);
    expect(entries.length).toBeGreaterThan(15);
  });

  // A page whose words are not there yet would be held back a second time after its skeleton.
  it.each(entries)('$address brings the words of all its parts', ({ file, texts }) => {
    expect([...texts].sort()).toEqual(areasOf(file));
  });
});
