import { DomainError } from '@gridstaff/kernel';
import {
  createHash,
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  type KeyObject,
  randomBytes,
} from 'node:crypto';
import { closeSync, fsyncSync, linkSync, mkdirSync, openSync, readFileSync, rmSync, writeSync } from 'node:fs';
import path from 'node:path';

/** One file, so that a set of keys is there in whole or not at all. */
const FILE = 'keys.json';
const AES_KEY_BYTES = 32;

/** The keys of one installation. Retired ones stay readable under their id; `active` is used for what is written now. */
export interface KeySet {
  master: { active: string; keys: ReadonlyMap<string, Buffer> };
  blindIndex: Buffer;
  /** Ed25519 private keys; their id is derived from the public half. */
  signing: { active: string; keys: ReadonlyMap<string, KeyObject> };
}

/** Text of the file: base64 keys, PKCS #8 PEM for signing. */
interface KeyFile {
  version: 1;
  master: { active: string; keys: Record<string, string> };
  blindIndex: string;
  signing: { active: string; keys: Record<string, string> };
}

/** Id of a signing key: what stands beside each signature and on printed sheets. */
export function signingKeyId(key: KeyObject): string {
  const spki = createPublicKey(key).export({ type: 'spki', format: 'der' });
  return createHash('sha256').update(spki).digest('hex').slice(0, 16);
}

function newKeyFile(): KeyFile {
  const kid = randomBytes(4).toString('hex');
  const { privateKey } = generateKeyPairSync('ed25519');
  const signer = signingKeyId(privateKey);
  return {
    version: 1,
    master: { active: kid, keys: { [kid]: randomBytes(AES_KEY_BYTES).toString('base64') } },
    blindIndex: randomBytes(AES_KEY_BYTES).toString('base64'),
    signing: { active: signer, keys: { [signer]: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString() } },
  };
}

function aesKey(text: unknown): Buffer {
  const key = Buffer.from(String(text), 'base64');
  if (key.length !== AES_KEY_BYTES) throw new TypeError('wrong key length');
  return key;
}

function parse(text: string): KeySet {
  const file = JSON.parse(text) as KeyFile;
  if (file.version !== 1) throw new TypeError('unknown version');
  const master = new Map(Object.entries(file.master.keys).map(([kid, key]) => [kid, aesKey(key)]));
  const signing = new Map(Object.entries(file.signing.keys).map(([kid, pem]) => [kid, createPrivateKey(pem)]));
  if (!master.has(file.master.active) || !signing.has(file.signing.active)) throw new TypeError('no active key');
  return {
    master: { active: file.master.active, keys: master },
    blindIndex: aesKey(file.blindIndex),
    signing: { active: file.signing.active, keys: signing },
  };
}

/** Keys that are never stored: for tests and measurements on throw-away databases. */
export const ephemeralKeys = (): KeySet => parse(JSON.stringify(newKeyFile()));

/**
 * Creates the keys of an installation unless they are there; existing ones are never touched. Safe when several processes start at once:
 * the complete file gets its name in one step, and whoever comes second keeps the first one's keys.
 * @returns whether this call created them
 */
export function createKeys(dir: string): boolean {
  mkdirSync(dir, { recursive: true, mode: 0o700 });
  const making = path.join(dir, `.${FILE}.${process.pid}.${randomBytes(4).toString('hex')}`);
  const handle = openSync(making, 'wx', 0o600);
  try {
    writeSync(handle, JSON.stringify(newKeyFile(), null, 2));
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
  try {
    linkSync(making, path.join(dir, FILE));
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    return false;
  } finally {
    rmSync(making, { force: true });
  }
}

/** @throws DomainError KEYS_MISSING without a key file, KEYS_DAMAGED when it cannot be read as one */
export function readKeys(dir: string): KeySet {
  let text: string;
  try {
    text = readFileSync(path.join(dir, FILE), 'utf8');
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code ?? '';
    if (code === 'ENOENT' || code === 'ENOTDIR') throw new DomainError('KEYS_MISSING', { dir });
    throw new DomainError('KEYS_DAMAGED', { dir }, {}, [], { cause: error });
  }
  try {
    return parse(text);
  } catch {
    // The cause would quote the file's text, which is secret.
    throw new DomainError('KEYS_DAMAGED', { dir });
  }
}
