import { maskCard, maskIdNumber, maskPhone } from '@gridstaff/contracts';
import { execFile } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { createKeys, FieldCipher, keyFolder, KeyRing } from '.';
import { DatabaseSettings, SecuritySettings } from '../settings/areas';

const folders: string[] = [];
const newFolder = (): string => {
  const folder = mkdtempSync(path.join(tmpdir(), 'gridstaff-keys-'));
  folders.push(folder);
  return folder;
};
const security = (keyDir: string): SecuritySettings => Object.assign(new SecuritySettings(), { keyDir });
const database = (url: string): DatabaseSettings => Object.assign(new DatabaseSettings(), { url });

afterAll(() => folders.forEach((folder) => rmSync(folder, { recursive: true })));

describe('contents of files', () => {
  const sealed = (): { cipher: FieldCipher; key: string; bytes: Buffer } => {
    const cipher = new FieldCipher(KeyRing.ephemeral());
    const key = cipher.newPersonKey();
    return { cipher, key, bytes: cipher.encryptBytes(key, Buffer.from('内容'), 'file:1:0/1') };
  };

  it('open under their key and place alone, whole and unchanged (S50, S51)', () => {
    const { cipher, key, bytes } = sealed();
    expect(cipher.decryptBytes(key, bytes, 'file:1:0/1').toString()).toBe('内容');
    const broken = expect.objectContaining({ code: 'CIPHER_BROKEN' });
    expect(() => cipher.decryptBytes(key, bytes, 'file:1:0/2')).toThrow(broken);
    expect(() => cipher.decryptBytes(cipher.newPersonKey(), bytes, 'file:1:0/1')).toThrow(broken);
    for (let at = 0; at < bytes.length; at++) {
      const changed = Buffer.from(bytes);
      changed[at] = (changed[at] as number) ^ 1;
      expect(() => cipher.decryptBytes(key, changed, 'file:1:0/1')).toThrow(broken);
      expect(() => cipher.decryptBytes(key, bytes.subarray(0, at), 'file:1:0/1')).toThrow(broken);
    }
  });

  it('stay readable when the master key is another one: it wraps their keys, the retired one stays under its id (S52)', () => {
    const dir = newFolder();
    const before = new FieldCipher(KeyRing.inFolder(dir));
    const key = before.newPersonKey();
    const bytes = before.encryptBytes(key, Buffer.from('内容'), 'file:1:0/1');
    const file = path.join(dir, 'keys.json');
    const keys = JSON.parse(readFileSync(file, 'utf8')) as { master: { active: string; keys: Record<string, string> } };
    keys.master = { active: 'ffffffff', keys: { ...keys.master.keys, ffffffff: Buffer.alloc(32, 7).toString('base64') } };
    writeFileSync(file, JSON.stringify(keys));
    const after = new FieldCipher(KeyRing.inFolder(dir));
    expect(after.newPersonKey()).toMatch(/^v1\.ffffffff\./);
    expect(after.decryptBytes(key, bytes, 'file:1:0/1').toString()).toBe('内容');
  });
});

describe('key ring', () => {
  it('creates keys once, for the owner alone, and reads them again', () => {
    const dir = path.join(newFolder(), 'keys');
    const first = new FieldCipher(KeyRing.inFolder(dir)).blindIndex('id', 'x');
    expect(createKeys(dir)).toBe(false);
    expect(new FieldCipher(KeyRing.inFolder(dir)).blindIndex('id', 'x')).toBe(first);
    expect(readdirSync(dir)).toEqual(['keys.json']);
    expect(statSync(path.join(dir, 'keys.json')).mode & 0o777).toBe(0o600);
    expect(statSync(dir).mode & 0o777).toBe(0o700);
  });

  it('gives four processes that start at once the same keys', async () => {
    const dir = path.join(newFolder(), 'keys');
    const script = `
      const { transformFileSync } = require('@swc/core');
      const Module = require('node:module');
      Module._extensions['.ts'] = (m, f) => m._compile(transformFileSync(f, { jsc: { parser: { syntax: 'typescript' } }, module: { type: 'commonjs' } }).code, f);
      const resolve = Module._resolveFilename;
      Module._resolveFilename = (name, ...rest) => resolve(name.replace(/^@gridstaff\\/(\\w+)$/, ${JSON.stringify(path.resolve(__dirname, '../../..'))} + '/$1/src/index.ts'), ...rest);
      const { createKeys } = require(${JSON.stringify(path.join(__dirname, 'key-files.ts'))});
      console.log(createKeys(${JSON.stringify(dir)}));`;
    const run = promisify(execFile);
    const answers = await Promise.all(
      Array.from({ length: 4 }, () => run(process.execPath, ['-e', script], { cwd: __dirname })),
    );
    expect(answers.map((a) => a.stdout.trim()).sort()).toEqual(['false', 'false', 'false', 'true']);
    expect(readdirSync(dir)).toEqual(['keys.json']);
  });

  it('refuses to start production without a named folder that holds keys, and says what to do', () => {
    const db = database('sqlite:var/x/grid.db');
    expect(() => KeyRing.open('production', security(''), db)).toThrow(
      expect.objectContaining({ code: 'KEYS_MISSING' }),
    );
    const dir = newFolder();
    expect(() => KeyRing.open('production', security(dir), db)).toThrow(
      expect.objectContaining({ code: 'KEYS_MISSING', params: { dir } }),
    );
    expect(readdirSync(dir)).toEqual([]);
    createKeys(dir);
    expect(KeyRing.open('production', security(dir), db).masterKeyId).toMatch(/^[0-9a-f]{8}$/);
  });

  it('never replaces a damaged key file, and quotes nothing of it', () => {
    const dir = newFolder();
    writeFileSync(path.join(dir, 'keys.json'), '{"version":1,"master":{"active":"a","keys":{"a":"c2VjcmV0"}}}');
    let caught: unknown;
    try {
      void KeyRing.inFolder(dir).masterKeyId;
    } catch (error) {
      caught = error;
    }
    expect(caught).toMatchObject({ code: 'KEYS_DAMAGED' });
    expect(JSON.stringify(caught) + String((caught as Error).cause)).not.toContain('c2VjcmV0');
    expect(readFileSync(path.join(dir, 'keys.json'), 'utf8')).toContain('c2VjcmV0');
  });

  it('lies beside the embedded database, or where it is told', () => {
    expect(keyFolder(security(''), database('sqlite:/data/grid.db'))).toBe('/data/keys');
    expect(keyFolder(security(''), database('mysql://a@b/c'))).toMatch(/\/var\/keys$/);
    expect(keyFolder(security('/etc/grid'), database('mysql://a@b/c'))).toBe('/etc/grid');
  });

  it('signs, and knows its own signatures only', () => {
    const ring = KeyRing.ephemeral();
    const signed = ring.sign('head');
    expect(ring.verify('head', signed)).toBe(true);
    expect(ring.verify('other', signed)).toBe(false);
    expect(KeyRing.ephemeral().verify('head', signed)).toBe(false);
    expect(ring.publicKeys().get(signed.keyId)).toContain('BEGIN PUBLIC KEY');
  });
});

describe('field cipher', () => {
  const ring = KeyRing.ephemeral();
  const cipher = new FieldCipher(ring);
  const person = cipher.newPersonKey();
  const broken = expect.objectContaining({ code: 'CIPHER_BROKEN' });

  it('brings back what it encrypted, differently each time, under a key per person', () => {
    for (const plain of ['430203199901011234', '', '湖南省株洲市石峰区😀']) {
      expect(cipher.decrypt(person, cipher.encrypt(person, plain, 'worker:1:id'), 'worker:1:id')).toBe(plain);
    }
    expect(cipher.encrypt(person, 'x', 'a')).not.toBe(cipher.encrypt(person, 'x', 'a'));
    expect(person).toHaveLength(95);
    const other = cipher.newPersonKey();
    expect(() => cipher.decrypt(other, cipher.encrypt(person, 'x', 'a'), 'a')).toThrow(broken);
  });

  it('S50: does not decrypt a value that was moved to another row or column', () => {
    const card = cipher.encrypt(person, '6217001234567890123', 'worker:1:card');
    expect(() => cipher.decrypt(person, card, 'worker:2:card')).toThrow(broken);
    expect(() => cipher.decrypt(person, card, 'worker:1:phone')).toThrow(broken);
    expect(() => cipher.decrypt(card, card, 'worker:1:card')).toThrow(broken);
  });

  it('S51: notices every changed character, a foreign key and any other text, without showing plaintext', () => {
    for (const text of [cipher.encrypt(person, '13812345678', 'a'), person]) {
      for (let i = 0; i < text.length; i++) {
        const changed = text.slice(0, i) + (text[i] === 'A' ? 'B' : 'A') + text.slice(i + 1);
        expect(() =>
          text === person ? cipher.encrypt(changed, 'x', 'a') : cipher.decrypt(person, changed, 'a'),
        ).toThrow(broken);
      }
    }
    for (const text of [
      '',
      'v1....',
      '13812345678',
      cipher.encrypt(person, 'x', 'a').replace('v1', 'v2'),
      `${cipher.encrypt(person, 'x', 'a')}.AA`,
    ]) {
      expect(() => cipher.decrypt(person, text, 'a')).toThrow(broken);
    }
    expect(() => new FieldCipher(KeyRing.ephemeral()).encrypt(person, 'x', 'a')).toThrow(broken);
  });

  it('indexes blindly: stable per kind and key, unlinkable between kinds and installations', () => {
    const index = cipher.blindIndex('phone', '13812345678');
    expect(index).toMatch(/^[0-9a-f]{32}$/);
    expect(cipher.blindIndex('phone', '13812345678')).toBe(index);
    expect(cipher.blindIndex('card', '13812345678')).not.toBe(index);
    expect(new FieldCipher(KeyRing.ephemeral()).blindIndex('phone', '13812345678')).not.toBe(index);
  });
});

describe('masks', () => {
  it('show the ends only, and nothing of a text that is too short', () => {
    expect(maskIdNumber('430203199901011234')).toBe('430***********1234');
    expect(maskPhone('13812345678')).toBe('138****5678');
    expect(maskCard('6217001234567890123')).toBe('**** 0123');
    expect([maskIdNumber('4302031'), maskPhone('12345'), maskCard('1234')]).toEqual(['*******', '*****', '**** ****']);
  });
});
