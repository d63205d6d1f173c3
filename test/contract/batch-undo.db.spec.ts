import { AttendanceBook } from '@gridstaff/attendance';
import { PerformanceBook } from '@gridstaff/evaluation';
import { ImportHistory, ImportService, writeWorkbook } from '@gridstaff/exchange';
import type { Id } from '@gridstaff/kernel';
import { DecideRun, SubmitRun } from '@gridstaff/payroll';
import { checkDigitOf, WorkerList } from '@gridstaff/roster';
import { ALL, RunScene } from '../support/run-scene';

const newcomer = (): string => {
  const first17 = '43020419910307111';
  return first17 + checkDigitOf(first17);
};

describe('undoing an import across the rooms', () => {
  let scene: RunScene;
  let first: string;
  let second: string;

  beforeAll(async () => {
    scene = await RunScene.open();
    [first, second] = scene.numbers.map(String) as [string, string];
  });

  afterAll(() => scene?.close());

  const bringIn = async (kind: string, sheets: Record<string, { heads: string[]; rows: string[][] }>, period?: string): Promise<Id> => {
    const file = await writeWorkbook(
      Object.entries(sheets).map(([name, { heads, rows }]) => ({ name, columns: heads.map((header) => ({ header, kind: 'text' as const })), rows })),
    );
    scene.clock.advance(1000);
    const result = await scene.get(ImportService).run(scene.hr, { kind, centreId: scene.centreId, period, fileName: 'a.xlsx', file, dryRun: false });
    expect(result.errors).toEqual([]);
    scene.clock.advance(1000);
    return result.batchId as Id;
  };
  const undo = (id: Id) => scene.get(ImportHistory).undo(scene.hr, scene.centreId, id, '导错了');
  const uses = async (id: Id) => (await scene.get(ImportHistory).previewUndo(scene.hr, scene.centreId, id)).uses.map(({ code, params }) => ({ code, ...params }));
  const month = async () => {
    const { absences, overtime, heatWork } = await scene.get(AttendanceBook).month(scene.hr, scene.centreId, '2023-01');
    return {
      absences: absences.map(({ workerNo, kind, validFrom, validTo, days }) => [workerNo, kind, validFrom, validTo, days]),
      overtime: overtime.map(({ workerNo, weekday, restday }) => [workerNo, weekday, restday]),
      heatWork: heatWork.map(({ workerNo, days }) => [workerNo, days]),
    };
  };
  const scores = async () =>
    (await scene.get(PerformanceBook).month(scene.hr, scene.centreId, '2023-01')).map(({ workerNo, coefficient, award }) => [workerNo, coefficient, award]);
  const absenceHeads = ['工号', '缺勤类型', '开始日期', '结束日期', '天数'];

  it('attendance and results of a month are again what they were', async () => {
    const heads = { overtime: ['工号', '平日加班', '休息日加班'], scores: ['工号', '绩效系数', '奖金'] };
    await bringIn('attendance', { 缺勤: { heads: absenceHeads, rows: [[first, '事假', '2023-01-09', '2023-01-09', '1'], [second, '病假', '2023-01-10', '2023-01-10', '1']] } }, '2023-01');
    const before = [await month(), await scores()];
    const attendance = await bringIn(
      'attendance',
      {
        缺勤: { heads: absenceHeads, rows: [[first, '事假', '2023-01-09', '2023-01-09', '0.5'], [second, '病假', '2023-01-10', '2023-01-10', '0'], [second, '事假', '2023-01-12', '2023-01-12', '1']] },
        加班: { heads: heads.overtime, rows: [[first, '2', '0']] },
      },
      '2023-01',
    );
    const results = await bringIn('scores', { 考核结果: { heads: heads.scores, rows: [[first, '1.1', '100'], [second, '0.5', '0']] } }, '2023-01');
    expect([await month(), await scores()]).not.toEqual(before);
    expect(await undo(results)).toMatchObject({ rows: 2, people: 2, entered: 0 });
    expect(await undo(attendance)).toMatchObject({ rows: 4, people: 2 });
    expect([await month(), await scores()]).toEqual(before);
    await expect(undo(attendance)).rejects.toMatchObject({ code: 'BATCH_UNDONE' });
  });

  it('a person of whom attendance was recorded since stays until that is taken back', async () => {
    const heads = ['姓名', '证件号码', '派遣公司', '入职日期', '网格编码', '岗级'];
    const batch = await bringIn('roster', { 人员: { heads, rows: [['新来人员', newcomer(), 'A1', '2023-01-03', 'G1', 'W1']] } });
    const { rows } = await scene.get(WorkerList).page(scene.hr, { centreId: scene.centreId, search: '新来人员' });
    const workerNo = rows[0]?.no as number;
    const absence = { workerNo, kind: 'unpaid', leaveKind: null, from: '2023-01-09', to: '2023-01-10', days: 100 } as const;
    const record = (days: number) => scene.get(AttendanceBook).record(scene.hr, scene.centreId, { absences: [{ ...absence, days }], overtime: [] });
    await record(100);
    expect(await uses(batch)).toEqual([{ code: 'BATCH_ENTRY_SINCE', workerNo, date: '2023-01-09' }]);
    await record(0);
    // An entry that was taken back still names the person, who stays as a number without anything in force.
    expect(await undo(batch)).toMatchObject({ people: 1, entered: 0 });
    expect((await scene.get(WorkerList).page(scene.hr, { centreId: scene.centreId, search: '新来人员', engagedOnly: true, on: '2023-01-10' })).rows).toEqual([]);
  });

  it('what a submitted run has read can no longer be undone, until the run is returned', async () => {
    const heads = ['工号', '缴费基数', '生效日期'];
    const batch = await bringIn('bases', { 缴费基数: { heads, rows: [[first, '6000', '2023-01-01'], [second, '6500', '2023-01-01']] } });
    const later = await bringIn('bases', { 缴费基数: { heads, rows: [[first, '7000', '2023-02-01']] } });
    await scene.calculate();
    expect(await uses(later)).toEqual([]);
    const run = await scene.get(SubmitRun).submit(scene.hr, scene.run.id);
    // What speaks of a later month was not read; the first is built upon by it and read by the run.
    expect(await uses(later)).toEqual([]);
    await undo(later);
    expect(await uses(batch)).toEqual([{ code: 'BATCH_USED_BY_RUN', run: run.no, period: '2023-01', count: 2 }]);
    await expect(undo(batch)).rejects.toMatchObject({ code: 'BATCH_USED', details: [{ code: 'BATCH_USED_BY_RUN' }] });
    await scene.get(DecideRun).returnRun(scene.actor(ALL), run.id, 'calculated', '基数有误');
    expect(await uses(batch)).toEqual([]);
    expect(await undo(batch)).toMatchObject({ rows: 2 });
  });
});
