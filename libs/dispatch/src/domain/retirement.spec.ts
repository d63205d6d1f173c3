import { readFileSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'yaml';
import { readRetirementRules, retirementDate } from './retirement';

const file = path.join(__dirname, '../../../../config/retirement/china-2025.yaml');
const rules = readRetirementRules(parse(readFileSync(file, 'utf8')));

describe('the table of delayed retirement', () => {
  // Rows of the tables annexed to the decision: born in → age reached on.
  it.each([
    ['1964-12-31', 'male_60', '2024-12-31'],
    ['1965-01-01', 'male_60', '2025-02-01'],
    ['1965-04-30', 'male_60', '2025-05-30'],
    ['1965-05-01', 'male_60', '2025-07-01'],
    ['1970-08-15', 'male_60', '2032-01-15'],
    ['1976-08-31', 'male_60', '2039-07-31'],
    ['1976-09-01', 'male_60', '2039-09-01'],
    ['1990-02-28', 'male_60', '2053-02-28'],
    ['1969-12-31', 'female_55', '2024-12-31'],
    ['1970-01-15', 'female_55', '2025-02-15'],
    ['1981-08-01', 'female_55', '2039-07-01'],
    ['1981-09-01', 'female_55', '2039-09-01'],
    ['1974-12-31', 'female_50', '2024-12-31'],
    ['1975-01-15', 'female_50', '2025-02-15'],
    ['1975-03-15', 'female_50', '2025-05-15'],
    ['1984-10-31', 'female_50', '2039-09-30'],
    ['1984-11-01', 'female_50', '2039-11-01'],
  ] as const)('%s %s retires on %s', (born, category, day) => {
    expect(retirementDate(born, rules[category])).toBe(day);
  });

  it('is refused when the file is not what it should be', () => {
    expect(() => readRetirementRules({ categories: { male_60: { from: 60 } } })).toThrow('config/retirement');
  });
});
