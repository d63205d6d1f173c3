import { AuditLog } from '@gridstaff/audit';
import { type Actor, requirePermission } from '@gridstaff/contracts';
import { asOf, DomainError, type Id, type LocalDate, parseText } from '@gridstaff/kernel';
import { UnitOfWork } from '@gridstaff/persistence';
import { Clock } from '@gridstaff/runtime';
import { Injectable } from '@nestjs/common';
import { afterAll, placeOfChange, recorded } from '../domain/fact-change';
import { OrganisationStore, WorkerStore } from '../domain/stores';
import { parseTone, type TagDefinition, tagsOn, TagStore } from '../domain/tags';
import { parseCode, parseFactDate } from '../domain/texts';
import { emptyLists } from '../domain/worker-facts';
import { WorkerRecord } from '../domain/worker-record';
import { Stamps } from './stamps';

export type TagInput = Omit<TagDefinition, 'tone'> & { tone: string; inUse: boolean; from: LocalDate };

/** Who is marked, with what, from when. */
export interface Tagging {
  centreId: Id;
  code: string;
  workerNos: readonly number[];
  /** False takes the tag away. */
  held: boolean;
  from: LocalDate;
  reason?: string;
}

/** Marked in one act. */
export const MOST_TAGGED = 500;

/** Words that a centre marks people with, and who bears them: dated like everything else that is known of a person. */
@Injectable()
export class Tags {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly store: TagStore,
    private readonly workers: WorkerStore,
    private readonly organisation: OrganisationStore,
    private readonly stamps: Stamps,
    private readonly audit: AuditLog,
    private readonly clock: Clock,
  ) {}

  /** As known of them on a day, today by default; those out of use last. Needs `roster:read`. */
  async list(actor: Actor, centreId: Id, on?: LocalDate): Promise<(TagDefinition & { inUse: boolean })[]> {
    requirePermission(actor, 'roster:read', centreId);
    return tagsOn(await this.store.facts(centreId), on ?? this.clock.today());
  }

  /** Needs `dictionary:manage`. @returns false when it is so anyway @throws DomainError CODE_INVALID, TEXT_INVALID, INVALID_INPUT, NOT_A_DATE, OUT_OF_RANGE */
  async define(actor: Actor, centreId: Id, input: TagInput): Promise<boolean> {
    requirePermission(actor, 'dictionary:manage', centreId);
    const code = parseCode(input.code, 'code').toLowerCase();
    const { inUse, order: sortOrder } = input;
    if (!Number.isSafeInteger(sortOrder) || sortOrder < 0 || sortOrder > 9999)
      throw new DomainError('OUT_OF_RANGE', { value: String(sortOrder) }, { field: 'order' });
    const values = {
      ...{ code, nameZh: parseText(input.nameZh, 'nameZh', 20), nameEn: parseText(input.nameEn, 'nameEn', 30) },
      ...{ tone: parseTone(input.tone), sortOrder, inUse },
    };
    const from = parseFactDate(input.from, 'from');
    return this.uow.run(async () => {
      const facts = (await this.store.facts(centreId)).filter((fact) => fact.code === code);
      const { to, held } = placeOfChange(facts, from);
      if (held && (Object.keys(values) as (keyof typeof values)[]).every((name) => held[name] === values[name]))
        return false;
      const stamp = afterAll(this.stamps.of(actor, centreId), facts);
      await this.store.insert([{ ...recorded(stamp, { from, to }), ...values }]);
      await this.note(actor, centreId, 'tag.defined', { code, from, inUse });
      return true;
    });
  }

  /**
   * Marks people, or takes a mark away, all of them or none. Needs `roster:write`. @returns how many it changed anything for
   * @throws DomainError TAG_UNKNOWN, NOT_FOUND for a number that the centre does not have, BEFORE_ENGAGEMENT, NOT_A_DATE, TEXT_INVALID
   */
  async mark(actor: Actor, { centreId, workerNos, held, ...input }: Tagging): Promise<number> {
    requirePermission(actor, 'roster:write', centreId);
    const numbers = [...new Set(workerNos)].sort((a, b) => a - b);
    if (numbers.length === 0 || numbers.length > MOST_TAGGED)
      throw new DomainError('OUT_OF_RANGE', { value: String(numbers.length) }, { field: 'workerNos' });
    const from = parseFactDate(input.from, 'from');
    const reason = input.reason === undefined ? null : parseText(input.reason, 'reason', 200);
    return this.uow.run(async () => {
      const known = (await this.store.facts(centreId)).filter(({ code }) => code === input.code);
      // A mark may reach back before the day on which the word for it was made.
      const tag = asOf(known, from) ?? asOf(known, this.clock.today());
      if (!tag || (held && !tag.inUse))
        throw new DomainError('TAG_UNKNOWN', { code: input.code.slice(0, 40) }, { field: 'code' });
      const people = await this.workers.byNumbers(centreId, numbers, true);
      if (people.length < numbers.length)
        throw new DomainError('NOT_FOUND', { what: 'worker' }, { field: 'workerNos' });
      const facts = await this.workers.facts(centreId, numbers);
      const { checkGrid } = await this.organisation.reference(centreId);
      const stamp = this.stamps.of(actor, centreId);
      const records = numbers.map((no) => new WorkerRecord(no, facts.get(no) ?? emptyLists(), stamp, checkGrid));
      for (const record of records) {
        // Taking away what nobody has says nothing new.
        if (held || record.on('tag', from, tag.code)?.held)
          record.change('tag', from, { tagCode: tag.code, held }, { reason });
      }
      const changed = records.filter((record) => record.changed);
      if (changed.length === 0) return 0;
      await this.workers.append(changed.map(({ appended }) => appended));
      const data = { code: tag.code, held, from, workerNos: changed.map(({ workerNo }) => workerNo) };
      await this.note(actor, centreId, held ? 'workers.tagged' : 'workers.untagged', data, reason ?? undefined);
      return changed.length;
    });
  }

  private note(
    actor: Actor,
    centreId: Id,
    action: string,
    data: Parameters<AuditLog['append']>[0]['data'],
    reason?: string,
  ): Promise<void> {
    return this.audit.append({ actor, centreId, action, subjectType: 'centre', subjectId: centreId, data, reason });
  }
}
