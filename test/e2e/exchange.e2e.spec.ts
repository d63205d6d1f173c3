import { randomBytes } from 'node:crypto';
import { AuditReader } from '@gridstaff/audit';
import { type ExportTask, ExportTasks, ListExport, ListExportRegistry, StoredSweep } from '@gridstaff/exchange';
import { type JobContext, JobRegistry } from '@gridstaff/jobs';
import { Database, UnitOfWork } from '@gridstaff/persistence';
import { SmallOffice } from '@gridstaff/testing';
import ExcelJS from 'exceljs';
import { type Answer, type Browser, TestApi } from './api-support';

const PEOPLE = 104;
const HOUR = 3_600_000;

describe('lists as files', () => {
  let api: TestApi;
  let office: SmallOffice;
  let other: SmallOffice;
  let people: Record<'hr' | 'second' | 'finance' | 'leader' | 'stranger', Browser & { userId: string }>;
  let place: string;

  beforeAll(async () => {
    api = await TestApi.start();
    office = await SmallOffice.open(api.running.app, 'EX', PEOPLE);
    other = await SmallOffice.open(api.running.app, 'EY', 1);
    const here = office.centreId;
    people = {
      hr: await api.person('hr1', [{ role: 'hr', centreId: here }]),
      second: await api.person('hr2', [{ role: 'hr', centreId: here }]),
      finance: await api.person('finance1', [{ role: 'finance', centreId: here }]),
      leader: await api.person('leader1', [{ role: 'leader', centreId: here }]),
      stranger: await api.person('hr3', [{ role: 'hr', centreId: other.centreId }]),
    };
    place = `/api/v1/centres/${here}`;
  });
  afterAll(() => api?.close());

  const over = async (browser: Browser, id: string): Promise<Answer> => {
    for (;;) {
      const answer = await browser.get(`${place}/export-tasks/${id}`);
      if (!['queued', 'making'].includes(String(answer.body.status))) return answer;
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  };
  const wish = (browser: Browser, body: object, query = 'engagedOnly=true'): Promise<Answer> =>
    browser.post(`${place}/workers/exports?${query}`, { purpose: '核对名册', language: 'zh', ...body });
  const made = async (browser: Browser, body: object, query?: string): Promise<{ id: string; lines: string[][] }> => {
    const asked = await wish(browser, { format: 'csv', ...body }, query);
    expect([asked.status, asked.body.code]).toEqual([202, undefined]);
    const id = String(asked.body.id);
    expect((await over(browser, id)).body).toMatchObject({ status: 'done', error: null });
    const file = await browser.post(`${place}/export-tasks/${id}/file`);
    expect(file.status).toBe(200);
    return { id, lines: file.text.replace('\ufeff', '').trimEnd().split('\r\n').map((line) => line.split(',')) };
  };

  it('gives the rows and columns of the screen in its order, marked with who, when and what for, and keeps a digest', async () => {
    const { id, lines } = await made(people.hr, { columns: 'name,no,idNumber' }, 'engagedOnly=true&sort=-workerNo&unit=G1');
    expect(lines[0]?.[0]).toMatch(/^导出人：hr1（hr1）　时间：2023-.*　用途：核对名册$/);
    expect(lines[1]).toEqual(['姓名', '编号', '证件号码']);
    const screen = await people.hr.get(`${place}/workers?engagedOnly=true&sort=-workerNo&unit=G1&limit=500`);
    const shown = (screen.body.workers as { no: number; name: string; idNumberMasked: string }[]).map((w) => [w.name, String(w.no), w.idNumberMasked]);
    expect(lines.slice(2)).toEqual(shown);
    expect(shown).toHaveLength(PEOPLE);
    const one = await made(people.hr, { columns: 'no,status', language: 'en' }, `search=${office.numbers[0]}`);
    expect(one.lines[1]).toEqual(['No.', 'Status']);
    expect(one.lines.slice(2)).toContainEqual([String(office.numbers[0]), 'in post']);
    const task = (await people.hr.get(`${place}/export-tasks/${id}`)).body;
    const { rows } = await api.get(AuditReader).page(office.hr, { scope: office.centreId, subjectType: 'export_task' });
    const entry = rows.find(({ subjectId, action }) => subjectId === id && action === 'export.made');
    expect(entry).toMatchObject({ userId: people.hr.userId, reason: '核对名册' });
    expect(JSON.parse(entry?.data ?? '')).toMatchObject({ kind: 'workers', rows: PEOPLE, sha256: task.sha256, numbers: false });
    expect(rows.filter(({ subjectId }) => subjectId === id).map(({ action }) => action).sort()).toEqual(['export.asked', 'export.fetched', 'export.made']);
  });

  it('names the tags that the screen shows, of the people it was filtered to by one', async () => {
    const [first] = office.numbers as [number];
    const tag = { code: 'night', nameZh: '夜巡', nameEn: 'night patrol', tone: 'warn', order: 1, inUse: true, from: '2022-01-01' };
    expect((await people.hr.post(`${place}/tags`, tag)).status).toBe(200);
    const marking = { workerNos: [first], held: true, from: '2022-12-01' };
    expect((await people.hr.post(`${place}/tags/night/workers`, marking)).body).toEqual({ changed: 1 });
    const { lines } = await made(people.hr, { columns: 'no,tags' }, 'tag=night');
    expect(lines.slice(1)).toEqual([['编号', '标签'], [String(first), '夜巡']]);
  });

  it('asks for a purpose and for the rights of what it shows', async () => {
    const codes = async (browser: Browser, body: object, query?: string): Promise<unknown> => (await wish(browser, body, query)).body.code;
    expect(await codes(people.hr, { purpose: undefined })).toBe('EXPORT_REASON_NEEDED');
    expect(await codes(people.hr, { columns: 'no,salary' })).toBe('EXPORT_OPTION');
    expect(await codes(people.hr, {}, 'search=nobody')).toBe('EXPORT_EMPTY');
    expect(await codes(people.hr, {}, 'unit=NONE')).toBe('UNKNOWN_GRID');
    expect(await codes(people.finance, { columns: 'no,idNumberFull' })).toBe('FORBIDDEN');
    expect(await codes(people.stranger, {})).toBe('NOT_FOUND');
    expect((await wish(people.finance, { purpose: undefined, columns: 'no,status' })).status).toBe(202);
  });

  it('lets the numbers of more than a hundred people out only with a second person (S49)', async () => {
    const columns = 'no,idNumberFull';
    const few = await made(people.hr, { columns }, `search=${office.numbers[0]}`);
    expect(few.lines.at(-1)?.[1]).toMatch(/^\d{17}[\dX]$/);
    const asked = (await wish(people.hr, { columns })).body;
    expect(asked).toMatchObject({ status: 'waiting', expected: PEOPLE, numbers: true });
    const at = `${place}/export-tasks/${String(asked.id)}`;
    const { hash } = asked;
    expect((await people.hr.post(`${at}/file`)).body.code).toBe('EXPORT_NOT_READY');
    expect((await people.hr.post(`${at}/approve`, { hash })).body.code).toBe('SEPARATION_OF_DUTIES');
    expect((await people.finance.post(`${at}/approve`, { hash })).status).toBe(403);
    expect((await people.stranger.post(`${at}/approve`, { hash })).status).toBe(404);
    expect((await people.leader.post(`${at}/approve`, { hash: 'another' })).body.code).toBe('APPROVAL_STALE');
    const todos = (await people.leader.get('/api/v1/approvals/todos')).body.todos as { subjectId: string }[];
    expect(todos.map(({ subjectId }) => subjectId)).toContain(asked.id);
    const waiting = (await people.second.get(`${place}/export-tasks?waiting=true`)).body.tasks as { id: string }[];
    expect(waiting.map(({ id }) => id)).toEqual([asked.id]);
    expect((await people.leader.post(`${at}/approve`, { hash })).status).toBe(204);
    expect((await over(people.hr, String(asked.id))).body).toMatchObject({ status: 'done', doneRows: PEOPLE });
    // Who approved may not have the file either.
    expect((await people.leader.post(`${at}/file`)).status).toBe(404);
    const second = (await wish(people.hr, { columns })).body;
    const back = { hash: second.hash, reason: '先报备' };
    expect((await people.second.post(`${place}/export-tasks/${String(second.id)}/return`, back)).status).toBe(204);
    expect((await people.hr.get(`${place}/export-tasks/${String(second.id)}`)).body.status).toBe('returned');
  });

  it('goes out and comes back in: columns are found by name and content, and nobody is changed', async () => {
    const wanted = 'no,name,idNumberFull,agency,joinedOn,gridCode,grade,phoneFull,bankCardFull,bankName';
    const asked = (await wish(people.hr, { columns: wanted, format: 'xlsx' })).body;
    const at = `${place}/export-tasks/${String(asked.id)}`;
    expect((await people.leader.post(`${at}/approve`, { hash: asked.hash })).status).toBe(204);
    expect((await over(people.hr, String(asked.id))).body).toMatchObject({ status: 'done' });
    const headers = { cookie: people.hr.cookie, 'x-requested-with': 'gridstaff' };
    const { rawPayload } = await api.running.app.inject({ method: 'POST', url: `${at}/file`, headers });
    const look = (await people.hr.upload(`${place}/imports/roster/columns`, rawPayload)).body as {
      sheets: { signature: string; as: string; columns: { head: string; key: string | null }[] }[];
    };
    const [{ signature, as: sheet, columns }] = look.sheets as [(typeof look.sheets)[number]];
    const said = columns.map(({ head, key }) => ({ head, key: key ?? '' }));
    expect((await people.hr.post(`${place}/imports/roster/layouts`, { signature, sheet, columns: said, source: '花名册' })).status).toBe(204);
    const preview = await people.hr.upload(`${place}/imports/roster?dryRun=true`, rawPayload);
    expect(preview.body).toMatchObject({ created: 0, changed: 0, same: PEOPLE, errors: [] });
  });

  it('offers the centre’s own grids, agencies, grades and posts in its templates', async () => {
    const url = `${place}/import-templates/roster?language=zh`;
    const file = await api.running.app.inject({ method: 'GET', url, headers: { cookie: people.hr.cookie } });
    const book = new ExcelJS.Workbook();
    await book.xlsx.load(file.rawPayload as unknown as ExcelJS.Buffer);
    expect(book.getWorksheet('可选值')?.getRow(2).values).toEqual(expect.arrayContaining(['G1', '网格', '演示派遣公司', 'A1', 'W1', '一级', 'W']));
    expect((await people.stranger.get(url)).status).toBe(404);
    expect((await people.finance.get(url)).status).toBe(403);
  });

  it('belongs to its owner for 24 hours, sealed, and goes then (S44)', async () => {
    const { id } = await made(people.hr, {});
    const at = `${place}/export-tasks/${id}`;
    for (const [browser, status] of [[people.second, 404], [people.leader, 404], [people.stranger, 404]] as const) {
      expect((await browser.get(at)).status).toBe(status);
      expect((await browser.post(`${at}/file`)).status).toBe(status);
      expect((await browser.post(`${at}/stop`)).status).toBe(status);
    }
    const elsewhere = `/api/v1/centres/${other.centreId}/export-tasks/${id}`;
    expect([(await people.hr.get(elsewhere)).status, (await people.stranger.get(elsewhere)).status]).toEqual([404, 404]);
    const parts = (): Promise<{ body: string }[]> => api.get(Database).query('SELECT body FROM sealed_part WHERE file_id = ?', [id]);
    const stored = Buffer.from((await parts())[0]?.body ?? '', 'base64').toString('latin1');
    expect([stored.length > 1000, stored.includes(Buffer.from('编号,').toString('latin1')), stored.includes(Buffer.from('导出人').toString('latin1'))]).toEqual([true, false, false]);
    expect((await people.hr.post(`${at}/stop`)).body.code).toBe('EXPORT_OVER');
    api.clock.advance(24 * HOUR);
    await Promise.all(['hr1', 'hr2'].map((name, i) => [people.hr, people.second][i]?.signIn(name, 'a quiet river crosses nine fields')));
    expect((await people.hr.post(`${at}/file`)).body.code).toBe('EXPORT_EXPIRED');
    expect(await api.get(StoredSweep).sweepOnce()).toBeGreaterThan(0);
    expect(await parts()).toEqual([]);
    expect((await people.hr.get(at)).body.status).toBe('expired');
    expect((await people.hr.post(`${at}/file`)).body.code).toBe('EXPORT_EXPIRED');
  });

  it('stops what waits or runs, leaves nothing, and bounds how much one account has under way', async () => {
    const tasks: ExportTask[] = [];
    const columns = ['no', 'idNumberFull'];
    const ask = (): Promise<ExportTask> =>
      api.get(ExportTasks).request(office.hr, { centreId: office.centreId, kind: 'workers', query: {}, columns, language: 'zh', purpose: '核对' });
    for (let i = 0; i < 10; i++) tasks.push(await ask());
    await expect(ask()).rejects.toMatchObject({ code: 'EXPORT_TOO_MANY' });
    for (const { id } of tasks) await api.get(ExportTasks).stop(office.hr, { centreId: office.centreId, taskId: id });
    const last = await ask();
    expect(last.status).toBe('waiting');
    await api.get(ExportTasks).stop(office.hr, { centreId: office.centreId, taskId: last.id });
    const left = await api.get(Database).query('SELECT no FROM sealed_part WHERE file_id = ?', [tasks[0]?.id ?? '']);
    expect(left).toEqual([]);
  });

  it('writes no further once it is stopped, and takes away what was written', async () => {
    const { centreId } = office;
    const hr = await api.actors.forUser(people.hr.userId);
    api.get(ListExportRegistry).register(new Endless(() => stopIt()));
    const asked = await api.get(ExportTasks).request(hr, { centreId, kind: 'endless', query: {}, columns: ['text'], language: 'zh', purpose: '核对' });
    const stopIt = (): Promise<void> => api.get(ExportTasks).stop(hr, { centreId, taskId: asked.id });
    // As a job has it under way: this one waits for a second person, so no worker takes it.
    await api.get(UnitOfWork).run(async () => {
      await api.get(Database).execute("UPDATE export_task SET status = 'making' WHERE id = ?", [asked.id]);
    });
    const job = { payload: { taskId: asked.id }, assertLead: () => Promise.resolve() } as unknown as JobContext;
    await expect(api.get(JobRegistry).find('exchange.list')?.run(job)).rejects.toMatchObject({ code: 'JOB_STOPPED' });
    expect(await api.get(Database).query('SELECT no FROM sealed_part WHERE file_id = ?', [asked.id])).toEqual([]);
    expect(await api.get(ExportTasks).get(hr, { centreId, taskId: asked.id })).toMatchObject({ status: 'stopped', dataKey: null });
  });
});

/** A list that is stopped after some of it was stored. */
class Endless extends ListExport<Record<string, never>> {
  readonly kind = 'endless';
  readonly titles = { zh: '长名单', en: 'Long list' };
  readonly permission = 'roster:read';
  readonly columns = [{ key: 'text', zh: '内容', en: 'Text', kind: 'text', numbers: true } as const];

  constructor(private readonly stop: () => Promise<void>) {
    super();
  }

  count(): Promise<number> {
    return Promise.resolve(1000);
  }

  async *pages(): AsyncGenerator<string[][]> {
    for (let page = 0; ; page++) {
      if (page === 20) await this.stop();
      yield Array.from({ length: 500 }, () => [randomBytes(60).toString('base64')]);
    }
  }
}
