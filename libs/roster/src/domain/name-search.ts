import { pinyin } from 'pinyin-pro';

/** Raised when the keys below come out otherwise: rows with another version are filled again at the next start. */
export const SEARCH_VERSION = 1;

/** Readings of a name that are kept: the first characters of polyphonic names matter, the rest is rare. */
const MOST_READINGS = 8;
const LONGEST_TERM = 80;
/** Given names are looked for too: endings of a Han name, at most so many. */
const MOST_ENDINGS = 3;

/** What a worker is found and sorted by. */
export interface NameKeys {
  /** Sorts as a telephone book does: by the syllables, then by the characters. */
  sort: string;
  /** Every text whose beginning finds the person: name, endings of a Han name, pinyin and initials in each reading. */
  terms: readonly string[];
}

const SPOKEN = { toneType: 'none', type: 'array', v: true, nonZh: 'consecutive' } as const;
const isHan = (text: string): boolean => /^\p{Script=Han}$/u.test(text);
const folded = (text: string): string => text.normalize('NFKC').toLowerCase();
/** Letters and digits alone: people write "Zhang San", "zhang'san" and "zhangsan". */
const letters = (text: string): string =>
  folded(text)
    .replaceAll('ü', 'v')
    .replace(/[^\p{L}\p{N}]/gu, '');

export function nameKeys(name: string): NameKeys {
  const usual = pinyin(name, { ...SPOKEN, surname: 'head' })
    .map(letters)
    .filter(Boolean);
  const readings = [usual, ...otherReadings(name)];
  const terms = new Set([folded(name), letters(name)]);
  const characters = [...name];
  if (characters.every(isHan))
    for (let at = 1; at <= MOST_ENDINGS && at < characters.length; at++) terms.add(characters.slice(at).join(''));
  for (const syllables of readings) {
    terms.add(syllables.join(''));
    terms.add(syllables.map((syllable) => syllable.slice(0, 1)).join(''));
  }
  return {
    sort: [...usual, name].join(' ').slice(0, 2 * LONGEST_TERM),
    terms: [...terms].filter(Boolean).map((term) => term.slice(0, LONGEST_TERM)),
  };
}

/** Readings other than the usual one: 单 is shàn as a surname and dān elsewhere, and who asks may know only one of them. */
function otherReadings(name: string): string[][] {
  const each = [...name].map((character) =>
    isHan(character)
      ? [...new Set(pinyin(character, { toneType: 'none', type: 'array', v: true, multiple: true }).map(letters))]
      : [letters(character)].filter(Boolean),
  );
  let found: string[][] = [[]];
  for (const readings of each) {
    if (readings.length === 0) continue;
    found = found.flatMap((before) => readings.map((reading) => [...before, reading])).slice(0, MOST_READINGS);
  }
  return found;
}

/** What a typed text can mean; whoever is meant by any of it is found. */
export interface SearchMeaning {
  /** Beginning of a name, its pinyin or its initials. */
  term?: string;
  workerNo?: number;
  idNumber?: string;
  phone?: string;
  /** Last four of an ID number. */
  idTail?: string;
  /** Last four of a phone number. */
  phoneTail?: string;
  /** Beginnings of a grid's code, as typed and in capitals. */
  unitCodes: readonly string[];
}

/** Every character is taken literally: nothing in a text is a wildcard. */
export function meaningOf(typed: string): SearchMeaning | undefined {
  const text = folded(typed).trim();
  if (text === '') return undefined;
  const compact = text.replace(/[\s-]/g, '').toUpperCase();
  const meaning: SearchMeaning = { unitCodes: [] };
  if (/^\d{17}[\dX]$/.test(compact)) meaning.idNumber = compact;
  if (/^1\d{10}$/.test(compact)) meaning.phone = compact;
  if (/^\d{3}[\dX]$/.test(compact)) meaning.idTail = compact;
  if (/^\d{4}$/.test(compact)) meaning.phoneTail = compact;
  if (/^\d{1,9}$/.test(compact)) meaning.workerNo = Number(compact);
  const code = typed.normalize('NFKC').trim();
  // A code without a digit would make of every pinyin a grid as well.
  if (/^[\p{L}\p{N}][\p{L}\p{N}_.-]{0,31}$/u.test(code) && /\d/.test(code))
    meaning.unitCodes = [...new Set([code, code.toUpperCase()])];
  if (!/^[\d\s]+X?$/i.test(text)) meaning.term = isLatin(text) ? letters(text) || text : text;
  return meaning;
}

/** Pinyin is written with spaces, apostrophes and hyphens, or without; what has no letter at all is looked for as it stands. */
const isLatin = (text: string): boolean => /^[a-zü0-9 '’-]+$/.test(text) && /[a-zü]/.test(text);
