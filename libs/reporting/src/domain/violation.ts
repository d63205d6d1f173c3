/** The invariants of the product, as numbered in README.md. */
export type Invariant = 'I1' | 'I2' | 'I3' | 'I4' | 'I5' | 'I6' | 'I7' | 'I8' | 'I9' | 'proof' | 'files' | 'derived';

/** Something that does not hold, with what it touches; ids and amounts only, no personal data. */
export interface Violation {
  invariant: Invariant;
  /** Stable code of the check. */
  code: string;
  /** What it touches, such as `run 3 worker 17`. */
  touches: string;
  /** What was found, such as `net 120 expected 130`. */
  found: string;
}

export interface Verification {
  /** Things looked at: slips, ledger transactions, audit entries and the rows of each check. */
  checked: number;
  violations: Violation[];
}
