import { createHash } from 'node:crypto';
import { DomainError } from '@gridstaff/kernel';

import { packDifference, type ParameterChange } from './pack-diff';
import type { PolicyPacks } from './policy-packs';
import { Findings } from './schema/findings';
import { parsePackFile } from './schema/pack-file';

/** What is said about a pack text before anybody relies on it. */
export interface PackCheck {
  /** SHA-256 (hex) of the text: what is proposed, looked at and activated. */
  readonly hash: string;
  /** Undefined when the text does not tell. */
  readonly layer: string | undefined;
  /** Each with its file and path; empty when the pack can be used. */
  readonly findings: readonly DomainError[];
  readonly changes: readonly ParameterChange[];
  /** What would be in force with it; undefined while there are findings. */
  readonly packs: PolicyPacks | undefined;
}

export const hashOfPack = (text: string): string => createHash('sha256').update(text, 'utf8').digest('hex');

/** Reads a text strictly, on top of what is in force. Never throws for what the text holds. */
export function checkPack(inForce: PolicyPacks, text: string, name: string): PackCheck {
  const hash = hashOfPack(text);
  const layer = parsePackFile({ name, text }, new Findings())?.layer;
  try {
    const packs = inForce.with({ name, text });
    return { hash, layer, findings: [], changes: packDifference(inForce, packs), packs };
  } catch (error) {
    if (!(error instanceof DomainError) || error.code !== 'POLICY_INVALID') throw error;
    return { hash, layer, findings: error.details, changes: [], packs: undefined };
  }
}
