import { ERROR_AREAS } from '@gridstaff/contracts';
import type { Schema } from '../../common/field-schema';
import { choice, COUNT, DATE, ID, INSTANT, INTEGER, list, NUMBER, orNull, pageOf, PERIOD, ref, shape, TEXT, YUAN } from '../../common/values';
import type { Operations } from '../operation';

const ACT = ['STAFF_CHANGE_PEOPLE', 'STAFF_CHANGE_TWICE', 'NOT_FOUND', 'TEXT_INVALID', 'OUT_OF_RANGE', 'NOT_A_DATE'];
const FILE = ['FILE_MISSING', 'FREE_TABLE_NO_HEAD', ...Object.keys(ERROR_AREAS.exchange).filter((code) => code.startsWith('IMPORT_'))];
const KIND = choice('transfer', 'grade', 'renewal', 'return');
const FIGURES: Schema = shape({ gross: YUAN, net: YUAN, cost: { ...YUAN, description: 'Gross, employer’s insurance and fund, fee of the agency' } });
const PROBLEM = { code: TEXT, text_zh: TEXT, text_en: TEXT };

export const STAFF_CHANGE_OPERATIONS: Operations = {
  'staffChanges.choose': {
    summary: 'Whom the filter of the roster’s list, or pasted names, worker numbers and ID numbers mean.',
    answer: shape({ people: list(ref('ChosenPerson')) }),
    errors: ['STAFF_CHANGE_PEOPLE', 'UNKNOWN_GRID', 'UNKNOWN_AGENCY'],
  },
  'staffChanges.fromFile': {
    summary: 'Whom a workbook (XLSX) names by worker number, ID number or name, and what becomes of each.',
    answer: shape({ people: list(ref('ChosenPerson')) }),
    upload: ['file'],
    errors: ['STAFF_CHANGE_PEOPLE', ...FILE],
  },
  'staffChanges.preview': {
    summary: 'An act on many people as it would be: from and to of each, refusals and warnings. Nothing is written.',
    answer: shape({ lines: list(ref('StaffChangeLine')), ready: { ...COUNT, description: 'People without a refusal' } }),
    errors: ACT,
  },
  'staffChanges.effect': {
    summary: 'What the act does to pay: slips of the first whole month, cost to the end of the fiscal year, by the engine of the runs.',
    answer: ref('StaffChangeEffect'),
    errors: [...ACT, 'NO_CALENDAR', 'NO_PARAMETERS', 'NO_PAY_SCHEME'],
  },
  'staffChanges.carryOut': {
    summary: 'Carries the act out: everybody or nobody, and of exactly what was seen in the preview.',
    answer: shape({ id: ID, people: COUNT }),
    errors: [...ACT, 'STAFF_CHANGE_STALE', 'STAFF_CHANGE_REFUSED'],
  },
  'staffChanges.list': { summary: 'Acts on many people that were carried out.', answer: pageOf('changes', ref('StaffChange')) },
  'staffChanges.get': { summary: 'One act with everybody in it.', answer: ref('StaffChangeDetail'), errors: ['NOT_FOUND'] },
  'staffChanges.undoPreview': {
    summary: 'What taking the act back would do, and what keeps it from being taken back.',
    answer: ref('ImportUndo'),
    errors: ['NOT_FOUND', 'BATCH_UNDONE', 'BATCH_NOT_RECORDED'],
  },
  'staffChanges.undo': {
    summary: 'Takes the whole act back: on every day holds what held before. Possible until something rests on it.',
    answer: ref('ImportUndo'),
    errors: ['NOT_FOUND', 'BATCH_UNDONE', 'BATCH_NOT_RECORDED', 'BATCH_USED', 'TEXT_INVALID'],
  },
};

const CHANGE = {
  ...{ id: ID, kind: KIND, date: DATE, reason: TEXT, documentNo: orNull(TEXT), people: COUNT, recordedAt: INSTANT, recordedBy: ID },
  undone: orNull(shape({ at: INSTANT, by: ID, reason: TEXT, rows: COUNT })),
};

export const STAFF_CHANGE_SCHEMAS = {
  StaffState: shape({
    ...{ agency: orNull(TEXT), gridCode: orNull(TEXT), gradeCode: orNull(TEXT), postCode: orNull(TEXT) },
    ...{ contractFrom: orNull(DATE), contractTo: orNull(DATE), lastDay: orNull(DATE), ground: orNull(TEXT) },
  }),
  ChosenPerson: shape({
    ...{ text: { ...TEXT, description: 'As given; an ID number by its end' }, row: orNull(NUMBER), workerNo: orNull(NUMBER), name: orNull(TEXT) },
    target: shape({
      ...{ gridCode: orNull(TEXT), gradeCode: orNull(TEXT), postCode: orNull(TEXT), months: orNull(NUMBER) },
      ...{ endsOn: orNull(DATE), contractNo: orNull(TEXT), ground: orNull(TEXT) },
    }),
    problem: orNull(shape(PROBLEM)),
  }),
  StaffChangeLine: shape({
    ...{ workerNo: NUMBER, name: TEXT, before: ref('StaffState'), after: { anyOf: [ref('StaffState'), { type: 'null' }] } },
    problems: list(shape({ severity: choice('refusal', 'warning'), ...PROBLEM })),
    seen: { ...TEXT, description: 'Names what was looked at of the person; carrying out asks for it' },
  }),
  StaffChangeEffect: shape({
    assumed: { ...COUNT, description: 'People whose performance of the month is taken as in the month before, else as 1' },
    ...{ period: PERIOD, fiscalYear: INTEGER, now: FIGURES, then: FIGURES, yearNow: YUAN, yearThen: YUAN },
    people: list(
      shape({
        ...{ workerNo: NUMBER, now: FIGURES, then: FIGURES, yearNow: YUAN, yearThen: YUAN },
        leftOut: { ...orNull(TEXT), description: 'Code of why there is no slip of the month with the act' },
      }),
    ),
    fund: orNull(shape({ id: ID, name: TEXT, available: YUAN, left: { ...YUAN, description: 'Available less what the act costs more' } })),
  }),
  StaffChange: shape(CHANGE),
  StaffChangeDetail: shape({
    ...CHANGE,
    lines: list(shape({ workerNo: NUMBER, name: TEXT, before: ref('StaffState'), after: ref('StaffState') })),
  }),
} as const satisfies Readonly<Record<string, Schema>>;
