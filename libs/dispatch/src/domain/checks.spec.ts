import { addDays, OPEN_END } from '@gridstaff/kernel';
import { checkAgency, checkShare, expiriesOfAgency } from './agency-checks';
import type { AgreementFact } from './agreement';
import { sentence } from './catalogue';
import { type Decision, isClosed, stageOf } from './matters';
import type { Contract, Employment } from './people';
import { checkPerson, expiriesOfPerson } from './person-checks';
import type { RetirementRules } from './retirement';

const RULES: RetirementRules = {
  male_60: { from: 60, to: 63, firstBirth: '1965-01', birthsPerMonth: 4 },
  female_55: { from: 55, to: 58, firstBirth: '1970-01', birthsPerMonth: 4 },
  female_50: { from: 50, to: 55, firstBirth: '1975-01', birthsPerMonth: 2 },
};
const ON = '2025-03-01';

const contract = (more: Partial<Contract> = {}): Contract => {
  const terms = { startsOn: '2024-01-01', endsOn: '2025-12-31', ...more };
  return {
    ...{ from: terms.startsOn, to: terms.endsOn === null ? OPEN_END : nextDay(terms.endsOn), agencyId: 'a1' },
    ...{ contractNo: null, postKind: 'auxiliary', fullTime: true, probationEndsOn: null, signedOn: null },
    ...terms,
    ...more,
  };
};
const nextDay = (day: string): string => new Date(Date.parse(`${day}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10);
const inPost = { status: 'in_post', from: '2024-01-01', to: OPEN_END };
const person = (more: Partial<Employment> = {}): Employment => ({
  ...{ workerNo: 7, name: '张三', sex: 'male', birthDate: null, certificates: [], protections: [] },
  stays: [{ agencyId: 'a1', joinedOn: '2024-01-01', from: '2024-01-01', to: OPEN_END, endReason: null, statuses: [inPost] }],
  ...{ contracts: [contract()], identityCardUntil: null, documents: [], retirement: null },
  ...more,
});
const codes = (one: Employment, on = ON): string[] => checkPerson(one, on, RULES).map(({ code }) => code);

describe('what the law of dispatch says of a person', () => {
  it('nothing, where everything is in order', () => {
    expect(codes(person())).toEqual([]);
  });

  it('a written contract within one month of the first day, and none that has ended', () => {
    const none = person({ contracts: [] });
    expect(codes(none, '2024-02-01')).toEqual([]);
    expect(codes(none, '2024-02-02')).toEqual(['CONTRACT_MISSING']);
    expect(codes(person(), '2025-12-31')).toEqual([]);
    expect(codes(person(), '2026-01-01')).toEqual(['CONTRACT_LAPSED']);
    expect(codes(person({ contracts: [contract({ signedOn: '2024-02-01' })] }))).toEqual([]);
    expect(codes(person({ contracts: [contract({ signedOn: '2024-02-02' })] }))).toEqual(['CONTRACT_SIGNED_LATE']);
  });

  it('a contract with another agency is no contract of this engagement', () => {
    expect(codes(person({ contracts: [contract({ agencyId: 'a2' })] }))).toEqual(['CONTRACT_MISSING']);
  });

  it('two years of a fixed term, to the day', () => {
    expect(codes(person({ contracts: [contract({ endsOn: '2025-12-30' })] }))).toEqual(['CONTRACT_TERM_SHORT']);
    expect(codes(person({ contracts: [contract({ endsOn: null })] }))).toEqual(['CONTRACT_NOT_FIXED']);
    expect(codes(person({ contracts: [contract({ fullTime: false })] }))).toEqual(['PART_TIME']);
  });

  it('six months of a temporary post at most, counted over contracts that follow each other', () => {
    const first = contract({ postKind: 'temporary', startsOn: '2024-01-01', endsOn: '2025-01-31' });
    const second = contract({ postKind: 'temporary', startsOn: '2025-02-01', endsOn: '2027-01-31' });
    expect(codes(person({ contracts: [contract({ postKind: 'temporary', startsOn: '2024-09-01', endsOn: '2026-08-31' })] }), '2025-02-28')).toEqual([]);
    expect(codes(person({ contracts: [first, second] }))).toEqual(['TEMPORARY_TOO_LONG']);
    const parted = { ...first, to: '2025-01-30' };
    expect(codes(person({ contracts: [parted, second] }))).toEqual([]);
  });

  it('probation by the term of the contract, and once', () => {
    const with_ = (endsOn: string | null, probationEndsOn: string) =>
      codes(person({ contracts: [contract({ endsOn, probationEndsOn })] })).filter((code) => code.startsWith('PROBATION'));
    expect(with_('2025-12-31', '2024-02-29')).toEqual([]);
    expect(with_('2025-12-31', '2024-03-01')).toEqual(['PROBATION_TOO_LONG']);
    expect(with_('2026-12-31', '2024-06-30')).toEqual([]);
    expect(with_('2026-12-31', '2024-07-01')).toEqual(['PROBATION_TOO_LONG']);
    const renewal = contract({ startsOn: '2025-01-01', endsOn: '2026-12-31', probationEndsOn: '2025-01-31' });
    expect(codes(person({ contracts: [contract({ endsOn: '2024-12-31' }), renewal] }))).toEqual(['PROBATION_TWICE']);
  });

  it('age: minors, women whose retirement age nobody recorded, people above theirs', () => {
    expect(codes(person({ birthDate: '2007-03-02' }))).toEqual(['MINOR_WORKER']);
    expect(codes(person({ birthDate: '2007-03-01' }))).toEqual([]);
    expect(codes(person({ sex: 'female', birthDate: '1975-04-30' }))).toEqual(['RETIREMENT_CATEGORY_UNKNOWN']);
    expect(codes(person({ sex: 'female', birthDate: '1975-05-01' }))).toEqual([]);
    const woman = (retirement: Employment['retirement']) =>
      codes(person({ sex: 'female', birthDate: '1975-01-15', retirement }));
    expect(woman('female_50')).toEqual(['OVER_RETIREMENT_AGE']);
    expect(woman('female_55')).toEqual([]);
    expect(codes(person({ birthDate: '1965-01-31' }), '2025-02-27')).toEqual([]);
    expect(codes(person({ birthDate: '1965-01-31' }), '2025-02-28')).toEqual(['OVER_RETIREMENT_AGE']);
  });

  it('nobody protected is returned; whoever left otherwise was not returned', () => {
    const ended = (endReason: string, to = '2025-02-01', ground?: 'art39_2' | 'art40_2') => {
      const stay = { agencyId: 'a1', joinedOn: '2024-01-01', from: '2024-01-01', to, endReason, statuses: [inPost] };
      const protections = [{ ground: 'pregnancy', from: '2024-12-01', to: '2025-02-01' }];
      const returns = ground ? [{ lastDay: addDays(to, -1), ground }] : [];
      return checkPerson(person({ stays: [stay], protections }), ON, RULES, returns);
    };
    const found = (...of: Parameters<typeof ended>) => ended(...of).map(({ code }) => code);
    expect(found('returned_to_agency', '2025-02-01', 'art40_2')).toEqual(['PROTECTED_RETURNED']);
    expect(found('returned_to_agency', '2025-02-01', 'art39_2')).toEqual([]);
    expect(found('returned_to_agency', '2025-02-02')).toEqual(['RETURN_WITHOUT_GROUND']);
    expect(found('returned_to_agency', '2025-02-02', 'art40_2')).toEqual([]);
    expect(ended('returned_to_agency')).toMatchObject([{ code: 'PROTECTED_RETURNED', params: { lastDay: '2025-01-31' } }]);
    expect(JSON.stringify(ended('returned_to_agency'))).not.toContain('pregnancy');
    expect(ended('left')).toEqual([]);
  });
});

describe('what ends', () => {
  const expiries = (one: Employment, on = ON) =>
    expiriesOfPerson(one, on, RULES).map(({ kind, date, daysLeft, stage }) => [kind, date, daysLeft, stage]);

  it('is said from sixty days before, nearer at thirty and seven, and goes on when it has passed', () => {
    expect([61, 60, 31, 30, 8, 7, 0, -1].map(stageOf)).toEqual([undefined, 'd60', 'd60', 'd30', 'd30', 'd7', 'd7', 'overdue']);
    expect(expiries(person(), '2025-11-01')).toEqual([['contract', '2025-12-31', 60, 'd60']]);
    expect(expiries(person(), '2026-01-05')).toEqual([['contract', '2025-12-31', -5, 'overdue']]);
    const renewed = person({ contracts: [contract(), contract({ startsOn: '2026-01-01', endsOn: '2027-12-31' })] });
    expect(expiries(renewed, '2025-12-30')).toEqual([]);
  });

  it('but not a contract that ends with the engagement', () => {
    const stay = { agencyId: 'a1', joinedOn: '2024-01-01', from: '2024-01-01', to: '2026-01-01', endReason: 'left', statuses: [inPost] };
    expect(expiries(person({ stays: [stay] }), '2025-12-30')).toEqual([]);
  });

  it('probation, certificate, ID card and working life too', () => {
    const statuses = [
      { status: 'probation', from: '2025-02-01', to: '2025-03-11' },
      { status: 'in_post', from: '2025-03-11', to: OPEN_END },
    ];
    const stay = { agencyId: 'a1', joinedOn: '2025-02-01', from: '2025-02-01', to: OPEN_END, endReason: null, statuses };
    const all = person({
      ...{ stays: [stay], contracts: [contract({ startsOn: '2025-02-01', endsOn: '2027-01-31' })], birthDate: '1965-02-20' },
      identityCardUntil: '2025-03-08',
      certificates: [
        { code: 'SW', from: '2022-01-01', to: '2025-03-01' },
        { code: 'SW', from: '2025-03-01', to: OPEN_END },
        { code: 'X', from: '2022-01-01', to: '2025-03-02' },
      ],
    });
    expect(expiries(all)).toEqual([
      ['probation', '2025-03-10', 9, 'd30'],
      ['certificate', '2025-03-01', 0, 'd7'],
      ['id_card', '2025-03-08', 7, 'd7'],
      ['retirement', '2025-03-20', 19, 'd30'],
    ]);
  });
});

describe('what the law says of an agency', () => {
  const agency = { id: 'a1', name: '甲', licenceNo: 'L1', licenceUntil: '2025-02-28' };
  const agreement = (more: Partial<AgreementFact> = {}): AgreementFact => ({
    ...{ id: 'g1', centreId: 'c', agencyId: 'a1', recordedBy: 'u', recordedAt: 1, retracted: false, reason: null },
    ...{ validFrom: '2024-01-01', validTo: '2025-03-21', number: 'XY-1', posts: '网格员', headcount: 10, pay: '按岗级' },
    ...{ insurance: '法定', payment: '转账', severance: 'agency', fee: null, tax: 'difference_5' },
    ...more,
  });
  const found = (people: number, agreements: AgreementFact[], on = ON) =>
    checkAgency({ agency, people, agreements }, on).map(({ code }) => code);

  it('licence and agreement, as long as it has people here', () => {
    expect(found(0, [])).toEqual([]);
    expect(found(3, [])).toEqual(['LICENCE_EXPIRED', 'AGREEMENT_MISSING']);
    expect(found(3, [agreement()], '2025-02-28')).toEqual([]);
    expect(found(11, [agreement()], '2025-02-28')).toEqual(['HEADCOUNT_OVER_AGREEMENT']);
    const [silent] = checkAgency({ agency, people: 3, agreements: [agreement({ pay: null, insurance: null })] }, '2025-02-01');
    expect(silent && sentence(silent.code, 'zh', silent.params)).toBe('派遣协议未载明：劳动报酬、社会保险数额。');
    expect(silent && sentence(silent.code, 'en', silent.params)).toBe('The agreement does not say: pay, insurance.');
    expect(expiriesOfAgency({ agency, people: 3, agreements: [agreement()] }, ON).map(({ kind, daysLeft }) => [kind, daysLeft])).toEqual([
      ['licence', -1],
      ['agreement', 19],
    ]);
  });

  it('the share of dispatch is a warning, never a block', () => {
    expect(checkShare('中心', 10, 90)).toEqual([]);
    expect(checkShare('中心', 0, null)).toEqual([]);
    expect(checkShare('中心', 300, 7)).toMatchObject([{ code: 'DISPATCH_SHARE', severity: 'warning', params: { percent: 97.7 } }]);
    expect(checkShare('中心', 300, null)).toMatchObject([{ code: 'OWN_STAFF_UNKNOWN', severity: 'warning' }]);
  });

  it('a decision counts to its last day, and until somebody reopens', () => {
    const decision = (more: Partial<Decision>): Decision => ({
      ...{ key: 'k', act: 'accept', reason: 'r', until: null, decidedAt: 1, decidedBy: 'u' },
      ...more,
    });
    expect(isClosed(undefined, ON)).toBe(false);
    expect(isClosed(decision({}), ON)).toBe(true);
    expect(isClosed(decision({ until: ON }), ON)).toBe(true);
    expect(isClosed(decision({ until: '2025-02-28' }), ON)).toBe(false);
    expect(isClosed(decision({ act: 'reopen' }), ON)).toBe(false);
  });
});
