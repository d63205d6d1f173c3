import type { Actor } from '@gridstaff/contracts';
import { type LocalDate, parseText } from '@gridstaff/kernel';
import { Injectable } from '@nestjs/common';
import {
  ADDRESS_USES,
  type AddressUse,
  type EducationLevel,
  MOST_CONTACTS,
  oneOf,
  parseAddress,
  parseAnyPhone,
  parseContactName,
  parseEducation,
  PHONE_USES,
  type PhoneUse,
  POLITICAL_STATUSES,
  type PoliticalStatus,
  type Relation,
  RELATIONS,
} from '../domain/personal-facts';
import { parseFactDate, parsePosition } from '../domain/texts';
import type { FactKind, FactValues } from '../domain/worker-facts';
import { PersonalData } from './personal-data';
import type { DatedChange } from './worker-changes';
import { type Desk, WorkerDesk } from './worker-desk';

/**
 * What is known of a person beside pay and post: education, political status, addresses, family contacts, further phones. All need
 * `roster:write`, append one fact and answer false when it is so anyway; the audit log names the act and its day, never the value. All throw
 * NOT_FOUND for a worker of another centre, BEFORE_ENGAGEMENT, NOT_A_DATE, OUT_OF_RANGE, TEXT_INVALID, INVALID_INPUT.
 */
@Injectable()
export class WorkerPersonal {
  constructor(
    private readonly desk: WorkerDesk,
    private readonly personal: PersonalData,
  ) {}

  async setEducation(
    actor: Actor,
    input: DatedChange & { level: EducationLevel; school?: string; graduatedOn?: LocalDate },
  ): Promise<boolean> {
    const values = parseEducation(input);
    return this.set(actor, input, 'education', () => values);
  }

  async setPolitical(actor: Actor, input: DatedChange & { politicalStatus: PoliticalStatus }): Promise<boolean> {
    const politicalStatus = oneOf(input.politicalStatus, POLITICAL_STATUSES, 'politicalStatus');
    return this.set(actor, input, 'political', () => ({ politicalStatus }));
  }

  async setAddress(actor: Actor, input: DatedChange & { addressUse: AddressUse; address: string }): Promise<boolean> {
    const use = oneOf(input.addressUse, ADDRESS_USES, 'addressUse');
    const address = parseAddress(input.address, 'address');
    return this.set(actor, input, 'address', ({ worker }) => this.personal.sealAddress(worker, use, address));
  }

  /** @param input.position from 1; another contact in the same place takes it over. @throws DomainError PHONE_INVALID */
  async setContact(
    actor: Actor,
    input: DatedChange & { position: number; relation: Relation; name: string; phone: string },
  ): Promise<boolean> {
    const contact = {
      position: parsePosition(input.position, 'position', MOST_CONTACTS),
      relation: oneOf(input.relation, RELATIONS, 'relation'),
      name: parseContactName(input.name, 'name'),
      phone: parseAnyPhone(input.phone, 'phone'),
    };
    return this.set(actor, input, 'contact', ({ worker }) => this.personal.sealContact(worker, contact));
  }

  /** @throws DomainError PHONE_INVALID */
  async setOtherPhone(actor: Actor, input: DatedChange & { phoneUse: PhoneUse; phone: string }): Promise<boolean> {
    const use = oneOf(input.phoneUse, PHONE_USES, 'phoneUse');
    const phone = parseAnyPhone(input.phone, 'phone');
    return this.set(actor, input, 'otherPhone', ({ worker }) => this.personal.sealOtherPhone(worker, use, phone));
  }

  private set<K extends FactKind>(
    actor: Actor,
    input: DatedChange,
    kind: K,
    values: (desk: Desk) => FactValues[K],
  ): Promise<boolean> {
    const from = parseFactDate(input.from, 'from');
    const reason = input.reason === undefined ? null : parseText(input.reason, 'reason', 200);
    return this.desk.change(actor, input, { action: 'worker.personal-set', data: { kind, from }, reason }, (desk) => {
      desk.record.change(kind, from, values(desk), { reason });
    });
  }
}
