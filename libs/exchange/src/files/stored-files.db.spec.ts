import { auditEntities, AuditModule } from '@gridstaff/audit';
import type { Actor } from '@gridstaff/contracts';
import { identityEntities } from '@gridstaff/identity';
import { Backup, createDataSource, Database, UnitOfWork } from '@gridstaff/persistence';
import { DatabaseSettings, FieldCipher, FileSettings } from '@gridstaff/runtime';
import {
  createTestDatabase,
  createTestUrl,
  samplePdf,
  sampleJpeg,
  startRooms,
  type TestDatabase,
} from '@gridstaff/testing';
import type { TestingModule } from '@nestjs/testing';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { ExchangeModule } from '../exchange.module';
import { exchangeEntities } from '../import-batch.entity';
import { FileKeeping } from './file-keeping';
import { FileSubjects } from './file-subjects';
import { type FileOwner, StoredFiles } from './stored-files';

const SECRET = '身份证号 430204199003070019';
/** Long enough for three chunks. */
const long = (text: string): Buffer => samplePdf('', `4 0 obj\n(${text.repeat(150_000 / text.length)})\nendobj\n`);

describe('stored files', () => {
  let test: TestDatabase;
  let rooms: TestingModule;
  let files: StoredFiles;
  let actor: Actor;
  let agency: FileOwner;
  let worker: FileOwner;
  let workerKey: string | undefined;

  beforeAll(async () => {
    test = await createTestDatabase([...auditEntities, ...identityEntities, ...exchangeEntities]);
    rooms = await startRooms(test, [AuditModule, ExchangeModule]);
    files = rooms.get(StoredFiles);
    workerKey = rooms.get(FieldCipher).newPersonKey();
    rooms.get(FileSubjects).register({
      name: 'worker',
      keysOf: (_, ids) =>
        Promise.resolve(new Map(ids.flatMap((id): [string, string][] => (workerKey ? [[id, workerKey]] : [])))),
    });
  });

  afterAll(() => test.close());

  beforeEach(() => {
    const id = (): string => test.ids.next();
    const centreId = id();
    actor = { userId: id(), personId: id(), grants: new Map() };
    agency = { centreId, subject: 'agency', subjectId: id(), workerNo: null };
    worker = { centreId, subject: 'worker', subjectId: id(), workerNo: 7 };
  });

  const add = async (
    owner: FileOwner,
    content: Buffer,
    fileName = `${SECRET}.pdf`,
    kind = 'other',
  ): Promise<string> => {
    const checked = await files.check(content);
    return test.uow.run(() => files.add(actor, owner, { kind }, { ...checked, fileName }));
  };
  const open = async (owner: FileOwner, id: string): Promise<Buffer> =>
    (await files.read(await files.find(owner, id))).content;
  const faults = async (): Promise<string[]> =>
    (await rooms.get(FileKeeping).verify(agency.centreId)).faults.map(({ fault }) => fault);

  it('come back byte by byte, and no row of the database shows what is in them (S46)', async () => {
    for (const owner of [agency, worker]) {
      const content = long(SECRET);
      const id = await add(owner, content);
      expect((await open(owner, id)).equals(content)).toBe(true);
      const chunks = await test.db.query<{ sealed: Buffer }>('SELECT sealed FROM stored_file_chunk WHERE file_id = ?', [
        id,
      ]);
      expect(chunks.length).toBeGreaterThan(2);
      const stored = JSON.stringify(await test.db.query('SELECT * FROM stored_file WHERE id = ?', [id]));
      for (const text of [...chunks.map(({ sealed }) => sealed.toString('latin1')), stored]) {
        expect(text.includes('430204199003070019')).toBe(false);
        expect(text.includes('%PDF')).toBe(false);
      }
      expect(await files.list(owner)).toMatchObject([
        { id, name: `${SECRET}.pdf`, size: content.length, type: 'pdf', kind: 'other' },
      ]);
    }
    expect(await faults()).toEqual([]);
  });

  it('are found by their owner alone', async () => {
    const id = await add(worker, sampleJpeg());
    for (const other of [agency, { ...worker, centreId: test.ids.next() }, { ...worker, subjectId: test.ids.next() }])
      await expect(files.find(other, id)).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });

  it('open no more once a chunk is changed, moved, doubled or missing; verify names the file', async () => {
    const acts: [string, (id: string, other: string) => Promise<unknown>, string][] = [
      ['changed', (id) => change(id, (sealed) => sealed.fill(1, 60, 61)), 'CIPHER_BROKEN'],
      ['without its head', (id) => change(id, (sealed) => sealed.subarray(0, 10)), 'CIPHER_BROKEN'],
      [
        'missing',
        (id) => test.db.execute('DELETE FROM stored_file_chunk WHERE file_id = ? AND no = 2', [id]),
        'FILE_TAMPERED',
      ],
      [
        'moved',
        async (id, other) => {
          const [row] = await test.db.query<{ sealed: Buffer }>(
            'SELECT sealed FROM stored_file_chunk WHERE file_id = ? AND no = 0',
            [other],
          );
          await change(id, () => row?.sealed as Buffer);
        },
        'CIPHER_BROKEN',
      ],
      [
        'said to be another',
        (id) => test.db.execute("UPDATE stored_file SET sha256 = 'x' WHERE id = ?", [id]),
        'FILE_TAMPERED',
      ],
    ];
    const change = async (id: string, how: (sealed: Buffer) => Buffer): Promise<void> => {
      const [row] = await test.db.query<{ sealed: Buffer }>(
        'SELECT sealed FROM stored_file_chunk WHERE file_id = ? AND no = 0',
        [id],
      );
      await test.db.execute('UPDATE stored_file_chunk SET sealed = ? WHERE file_id = ? AND no = 0', [
        how(Buffer.from(row?.sealed as Buffer)),
        id,
      ]);
    };
    const other = await add(worker, long('other'));
    for (const [n, [what, act, code]] of acts.entries()) {
      const id = await add(worker, long(`file ${n} `));
      await test.uow.run(() => act(id, other));
      await expect(open(worker, id).then(() => what)).rejects.toMatchObject({ code });
    }
    expect((await faults()).sort()).toEqual(acts.map(([, , code]) => code).sort());
  });

  it('are counted against a quota, and the same file is not kept twice', async () => {
    const settings = rooms.get(FileSettings);
    const id = await add(worker, samplePdf('1'));
    await expect(add(worker, samplePdf('1'), 'again.pdf')).rejects.toMatchObject({ code: 'FILE_REPEATED' });
    settings.perSubject = 2;
    settings.megabytes = 1;
    await add(worker, samplePdf('2'));
    await expect(add(worker, samplePdf('3'))).rejects.toMatchObject({ code: 'FILE_QUOTA' });
    await test.uow.run(async () => files.withdraw(actor, await files.find(worker, id), '传错了'));
    await add(worker, samplePdf('1'));
    await expect(add(agency, samplePdf('', `(${'x'.repeat(1_100_000)})`))).rejects.toMatchObject({
      code: 'FILE_TOO_LARGE',
    });
    Object.assign(settings, new FileSettings());
  });

  it('stay readable after they are withdrawn until their time is over; then their content is gone and the record stays', async () => {
    const keeping = rooms.get(FileKeeping);
    const [id, kept] = [await add(agency, long(SECRET)), await add(agency, samplePdf('kept'))];
    await test.uow.run(async () => files.withdraw(actor, await files.find(agency, id), '已换新版'));
    await expect(
      test.uow.run(async () => files.withdraw(actor, await files.find(agency, id), 'x')),
    ).rejects.toMatchObject({ code: 'NOT_FOUND' });
    expect(await keeping.eraseOverdue()).toBe(0);
    expect((await open(agency, id)).length).toBeGreaterThan(1000);
    test.clock.advance(731 * 24 * 3600 * 1000);
    expect(await keeping.eraseOverdue()).toBeGreaterThan(0);
    await expect(open(agency, id)).rejects.toMatchObject({ code: 'FILE_ERASED' });
    expect(await files.list(agency)).toMatchObject([
      { id, name: null, withdrawnReason: '已换新版' },
      { id: kept, name: `${SECRET}.pdf` },
    ]);
    expect(await test.db.query('SELECT no FROM stored_file_chunk WHERE file_id = ?', [id])).toEqual([]);
    expect(await faults()).toEqual([]);
    const [{ n }] = (await test.db.query<{ n: number }>(
      "SELECT COUNT(*) AS n FROM audit_entry WHERE action = 'file.erased' AND subject_id = ?",
      [agency.subjectId],
    )) as [{ n: number }];
    expect(Number(n)).toBe(1);
  });

  it('go with the key of the person whose they are', async () => {
    const id = await add(worker, samplePdf('mine'));
    const key = workerKey;
    workerKey = undefined;
    await expect(open(worker, id)).rejects.toMatchObject({ code: 'FILE_ERASED' });
    expect(await files.list(worker)).toMatchObject([{ id, name: null }]);
    workerKey = key;
  });

  it('are in a backup and come back from it', async () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'gridstaff-files-'));
    const content = long(SECRET);
    const id = await add(agency, content);
    const of = (url: string): Backup => new Backup(Object.assign(new DatabaseSettings(), { url }), test.clock);
    const other = await createTestUrl({ migrated: false });
    await of(test.url).write(path.join(folder, 'grid.backup'));
    await of(other.url).restore(path.join(folder, 'grid.backup'));
    const options = { kind: test.engine, pool: 2, url: other.url };
    const source = await createDataSource(options, [
      ...auditEntities,
      ...identityEntities,
      ...exchangeEntities,
    ]).initialize();
    const restored = await startRooms(
      {
        ...test,
        db: new Database(test.engine, source, source),
        uow: new UnitOfWork(new Database(test.engine, source, source)),
      } as TestDatabase,
      [AuditModule, ExchangeModule],
    );
    const row = await restored.get(StoredFiles).find(agency, id);
    const rows = await source.query<{ sealed: Buffer }[]>(
      'SELECT sealed FROM stored_file_chunk WHERE file_id = ? ORDER BY no',
      [id],
    );
    const here = await test.db.query<{ sealed: Buffer }>(
      'SELECT sealed FROM stored_file_chunk WHERE file_id = ? ORDER BY no',
      [id],
    );
    expect(row.size).toBe(content.length);
    expect(
      Buffer.concat(rows.map(({ sealed }) => sealed)).equals(Buffer.concat(here.map(({ sealed }) => sealed))),
    ).toBe(true);
    await source.destroy();
    await other.dispose();
    rmSync(folder, { recursive: true });
  });
});
