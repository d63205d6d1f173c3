import type { CellType, ColumnSpec } from './import-handler';

/** A column of an import on one line: names, type, sample and note in both languages. Not required and free text unless `more` says so. */
export const column = (
  key: string,
  [zh, en]: readonly [string, string],
  type: CellType,
  sample: string,
  [noteZh, noteEn]: readonly [string, string],
  more: { required?: boolean; choices?: readonly string[]; list?: string } = {},
): ColumnSpec => ({ key, zh, en, type, sample, noteZh, noteEn, required: more.required ?? false, choices: more.choices, list: more.list });
