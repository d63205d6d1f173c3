import { type DocumentKindFact, kindsEver, kindsOn, maskedFileName } from './documents';

const fact = (id: string, validFrom: string, more: Partial<DocumentKindFact> = {}): DocumentKindFact => ({
  ...{
    id,
    centreId: 'c',
    validFrom,
    validTo: '9999-12-31',
    recordedAt: Number(id),
    recordedBy: 'u',
    supersedes: null,
    retracted: false,
  },
  ...{
    subject: 'worker',
    code: 'no_crime',
    nameZh: '无犯罪记录',
    nameEn: 'clean record',
    sensitive: false,
    sortOrder: 85,
    inUse: true,
  },
  ...more,
});
const codes = (facts: DocumentKindFact[], on: string): string[] =>
  kindsOn(facts, on)
    .filter(({ builtIn }) => !builtIn)
    .map(({ code }) => code);

describe('kinds of documents', () => {
  it('are those of the product and, by date, of the centre', () => {
    const facts = [fact('1', '2023-03-01'), fact('2', '2023-06-01', { inUse: false, nameZh: '停用' })];
    expect([codes(facts, '2023-02-28'), codes(facts, '2023-03-01'), codes(facts, '2023-06-01')]).toEqual([
      [],
      ['no_crime'],
      [],
    ]);
    expect(kindsEver(facts).find(({ code }) => code === 'no_crime')?.nameZh).toBe('停用');
    const orders = kindsOn(facts, '2023-03-01').map(({ order }) => order);
    expect(orders).toEqual([...orders].sort((a, b) => a - b));
  });

  it('names of files show no long number', () => {
    expect(maskedFileName('身份证 43020419900307001X 正面 2023.pdf')).toBe('身份证 *** 正面 2023.pdf');
    expect(maskedFileName('合同 13800012345.pdf')).toBe('合同 ***.pdf');
  });
});
