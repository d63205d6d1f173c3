import type { ChangeEffect, MonthFigures, PersonEffect } from '@gridstaff/payroll';
import type { ChosenPerson, PastStaffChange, PastStaffLine, StaffLine, StaffProblem, StaffState } from '@gridstaff/roster';
import { inYuan, isoInstant } from '../common/view';

const problem = ({ severity, code, zh, en }: StaffProblem): object => ({ severity, code, text_zh: zh, text_en: en });

const state = (of: StaffState): object => ({
  ...{ agency: of.agency ?? null, gridCode: of.gridCode ?? null, gradeCode: of.gradeCode ?? null, postCode: of.postCode ?? null },
  ...{ contractFrom: of.contractFrom ?? null, contractTo: of.contractTo ?? null, lastDay: of.lastDay ?? null, ground: of.ground ?? null },
});

export const lineView = ({ workerNo, name, before, after, problems, seen }: StaffLine): object => ({
  ...{ workerNo, name, before: state(before), after: after && state(after), problems: problems.map(problem), seen },
});

export const chosenView = ({ text, row, worker, target, problem: wrong }: ChosenPerson): object => ({
  ...{ text, row: row ?? null, workerNo: worker?.workerNo ?? null, name: worker?.name ?? null },
  target: {
    ...{ gridCode: target.gridCode ?? null, gradeCode: target.gradeCode ?? null, postCode: target.postCode ?? null },
    ...{ months: target.months ?? null, endsOn: target.endsOn ?? null, contractNo: target.contractNo ?? null, ground: target.ground ?? null },
  },
  problem: wrong && { code: wrong.code, text_zh: wrong.zh, text_en: wrong.en },
});

export const pastView = ({ undo, recordedAt, centreId: _, ...change }: PastStaffChange): object => ({
  ...change,
  recordedAt: isoInstant(recordedAt),
  undone: undo && { at: isoInstant(undo.undoneAt), by: undo.undoneBy, reason: undo.reason, rows: undo.taken },
});

export const pastLineView = ({ workerNo, name, before, after }: PastStaffLine): object => ({
  ...{ workerNo, name, before: state(before), after: state(after) },
});

const figures = (of: MonthFigures): object => inYuan(of, ['gross', 'net', 'cost']);

const personEffect = ({ now, then, ...person }: PersonEffect): object => ({
  ...inYuan(person, ['yearNow', 'yearThen']),
  ...{ now: figures(now), then: figures(then) },
});

export const effectView = ({ people, now, then, fund, ...effect }: ChangeEffect): object => ({
  ...inYuan(effect, ['yearNow', 'yearThen']),
  ...{ now: figures(now), then: figures(then), people: people.map(personEffect) },
  fund: fund && inYuan({ ...fund, left: fund.available - (effect.yearThen - effect.yearNow) }, ['available', 'left']),
});
