import { DomainError, type ErrorParams } from '@gridstaff/kernel';

/** Collects what is wrong in all files, so that one check shows everything at once. */
export class Findings {
  readonly list: DomainError[] = [];

  /** @throws DomainError POLICY_INVALID with all findings as details, if there are any */
  refuse(): void {
    const first = this.list[0];
    if (first) throw new DomainError('POLICY_INVALID', { count: this.list.length }, first.place, this.list);
  }
}

/** A place in a pack file: decoders report there. */
export class Spot {
  constructor(
    private readonly findings: Findings,
    readonly file: string,
    readonly path = '',
  ) {}

  at(step: string | number): Spot {
    const path = typeof step === 'number' ? `${this.path}[${step}]` : this.path ? `${this.path}.${step}` : step;
    return new Spot(this.findings, this.file, path);
  }

  fail(code: string, params: ErrorParams = {}): undefined {
    this.findings.list.push(new DomainError(code, params, { file: this.file, path: this.path }));
  }

  /** A value that should be there is not. */
  missing(): undefined {
    return this.fail('MISSING_FIELD', { name: this.path.slice(this.path.lastIndexOf('.') + 1) || 'layer' });
  }

  wrongType(value: unknown, expected: string): undefined {
    return value === undefined || value === null ? this.missing() : this.fail('POLICY_WRONG_TYPE', { expected });
  }
}
