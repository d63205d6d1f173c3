/** Columns of a workbook that names the people of an act, each by the headers that offices write. */
export const STAFF_COLUMNS = {
  workerNo: ['工号', '编号', '人员编号', 'worker no', 'worker number', 'no'],
  idNumber: ['证件号码', '身份证号', '身份证号码', 'id number'],
  name: ['姓名', 'name'],
  gridCode: ['目标网格', '调入网格', '网格编码', 'grid', 'grid code'],
  gradeCode: ['目标岗级', '新岗级', '岗级', 'grade', 'grade code'],
  postCode: ['目标岗位', '新岗位', '岗位', 'post', 'post code'],
  endsOn: ['合同到期日', '新合同到期日', '合同终止日期', 'contract ends', 'ends on'],
  months: ['合同期限（月）', '合同期限月', '期限（月）', 'months'],
  contractNo: ['合同编号', 'contract no', 'contract number'],
  ground: ['退回理由', '退回理由代码', 'ground'],
} as const satisfies Record<string, readonly string[]>;
export type StaffColumn = keyof typeof STAFF_COLUMNS;
