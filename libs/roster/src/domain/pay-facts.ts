import type { FactNotice, Fen, Id, LateFactsQuery, LocalDate } from '@gridstaff/kernel';
import type { FeeTiers } from './agency-fee';
import type { SupposedFacts } from './supposed-facts';

/** A piece of time in which something held, [from, to). */
interface Piece {
  from: LocalDate;
  to: LocalDate;
}

/** What payroll needs to know of one worker, as known at one instant; every list is disjoint, in date order. */
export interface WorkerPayFacts {
  workerNo: number;
  workerId: Id;
  /** In post at an agency, pieces of the whole window asked for (payroll asks from 1 January of the tax year). */
  engagements: readonly (Piece & { agencyId: Id; status: 'probation' | 'in_post' | 'suspended'; /** First day of this engagement. */ joinedOn: LocalDate; /** In probation, where the wage of the contract is known; fen a month. */ probation?: { contractWage: Fen; lowestSamePost?: Fen } })[];
  assignments: readonly (Piece & { orgUnitId: Id; gridCode: string })[];
  grades: readonly (Piece & { gradeCode: string; postCode: string })[];
  certificates: readonly (Piece & { code: string })[];
  contributions: readonly (Piece & {
    insured: boolean;
    insuranceBase: Fen;
    fundMember: boolean;
    fundBase: Fen;
    /** Decimal texts, "0.05". */
    fundEmployerRate: string;
    fundEmployeeRate: string;
  })[];
}

/** A bank card and when it holds. */
export interface CardPiece extends Piece {
  /** Blind index of the card: equal cards are equal texts. */
  cardIndex: string;
}

/** Pay standard of a grade from a date, fen a month. */
export interface GradeStandard extends Piece {
  gradeCode: string;
  base: Fen;
  post: Fen;
  performance: Fen;
}

/** Allowance of a kind of certificate from a date, fen a month. */
export interface CertificateStandard extends Piece {
  code: string;
  amount: Fen;
}

export interface AgencyFee extends Piece {
  agencyId: Id;
  kind: 'per_head' | 'rate';
  /** Fen a head for `per_head`. */
  amount: Fen;
  /** Decimal text for `rate`. */
  rate: string;
  /** Where the price depends on the head count of the month; the other two are then those of one head. */
  tiers?: FeeTiers;
}

export interface PayFactsWindow {
  centreId: Id;
  /** [from, to): facts that overlap it are given. */
  from: LocalDate;
  to: LocalDate;
  /** Epoch milliseconds: nothing recorded later is seen. */
  knownAt: number;
  /** Rows that are read as if they had been recorded, whatever `knownAt` says. */
  supposed?: SupposedFacts;
  /** Facts that do not count, by id: what payroll refused, or put off to a later month. */
  ignored?: ReadonlySet<Id>;
}

/** Reading side of the roster for payroll: a constant number of statements per call, whatever the number of workers. */
export abstract class PayFactsReader {
  /** Numbers of the workers with an engagement overlapping the window, ascending. */
  abstract workersInPost(window: PayFactsWindow): Promise<number[]>;
  /** The same with their engagements, one statement for the whole centre. */
  abstract postsOf(window: PayFactsWindow): Promise<Pick<WorkerPayFacts, 'workerNo' | 'engagements'>[]>;
  /** Where everybody in post was: engagements and the grid that counts for pay, by number; two statements for the whole centre. */
  abstract whereabouts(window: PayFactsWindow): Promise<Pick<WorkerPayFacts, 'workerNo' | 'engagements' | 'assignments'>[]>;
  /** Facts of the workers numbered within [fromNo, toNo], by number. */
  abstract payFacts(window: PayFactsWindow, fromNo: number, toNo: number): Promise<WorkerPayFacts[]>;
  /** Cards of the workers numbered within [fromNo, toNo], disjoint and in date order; whoever has none is not in it. */
  abstract cards(window: PayFactsWindow, fromNo: number, toNo: number): Promise<Map<number, readonly CardPiece[]>>;
  abstract gradeStandards(window: PayFactsWindow): Promise<GradeStandard[]>;
  abstract certificateStandards(window: PayFactsWindow): Promise<CertificateStandard[]>;
  abstract agencyFees(window: PayFactsWindow): Promise<AgencyFee[]>;
  /** Late facts of workers that pay depends on, retractions included; one statement per table. */
  abstract late(query: LateFactsQuery): Promise<FactNotice[]>;
  /** Late standards of grades and certificates and fees of agencies; `key` is the code, or the agency's id. */
  abstract lateStandards(query: LateFactsQuery): Promise<FactNotice[]>;
}
