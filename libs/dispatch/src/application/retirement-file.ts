import { projectRoot } from '@gridstaff/runtime';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'yaml';
import { readRetirementRules, type RetirementRules } from '../domain/retirement';

/** The table of delayed retirement, dated and with its source: config/retirement. */
export const retirementRules = (): RetirementRules =>
  readRetirementRules(parse(readFileSync(path.join(projectRoot(), 'config/retirement/china-2025.yaml'), 'utf8')));
