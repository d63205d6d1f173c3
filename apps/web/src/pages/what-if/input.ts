import type { WhatIfInput } from '../../shared/api/insight-calls';

/** The form; a line of it counts when its first field is filled in. */
export interface WhatIfFields {
  fundId: string;
  from?: string;
  raisePercent?: string;
  raiseFrom?: string;
  raiseGrades?: string[];
  hireCount?: number | null;
  hireOn?: string;
  hireAgency?: string;
  hireGrid?: string;
  hireGrade?: string;
  leaveCount?: number | null;
  leaveOn?: string;
  leavingPercent?: string;
  leavingFrom?: string;
  baseAmount?: string;
  baseFrom?: string;
  floorAmount?: string;
  floorFrom?: string;
  itemName?: string;
  itemAmount?: string;
  itemFrom?: string;
}

/** What is missing in a line that was begun the server names. */
const text = (value: string | undefined): string => value?.trim() ?? '';
const begun = (value: string | undefined): boolean => text(value) !== '';

export function inputOf(fields: WhatIfFields): WhatIfInput {
  const input: WhatIfInput = { fundId: fields.fundId };
  if (begun(fields.from)) input.from = text(fields.from);
  if (begun(fields.raisePercent)) {
    input.raise = { percent: text(fields.raisePercent), from: text(fields.raiseFrom) };
    if (fields.raiseGrades?.length) input.raise.grades = fields.raiseGrades.join(',');
  }
  if (fields.hireCount)
    input.hires = {
      ...{ count: fields.hireCount, joinedOn: text(fields.hireOn), agency: text(fields.hireAgency) },
      ...{ gridCode: text(fields.hireGrid), gradeCode: text(fields.hireGrade), insured: true, insuranceBase: '0' },
    };
  if (fields.leaveCount) input.leavers = { count: fields.leaveCount, lastDay: text(fields.leaveOn) };
  if (begun(fields.leavingPercent))
    input.leaving = { percent: text(fields.leavingPercent), from: text(fields.leavingFrom) };
  if (begun(fields.baseAmount)) input.base = { amount: text(fields.baseAmount), from: text(fields.baseFrom) };
  if (begun(fields.floorAmount))
    input.bounds = { insuranceFloor: text(fields.floorAmount), from: text(fields.floorFrom) };
  if (begun(fields.itemName)) {
    const name = text(fields.itemName);
    input.item = {
      ...{ code: 'scenario_item', nameZh: name, nameEn: name },
      ...{ amount: text(fields.itemAmount), from: text(fields.itemFrom) },
    };
  }
  return input;
}
