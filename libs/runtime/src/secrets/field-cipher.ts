import { DomainError } from '@gridstaff/kernel';
import { Injectable } from '@nestjs/common';
import { createCipheriv, createDecipheriv, createHash, randomBytes } from 'node:crypto';
import { KeyRing } from './key-ring';

const ALGORITHM = 'aes-256-gcm';
const IV_BYTES = 12;
const TAG_BYTES = 16;
const KEY_BYTES = 32;
const KEY_ID_BYTES = 8;
const BYTES_VERSION = 1;
/** Bound into every wrapped person key, so that no field can be passed off as a key. */
const WRAP_AAD = 'person-key';
/** 128 bits: no chance collisions among any number of people. */
const BLIND_INDEX_HEX = 32;

interface PersonKey {
  wrapped: string;
  key: Buffer;
  /** Fingerprint of the key: the `kid` of the fields it encrypts. */
  id: string;
}

/**
 * Envelope encryption of personal fields (ID number, bank card, phone). Each person has a random data key, stored wrapped by the master
 * key; deleting it erases the person's fields everywhere, backups of them included. Stored text is `v1.<kid>.<iv>.<tag>.<data>`, parts in
 * base64url: 95 characters for a wrapped key, 52 + 4⁄3 × UTF-8 bytes for a field.
 * The caller's `aad` names the row and column (e.g. `worker:<id>:card`): a value moved to another row does not decrypt.
 */
@Injectable()
export class FieldCipher {
  /** A person's fields are read together: the key of the last one is kept unwrapped. */
  private last: PersonKey | undefined;

  constructor(private readonly ring: KeyRing) {}

  /** A new data key, wrapped, to be stored in the person's row. */
  newPersonKey(): string {
    const kid = this.ring.masterKeyId;
    return seal(kid, this.master(kid), randomBytes(KEY_BYTES), WRAP_AAD);
  }

  /** @throws DomainError CIPHER_BROKEN when the person key is damaged or its master key is unknown */
  encrypt(wrappedKey: string, plain: string, aad: string): string {
    const { id, key } = this.unwrap(wrappedKey);
    return seal(id, key, Buffer.from(plain, 'utf8'), aad);
  }

  /** @throws DomainError CIPHER_BROKEN when the text was changed, moved to another row, or belongs to another key */
  decrypt(wrappedKey: string, cipher: string, aad: string): string {
    const { id, key } = this.unwrap(wrappedKey);
    return open(cipher, aad, (kid) => (kid === id ? key : undefined)).toString('utf8');
  }

  /** The same for the content of a file, which stays bytes: 1 of version, 8 of the key's id, 12 of iv, 16 of tag, then the data. */
  encryptBytes(wrappedKey: string, plain: Buffer, aad: string): Buffer {
    const { id, key } = this.unwrap(wrappedKey);
    const { iv, tag, data } = sealed(id, key, plain, aad);
    return Buffer.concat([Buffer.from([BYTES_VERSION]), Buffer.from(id, 'latin1'), iv, tag, data]);
  }

  /** @throws DomainError CIPHER_BROKEN when the bytes were changed, moved to another row, or belong to another key */
  decryptBytes(wrappedKey: string, cipher: Buffer, aad: string): Buffer {
    const { id, key } = this.unwrap(wrappedKey);
    const parts = [1, KEY_ID_BYTES, IV_BYTES, TAG_BYTES];
    let at = 0;
    const [version, kid, iv, tag] = parts.map((length) => cipher.subarray(at, (at += length))) as [Buffer, Buffer, Buffer, Buffer];
    if (cipher.length < at || version[0] !== BYTES_VERSION || kid.toString('latin1') !== id) throw broken(kid.toString('latin1'));
    return opened(id, key, { iv, tag, data: cipher.subarray(at) }, aad);
  }

  /**
   * Keyed digest for uniqueness and exact search of an encrypted field, 32 hex digits. `kind` separates fields, so that equal texts in
   * two columns cannot be linked; the caller normalises (upper case, no spaces).
   */
  blindIndex(kind: string, normalised: string): string {
    return this.ring.blindMac(`${kind}\u0000${normalised}`).toString('hex').slice(0, BLIND_INDEX_HEX);
  }

  private unwrap(wrapped: string): PersonKey {
    if (this.last?.wrapped === wrapped) return this.last;
    const key = open(wrapped, WRAP_AAD, (kid) => this.ring.masterKey(kid));
    const id = createHash('sha256').update(key).digest('base64url').slice(0, KEY_ID_BYTES);
    return (this.last = { wrapped, key, id });
  }

  private master(kid: string): Buffer {
    const key = this.ring.masterKey(kid);
    if (!key) throw broken(kid);
    return key;
  }
}

interface Sealed {
  iv: Buffer;
  tag: Buffer;
  data: Buffer;
}

function sealed(kid: string, key: Buffer, plain: Buffer, aad: string): Sealed {
  const iv = randomBytes(IV_BYTES);
  const cipher = createCipheriv(ALGORITHM, key, iv, { authTagLength: TAG_BYTES });
  cipher.setAAD(Buffer.from(`${kid}\u0000${aad}`, 'utf8'));
  const data = Buffer.concat([cipher.update(plain), cipher.final()]);
  return { iv, tag: cipher.getAuthTag(), data };
}

function opened(kid: string, key: Buffer, { iv, tag, data }: Sealed, aad: string): Buffer {
  const decipher = createDecipheriv(ALGORITHM, key, iv, { authTagLength: TAG_BYTES });
  decipher.setAAD(Buffer.from(`${kid}\u0000${aad}`, 'utf8'));
  decipher.setAuthTag(tag);
  try {
    return Buffer.concat([decipher.update(data), decipher.final()]);
  } catch {
    throw broken(kid);
  }
}

function seal(kid: string, key: Buffer, plain: Buffer, aad: string): string {
  const { iv, tag, data } = sealed(kid, key, plain, aad);
  // One flat text: bulk acts hold many thousands of these at once.
  return ['v1', kid, ...[iv, tag, data].map((bytes) => bytes.toString('base64url'))].join('.');
}

function open(text: string, aad: string, keyOf: (kid: string) => Buffer | undefined): Buffer {
  const [version, kid = '', ...parts] = text.split('.');
  const [iv, tag, data] = parts.map((part) => Buffer.from(part, 'base64url'));
  const key = keyOf(kid);
  const shaped = version === 'v1' && parts.length === 3 && iv?.length === IV_BYTES && tag?.length === TAG_BYTES;
  // Spare bits of the last base64url character would let two texts stand for one value.
  const canonical = shaped && [iv, tag, data].every((bytes, i) => bytes?.toString('base64url') === parts[i]);
  if (!key || !canonical || !iv || !tag || !data) throw broken(kid);
  return opened(kid, key, { iv, tag, data }, aad);
}

/** Never carries text or key; the kid is shown only when it looks like one. */
const broken = (kid: string): DomainError =>
  new DomainError('CIPHER_BROKEN', { kid: /^[\w-]{1,16}$/.test(kid) ? kid : '?' });
