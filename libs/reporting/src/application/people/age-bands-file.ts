import { projectRoot } from '@gridstaff/runtime';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'yaml';
import { type AgeBand, readAgeBands } from '../../domain/people/age-bands';

/** The bands that the centre's head count is read in: config/reports/age-bands.yaml. */
export const ageBands = (): AgeBand[] =>
  readAgeBands(parse(readFileSync(path.join(projectRoot(), 'config/reports/age-bands.yaml'), 'utf8')));
