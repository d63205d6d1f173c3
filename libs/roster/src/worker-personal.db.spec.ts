import { approvalEntities } from '@gridstaff/approval';
import { auditEntities } from '@gridstaff/audit';
import type { Actor, Permission } from '@gridstaff/contracts';
import { BatchBook, BatchRows, exchangeEntities, type ParsedRow } from '@gridstaff/exchange';
import { identityEntities } from '@gridstaff/identity';
import { createTestDatabase, startRooms, type TestDatabase } from '@gridstaff/testing';
import type { TestingModule } from '@nestjs/testing';
import ExcelJS from 'exceljs';
import {
  Agencies,
  Centres,
  checkDigitOf,
  PersonFile,
  rosterEntities,
  RosterLoader,
  RosterModule,
  type RosterPerson,
  Structure,
  type TimelineRow,
  WorkerDetails,
  WorkerPersonal,
} from '.';
import { RosterImport } from './application/imports/roster-import';

const OFFICE: readonly Permission[] = [
  ...(['roster:read', 'roster:write', 'roster:import', 'worker:reveal', 'agency:manage', 'grade:manage'] as const),
  'centre:manage',
];
const HOME = '湖南省株洲市石峰区响石岭街道建设北路 36 号 5 栋 201';
const LIVES = '湖南省株洲市荷塘区桂花街道新桂路 8 号';
const idOf = (n: number): string => {
  const first17 = `43020419900307${String(n).padStart(3, '0')}`;
  return first17 + checkDigitOf(first17);
};
/** Texts of every sheet, row by row. */
async function readSheets(content: Buffer): Promise<string[][][]> {
  const book = new ExcelJS.Workbook();
  await book.xlsx.load(content as unknown as ArrayBuffer);
  return book.worksheets.map((sheet) => {
    const rows: string[][] = [];
    sheet.eachRow((row) => rows.push((row.values as unknown[]).map(String)));
    return rows;
  });
}
const person = (n: number, more: Partial<RosterPerson> = {}): RosterPerson => ({
  ...{ name: `测试${n}`, idNumber: idOf(n), agency: 'A1', joinedOn: '2023-01-01', gridCode: 'G1', gradeCode: 'W1' },
  ...more,
});

describe('personal data', () => {
  let test: TestDatabase;
  let rooms: TestingModule;
  let personal: WorkerPersonal;
  let centreId: string;
  let hr: Actor;
  let codes = 0;

  beforeAll(async () => {
    test = await createTestDatabase([
      ...[...identityEntities, ...auditEntities, ...approvalEntities, ...exchangeEntities, ...rosterEntities],
    ]);
    rooms = await startRooms(test, [RosterModule]);
    personal = rooms.get(WorkerPersonal);
  });

  afterAll(() => test.close());

  const actor = (permissions: readonly Permission[] = OFFICE, centre = centreId): Actor => ({
    ...{ userId: test.ids.next(), personId: test.ids.next(), grants: new Map([[centre, new Set(permissions)]]) },
  });

  beforeEach(async () => {
    const admin = actor(OFFICE, '*');
    centreId = (await rooms.get(Centres).create(admin, { code: `P${++codes}`, name: '中心', region: '430200' })).id;
    hr = actor();
    await rooms.get(Agencies).create(hr, centreId, { code: 'A1', name: '派遣公司' });
    await rooms.get(Structure).saveUnits(hr, centreId, [
      { code: 'S1', name: '街道', kind: 'street' },
      { code: 'G1', name: '网格', kind: 'grid', parentCode: 'S1' },
    ]);
    const standard = { base: 190_000, post: 50_000, performance: 60_000, from: '2022-01-01' };
    await rooms.get(Structure).saveGrades(hr, centreId, [{ code: 'W1', name: '一级', postCode: 'W', ...standard }]);
  });

  const hire = async (n: number, more: Partial<RosterPerson> = {}): Promise<number> =>
    (await rooms.get(RosterLoader).hire(hr, centreId, person(n, more))).no;
  const held = async (no: number, kind: TimelineRow['kind']): Promise<TimelineRow['values'][]> =>
    (await rooms.get(WorkerDetails).get(hr, { centreId, workerNo: no })).timeline
      .filter((row) => row.kind === kind && row.inForce.some(({ to }) => to === '9999-12-31'))
      .map(({ values }) => values);

  it('is entered from a date, seen masked, and revealed for a purpose', async () => {
    const no = await hire(1);
    const from = '2023-01-03';
    const target = { centreId, workerNo: no, from };
    expect(await personal.setEducation(hr, { ...target, level: 'college', school: '某职业学院' })).toBe(true);
    expect(await personal.setEducation(hr, { ...target, level: 'college', school: '某职业学院' })).toBe(false);
    expect(await personal.setPolitical(hr, { ...target, politicalStatus: 'party_member' })).toBe(true);
    await personal.setAddress(hr, { ...target, addressUse: 'household', address: HOME });
    await personal.setAddress(hr, { ...target, addressUse: 'residence', address: LIVES });
    expect(await personal.setAddress(hr, { ...target, addressUse: 'residence', address: LIVES })).toBe(false);
    const mother = { position: 1, relation: 'parent', name: '王大妈', phone: '0733-2812345' } as const;
    await personal.setContact(hr, { ...target, ...mother });
    await personal.setOtherPhone(hr, { ...target, phoneUse: 'second', phone: '13712340000' });

    expect(await held(no, 'education')).toEqual([{ level: 'college', school: '某职业学院', graduatedOn: null }]);
    expect(await held(no, 'political')).toEqual([{ politicalStatus: 'party_member' }]);
    expect(await held(no, 'address')).toEqual([
      { addressUse: 'household', addressMasked: '湖南省株洲市石峰区***' },
      { addressUse: 'residence', addressMasked: '湖南省株洲市荷塘区***' },
    ]);
    expect(await held(no, 'contact')).toEqual([
      { position: 1, relation: 'parent', contactNameMasked: '王*妈', contactPhoneMasked: '073****2345' },
    ]);
    expect(await held(no, 'otherPhone')).toEqual([{ phoneUse: 'second', otherPhoneMasked: '137****0000' }]);
    const reveal = (what: 'addresses' | 'contacts' | 'otherPhones', by = hr) =>
      rooms.get(WorkerDetails).reveal(by, { centreId, workerNo: no, what, purpose: '走访' });
    expect(await reveal('addresses')).toBe(`${HOME}; ${LIVES}`);
    expect(await reveal('contacts')).toBe('王大妈 07332812345');
    expect(await reveal('otherPhones')).toBe('13712340000');
    await expect(reveal('contacts', actor(['roster:read']))).rejects.toMatchObject({ code: 'FORBIDDEN' });
    await expect(
      personal.setAddress(actor(['roster:read']), { ...target, addressUse: 'household', address: HOME }),
    ).rejects.toMatchObject({ code: 'FORBIDDEN' });
    await expect(
      personal.setPolitical(actor(OFFICE, 'another'), { ...target, politicalStatus: 'masses' }),
    ).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(personal.setContact(hr, { ...target, ...mother, position: 4 })).rejects.toMatchObject({
      code: 'OUT_OF_RANGE',
    });
  });

  it('leaves in full as a file for the person alone, complete, with one entry in the audit log (S54)', async () => {
    const contact = { contactName: '李小花', contactPhone: '13698765432', contactRelation: 'spouse' } as const;
    const no = await hire(1, { householdAddress: HOME, bankCard: '8100123456789012', ...contact });
    await hire(2, { householdAddress: LIVES });
    await personal.setEducation(hr, { centreId, workerNo: no, from: '2023-01-01', level: 'college' });
    await personal.setEducation(hr, { centreId, workerNo: no, from: '2023-01-01', level: 'bachelor' });
    const files = rooms.get(PersonFile);
    const input = { centreId, workerNo: no, purpose: '本人申请查阅', language: 'zh' } as const;
    const file = await files.make(hr, input);
    const sheets = await readSheets(file.content);
    const text = JSON.stringify(sheets);
    for (const own of ['测试1', idOf(1), HOME, '8100123456789012', '李小花', '13698765432', '大专', '本科', '已被取代'])
      expect(text).toContain(own);
    for (const other of ['测试2', idOf(2), LIVES, 'undefined']) expect(text).not.toContain(other);
    const { timeline } = await rooms.get(WorkerDetails).get(hr, { centreId, workerNo: no });
    expect(file.rows).toBe(timeline.length);
    expect(sheets[1]).toHaveLength(timeline.length + 1);
    const entries = await test.db.query<{ data: string; reason: string }>(
      "SELECT data, reason FROM audit_entry WHERE scope = ? AND action = 'worker.file-made'",
      [centreId],
    );
    expect(entries.map(({ data, reason }) => [JSON.parse(data), reason])).toEqual([
      [{ workerNo: no, rows: timeline.length, sha256: file.sha256 }, '本人申请查阅'],
    ]);
    await expect(files.make(hr, { ...input, purpose: ' ' })).rejects.toMatchObject({ code: 'MISSING_FIELD' });
    await expect(files.make(actor(['roster:read']), input)).rejects.toMatchObject({ code: 'FORBIDDEN' });
    await expect(files.make(actor(OFFICE, 'another'), input)).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });

  it('stands nowhere in the open: neither in a table nor in the audit log (S46)', async () => {
    const contact = { contactName: '李小花', contactPhone: '13698765432', contactRelation: 'spouse' } as const;
    await hire(1, { householdAddress: HOME, residenceAddress: LIVES, otherPhone: '13712340000', ...contact });
    const dump: unknown[] = [];
    for (const table of ['worker', 'address_fact', 'contact_fact', 'other_phone_fact', 'audit_entry'])
      dump.push(await test.db.query(`SELECT * FROM ${table}`));
    const text = JSON.stringify(dump);
    for (const secret of ['响石岭', '新桂路', '李小花', '13698765432', '13712340000'])
      expect(text).not.toContain(secret);
  });

  it('comes with the roster import; a wrong cell is named without its value, silence changes nothing', async () => {
    const handler = rooms.get(RosterImport, { strict: false });
    const row = (n: number, values: object): ParsedRow => ({
      ...{ sheet: '人员', row: n + 1 },
      values: { ...(person(n) as object), ...values },
    });
    const plan = (rows: ParsedRow[]) => test.uow.run(() => handler.plan({ actor: hr, centreId }, rows));
    const wrong = await plan([
      row(1, { contactName: '王大妈' }),
      row(2, { school: '某学校' }),
      row(3, { otherPhone: '12345678' }),
      row(4, { householdAddress: `=${HOME}` }),
    ]);
    expect(wrong.errors).toMatchObject([
      { row: 2, column: '联系人电话', code: 'MISSING_FIELD' },
      { row: 3, column: '学历', code: 'MISSING_FIELD' },
      { row: 4, column: '第二电话', code: 'PHONE_INVALID', value: '***5678' },
      { row: 5, column: '户籍地址', code: 'TEXT_INVALID' },
    ]);
    expect(JSON.stringify(wrong.errors)).not.toContain('响石岭');
    const full = row(1, {
      ...{ education: '大专', school: '某职业学院', politicalStatus: '群众', householdAddress: HOME },
      ...{ contactName: '王大妈', contactPhone: '13698765432', contactRelation: '父母' },
    });
    const bring = (rows: ParsedRow[]) =>
      test.uow.run(async () => {
        const planned = await handler.plan({ actor: hr, centreId }, rows);
        const book = new BatchBook(test.ids.next());
        await planned.apply(book);
        await rooms.get(BatchRows, { strict: false }).add(book);
        return { ...planned, batchId: book.batchId };
      });
    expect(await bring([full])).toMatchObject({ created: 1, errors: [] });
    expect(await plan([full])).toMatchObject({ created: 0, changed: 0, same: 1, errors: [] });
    expect(await plan([row(1, {})])).toMatchObject({ created: 0, changed: 0, same: 1, errors: [] });
    expect(await plan([row(1, { education: '本科' })])).toMatchObject({
      errors: [{ code: 'EFFECTIVE_DATE_REQUIRED' }],
    });
    const risen = row(1, { education: '本科', effectiveFrom: '2023-07-01' });
    const before = test.clock.millis();
    test.clock.advance(60_000);
    const second = await bring([risen]);
    expect(second).toMatchObject({ changed: 1, errors: [] });
    const no = Number(
      (await test.db.query<{ no: number }>('SELECT no FROM worker WHERE centre_id = ?', [centreId]))[0]?.no,
    );
    // Another level does not keep the school of the one before.
    expect(await held(no, 'education')).toEqual([{ level: 'bachelor', school: null, graduatedOn: null }]);
    const levels = async (knownAt?: number) =>
      (await rooms.get(WorkerDetails).get(hr, { centreId, workerNo: no, knownAt })).timeline
        .filter(({ kind }) => kind === 'education')
        .map(({ values, batchId }) => [values.level, batchId]);
    expect(await levels(before)).toEqual([['college', expect.any(String)]]);
    expect(await levels()).toEqual([
      ['college', expect.not.stringMatching(second.batchId)],
      ['bachelor', second.batchId],
    ]);
    const byHand = await hire(2);
    const { timeline } = await rooms.get(WorkerDetails).get(hr, { centreId, workerNo: byHand });
    expect(new Set(timeline.map(({ batchId }) => batchId))).toEqual(new Set([null]));
    expect(await held(no, 'contact')).toMatchObject([{ relation: 'parent', contactNameMasked: '王*妈' }]);
  });
});
