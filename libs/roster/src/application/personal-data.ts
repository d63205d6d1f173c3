import type { Id } from '@gridstaff/kernel';
import { FieldCipher } from '@gridstaff/runtime';
import { Injectable } from '@nestjs/common';
import { normaliseIdNumber } from '../domain/id-number';
import type { Worker } from '../domain/worker';
import type { FactValues } from '../domain/worker-facts';

type Keyed = Pick<Worker, 'id' | 'dataKey'>;
type Field = 'id' | 'phone' | 'card' | 'protection';
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

  /** @throws DomainError CIPHER_BROKEN when the stored value was tampered with */
  open(worker: Keyed, field: Field, cipher: string): string {
    return this.cipher.decrypt(worker.dataKey, cipher, aad(worker.id, field));
  }

  private seal(worker: Keyed, field: Field, plain: string): string {
    return this.cipher.encrypt(worker.dataKey, plain, aad(worker.id, field));
  }
}

const aad = (workerId: Id, field: Field): string => `worker:${workerId}:${field}`;
