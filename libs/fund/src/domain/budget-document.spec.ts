import { DomainError, formatYuan, sumFen } from '@gridstaff/kernel';
import { projectRoot } from '@gridstaff/runtime';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { readBudgetDocument } from './budget-document';
import { percentage, timeProgress } from './fund';
import { parseWan } from './wan';

const published = (): Record<string, unknown> =>
  JSON.parse(readFileSync(path.join(projectRoot(), 'config/demo/budget-2023.json'), 'utf8')) as Record<string, unknown>;

const findings = (json: unknown): string[] => {
  try {
    readBudgetDocument(json);
  } catch (error) {
    return (error as DomainError).details.map((detail) => `${detail.place.path} ${detail.code}`);
  }
  throw new Error('nothing was found');
};

describe('published budget', () => {
  it('is read whole, to the fen', () => {
    const budget = readBudgetDocument(published());
    expect(budget.lines.map((line) => [line.kind, line.name, formatYuan(line.amount)])).toEqual([
      ['basic', '工资福利支出', '926600.00'],
      ['basic', '一般商品和服务支出', '169300.00'],
      ['project', '网格信息化建设专项', '800000.00'],
      ['project', '“放管服”改革保障经费专项', '100000.00'],
      ['project', '网格化平台系统基础数据融合项目专项', '100000.00'],
      ['project', '基层社会治理专项', '16338000.00'],
      ['project', '网格通手机套餐资费服务专项', '220000.00'],
      ['zero', '三公经费', '0.00'],
      ['zero', '会议费', '0.00'],
      ['zero', '培训费', '0.00'],
    ]);
    expect(sumFen(budget.lines.map((line) => line.amount))).toBe(budget.total);
    expect(formatYuan(budget.total)).toBe('18653900.00');
    expect(budget.info.filter((i) => i.section === 'procurement').map((i) => i.amount)).toEqual([
      19_510_000, 47_000_000, 80_000_000,
    ]);
    expect(budget.info.filter((i) => i.section === 'function').map((i) => i.amount)).toEqual([
      231_590_000, 1_633_800_000,
    ]);
    expect(budget).toMatchObject({ fiscalYear: 2023, posts: 8, filled: 7, excludes: '上年结转' });
  });

  it('names every finding with its place', () => {
    const bad = published();
    bad.colour = 'red';
    delete bad.region;
    (bad.projects as Record<string, unknown>[])[3]!.amount = 1633.8;
    (bad.procurement as Record<string, unknown>).goods = '19.52';
    expect(findings(bad)).toEqual([
      'budget.colour UNKNOWN_FIELD',
      'budget.region MISSING_FIELD',
      'budget.projects[3].amount NOT_A_NUMBER',
      'budget.projectTotal BUDGET_SUM',
      'budget.procurement.total BUDGET_SUM',
    ]);
    const twice = published();
    (twice.zeroBudgets as string[]).push('会议费');
    expect(findings(twice)).toEqual(['budget BUDGET_LINE_TWICE']);
    const below = published();
    (below.basic as Record<string, unknown>).工资福利支出 = '-1';
    expect(findings(below)).toContain('budget.basic.工资福利支出 NEGATIVE_AMOUNT');
  });

  it.each([null, [], 'text', 7])('refuses %j', (json) => {
    expect(findings(json)).toContain('budget INVALID_INPUT');
  });
});

describe('万元', () => {
  it('is exact to the fen and refuses what is not', () => {
    expect([parseWan('1633.80'), parseWan('0.000001'), parseWan('0')]).toEqual([1_633_800_000, 1, 0]);
    expect(() => parseWan('1.0000001')).toThrow('TOO_MANY_DECIMALS');
    expect(() => parseWan('-0.01')).toThrow('NEGATIVE_AMOUNT');
    expect(() => parseWan('1,633.80')).toThrow('NOT_A_NUMBER');
    expect(() => parseWan('999999999999999')).toThrow('OUT_OF_RANGE');
  });
});

it('shows progress with two decimals', () => {
  expect([percentage(1, 3), percentage(0, 0), timeProgress(2023, '2023-01-05')]).toEqual(['33.33', '0.00', '8.33']);
  expect([timeProgress(2023, '2022-12-31'), timeProgress(2023, '2024-01-01')]).toEqual(['0.00', '100.00']);
});
