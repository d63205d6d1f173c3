import { sqliteFile } from '@gridstaff/persistence';
import { createTestDatabase, type TestDatabase } from '@gridstaff/testing';
import { existsSync, readFileSync } from 'node:fs';
import { FieldCipher, KeyRing } from '.';

const SEEDED = ['430203199901011234', '13812345678', '6217001234567890123'] as const;

describe('encrypted fields in the database', () => {
  let test: TestDatabase;
  const cipher = new FieldCipher(KeyRing.ephemeral());

  beforeAll(async () => {
    test = await createTestDatabase([]);
    await test.uow.run(async () => {
      await test.db.execute(
        'CREATE TABLE secret_probe (id varchar(36) NOT NULL PRIMARY KEY, person_key varchar(200) NOT NULL, card varchar(400) NOT NULL, card_index varchar(32) NOT NULL)',
      );
      const rows = SEEDED.map((plain, i) => {
        const key = cipher.newPersonKey();
        return [
          `w${i}`,
          key,
          cipher.encrypt(key, plain, `worker:w${i}:card`),
          cipher.blindIndex('card', plain),
        ] as const;
      });
      await test.db.insert('secret_probe', ['id', 'person_key', 'card', 'card_index'], rows);
    });
  });

  afterAll(() => test.close());

  const read = async (id: string): Promise<string> => {
    const row = await test.db.one<{ person_key: string; card: string }>(
      'SELECT person_key, card FROM secret_probe WHERE id = ?',
      [id],
    );
    return cipher.decrypt(row?.person_key ?? '', row?.card ?? '', `worker:${id}:card`);
  };

  it('S46: holds none of the seeded numbers in its files or dump', async () => {
    const dump = JSON.stringify(await test.db.query('SELECT * FROM secret_probe'));
    const files =
      test.engine === 'sqlite'
        ? [sqliteFile(test.url), `${sqliteFile(test.url)}-wal`].filter(existsSync).map((f) => readFileSync(f, 'latin1'))
        : [];
    const raw = dump + files.join('');
    expect(raw).toContain(cipher.blindIndex('card', SEEDED[0]));
    for (const plain of SEEDED) {
      for (const form of [plain, Buffer.from(plain).toString('base64'), Buffer.from(plain).toString('hex')])
        expect(raw.includes(form)).toBe(false);
    }
  });

  it('finds a person by blind index and reads the field back', async () => {
    const found = await test.db.one<{ id: string }>('SELECT id FROM secret_probe WHERE card_index = ?', [
      cipher.blindIndex('card', SEEDED[2]),
    ]);
    expect(found?.id).toBe('w2');
    expect(await read('w2')).toBe(SEEDED[2]);
  });

  it('S50: reports a card moved from one row to another, even together with its key', async () => {
    await test.uow.run(async () => {
      const from = await test.db.one<{ person_key: string; card: string }>(
        'SELECT person_key, card FROM secret_probe WHERE id = ?',
        ['w0'],
      );
      await test.db.execute('UPDATE secret_probe SET person_key = ?, card = ? WHERE id = ?', [
        from?.person_key ?? '',
        from?.card ?? '',
        'w1',
      ]);
    });
    await expect(read('w1')).rejects.toMatchObject({ code: 'CIPHER_BROKEN' });
    expect(await read('w0')).toBe(SEEDED[0]);
  });
});
