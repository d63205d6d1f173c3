import { asOf, DomainError, type Id, type LocalDate, timelineOf } from '@gridstaff/kernel';
import type { RecordedFact } from './fact-change';
import type { WorkerFact } from './worker-facts';

/** What a tag is shown in, by meaning: each stands for a pair of colours that can be read in both schemes. */
export const TAG_TONES = ['plain', 'info', 'work', 'good', 'warn', 'bad'] as const;
export type TagTone = (typeof TAG_TONES)[number];

/** A word that a centre marks people with. */
export interface TagDefinition {
  code: string;
  nameZh: string;
  nameEn: string;
  tone: TagTone;
  order: number;
}

/** From a date on; `inUse` false takes the tag out of use: nobody is newly marked with it, who has it keeps it. */
export interface TagDefinitionFact extends RecordedFact, Omit<TagDefinition, 'order'> {
  sortOrder: number;
  inUse: boolean;
}

/** Every tag of the centre with what is known of it on a day, those out of use last; one that is still to come is not in use yet. @param facts retracted ones too */
export function tagsOn(facts: readonly TagDefinitionFact[], on: LocalDate): (TagDefinition & { inUse: boolean })[] {
  return [...new Set(facts.map(({ code }) => code))]
    .flatMap((code) => {
      const own = facts.filter((one) => one.code === code);
      const held = asOf(own, on);
      const fact = held ?? timelineOf(own)[0]?.fact;
      if (!fact) return [];
      const { nameZh, nameEn, tone, sortOrder } = fact;
      return [{ code, nameZh, nameEn, tone, order: sortOrder, inUse: held?.inUse ?? false }];
    })
    .sort((a, b) => Number(b.inUse) - Number(a.inUse) || a.order - b.order || (a.code < b.code ? -1 : 1));
}

/** @throws DomainError INVALID_INPUT */
export function parseTone(input: string): TagTone {
  const tone = TAG_TONES.find((one) => one === input);
  if (!tone) throw new DomainError('INVALID_INPUT', { reason: TAG_TONES.join(', ') }, { field: 'tone' });
  return tone;
}

export abstract class TagStore {
  /** Every recorded row of the centre. */
  abstract facts(centreId: Id): Promise<TagDefinitionFact[]>;
  abstract insert(facts: readonly TagDefinitionFact[]): Promise<void>;
}

/** By worker the tags that are borne on a date. */
export function tagsHeld(facts: readonly WorkerFact<'tag'>[], on: LocalDate): Map<number, string[]> {
  const slots = new Map<string, WorkerFact<'tag'>[]>();
  for (const fact of facts) {
    const key = `${fact.workerNo}/${fact.tagCode}`;
    slots.set(key, [...(slots.get(key) ?? []), fact]);
  }
  const held = new Map<number, string[]>();
  for (const own of slots.values()) {
    const fact = asOf(own, on);
    if (fact?.held) held.set(fact.workerNo, [...(held.get(fact.workerNo) ?? []), fact.tagCode].sort());
  }
  return held;
}
