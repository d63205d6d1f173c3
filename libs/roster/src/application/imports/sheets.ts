import { column, type ColumnSpec, type ParsedRow, type SheetSpec } from '@gridstaff/exchange';
import { PERSONAL_COLUMNS } from './personal-columns';
import type { UnitInput } from '../structure-batch';
import { chosen, numberOf, textOf } from './rows';

export const REQUIRED = { required: true };
export const YES_NO = ['是', '否', 'yes', 'no'] as const;
export const STATUS = { 试用: 'probation', 在岗: 'in_post', probation: 'probation', in_post: 'in_post' } as const;
export const END_REASON = {
  离职: 'left',
  退回派遣公司: 'returned_to_agency',
  合同到期: 'contract_ended',
  退休: 'retired',
  身故: 'deceased',
  left: 'left',
  returned_to_agency: 'returned_to_agency',
  contract_ended: 'contract_ended',
  retired: 'retired',
  deceased: 'deceased',
} as const;
export const UNIT_KIND = {
  街道: 'street',
  社区: 'community',
  网格: 'grid',
  street: 'street',
  community: 'community',
  grid: 'grid',
} as const;

const FROM_CHANGE = [
  '有变更的行必填；新增可空。',
  'Required where something changes; may be empty for what is new.',
] as const;
const AS_TEXT = [
  '须为文本格式的单元格，数字格式会丢失末位。',
  'The cell must be text: a numeric cell loses the last digits.',
] as const;
export const idNumber = column('idNumber', ['证件号码', 'ID number'], 'digits', '430204199003071523', AS_TEXT, REQUIRED);
export const workerNo = column('workerNo', ['工号', 'Worker number'], 'int', '', [
  '系统编号；新增人员留空。',
  'The system’s number; empty for new people.',
]);

const contributionColumns: readonly ColumnSpec[] = [
  column(
    'insured',
    ['参保', 'Insured'],
    'text',
    '是',
    ['社会保险；空为不变，新增默认是。', 'Social insurance; empty: unchanged, yes for new people.'],
    { choices: YES_NO },
  ),
  column('insuranceBase', ['缴费基数', 'Insurance base'], 'yuan', '4053.00', [
    '元/月；0 按下限。',
    'Yuan a month; 0 means the floor.',
  ]),
  column(
    'fundMember',
    ['公积金', 'Housing fund'],
    'text',
    '否',
    ['空为不变，新增默认否。', 'Empty: unchanged, no for new people.'],
    { choices: YES_NO },
  ),
  column('fundBase', ['公积金基数', 'Fund base'], 'yuan', '', [
    '元/月；缴存公积金的必填。',
    'Yuan a month; required for members.',
  ]),
  column('fundEmployerRate', ['公积金单位比例', 'Fund rate employer'], 'decimal', '', ['如 0.05。', 'Such as 0.05.']),
  column('fundEmployeeRate', ['公积金个人比例', 'Fund rate employee'], 'decimal', '', ['如 0.05。', 'Such as 0.05.']),
];

export const UNIT_SHEET: SheetSpec = {
  zh: '机构',
  en: 'Units',
  optional: true,
  columns: [
    column('code', ['机构编码', 'Unit code'], 'text', 'G0101', ['中心内唯一。', 'Unique in the centre.'], REQUIRED),
    column(
      'name',
      ['机构名称', 'Unit name'],
      'text',
      '田心一网格',
      ['最多 80 字。', 'At most 80 characters.'],
      REQUIRED,
    ),
    column('kind', ['类别', 'Kind'], 'text', '网格', ['街道、社区或网格。', 'street, community or grid.'], {
      required: true,
      choices: Object.keys(UNIT_KIND),
    }),
    column('parentCode', ['上级编码', 'Parent code'], 'text', 'C01', ['街道留空。', 'Empty for a street.'], { list: 'unit' }),
    column('households', ['户数', 'Households'], 'int', '420', ['网格内户数。', 'Households of the grid.']),
    column('population', ['人口', 'Population'], 'int', '1180', ['网格内人口。', 'People of the grid.']),
    column('quota', ['岗位数', 'Quota'], 'int', '1', ['核定岗位数。', 'Seats.']),
    column('from', ['生效日期', 'Valid from'], 'date', '', FROM_CHANGE),
  ],
};

/** A row of that sheet. */
export const unitOf = (row: ParsedRow): UnitInput => ({
  code: textOf(row, 'code') ?? '',
  name: textOf(row, 'name') ?? '',
  kind: chosen(row, 'kind', UNIT_KIND) ?? 'grid',
  parentCode: textOf(row, 'parentCode'),
  households: numberOf(row, 'households'),
  population: numberOf(row, 'population'),
  quota: numberOf(row, 'quota'),
  from: textOf(row, 'from'),
});

export const GRADE_SHEET: SheetSpec = {
  zh: '岗级',
  en: 'Grades',
  optional: true,
  columns: [
    column('code', ['岗级编码', 'Grade code'], 'text', 'W1', ['中心内唯一。', 'Unique in the centre.'], REQUIRED),
    column(
      'name',
      ['岗级名称', 'Grade name'],
      'text',
      '网格员一级',
      ['最多 80 字。', 'At most 80 characters.'],
      REQUIRED,
    ),
    column('postCode', ['岗位', 'Post'], 'text', '网格员', ['岗位编码。', 'Code of the post.'], REQUIRED),
    column('base', ['基本工资', 'Base pay'], 'yuan', '1900.00', ['元/月。', 'Yuan a month.'], REQUIRED),
    column('post', ['岗位工资', 'Post pay'], 'yuan', '500.00', ['元/月。', 'Yuan a month.'], REQUIRED),
    column(
      'performance',
      ['绩效标准', 'Performance pay'],
      'yuan',
      '600.00',
      ['元/月，系数为 1 时。', 'Yuan a month at coefficient 1.'],
      REQUIRED,
    ),
    column(
      'from',
      ['生效日期', 'Valid from'],
      'date',
      '2023-01-01',
      ['标准自该日执行。', 'The standard holds from this day.'],
      REQUIRED,
    ),
  ],
};

export const CERTIFICATE_SHEET: SheetSpec = {
  zh: '证书津贴',
  en: 'Certificate allowances',
  optional: true,
  columns: [
    column(
      'code',
      ['证书编码', 'Certificate code'],
      'text',
      '助理社工师',
      ['中心内唯一。', 'Unique in the centre.'],
      REQUIRED,
    ),
    column('amount', ['月津贴', 'Monthly allowance'], 'yuan', '200.00', ['元/月。', 'Yuan a month.'], REQUIRED),
    column(
      'from',
      ['生效日期', 'Valid from'],
      'date',
      '2023-01-01',
      ['标准自该日执行。', 'The standard holds from this day.'],
      REQUIRED,
    ),
  ],
};

export const PEOPLE_SHEET: SheetSpec = {
  zh: '人员',
  en: 'People',
  optional: true,
  columns: [
    workerNo,
    column('name', ['姓名', 'Name'], 'text', '示例人员', ['与证件一致。', 'As on the document.'], REQUIRED),
    idNumber,
    column('phone', ['手机号', 'Phone'], 'digits', '', AS_TEXT),
    column(
      'agency',
      ['派遣公司', 'Agency'],
      'text',
      'A01',
      ['编码或全称，须先登记。', 'Code or full name; entered before.'],
      { required: true, list: 'agency' },
    ),
    column(
      'joinedOn',
      ['入职日期', 'Joined on'],
      'date',
      '2023-01-01',
      ['本次在岗的第一天。', 'First day of this engagement.'],
      REQUIRED,
    ),
    column('lastDay', ['离职日期', 'Last day'], 'date', '', ['最后在岗日。', 'Last day in post.']),
    column(
      'endReason',
      ['离职原因', 'Reason of leaving'],
      'text',
      '',
      ['有离职日期时填写。', 'Where there is a last day.'],
      { choices: Object.keys(END_REASON) },
    ),
    column(
      'gridCode',
      ['网格编码', 'Grid code'],
      'text',
      'G0101',
      ['须为有效网格。', 'A grid that exists then.'],
      { required: true, list: 'grid' },
    ),
    column('gradeCode', ['岗级', 'Grade'], 'text', 'W1', ['岗级编码。', 'Code of the grade.'], { required: true, list: 'grade' }),
    column('postCode', ['岗位', 'Post'], 'text', '', ['空为岗级所属岗位。', 'Empty: the grade’s post.'], { list: 'post' }),
    column(
      'status',
      ['状态', 'Status'],
      'text',
      '在岗',
      ['空为不变，新增默认在岗。', 'Empty: unchanged, in post for new people.'],
      { choices: Object.keys(STATUS) },
    ),
    column('probationLastDay', ['试用期最后一天', 'Last day of probation'], 'date', '', [
      '状态为试用时可填；次日起在岗。',
      'Where the status is probation; in post from the next day on.',
    ]),
    column('contractWage', ['合同约定月工资', 'Contract wage'], 'yuan', '', [
      '元/月，转正后的工资；试用期工资不低于其 80%。',
      'Yuan a month after probation; probation pays at least 80 % of it.',
    ]),
    column('lowestSamePost', ['同岗位最低档工资', 'Lowest wage of the post'], 'yuan', '', [
      '元/月；可空，填写时须有合同约定月工资。',
      'Yuan a month; may be empty, needs the contract wage.',
    ]),
    ...contributionColumns,
    column('certificate', ['证书', 'Certificate'], 'text', '', [
      '证书编码，须有津贴标准。',
      'Code of a certificate with an allowance.',
    ], { list: 'certificate' }),
    column('certificateNo', ['证书编号', 'Certificate number'], 'text', '', ['可空。', 'May be empty.']),
    column('certificateIssuedOn', ['发证日期', 'Issued on'], 'date', '', ['可空。', 'May be empty.']),
    column('bankCard', ['银行卡号', 'Bank card'], 'digits', '', AS_TEXT),
    column('bankName', ['开户行', 'Bank'], 'text', '', ['可空。', 'May be empty.']),
    ...PERSONAL_COLUMNS,
    column('effectiveFrom', ['生效日期', 'Effective from'], 'date', '', FROM_CHANGE),
    column('reason', ['备注', 'Remark'], 'text', '', ['变更原因。', 'Why something changes.']),
  ],
};

export const BASES_SHEET: SheetSpec = {
  zh: '缴费基数',
  en: 'Contribution bases',
  columns: [
    workerNo,
    {
      ...idNumber,
      required: false,
      noteZh: '工号与证件号码至少填一项；须为文本格式。',
      noteEn: 'The worker number or this; the cell must be text.',
    },
    ...contributionColumns,
    column(
      'from',
      ['生效日期', 'Effective from'],
      'date',
      '2023-07-01',
      ['自该日执行。', 'Holds from this day.'],
      REQUIRED,
    ),
  ],
};
