import { ADDRESS_USES, EDUCATION_LEVELS, PHONE_USES, POLITICAL_STATUSES, RELATIONS } from '../domain/personal-facts';
import { POST_KINDS, PROTECTION_GROUNDS, RETIREMENT_CATEGORIES } from '../domain/contract';
import { END_REASONS, FACT_KINDS, SUSPENSION_REASONS, VALUE_KEYS } from '../domain/worker-facts';
import { CODE_WORDS, KIND_WORDS, VALUE_WORDS } from './person-file-words';

it('has a word for every kind of fact, every value that is no index, and every code', () => {
  const keys = FACT_KINDS.flatMap((kind) => [...VALUE_KEYS[kind]]).filter((key) => !key.endsWith('Index'));
  expect(FACT_KINDS.filter((kind) => !KIND_WORDS[kind])).toEqual([]);
  expect(keys.filter((key) => !VALUE_WORDS[key])).toEqual([]);
  const codes: Record<string, readonly string[]> = {
    ...{ endReason: END_REASONS, statusReason: SUSPENSION_REASONS, level: EDUCATION_LEVELS, relation: RELATIONS },
    ...{ politicalStatus: POLITICAL_STATUSES, addressUse: ADDRESS_USES, phoneUse: PHONE_USES, postKind: POST_KINDS },
    ...{ ground: PROTECTION_GROUNDS, category: RETIREMENT_CATEGORIES },
  };
  const all = Object.entries(codes).flatMap(([key, values]) => values.map((value) => `${key}.${value}`));
  expect(all.filter((code) => CODE_WORDS[code] === undefined)).toEqual([]);
});
