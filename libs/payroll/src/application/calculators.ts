import { type Actor, centresWith, messageOf, toProblem } from '@gridstaff/contracts';
import { DomainError } from '@gridstaff/kernel';
import { type CalculatorAnswer, type Language, type ParameterLookup, runCalculators } from '@gridstaff/pay-engine';
import { defaultPolicyDir, Policies, PolicyPacks } from '@gridstaff/policy';
import { Injectable } from '@nestjs/common';

/** 试算: the engine's own rules on figures that someone types in, with the policy packs behind `region` and `on`. */
@Injectable()
export class Calculators {
  constructor(private readonly policies: Policies) {}

  /** For programs that start no module: the shipped packs alone. @throws DomainError POLICY_DIR_UNREADABLE, POLICY_INVALID */
  static runShipped(cases: readonly unknown[], language: Language = 'zh', dir = defaultPolicyDir()): CalculatorAnswer[] {
    return calculate(PolicyPacks.load(dir), cases, language);
  }

  /** For people, in any centre. @throws DomainError FORBIDDEN without `calculator:use` anywhere */
  async runFor(actor: Actor, cases: readonly unknown[], language: Language): Promise<CalculatorAnswer[]> {
    const centres = centresWith(actor, 'calculator:use');
    if (centres !== '*' && centres.length === 0) throw new DomainError('FORBIDDEN', { permission: 'calculator:use' });
    return calculate(await this.policies.now(), cases, language);
  }
}

function calculate(packs: PolicyPacks, cases: readonly unknown[], language: Language): CalculatorAnswer[] {
  const lookup: ParameterLookup = (region, on) => packs.parametersFor(region, on);
  const describe = (error: DomainError): string => messageOf(toProblem(error), language);
  return runCalculators(cases, { packs: lookup, language, describe });
}
