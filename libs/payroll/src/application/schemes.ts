import { AuditLog } from '@gridstaff/audit';
import { type Actor, requirePermission } from '@gridstaff/contracts';
import { canonicalJson, DomainError, type Id, type Json, parsePeriod, type Period } from '@gridstaff/kernel';
import { compileScheme } from '@gridstaff/pay-engine';
import { UnitOfWork } from '@gridstaff/persistence';
import { Clock, Ids } from '@gridstaff/runtime';
import { Injectable } from '@nestjs/common';
import { type PayScheme, schemeFor, SchemeStore } from '../domain';
import { sha256 } from './parameter-mapping';
import { defaultSchemeFile, readSchemeFile, type SchemeFile } from './scheme-file';

@Injectable()
export class Schemes {
  constructor(
    private readonly store: SchemeStore,
    private readonly uow: UnitOfWork,
    private readonly audit: AuditLog,
    private readonly clock: Clock,
    private readonly ids: Ids,
  ) {}

  /**
   * Makes a scheme the centre's from a month on, by default the shipped one. The content of the newest version again changes nothing.
   * @throws DomainError FORMULA_*, SCHEME_* (every finding as a detail), NOT_A_PERIOD, FORBIDDEN
   */
  async adoptScheme(actor: Actor, request: { centreId: Id; validFrom: Period; scheme?: SchemeFile }): Promise<Id> {
    requirePermission(actor, 'scheme:manage', request.centreId);
    const validFrom = parsePeriod(request.validFrom, 'validFrom');
    const { nameZh, nameEn, definition } = request.scheme ?? readSchemeFile(defaultSchemeFile());
    compileScheme(definition);
    const hash = sha256(canonicalJson({ nameZh, nameEn, definition } as unknown as Json));
    return this.uow.run(async () => {
      const versions = await this.store.versions(request.centreId);
      const last = versions.at(-1);
      if (last && last.hash === hash && last.validFrom === validFrom) return last.id;
      const id = this.ids.next();
      const version = (last?.version ?? 0) + 1;
      const adopted = { adoptedBy: actor.userId, adoptedAt: this.clock.millis() };
      await this.store.insert({
        id,
        centreId: request.centreId,
        version,
        validFrom,
        nameZh,
        nameEn,
        hash,
        ...adopted,
        definition,
      });
      await this.audit.append({
        actor,
        centreId: request.centreId,
        action: 'scheme.adopted',
        subjectType: 'pay_scheme',
        subjectId: id,
        data: { version, validFrom, hash, items: definition.items.length },
      });
      return id;
    });
  }

  /** @throws DomainError NO_PAY_SCHEME */
  async forMonth(centreId: Id, period: Period, knownAt: number): Promise<PayScheme> {
    const head = schemeFor(await this.store.versions(centreId), period, knownAt);
    if (!head) throw new DomainError('NO_PAY_SCHEME', { period });
    return this.store.get(head.id);
  }

  async get(id: Id): Promise<PayScheme> {
    return this.store.get(id);
  }
}
