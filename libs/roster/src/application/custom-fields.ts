import { AuditLog } from '@gridstaff/audit';
import { type Actor, requirePermission } from '@gridstaff/contracts';
import { asOf, DomainError, type Id, type LocalDate, parseText } from '@gridstaff/kernel';
import { UnitOfWork } from '@gridstaff/persistence';
import { Clock } from '@gridstaff/runtime';
import { Injectable } from '@nestjs/common';
import {
  type CustomField,
  CustomFieldStore,
  fieldsOn,
  parseChoices,
  parseFieldType,
  parseFieldValue,
} from '../domain/custom-fields';
import { afterAll, placeOfChange, recorded } from '../domain/fact-change';
import { parseCode, parseFactDate } from '../domain/texts';
import { PersonalData } from './personal-data';
import { Stamps } from './stamps';
import type { DatedChange } from './worker-changes';
import { WorkerDesk } from './worker-desk';

export type CustomFieldInput = Omit<CustomField, 'type'> & { type: string; inUse: boolean; from: LocalDate };

/** Fields of a centre's own, and what is known of people under them: dated like everything else; sealed ones kept and shown like an ID number. */
@Injectable()
export class CustomFields {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly store: CustomFieldStore,
    private readonly desk: WorkerDesk,
    private readonly personal: PersonalData,
    private readonly stamps: Stamps,
    private readonly audit: AuditLog,
    private readonly clock: Clock,
  ) {}

  /** As known of them on a day, today by default; those out of use last. Needs `roster:read`. */
  async list(actor: Actor, centreId: Id, on?: LocalDate): Promise<(CustomField & { inUse: boolean })[]> {
    requirePermission(actor, 'roster:read', centreId);
    return fieldsOn(await this.store.facts(centreId), on ?? this.clock.today());
  }

  /**
   * A field from a date on. Needs `dictionary:manage`. @returns false when it is so anyway
   * @throws DomainError FIELD_TYPE_FIXED, CODE_INVALID, TEXT_INVALID, INVALID_INPUT, NOT_A_DATE, OUT_OF_RANGE
   */
  async define(actor: Actor, centreId: Id, input: CustomFieldInput): Promise<boolean> {
    requirePermission(actor, 'dictionary:manage', centreId);
    const code = parseCode(input.code, 'code').toLowerCase();
    const fieldType = parseFieldType(input.type);
    const { inUse, order: sortOrder } = input;
    if (!Number.isSafeInteger(sortOrder) || sortOrder < 0 || sortOrder > 9999)
      throw new DomainError('OUT_OF_RANGE', { value: String(sortOrder) }, { field: 'order' });
    const values = {
      ...{ code, nameZh: parseText(input.nameZh, 'nameZh', 40), nameEn: parseText(input.nameEn, 'nameEn', 60) },
      ...{ fieldType, choices: JSON.stringify(parseChoices(fieldType, input.choices)), sortOrder, inUse },
    };
    const from = parseFactDate(input.from, 'from');
    return this.uow.run(async () => {
      const facts = (await this.store.facts(centreId)).filter((fact) => fact.code === code);
      // What was entered as one thing cannot be read as another; above all nothing sealed may come to lie open.
      if (facts.some((fact) => fact.fieldType !== fieldType))
        throw new DomainError('FIELD_TYPE_FIXED', { code }, { field: 'type' });
      const { to, held } = placeOfChange(facts, from);
      if (held && (Object.keys(values) as (keyof typeof values)[]).every((name) => held[name] === values[name]))
        return false;
      await this.store.insert([
        { ...recorded(afterAll(this.stamps.of(actor, centreId), facts), { from, to }), ...values },
      ]);
      const subject = { subjectType: 'centre', subjectId: centreId };
      await this.audit.append({
        actor,
        centreId,
        action: 'custom-field.defined',
        ...subject,
        data: { code, type: fieldType, from, inUse },
      });
      return true;
    });
  }

  /**
   * A value from a date on, or none any more (null). The audit log names the field, never the value. Needs `roster:write`. @returns false when it is so anyway
   * @throws DomainError CUSTOM_FIELD_UNKNOWN, BEFORE_ENGAGEMENT, NOT_FOUND, and what `parseFieldValue` refuses
   */
  async set(actor: Actor, input: DatedChange & { code: string; value: string | null }): Promise<boolean> {
    requirePermission(actor, 'roster:write', input.centreId, 'worker');
    const from = parseFactDate(input.from, 'from');
    const reason = input.reason === undefined ? null : parseText(input.reason, 'reason', 200);
    const known = (await this.store.facts(input.centreId)).filter(({ code }) => code === input.code);
    // A value may reach back before the day on which the field was made.
    const field = asOf(known, from) ?? asOf(known, this.clock.today());
    if (!field?.inUse)
      throw new DomainError('CUSTOM_FIELD_UNKNOWN', { code: input.code.slice(0, 40) }, { field: 'code' });
    const { code, fieldType: type } = field;
    const value =
      input.value === null
        ? null
        : parseFieldValue({ type, choices: JSON.parse(field.choices) as string[] }, input.value);
    const entry = { action: 'worker.field-set', data: { field: code, from }, reason };
    return this.desk.change(actor, input, entry, ({ worker, record }) => {
      const values =
        type === 'sealed' && value !== null
          ? this.personal.sealCustomField(worker, code, value)
          : { fieldCode: code, fieldValue: value, fieldCipher: null, fieldIndex: null };
      if (value === null && !record.on('customField', from, code)) return;
      record.change('customField', from, values, { reason });
    });
  }
}
