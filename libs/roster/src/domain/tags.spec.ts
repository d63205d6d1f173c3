import { parseTone, type TagDefinitionFact, tagsOn } from './tags';

const fact = (
  id: number,
  code: string,
  validFrom: string,
  more: Partial<TagDefinitionFact> = {},
): TagDefinitionFact => ({
  ...{
    id: String(id),
    centreId: 'c',
    validFrom,
    validTo: '9999-12-31',
    recordedAt: id,
    recordedBy: 'u',
    supersedes: null,
    retracted: false,
  },
  ...{ code, nameZh: code, nameEn: code, tone: 'info', sortOrder: id, inUse: true },
  ...more,
});
const seen = (facts: TagDefinitionFact[], on: string): unknown[] =>
  tagsOn(facts, on).map(({ code, inUse, tone }) => [code, inUse, tone]);

describe('tags of a centre', () => {
  it('are what is known of them on a day, those out of use or still to come last', () => {
    const facts = [
      fact(1, 'a', '2023-01-01'),
      fact(2, 'b', '2023-05-01'),
      fact(3, 'a', '2023-06-01', { inUse: false, tone: 'bad' }),
    ];
    expect(seen(facts, '2023-02-01')).toEqual([
      ['a', true, 'info'],
      ['b', false, 'info'],
    ]);
    expect(seen(facts, '2023-06-01')).toEqual([
      ['b', true, 'info'],
      ['a', false, 'bad'],
    ]);
    expect(seen([fact(1, 'a', '2023-01-01'), fact(2, 'a', '2023-01-01', { retracted: true })], '2023-02-01')).toEqual(
      [],
    );
  });

  it('are shown in meanings, never in what somebody typed', () => {
    expect(parseTone('warn')).toBe('warn');
    expect(() => parseTone('#ff0000')).toThrow(expect.objectContaining({ code: 'INVALID_INPUT' }));
  });
});
