import { canonicalJson, type Id, type Json, type LocalDate } from '@gridstaff/kernel';
import { createHash } from 'node:crypto';

/** Scope of acts that belong to no centre: accounts, roles, tokens, settings. */
export const SYSTEM_SCOPE = 'system';
/** What the first entry of a chain follows. */
export const GENESIS_HASH = '0'.repeat(64);

export const sha256 = (text: string): string => createHash('sha256').update(text, 'utf8').digest('hex');

/** A stored entry as readers get it; `data` is the canonical JSON text that was hashed. */
export interface AuditEntry {
  scope: Id | typeof SYSTEM_SCOPE;
  seq: number;
  /** Epoch milliseconds. */
  at: number;
  userId: Id;
  personId: Id;
  osUser: string | null;
  action: string;
  subjectType: string;
  subjectId: string;
  data: string;
  reason: string | null;
  prevHash: string;
  hash: string;
}

/** SHA-256 over the previous hash, a line feed, and the other columns as a canonical JSON array in this order. */
export function entryHash(entry: Omit<AuditEntry, 'hash'>): string {
  const row: Json = [
    ...[entry.scope, entry.seq, entry.at, entry.userId, entry.personId, entry.osUser],
    ...[entry.action, entry.subjectType, entry.subjectId, entry.data, entry.reason],
  ];
  return sha256(`${entry.prevHash}\n${canonicalJson(row)}`);
}

/** A head signed at the end of a day or when a month closes. */
export interface SignedHead {
  scope: string;
  seq: number;
  day: LocalDate;
  hash: string;
  signature: string;
  keyId: string;
}

/** The text that is signed. */
export const headText = (head: Pick<SignedHead, 'scope' | 'seq' | 'day' | 'hash'>): string =>
  `gridstaff-audit-head\n${head.scope}\n${head.day}\n${head.seq}\n${head.hash}`;
