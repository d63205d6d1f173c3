import { addMonths, type Fen, formatYuan, type Period, ratio, periodsBetween } from '@gridstaff/kernel';

import { type Bracket, type Confidence, PolicyPacks, type RegionParameters, type Sourced } from '.';
import { defaultPolicyDir } from './read-files';

const packs = PolicyPacks.load(defaultPolicyDir());
const at = (period: Period): RegionParameters => packs.parametersFor('430200', period);
const MONTHS = periodsBetween('2023-01', '2026-12');
const marks = (x: Sourced<unknown>): [string, Confidence] => [x.layer, x.confidence];
const rows = (table: Sourced<readonly Bracket[]>): string[] =>
  table.value.map((b) => `${b.upTo === null ? '-' : b.upTo / 100} ${b.rate} ${b.quick / 100}`);

describe('packs of Zhuzhou', () => {
  it('covers 2023-01 to 2026-12 and nothing else', () => {
    expect(packs.regions()).toEqual(['430200']);
    for (const month of MONTHS) expect(at(month)).toMatchObject({ region: '430200', period: month });
    const refused: [string, string][] = [
      ['430200', '2022-12'],
      ['430200', '2027-01'],
      ['430200', '2023-1'],
      ['430200', '2023-13'],
      ['430200', ''],
      ['430000', '2025-01'],
      ['CN', '2025-01'],
      ['110000', '2025-01'],
      ['__proto__', '2025-01'],
    ];
    for (const [region, period] of refused)
      expect(() => packs.parametersFor(region, period)).toThrow(
        expect.objectContaining({ code: 'NO_PARAMETERS', params: { region, period } }),
      );
  });

  it('holds the three tax tables in every month', () => {
    for (const { incomeTax } of MONTHS.map(at)) {
      expect(rows(incomeTax.annualTable)).toEqual([
        '36000 0.03 0',
        '144000 0.1 2520',
        '300000 0.2 16920',
        '420000 0.25 31920',
        '660000 0.3 52920',
        '960000 0.35 85920',
        '- 0.45 181920',
      ]);
      expect(rows(incomeTax.bonusMonthlyTable)).toEqual([
        '3000 0.03 0',
        '12000 0.1 210',
        '25000 0.2 1410',
        '35000 0.25 2660',
        '55000 0.3 4410',
        '80000 0.35 7160',
        '- 0.45 15160',
      ]);
      expect(rows(incomeTax.labourTable)).toEqual(['20000 0.2 0', '50000 0.3 2000', '- 0.4 7000']);
      expect(marks(incomeTax.annualTable)).toEqual(['CN', 'confirmed']);
    }
  });

  it('holds the other tax figures', () => {
    const { incomeTax: tax } = at('2026-12');
    expect(tax.basicDeductionPerMonth.value).toBe(500_000);
    expect(tax.lowIncomeAnnualLimit).toMatchObject({
      value: 6_000_000,
      source: '国家税务总局公告2020年第19号',
      confidence: 'confirmed',
    });
    expect(tax.labourCost.value).toEqual({ fixed: 80_000, fixedUpTo: 400_000, ratio: '0.2' });
    expect(tax.bonusSeparateUntil.value).toBe('2027-12-31');
    expect(tax.severanceExemptMultiple.value).toBe('3');
    expect([tax.authorRate.value, tax.authorIncomeRatio.value, tax.authorRate.confidence]).toEqual([
      '0.2',
      '0.7',
      'unconfirmed',
    ]);
    // One yuan over 36,000 costs 2,309.10 with the separate method: both edges of the monthly table.
    const bonusTax = (bonus: Fen): Fen => {
      const row = tax.bonusMonthlyTable.value.find((b) => b.upTo === null || bonus / 12 <= b.upTo) as Bracket;
      return ratio.round(ratio.multiply(ratio.ofFen(bonus), ratio.parseDecimal(row.rate))) - row.quick;
    };
    expect(formatYuan(bonusTax(3_600_100) - bonusTax(3_600_000))).toBe('2310.10');
  });

  it.each<[number, number, string, string, Confidence]>([
    [2023, 6284, '3770.00', '18852.00', 'unconfirmed'],
    [2024, 6711, '4027.00', '20133.00', 'unconfirmed'],
    [2025, 6787, '4072.00', '20361.00', 'confirmed'],
    [2026, 6843, '4106.00', '20529.00', 'confirmed'],
  ])('has the insurance bounds of %i: 60 %% and 300 %% of %i', (year, reference, floor, ceiling, confidence) => {
    for (const { insurance } of periodsBetween(`${year}-01`, `${year}-12`).map(at)) {
      expect([formatYuan(insurance.floor.value), formatYuan(insurance.ceiling.value)]).toEqual([floor, ceiling]);
      expect([marks(insurance.floor), marks(insurance.ceiling)]).toEqual([
        ['430000', confidence],
        ['430000', confidence],
      ]);
    }
    const part = (percent: string) =>
      ratio.round(ratio.multiply(ratio.rational(reference * 100), ratio.parseDecimal(percent)), 'half_up', 100);
    expect([formatYuan(part('0.6')), formatYuan(part('3'))]).toEqual([floor, ceiling]);
  });

  it.each<[Period, Confidence, Confidence]>([
    ['2023-01', 'unconfirmed', 'unconfirmed'],
    ['2024-12', 'unconfirmed', 'unconfirmed'],
    ['2025-01', 'confirmed', 'confirmed'],
    ['2025-12', 'confirmed', 'confirmed'],
    ['2026-01', 'confirmed', 'unconfirmed'],
    ['2026-12', 'confirmed', 'unconfirmed'],
  ])('has the six insurances of %s, marked', (period, published, unemployment) => {
    const { insurance } = at(period);
    expect(insurance.schemes.map((s) => [s.value, s.confidence])).toEqual([
      [{ name: 'pension', employerRate: '0.16', employeeRate: '0.08', deductible: true }, published],
      [{ name: 'medical', employerRate: '0.08', employeeRate: '0.02', deductible: true }, published],
      [{ name: 'maternity', employerRate: '0.007', deductible: false }, published],
      [{ name: 'unemployment', employerRate: '0.007', employeeRate: '0.003', deductible: true }, unemployment],
      [{ name: 'injury', employerRate: '0.006', deductible: false }, 'unconfirmed'],
      [{ name: 'large_medical', employeeFixed: 1500, deductible: false }, 'unconfirmed'],
    ]);
    expect(insurance.schemes.every((s) => s.layer === '430000' && s.source !== '')).toBe(true);
    for (const rule of [insurance.contributesInJoiningMonth, insurance.contributesInLeavingMonth])
      expect(rule).toMatchObject({ value: true, confidence: 'unconfirmed', layer: 'CN' });
  });

  it.each<[Period, string, string, Confidence]>([
    ['2023-01', '2100.00', '31291.00', 'unconfirmed'],
    ['2024-12', '2100.00', '31291.00', 'unconfirmed'],
    ['2025-01', '2100.00', '31291.00', 'confirmed'],
    ['2025-12', '2100.00', '31291.00', 'confirmed'],
    ['2026-01', '2200.00', '32744.00', 'unconfirmed'],
    ['2026-12', '2200.00', '32744.00', 'unconfirmed'],
  ])('has the housing fund of %s', (period, floor, ceiling, confidence) => {
    const fund = at(period).housingFund;
    expect([formatYuan(fund.floor.value), formatYuan(fund.ceiling.value)]).toEqual([floor, ceiling]);
    expect([marks(fund.floor), marks(fund.ceiling)]).toEqual([
      ['430200', confidence],
      ['430200', confidence],
    ]);
    expect([fund.minRate.value, fund.maxRate.value, fund.unit.value, fund.mode.value]).toEqual([
      '0.05',
      '0.12',
      'yuan',
      'half_up',
    ]);
    expect([fund.unit.confidence, fund.mode.confidence]).toEqual(['unconfirmed', 'unconfirmed']);
  });

  it.each<[Period, string]>([
    ['2023-01', '1930.00'],
    ['2024-11', '1930.00'],
    ['2024-12', '2100.00'],
    ['2025-12', '2100.00'],
    ['2026-01', '2200.00'],
    ['2026-12', '2200.00'],
  ])('has the minimum wage of %s, its class unconfirmed', (period, wage) => {
    const { minimumWage } = at(period).labour;
    expect([formatYuan(minimumWage.value), ...marks(minimumWage)]).toEqual([wage, '430200', 'unconfirmed']);
    expect(minimumWage.note).toMatch(/class 1; alternatives class 2 \d{4}, class 3 \d{4}/);
  });

  it('has the labour rules, with the document of their time', () => {
    const { labour } = at('2025-01');
    expect(labour.overtimeRates).toMatchObject({
      value: { weekday: '1.5', restday: '2', holiday: '3' },
      confidence: 'confirmed',
    });
    expect([labour.paidDaysPerMonth, labour.hoursPerDay].map((x) => [x.value, x.confidence])).toEqual([
      ['21.75', 'confirmed'],
      ['8', 'confirmed'],
    ]);
    expect(
      [labour.sickPayFloorRatio, labour.lossDeductionMaxRatio, labour.probationRatio].map((x) => [
        x.value,
        x.confidence,
      ]),
    ).toEqual([
      ['0.8', 'unconfirmed'],
      ['0.2', 'confirmed'],
      ['0.8', 'confirmed'],
    ]);
    expect(labour.localAverageAnnualWage).toBeUndefined();
    expect(
      [at('2024-12'), at('2025-01')].map((p) => [
        p.labour.paidDaysPerMonth.source,
        p.labour.paidDaysPerMonth.validFrom,
      ]),
    ).toEqual([
      ['劳社部发〔2008〕3号', '2008-01-01'],
      ['人社部发〔2025〕2号', '2025-01-01'],
    ]);
  });

  it('gives one frozen object a month, with equal fingerprints while nothing changes', () => {
    expect(at('2025-03')).toBe(at('2025-03'));
    expect(Object.isFrozen(at('2025-03').incomeTax.annualTable.value[0])).toBe(true);
    const changes = MONTHS.slice(1).filter((month) => at(month).fingerprint !== at(addMonths(month, -1)).fingerprint);
    expect(changes).toEqual(['2024-01', '2024-12', '2025-01', '2026-01']);
    expect(at('2025-03').fingerprint).toMatch(/^[0-9a-f]{64}$/);
  });

  it('lists every dated value with its mark', () => {
    const list = packs.list('430200');
    expect(list).toEqual(packs.list());
    expect(list[0]).toMatchObject({
      key: 'income_tax.annual_table',
      layer: 'CN',
      validFrom: '2019-01-01',
      validTo: null,
    });
    expect(list.filter((v) => v.key === 'labour.minimum_wage').map((v) => [v.value, v.validFrom, v.validTo])).toEqual([
      [193_000, '2022-04-01', '2024-12-01'],
      [210_000, '2024-12-01', '2026-01-01'],
      [220_000, '2026-01-01', null],
    ]);
    // Who is told "unconfirmed" must also learn why.
    expect(list.filter((v) => v.confidence === 'unconfirmed' && !v.note)).toEqual([]);
    expect(() => packs.list('999999')).toThrow(expect.objectContaining({ code: 'NOT_FOUND' }));
  });
});
