import { asOf, type Id, type LocalDate, parseText } from '@gridstaff/kernel';
import { afterAll, placeOfChange, recorded, type RecordedFact, type Stamp } from './fact-change';
import type { Agency } from './organisation';
import { parseFactDate } from './texts';

export const AGENCY_DETAILS = ['licenceNo', 'licenceUntil', 'taxNo', 'bankName', 'bankAccount'] as const;
export type AgencyDetails = Pick<Agency, (typeof AGENCY_DETAILS)[number]>;
/** Licence, tax number and account from a date on; before the first such fact holds what the agency was entered with. */
export type AgencyDetailFact = RecordedFact & { agencyId: Id } & AgencyDetails;

/** What is left out stays as it is. */
export type AgencyDetailsPatch = { [K in keyof AgencyDetails]?: string };

const LONGEST = { licenceNo: 64, taxNo: 32, bankName: 80, bankAccount: 40 } as const;

/** The agency as it was on a date. @param facts of any agencies */
export function agencyOn(agency: Agency, facts: readonly AgencyDetailFact[], on: LocalDate): Agency {
  const held = asOf(
    facts.filter(({ agencyId }) => agencyId === agency.id),
    on,
  );
  return held ? { ...agency, ...detailsOf(held) } : agency;
}

const detailsOf = ({ licenceNo, licenceUntil, taxNo, bankName, bankAccount }: AgencyDetails): AgencyDetails => ({
  ...{ licenceNo, licenceUntil, taxNo, bankName, bankAccount },
});

/**
 * The row by which details change from a date on, up to the next change that is already known; undefined when it is so anyway.
 * @param facts of this agency
 * @throws DomainError TEXT_INVALID, MISSING_FIELD, NOT_A_DATE, OUT_OF_RANGE
 */
export function detailChange(
  agency: Agency,
  from: LocalDate,
  patch: AgencyDetailsPatch,
  facts: readonly AgencyDetailFact[],
  stamp: Stamp,
): AgencyDetailFact | undefined {
  const { to, held } = placeOfChange(facts, from);
  const before = detailsOf(held ?? agency);
  const text = (name: keyof typeof LONGEST): string | null =>
    patch[name] === undefined ? before[name] : parseText(patch[name], name, LONGEST[name]);
  const after: AgencyDetails = {
    ...{ licenceNo: text('licenceNo'), taxNo: text('taxNo'), bankName: text('bankName'), bankAccount: text('bankAccount') },
    licenceUntil: patch.licenceUntil === undefined ? before.licenceUntil : parseFactDate(patch.licenceUntil, 'licenceUntil'),
  };
  if (AGENCY_DETAILS.every((name) => before[name] === after[name])) return undefined;
  return { ...recorded(afterAll(stamp, facts), { from, to }, held?.id ?? null), agencyId: agency.id, ...after };
}
