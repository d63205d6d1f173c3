import type { Id } from '@gridstaff/kernel';
import { FieldCipher } from '@gridstaff/runtime';
import { Injectable } from '@nestjs/common';
import { normaliseIdNumber } from '../domain/id-number';
import type { AddressUse, PhoneUse, Relation } from '../domain/personal-facts';
import type { Worker } from '../domain/worker';
import type { FactValues } from '../domain/worker-facts';

type Keyed = Pick<Worker, 'id' | 'dataKey'>;
export type SealedField =
  'id' | 'phone' | 'card' | 'protection' | 'address' | 'contact-name' | 'contact-phone' | 'other-phone' | 'custom-field';
/** Characters of a number by which people are looked for. */
const TAIL = 4;

/** The one place where a worker's personal fields are sealed and opened; a value is bound to its person and field. */
@Injectable()
export class PersonalData {
  constructor(private readonly cipher: FieldCipher) {}

  newKey(): string {
    return this.cipher.newPersonKey();
  }

  idIndex(idNumber: string): string {
    return this.cipher.blindIndex('worker.id', normaliseIdNumber(idNumber));
  }

  phoneIndex(phone: string): string {
    return this.cipher.blindIndex('worker.phone', phone);
  }

  /** Of the last four characters alone: few values, so an index of its own that tells nothing of the whole number. */
  idTailIndex(idNumber: string): string {
    return this.cipher.blindIndex('worker.id-tail', normaliseIdNumber(idNumber).slice(-TAIL));
  }

  phoneTailIndex(phone: string): string {
    return this.cipher.blindIndex('worker.phone-tail', phone.slice(-TAIL));
  }

  sealId(worker: Keyed, idNumber: string): string {
    return this.seal(worker, 'id', idNumber);
  }

  sealPhone(worker: Keyed, phone: string): FactValues['phone'] {
    return {
      phoneCipher: this.seal(worker, 'phone', phone),
      phoneIndex: this.phoneIndex(phone),
      phoneTailIndex: this.phoneTailIndex(phone),
    };
  }

  sealCard(worker: Keyed, card: string, bankName: string | null): FactValues['bankCard'] {
    return {
      cardCipher: this.seal(worker, 'card', card),
      cardIndex: this.cipher.blindIndex('worker.card', card),
      bankName,
    };
  }

  sealEvidence(worker: Keyed, evidence: string): string {
    return this.seal(worker, 'protection', evidence);
  }

  sealAddress(worker: Keyed, addressUse: AddressUse, address: string): FactValues['address'] {
    const addressIndex = this.cipher.blindIndex('worker.address', address);
    return { addressUse, addressCipher: this.seal(worker, 'address', address), addressIndex };
  }

  sealContact(
    worker: Keyed,
    { position, relation, name, phone }: { position: number; relation: Relation; name: string; phone: string },
  ): FactValues['contact'] {
    return {
      position,
      relation,
      contactNameCipher: this.seal(worker, 'contact-name', name),
      contactPhoneCipher: this.seal(worker, 'contact-phone', phone),
      contactIndex: this.cipher.blindIndex('worker.contact', `${name}\u0000${phone}`),
    };
  }

  sealOtherPhone(worker: Keyed, phoneUse: PhoneUse, phone: string): FactValues['otherPhone'] {
    const otherPhoneIndex = this.cipher.blindIndex('worker.other-phone', phone);
    return { phoneUse, otherPhoneCipher: this.seal(worker, 'other-phone', phone), otherPhoneIndex };
  }

  sealCustomField(worker: Keyed, fieldCode: string, value: string): FactValues['customField'] {
    const fieldIndex = this.cipher.blindIndex('worker.custom-field', `${fieldCode}\u0000${value}`);
    return { fieldCode, fieldValue: null, fieldCipher: this.seal(worker, 'custom-field', value), fieldIndex };
  }

  /** @throws DomainError CIPHER_BROKEN when the stored value was tampered with */
  open(worker: Keyed, field: SealedField, cipher: string): string {
    return this.cipher.decrypt(worker.dataKey, cipher, aad(worker.id, field));
  }

  private seal(worker: Keyed, field: SealedField, plain: string): string {
    return this.cipher.encrypt(worker.dataKey, plain, aad(worker.id, field));
  }
}

const aad = (workerId: Id, field: SealedField): string => `worker:${workerId}:${field}`;
