import { covers, type DateRange, type FactPiece, type Id, type LocalDate, timelineOf } from '@gridstaff/kernel';
import type { ContractValues, ProtectionGround, RetirementCategory } from './contract';
import type { Sex } from './id-number';
import { staysOf } from './stays';
import type { Worker } from './worker';
import {
  type EndReason,
  type EngagementStatus,
  type FactKind,
  slotOf,
  type WorkerFact,
  type WorkerFactLists,
} from './worker-facts';

/** Pieces of time are half-open. */
export interface EmploymentStay extends DateRange {
  agencyId: Id;
  joinedOn: LocalDate;
  /** Null while it goes on. */
  endReason: EndReason | null;
  statuses: (DateRange & { status: EngagementStatus })[];
}

/** One person as the law of dispatch looks at them: engagements, contracts, protections and what ends, as everything now known. */
export interface Employment {
  workerNo: number;
  name: string;
  sex: Sex;
  birthYear: number;
  /** Read out of the sealed ID number only for those whose age decides something; else null. */
  birthDate: LocalDate | null;
  stays: EmploymentStay[];
  contracts: (DateRange & ContractValues)[];
  protections: (DateRange & { ground: ProtectionGround })[];
  certificates: (DateRange & { code: string })[];
  /** Last day of each kind of stored document that has one. */
  documents: { kind: string; until: LocalDate }[];
  /** On the asked date. */
  identityCardUntil: LocalDate | null;
  retirement: RetirementCategory | null;
  postCode: string | null;
  gradeCode: string | null;
}

function piecesOf<K extends FactKind>(kind: K, facts: readonly WorkerFact<K>[]): FactPiece<WorkerFact<K>>[] {
  const slots = new Set(facts.map((fact) => slotOf<K>(kind, fact)));
  return [...slots].flatMap((slot) => timelineOf(facts.filter((fact) => slotOf<K>(kind, fact) === slot)));
}

export function employmentOf(
  { no, name, sex, birthYear }: Pick<Worker, 'no' | 'name' | 'sex' | 'birthYear'>,
  facts: WorkerFactLists,
  on: LocalDate,
  birthDate: LocalDate | null,
): Omit<Employment, 'documents'> {
  const held = <K extends FactKind>(kind: K): WorkerFact<K> | undefined =>
    piecesOf<K>(kind, facts[kind]).find((piece) => covers(piece, on))?.fact;
  const grade = held('grade');
  return {
    ...{ workerNo: no, name, sex, birthYear, birthDate },
    stays: staysOf(piecesOf('engagement', facts.engagement)).map(({ agencyId, joinedOn, from, to, pieces }) => ({
      ...{ agencyId, joinedOn, from, to, endReason: pieces.at(-1)?.fact.endReason ?? null },
      statuses: pieces.map((piece) => ({ from: piece.from, to: piece.to, status: piece.fact.status })),
    })),
    contracts: piecesOf('contract', facts.contract).map(({ from, to, fact }) => {
      const { agencyId, contractNo, postKind, fullTime, startsOn, endsOn, probationEndsOn, signedOn } = fact;
      return { from, to, agencyId, contractNo, postKind, fullTime, startsOn, endsOn, probationEndsOn, signedOn };
    }),
    protections: piecesOf('protection', facts.protection).map(({ from, to, fact }) => ({
      ...{ from, to, ground: fact.ground },
    })),
    certificates: piecesOf('certificate', facts.certificate).map(({ from, to, fact }) => ({
      ...{ from, to, code: fact.code },
    })),
    identityCardUntil: held('identityCard')?.validUntil ?? null,
    retirement: held('retirement')?.category ?? null,
    ...{ postCode: grade?.postCode ?? null, gradeCode: grade?.gradeCode ?? null },
  };
}
