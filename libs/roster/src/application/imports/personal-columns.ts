import { column, type ColumnSpec, type ParsedRow } from '@gridstaff/exchange';
import type { PersonalInput } from '../roster-personal';
import { chosen, textOf } from './rows';

/** A dictionary as the cells of a file may say it: the words, and the codes. */
const coded = <T extends string>(words: Readonly<Record<string, T>>): Readonly<Record<string, T>> => ({
  ...words,
  ...Object.fromEntries(Object.values(words).map((code) => [code, code])),
});
const EDUCATIONS = coded({
  研究生: 'postgraduate',
  本科: 'bachelor',
  大专: 'college',
  中专: 'vocational',
  高中: 'senior_high',
  初中: 'junior_high',
  小学: 'primary',
  其他: 'other',
});
const POLITICALS = coded({
  中共党员: 'party_member',
  中共预备党员: 'probationary_member',
  共青团员: 'league_member',
  民主党派: 'democratic_party',
  无党派人士: 'no_party',
  群众: 'masses',
});
const RELATIONS = coded({ 配偶: 'spouse', 父母: 'parent', 子女: 'child', 兄弟姐妹: 'sibling', 其他: 'other' });
const ADDRESS = ['可空；加密保存。', 'May be empty; stored sealed.'] as const;
const MAY_BE_EMPTY = ['可空。', 'May be empty.'] as const;

/** What is known of a person beside pay and post; all may be left empty. */
export const PERSONAL_COLUMNS: readonly ColumnSpec[] = [
  column('education', ['学历', 'Education'], 'text', '大专', MAY_BE_EMPTY, { choices: Object.keys(EDUCATIONS) }),
  column('school', ['毕业院校', 'School'], 'text', '', [
    '可空；填写时须有学历。',
    'May be empty; needs the education.',
  ]),
  column('graduatedOn', ['毕业日期', 'Graduated on'], 'date', '', [
    '可空；填写时须有学历。',
    'May be empty; needs the education.',
  ]),
  column('politicalStatus', ['政治面貌', 'Political status'], 'text', '', MAY_BE_EMPTY, {
    choices: Object.keys(POLITICALS),
  }),
  column('householdAddress', ['户籍地址', 'Registered address'], 'text', '', ADDRESS),
  column('residenceAddress', ['现住址', 'Residence'], 'text', '', ADDRESS),
  column('otherPhone', ['第二电话', 'Second phone'], 'digits', '', [
    '手机或带区号的固定电话；须为文本格式。',
    'Mobile, or a fixed line with area code; the cell must be text.',
  ]),
  column('contactName', ['家庭联系人', 'Family contact'], 'text', '', [
    '与联系人电话一起填写。',
    'Together with the phone of the contact.',
  ]),
  column('contactRelation', ['与本人关系', 'Relation'], 'text', '', ['空为其他。', 'Empty: other.'], {
    choices: Object.keys(RELATIONS),
  }),
  column('contactPhone', ['联系人电话', 'Phone of the contact'], 'digits', '', [
    '须为文本格式的单元格。',
    'The cell must be text.',
  ]),
];

export const personalOf = (row: ParsedRow): PersonalInput => ({
  education: chosen(row, 'education', EDUCATIONS),
  school: textOf(row, 'school'),
  graduatedOn: textOf(row, 'graduatedOn'),
  politicalStatus: chosen(row, 'politicalStatus', POLITICALS),
  householdAddress: textOf(row, 'householdAddress'),
  residenceAddress: textOf(row, 'residenceAddress'),
  otherPhone: textOf(row, 'otherPhone'),
  contactName: textOf(row, 'contactName'),
  contactRelation: chosen(row, 'contactRelation', RELATIONS),
  contactPhone: textOf(row, 'contactPhone'),
});
