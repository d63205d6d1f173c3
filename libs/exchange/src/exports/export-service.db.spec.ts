import { auditEntities, AuditModule, AuditReader } from '@gridstaff/audit';
import type { Actor, Permission } from '@gridstaff/contracts';
import { createTestDatabase, startRooms, type TestDatabase } from '@gridstaff/testing';
import type { TestingModule } from '@nestjs/testing';
import { createHash } from 'node:crypto';
import {
  type ExportContent,
  type ExportContext,
  ExportHandler,
  ExportRegistry,
  type ExportRequest,
  ExportService,
  type ExportSubject,
} from '..';
import { ExchangeModule } from '../exchange.module';
import { exchangeEntities } from '../import-batch.entity';

/** A file that holds ID numbers of as many people as the test says. */
class Numbers extends ExportHandler {
  readonly kind = 'tax';
  readonly titles = { zh: '个税申报', en: 'Wage tax file' };
  readonly permission = 'run:read';
  readonly reveals: readonly Permission[] = ['worker:reveal'];
  readonly formats = ['xlsx', 'csv'] as const;
  seen: ExportContext[] = [];

  constructor(
    private readonly centreId: string,
    public people: number,
  ) {
    super();
  }

  subject(_: ExportRequest): Promise<ExportSubject> {
    return Promise.resolve({ centreId: this.centreId, people: this.people });
  }

  write(context: ExportContext): Promise<ExportContent> {
    this.seen.push(context);
    const leftOut = [{ workerNo: 4, code: 'NO_BANK_CARD', amount: 100 }];
    return Promise.resolve({
      fileName: 'a',
      mime: 'text/csv',
      content: Buffer.from(context.stamp.line),
      rows: this.people,
      leftOut,
    });
  }
}

describe('exports', () => {
  let test: TestDatabase;
  let rooms: TestingModule;
  let service: ExportService;
  let handler: Numbers;
  let centreId: string;

  beforeAll(async () => {
    test = await createTestDatabase([...auditEntities, ...exchangeEntities], '2023-01-28T09:00:00+08:00');
    rooms = await startRooms(test, [AuditModule, ExchangeModule]);
    service = rooms.get(ExportService);
    centreId = test.ids.next();
    handler = new Numbers(centreId, 100);
    rooms.get(ExportRegistry).register(handler);
  });
  afterAll(async () => {
    await rooms.close();
    await test.close();
  });

  const actor = (permissions: readonly Permission[], centre = centreId): Actor => ({
    ...{ userId: test.ids.next(), personId: test.ids.next() },
    grants: new Map([[centre, new Set(permissions)]]),
  });
  const request = (more: Partial<ExportRequest> = {}): ExportRequest => ({ kind: 'tax', runId: centreId, ...more });

  it('refuses what is unknown or not allowed before anything is made', async () => {
    const hr = actor(['run:read', 'worker:reveal']);
    const cases: [Actor, Partial<ExportRequest>, string][] = [
      [hr, { kind: 'payroll' }, 'EXPORT_KIND_UNKNOWN'],
      [hr, { format: 'pdf' }, 'EXPORT_FORMAT_UNKNOWN'],
      [hr, { purpose: '长'.repeat(201) }, 'TEXT_TOO_LONG'],
      [actor(['run:read']), {}, 'FORBIDDEN'],
      [actor(['worker:reveal']), {}, 'FORBIDDEN'],
      [actor(['run:read', 'worker:reveal'], test.ids.next()), {}, 'NOT_FOUND'],
    ];
    for (const [who, more, code] of cases)
      await expect(service.run(who, request(more))).rejects.toMatchObject({ code });
    expect(handler.seen).toEqual([]);
  });

  it('wants a purpose beyond a hundred people, prints it and keeps it with count and hash', async () => {
    const hr = actor(['run:read', 'worker:reveal', 'audit:read']);
    expect((await service.run(hr, request())).content.toString()).toContain('时间：2023-01-28 09:00　用途：个税申报');
    handler.people = 101;
    await expect(service.run(hr, request({ purpose: ' \n\t' }))).rejects.toMatchObject({
      code: 'EXPORT_PURPOSE_NEEDED',
      params: { people: 101 },
    });
    const file = await service.run(hr, request({ purpose: '一月\n申报', format: 'csv', agencyId: 'a1' }));
    expect(file).toMatchObject({
      format: 'csv',
      rows: 101,
      sha256: createHash('sha256').update(file.content).digest('hex'),
    });
    expect(file.content.toString()).toContain('用途：一月 申报');
    const { rows: entries } = await rooms.get(AuditReader).page(hr, { scope: centreId, subjectType: 'pay_run' });
    expect(entries).toHaveLength(2);
    expect(entries[0]).toMatchObject({ action: 'export.made', subjectId: centreId, reason: '一月 申报' });
    expect(JSON.parse(entries[0]?.data ?? '')).toEqual({
      ...{ kind: 'tax', format: 'csv', rows: 101, leftOut: 1, sha256: file.sha256, agencyId: 'a1' },
    });
  });
});
