import { type Actor, centresWith, messageOf, toProblem } from '@gridstaff/contracts';
import { DomainError } from '@gridstaff/kernel';
import { type CalculatorAnswer, type Language, type ParameterLookup, runCalculators } from '@gridstaff/pay-engine';
import { defaultPolicyDir, PolicyPacks } from '@gridstaff/policy';
import { Injectable } from '@nestjs/common';

/** 试算: the engine's own rules on figures that someone types in, with the policy packs behind `region` and `on`. */
@Injectable()
export class Calculators {
  constructor(private readonly packs: PolicyPacks) {}

  /** For programs that start no module: reads the shipped packs. @throws DomainError POLICY_DIR_UNREADABLE, POLICY_INVALID */
  static fromPacks(dir = defaultPolicyDir()): Calculators {
    return new Calculators(PolicyPacks.load(dir));
  }

  /** For people, in any centre. @throws DomainError FORBIDDEN without `calculator:use` anywhere */
  runFor(actor: Actor, cases: readonly unknown[], language: Language): CalculatorAnswer[] {
    const centres = centresWith(actor, 'calculator:use');
    if (centres !== '*' && centres.length === 0) throw new DomainError('FORBIDDEN', { permission: 'calculator:use' });
    return this.run(cases, language);
  }

  /** For the command line, which works on no one's data. */
  run(cases: readonly unknown[], language: Language = 'zh'): CalculatorAnswer[] {
    return runCalculators(cases, {
      packs: this.lookup,
      language,
      describe: (error) => messageOf(toProblem(error), language),
    });
  }

  /** @throws DomainError NO_PARAMETERS */
  private readonly lookup: ParameterLookup = (region, on) => this.packs.parametersFor(region, on);
}
