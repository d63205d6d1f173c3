import { Database, UnitOfWork } from '@gridstaff/persistence';
import { AppLogger, Clock, FieldCipher, FileSettings, Ids, KeyRing, SecuritySettings } from '@gridstaff/runtime';
import { Global, Module, type Type } from '@nestjs/common';
import { Test, type TestingModule } from '@nestjs/testing';
import type { TestDatabase } from './test-database';

class SilentLogger extends AppLogger {
  info(): void {}

  warn(): void {}

  error(): void {}
}

/** Feature modules wired as in the product, started, on a test database; keys live in memory. */
export async function startRooms(test: TestDatabase, modules: readonly Type[]): Promise<TestingModule> {
  const keys = KeyRing.ephemeral();
  const providers = [
    { provide: Database, useValue: test.db },
    { provide: UnitOfWork, useValue: test.uow },
    { provide: Clock, useValue: test.clock },
    { provide: Ids, useValue: test.ids },
    { provide: AppLogger, useClass: SilentLogger },
    { provide: SecuritySettings, useValue: new SecuritySettings() },
    { provide: FileSettings, useValue: new FileSettings() },
    { provide: KeyRing, useValue: keys },
    { provide: FieldCipher, useValue: new FieldCipher(keys) },
    { provide: SecuritySettings, useValue: new SecuritySettings() },
  ];

  @Global()
  @Module({ providers, exports: providers.map((p) => p.provide) })
  class TestHouse {}

  const rooms = await Test.createTestingModule({ imports: [TestHouse, ...modules] }).compile();
  return rooms.init();
}
