import { hash, type Options, verify } from '@node-rs/argon2';
import { Injectable } from '@nestjs/common';
import { createHash, randomBytes, randomInt } from 'node:crypto';

/** argon2id (the package's default), 19 MiB, two passes: what OWASP recommends, about 30 ms. */
const COST: Options = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

/** Longer texts are never a password of ours; hashing them would only cost time. */
export const MAX_PASSWORD_LENGTH = 1024;

/** Hashes and checks passwords; the same work is done when there is no user, so that the time tells nothing. */
@Injectable()
export class PasswordHasher {
  private dummy: Promise<string> | undefined;

  hash(password: string): Promise<string> {
    return hash(password, COST);
  }

  /** @param stored hash, or null when there is no such user or password: costs the same and is false */
  async verify(stored: string | null, password: string): Promise<boolean> {
    const usable = stored !== null && password.length <= MAX_PASSWORD_LENGTH;
    const against = usable ? stored : await (this.dummy ??= this.hash(randomBytes(32).toString('base64')));
    const matches = await verify(against, usable ? password : 'no such password');
    return usable && matches;
  }
}

/** No letters that are mistaken for one another when read aloud or off a slip. */
const ALPHABET = 'abcdefghjkmnpqrstuvwxyz23456789';

/** A first password: 20 characters, 99 bits, in groups of five. */
export function randomPassword(): string {
  const group = (): string => Array.from({ length: 5 }, () => ALPHABET[randomInt(ALPHABET.length)]).join('');
  return [group(), group(), group(), group()].join('-');
}

/** An opaque 256-bit token; only its digest is ever stored. */
export const randomToken = (): string => randomBytes(32).toString('base64url');

export const tokenHash = (token: string): string => createHash('sha256').update(token, 'utf8').digest('hex');
