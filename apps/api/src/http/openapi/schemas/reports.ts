import { EQUAL_PAY_SIDES, PEOPLE_REPORTS } from '@gridstaff/reporting';
import type { Schema } from '../../common/field-schema';
import { choice, COUNT, DATE, FLAG, list, orNull, PERIOD, ref, shape, TEXT } from '../../common/values';

const WORDS = { name_zh: TEXT, name_en: TEXT };
const SECOND = { also_zh: orNull(TEXT), also_en: orNull(TEXT) };
const FIGURES = {
  ...list(orNull(TEXT)),
  description: 'In the order of the columns; null where there is nothing to say',
};
export const REPORT_TABLE = {
  ...{ label_zh: TEXT, label_en: TEXT, ...SECOND },
  columns: list(shape({ key: TEXT, ...WORDS, kind: choice('whole', 'mean', 'percent', 'yuan') })),
  rows: list(ref('ReportRow')),
  total: { anyOf: [FIGURES, { type: 'null' }] } as Schema,
  chart: shape({ kind: choice('bars', 'stacked', 'lines'), columns: list(TEXT) }),
};

export const REPORT_SCHEMAS = {
  ReportRow: shape({
    ...{ key: TEXT, ...WORDS, ...SECOND, figures: FIGURES },
    part: { ...FLAG, description: 'A part of the row before it' },
    ...{ mark_zh: orNull(TEXT), mark_en: orNull(TEXT) },
    roster: {
      anyOf: [shape({ on: DATE, unit: TEXT, agency: TEXT, post: TEXT }, ['unit', 'agency', 'post']), { type: 'null' }],
      description: 'Filters of the roster that list the people whom the row counts; null where it has none',
    },
    within: { ...orNull(TEXT), description: 'Code of a unit whose parts have a table of their own' },
  }),
  PeopleReport: shape({
    ...{ report: choice(...PEOPLE_REPORTS), from: DATE, until: { ...DATE, description: 'Last day' } },
    ...REPORT_TABLE,
  }),
  EqualPayReport: shape({
    ...{
      period: { ...orNull(PERIOD), description: 'Null where no month is paid' },
      by: choice(...EQUAL_PAY_SIDES),
      item: TEXT,
    },
    ...{ periods: list(PERIOD), items: list(shape({ code: TEXT, ...WORDS })) },
    threshold: {
      anyOf: [shape({ validFrom: PERIOD, percent: TEXT, source: TEXT, confidence: TEXT }), { type: 'null' }],
    },
    ...{
      people: COUNT,
      leftOut: { ...COUNT, description: 'Paid, but not the whole month in one post and grade after probation' },
    },
    hidden: { ...COUNT, description: 'In sides of fewer than three people, which the caller may not see' },
    ...REPORT_TABLE,
  }),
} as const satisfies Readonly<Record<string, Schema>>;
