import type { LocalDate } from '@gridstaff/kernel';
import type { CertificateRate, FeeRate, GradeRate, HeadCount, Piece } from './pay-facts';

/** The piece that holds on a day, of disjoint pieces. */
export const pieceOn = <P extends Piece>(pieces: readonly P[], day: LocalDate): P | undefined =>
  pieces.find((piece) => piece.from <= day && day < piece.to);

function grouped<P>(pieces: readonly P[], key: (piece: P) => string): Map<string, P[]> {
  const groups = new Map<string, P[]>();
  for (const piece of pieces) {
    const group = groups.get(key(piece));
    if (group) group.push(piece);
    else groups.set(key(piece), [piece]);
  }
  return groups;
}

/** Standards of grades and certificates and the agencies' fees over the month of a run; read once per run. */
export class RateBook {
  private readonly grades: Map<string, GradeRate[]>;
  private readonly certificates: Map<string, CertificateRate[]>;
  private readonly fees: Map<string, FeeRate[]>;

  /** @param heads where any fee has tiers */
  constructor(
    grades: readonly GradeRate[],
    certificates: readonly CertificateRate[],
    fees: readonly FeeRate[],
    readonly heads?: HeadCount,
  ) {
    this.grades = grouped(grades, (g) => g.gradeCode);
    this.certificates = grouped(certificates, (c) => c.code);
    this.fees = grouped(fees, (f) => f.agencyId);
  }

  gradePieces(code: string): readonly GradeRate[] {
    return this.grades.get(code) ?? [];
  }

  certificatePieces(code: string): readonly CertificateRate[] {
    return this.certificates.get(code) ?? [];
  }

  feeOn(agencyId: string, day: LocalDate): FeeRate | undefined {
    return pieceOn(this.fees.get(agencyId) ?? [], day);
  }
}
