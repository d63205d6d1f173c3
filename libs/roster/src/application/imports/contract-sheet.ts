import { column, type SheetSpec } from '@gridstaff/exchange';
import { idNumber, REQUIRED, workerNo, YES_NO } from './sheets';

export const POST_KIND = {
  临时性: 'temporary',
  辅助性: 'auxiliary',
  替代性: 'substitute',
  temporary: 'temporary',
  auxiliary: 'auxiliary',
  substitute: 'substitute',
} as const;
export const RETIREMENT = {
  男60: 'male_60',
  女55: 'female_55',
  女50: 'female_50',
  male_60: 'male_60',
  female_55: 'female_55',
  female_50: 'female_50',
} as const;

/** One row per contract; person and first day are its key. */
export const CONTRACT_SHEET: SheetSpec = {
  zh: '派遣合同',
  en: 'Dispatch contracts',
  columns: [
    workerNo,
    {
      ...idNumber,
      required: false,
      noteZh: '工号与证件号码至少填一项；须为文本格式。',
      noteEn: 'The worker number or this; the cell must be text.',
    },
    column('contractNo', ['合同编号', 'Contract number'], 'text', 'HT-2023-001', ['可空。', 'May be empty.']),
    column(
      'postKind',
      ['岗位性质', 'Kind of post'],
      'text',
      '辅助性',
      ['临时性、辅助性或替代性（劳动合同法第六十六条）。', 'temporary, auxiliary or substitute (labour contract law art. 66).'],
      { required: true, choices: Object.keys(POST_KIND) },
    ),
    column(
      'startsOn',
      ['合同起始日', 'Starts on'],
      'date',
      '2023-01-01',
      ['须在岗；续签为上份到期次日。', 'Within an engagement; a renewal begins the day after.'],
      REQUIRED,
    ),
    column('endsOn', ['合同终止日', 'Ends on'], 'date', '2024-12-31', [
      '最后一天；无固定期限留空。',
      'Last day; empty without a fixed term.',
    ]),
    column('probationEndsOn', ['合同试用期最后一天', 'Contract probation ends on'], 'date', '', [
      '无试用期留空。',
      'Empty where there is none.',
    ]),
    column('signedOn', ['签订日期', 'Signed on'], 'date', '2023-01-01', ['可空。', 'May be empty.']),
    column(
      'fullTime',
      ['全日制', 'Full time'],
      'text',
      '是',
      ['空为是；劳务派遣不得用非全日制。', 'Empty means yes; dispatch knows no part-time.'],
      { choices: YES_NO },
    ),
    column('identityCardUntil', ['身份证有效期至', 'ID card valid until'], 'date', '', ['空为不变。', 'Empty: unchanged.']),
    column(
      'retirement',
      ['退休年龄类别', 'Retirement age'],
      'text',
      '',
      ['改革前的法定年龄：男60、女55、女50；空为不变。', 'The age before the delay: male_60, female_55, female_50; empty: unchanged.'],
      { choices: Object.keys(RETIREMENT) },
    ),
    column('reason', ['备注', 'Remark'], 'text', '', ['更正原因等。', 'Why something is corrected.']),
  ],
};
