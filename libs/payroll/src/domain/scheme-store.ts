import type { Id, Period } from '@gridstaff/kernel';
import type { PaySchemeDefinition } from '@gridstaff/pay-engine';

export type { PayItemDefinition, PaySchemeDefinition } from '@gridstaff/pay-engine';

/** A version of a centre's pay scheme, in force from a month until a later version begins. */
export interface PayScheme {
  id: Id;
  centreId: Id;
  version: number;
  validFrom: Period;
  nameZh: string;
  nameEn: string;
  /** SHA-256 of the definition: the same content is not adopted twice. */
  hash: string;
  adoptedBy: Id;
  adoptedAt: number;
  definition: PaySchemeDefinition;
}

export abstract class SchemeStore {
  abstract insert(scheme: PayScheme): Promise<void>;
  /** All versions of the centre, oldest first, without their items. */
  abstract versions(centreId: Id): Promise<Omit<PayScheme, 'definition'>[]>;
  /** @throws DomainError NOT_FOUND */
  abstract get(id: Id): Promise<PayScheme>;
}

/** The version for a month: of those known by then, the one that begins last, the later adopted on a tie. */
export function schemeFor<S extends Pick<PayScheme, 'validFrom' | 'version' | 'adoptedAt'>>(
  versions: readonly S[],
  period: Period,
  knownAt: number,
): S | undefined {
  let best: S | undefined;
  for (const scheme of versions) {
    if (scheme.validFrom > period || scheme.adoptedAt > knownAt) continue;
    if (
      !best ||
      scheme.validFrom > best.validFrom ||
      (scheme.validFrom === best.validFrom && scheme.version > best.version)
    )
      best = scheme;
  }
  return best;
}
