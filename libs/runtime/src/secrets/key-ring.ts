import { DomainError } from '@gridstaff/kernel';
import { createHmac, createPublicKey, type KeyObject, sign, verify } from 'node:crypto';
import path from 'node:path';
import { projectRoot } from '../project-root';
import type { DatabaseSettings, EnvironmentSettings, SecuritySettings } from '../settings/areas';
import { createKeys, ephemeralKeys, type KeySet, readKeys } from './key-files';

export interface Signature {
  keyId: string;
  /** base64 */
  signature: string;
}

/** Where the keys live: GRID_KEY_DIR, else the folder `keys` beside the embedded database, `var/keys` for MySQL. */
export function keyFolder(
  security: Pick<SecuritySettings, 'keyDir'>,
  database: Pick<DatabaseSettings, 'kind' | 'url'>,
): string {
  if (security.keyDir) return path.resolve(projectRoot(), security.keyDir);
  if (database.kind === 'mysql') return path.join(projectRoot(), 'var', 'keys');
  return path.join(path.dirname(path.resolve(projectRoot(), database.url.slice('sqlite:'.length))), 'keys');
}

/** The installation's keys: master keys of field encryption, the blind-index key, the audit signing keys. Keys never leave it as text. */
export class KeyRing {
  private loaded: KeySet | undefined;

  private constructor(private readonly load: () => KeySet) {}

  /**
   * Outside production the keys are created at their first use. In production GRID_KEY_DIR must be named and hold keys, which is
   * checked at once, so that the process refuses to start. @throws DomainError KEYS_MISSING, KEYS_DAMAGED
   */
  static open(mode: EnvironmentSettings['mode'], security: SecuritySettings, database: DatabaseSettings): KeyRing {
    const dir = keyFolder(security, database);
    if (mode !== 'production') return KeyRing.inFolder(dir);
    if (!security.keyDir) throw new DomainError('KEYS_MISSING', { dir: 'GRID_KEY_DIR' }, { field: 'GRID_KEY_DIR' });
    const ring = new KeyRing(() => readKeys(dir));
    ring.keys();
    return ring;
  }

  /** Reads the folder's keys, creating them when there are none. */
  static inFolder(dir: string): KeyRing {
    return new KeyRing(() => {
      createKeys(dir);
      return readKeys(dir);
    });
  }

  /** Keys that die with the process: tests and measurements on throw-away databases. */
  static ephemeral(): KeyRing {
    return new KeyRing(ephemeralKeys);
  }

  get masterKeyId(): string {
    return this.keys().master.active;
  }

  masterKey(kid: string): Buffer | undefined {
    return this.keys().master.keys.get(kid);
  }

  /** HMAC-SHA256 under the blind-index key, which encrypts nothing. */
  blindMac(text: string): Buffer {
    return createHmac('sha256', this.keys().blindIndex).update(text, 'utf8').digest();
  }

  /** Ed25519 signature by the active audit key. */
  sign(text: string): Signature {
    const { active, keys } = this.keys().signing;
    const signature = sign(null, Buffer.from(text, 'utf8'), keys.get(active) as KeyObject).toString('base64');
    return { keyId: active, signature };
  }

  /** False for a wrong signature and for a key this installation never had. */
  verify(text: string, { keyId, signature }: Signature): boolean {
    const key = this.keys().signing.keys.get(keyId);
    return (
      key !== undefined &&
      verify(null, Buffer.from(text, 'utf8'), createPublicKey(key), Buffer.from(signature, 'base64'))
    );
  }

  /** SPKI PEM of every signing key by id: whoever has these verifies the log without the server. */
  publicKeys(): ReadonlyMap<string, string> {
    const { keys } = this.keys().signing;
    return new Map(
      [...keys].map(([id, key]) => [id, createPublicKey(key).export({ type: 'spki', format: 'pem' }).toString()]),
    );
  }

  private keys(): KeySet {
    return (this.loaded ??= this.load());
  }
}
