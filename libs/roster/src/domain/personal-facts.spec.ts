import { oneOf, parseAnyPhone, parseEducation, POLITICAL_STATUSES } from './personal-facts';
import { emptyLists, slotOf, type WorkerFact } from './worker-facts';
import { WorkerRecord } from './worker-record';

const code = (act: () => unknown): string => {
  try {
    act();
  } catch (error) {
    return (error as { code: string }).code;
  }
  return 'none';
};

describe('personal facts', () => {
  it('reads an education and refuses what no dictionary has', () => {
    expect(parseEducation({ level: 'college', school: ' 湖南 工业大学 ', graduatedOn: '2012-06-30' })).toEqual({
      ...{ level: 'college', school: '湖南 工业大学', graduatedOn: '2012-06-30' },
    });
    expect(parseEducation({ level: 'other' })).toEqual({ level: 'other', school: null, graduatedOn: null });
    expect(code(() => parseEducation({ level: '大专' }))).toBe('INVALID_INPUT');
    expect(code(() => parseEducation({ level: 'college', school: '=HYPERLINK("x")' }))).toBe('TEXT_INVALID');
    expect(code(() => parseEducation({ level: 'college', graduatedOn: '2012-06-31' }))).toBe('NOT_A_DATE');
    expect(code(() => oneOf('__proto__', POLITICAL_STATUSES, 'politicalStatus'))).toBe('INVALID_INPUT');
  });

  it.each([
    ['１３９ 1234-5678', '13912345678'],
    ['0731-12345678', '073112345678'],
    ['(0733) 2812345', '07332812345'],
  ])('reads the phone %s', (input, digits) => {
    expect(parseAnyPhone(input, 'phone')).toBe(digits);
  });

  it.each(['12345', '2812345', '0733-281', '0731-12345678-9012', '23912345678'])('refuses the phone %s', (input) => {
    expect(code(() => parseAnyPhone(input, 'phone'))).toBe('PHONE_INVALID');
  });

  it('keeps two uses of an address and three contacts beside each other, and one of each at a time', () => {
    let n = 0;
    const stamp = { centreId: 'c', recordedAt: 1, recordedBy: 'u', nextId: () => `f${String(++n).padStart(3, '0')}` };
    const record = new WorkerRecord(1, emptyLists(), stamp, () => undefined);
    record.engage({ agencyId: 'a', status: 'in_post', joinedOn: '2023-01-01' });
    const address = (addressUse: 'household' | 'residence', addressIndex: string) => ({
      ...{ addressUse, addressIndex, addressCipher: `cipher ${++n}` },
    });
    expect(record.change('address', '2023-01-01', address('household', 'x'))).toBe(true);
    expect(record.change('address', '2023-01-01', address('residence', 'x'))).toBe(true);
    expect(record.change('address', '2023-02-01', address('residence', 'x'))).toBe(false);
    expect(record.change('address', '2023-02-01', address('residence', 'y'))).toBe(true);
    const held = (slot: string): string | undefined => record.on('address', '2023-03-01', slot)?.addressIndex;
    expect([held('household'), held('residence')]).toEqual(['x', 'y']);
    const contact = { relation: 'parent', contactNameCipher: '', contactPhoneCipher: '', contactIndex: 'i' } as const;
    record.change('contact', '2023-01-01', { ...contact, position: 1 });
    record.change('contact', '2023-01-01', { ...contact, position: 2 });
    expect(record.slots('contact').sort()).toEqual(['1', '2']);
    expect(slotOf('otherPhone', { phoneUse: 'home' } as WorkerFact<'otherPhone'>)).toBe('home');
    expect(code(() => record.change('political', '2022-12-31', { politicalStatus: 'masses' }))).toBe(
      'BEFORE_ENGAGEMENT',
    );
  });
});
