import { AuditLog } from '@gridstaff/audit';
import { type Actor, requirePermission } from '@gridstaff/contracts';
import { DomainError, type Id, type LocalDate, parseText } from '@gridstaff/kernel';
import { UnitOfWork } from '@gridstaff/persistence';
import { Clock } from '@gridstaff/runtime';
import { Injectable } from '@nestjs/common';
import { DocumentKindStore } from '../domain/document-kind-store';
import {
  BUILT_IN_KINDS,
  type DocumentKind,
  type DocumentSubject,
  keyOfKind,
  kindsEver,
  kindsOn,
} from '../domain/documents';
import { afterAll, placeOfChange, recorded } from '../domain/fact-change';
import { parseCode, parseFactDate } from '../domain/texts';
import { Stamps } from './stamps';

export interface DocumentKindInput {
  subject: DocumentSubject;
  code: string;
  nameZh: string;
  nameEn: string;
  sensitive: boolean;
  order: number;
  inUse: boolean;
  from: LocalDate;
}

const ORDER_FIELD = 'order';

/** Which documents a centre keeps: those of the product and its own. */
@Injectable()
export class DocumentKinds {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly store: DocumentKindStore,
    private readonly stamps: Stamps,
    private readonly audit: AuditLog,
    private readonly clock: Clock,
  ) {}

  /** In use on a day, today by default; with `ever` also those out of use, for the names of what is kept. Needs `roster:read`. */
  async list(
    actor: Actor,
    centreId: Id,
    options: { on?: LocalDate; ever?: boolean } = {},
  ): Promise<(DocumentKind & { inUse: boolean })[]> {
    requirePermission(actor, 'roster:read', centreId);
    const facts = await this.store.facts(centreId);
    const held = kindsOn(facts, options.on ?? this.clock.today()).map((kind) => ({ ...kind, inUse: true }));
    if (!options.ever) return held;
    const known = new Set(held.map(keyOfKind));
    return [
      ...held,
      ...kindsEver(facts).flatMap((kind) => (known.has(keyOfKind(kind)) ? [] : [{ ...kind, inUse: false }])),
    ];
  }

  /** A kind of the centre's own from a date on. Needs `dictionary:manage`. @returns false when it is so anyway @throws DomainError DUPLICATE_KEY for a kind of the product */
  async set(actor: Actor, centreId: Id, input: DocumentKindInput): Promise<boolean> {
    requirePermission(actor, 'dictionary:manage', centreId);
    const code = parseCode(input.code, 'code').toLowerCase();
    const { subject, sensitive, inUse, order: sortOrder } = input;
    if (BUILT_IN_KINDS.some((kind) => kind.code === code && kind.subject === subject))
      throw new DomainError('DOCUMENT_KIND_BUILT_IN', { code }, { field: 'code' });
    if (!Number.isSafeInteger(sortOrder) || sortOrder < 0 || sortOrder > 9999)
      throw new DomainError('OUT_OF_RANGE', { value: String(sortOrder) }, { field: ORDER_FIELD });
    const values = {
      subject,
      code,
      nameZh: parseText(input.nameZh, 'nameZh', 40),
      nameEn: parseText(input.nameEn, 'nameEn', 60),
      sensitive,
      sortOrder,
      inUse,
    };
    const from = parseFactDate(input.from, 'from');
    return this.uow.run(async () => {
      const facts = (await this.store.facts(centreId)).filter(
        (fact) => keyOfKind(fact) === keyOfKind({ subject, code }),
      );
      const { to, held } = placeOfChange(facts, from);
      if (held && (Object.keys(values) as (keyof typeof values)[]).every((name) => held[name] === values[name]))
        return false;
      const stamp = afterAll(this.stamps.of(actor, centreId), facts);
      await this.store.insert([{ ...recorded(stamp, { from, to }), ...values }]);
      const subjectOf = { subjectType: 'centre', subjectId: centreId };
      await this.audit.append({
        actor,
        centreId,
        action: 'document-kind.set',
        ...subjectOf,
        data: { subject, code, from, inUse },
      });
      return true;
    });
  }
}
