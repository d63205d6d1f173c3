import { type Actor, requirePermission } from '@gridstaff/contracts';
import { AuditReader, SYSTEM_SCOPE } from '@gridstaff/audit';
import { FileKeeping } from '@gridstaff/exchange';
import { endOfPeriod, firstDay, type Id } from '@gridstaff/kernel';
import { parameterValues, type PeriodParameters } from '@gridstaff/pay-engine';
import { IgnoredFacts, RecheckRun, RunFees, RunProof, RunVariance } from '@gridstaff/payroll';
import { DerivedCheck, PayFactsReader } from '@gridstaff/roster';
import { checkFeeTiers, createSlipVerifier } from '@gridstaff/verifier';
import { Injectable } from '@nestjs/common';
import { type FrozenRun, VerificationStore } from '../domain/verification-store';
import type { Verification, Violation } from '../domain/violation';

const SLIPS_PER_PAGE = 500;

/** 对账: every invariant, on the live database. Reads only; memory does not grow with the number of slips. */
@Injectable()
export class VerifyDatabase {
  constructor(
    private readonly store: VerificationStore,
    private readonly audit: AuditReader,
    private readonly facts: PayFactsReader,
    private readonly ignoring: IgnoredFacts,
    private readonly seals: RunProof,
    private readonly rechecks: RecheckRun,
    private readonly variance: RunVariance,
    private readonly files: FileKeeping,
    private readonly fees: RunFees,
    private readonly derived: DerivedCheck,
  ) {}

  /** @param centreId null: the whole installation. @throws DomainError FORBIDDEN, NOT_FOUND */
  async execute(actor: Actor, centreId: Id | null): Promise<Verification> {
    requirePermission(actor, 'verify:run', centreId ?? '*');
    const result = await this.store.setChecks(centreId);
    for (const run of await this.store.frozenRuns(centreId)) {
      result.violations.push(...(await this.nobodyLost(run)));
      const proofs = await this.proofs(run);
      result.checked += proofs.checked;
      result.violations.push(...proofs.violations, ...(await this.feesByHeads(run)), ...(await this.recalculation(run)), ...(await this.unexplained(run)));
    }
    for (const scope of [...(centreId ? [] : [SYSTEM_SCOPE]), ...(await this.store.centres(centreId))]) {
      const chain = await this.audit.verifyChain(scope);
      result.checked += chain.checked;
      if (chain.bad) result.violations.push({ invariant: 'I6', code: 'AUDIT_CHAIN', touches: `audit ${scope} ${chain.bad.seq}`, found: chain.bad.fault });
    }
    for (const one of await this.store.centres(centreId)) await this.derivedRows(one, result);
    const files = await this.files.verify(centreId);
    result.checked += files.checked;
    result.violations.push(...files.faults.map(({ fileId, fault }) => ({ invariant: 'files' as const, code: 'FILE_DIGEST', touches: `file ${fileId}`, found: fault })));
    return result;
  }

  /** What is worked out of the facts, so that lists are fast, is what the facts give. */
  private async derivedRows(centreId: Id, result: Verification): Promise<void> {
    for await (const { checked, differences } of this.derived.ofCentre(centreId)) {
      result.checked += checked;
      for (const { workerNo, table, found, expected } of differences) {
        const code = table === 'worker_standing' ? 'STANDING_DIFFERS' : 'TERM_DIFFERS';
        result.violations.push({ invariant: 'derived', code, touches: `centre ${centreId} worker ${workerNo}`, found: `${found}, expected ${expected}` });
      }
    }
  }

  /** I4: everyone in post, as known when the run was calculated, has a slip or an exclusion; nobody else is paid but for earlier months. */
  private async nobodyLost(run: FrozenRun): Promise<Violation[]> {
    const there = await this.store.workersOf(run.no);
    const { centreId, period, knownAt } = run;
    const ignored = await this.ignoring.of(centreId, period, knownAt);
    const due = await this.facts.workersInPost({ centreId, from: firstDay(period), to: endOfPeriod(period), knownAt, ignored });
    const dueSet = new Set(due);
    const own = await this.store.paidTheMonth(run.no);
    const extra = own.filter((no) => !dueSet.has(no)).map((no) => this.person(run, no, 'PERSON_EXTRA'));
    if (run.kind !== 'regular') return extra;
    const thereSet = new Set(there);
    return [...extra, ...due.filter((no) => !thereSet.has(no)).map((no) => this.person(run, no, 'PERSON_LOST'))];
  }

  private person(run: FrozenRun, workerNo: number, code: string): Violation {
    return { invariant: 'I4', code, touches: `run ${run.no} worker ${workerNo}`, found: run.period };
  }

  /** I7: the rows still give the hashes that were approved, and the stored inputs still yield the stored slips. */
  private async recalculation(run: FrozenRun): Promise<Violation[]> {
    const rows = await this.seals.check(run.id);
    const { differing } = await this.rechecks.recheck(run.id);
    const violation = (code: string, workerNo?: number): Violation => ({
      invariant: 'I7',
      code,
      touches: workerNo === undefined ? `run ${run.no}` : `run ${run.no} worker ${workerNo}`,
      found: run.period,
    });
    return [
      ...(rows.runHashHolds ? [] : [violation('RUN_HASH')]),
      ...rows.workerNos.map((no) => violation('SLIP_HASH', no)),
      ...differing.map((no) => violation('SLIP_NOT_REPRODUCED', no)),
    ];
  }

  /** Fees whose price rests on a head count: heads, places and prices worked out anew from the facts known at the cut-off. */
  private async feesByHeads({ no, centreId, period, knownAt }: FrozenRun): Promise<Violation[]> {
    const month = { from: firstDay(period), to: endOfPeriod(period) };
    const window = { centreId, ...month, knownAt, ignored: await this.ignoring.of(centreId, period, knownAt) };
    const cards = await this.facts.agencyFees(window);
    const slips = await this.fees.byTier(no);
    if (slips.length === 0) return [];
    const posts = await this.facts.postsOf(window);
    return checkFeeTiers({ month, posts, cards, slips }).map(({ code, workerNo, found, expected }) => ({
      ...{ invariant: 'proof' as const, code, touches: `run ${no} worker ${workerNo}`, found: `${found}, expected ${expected}` },
    }));
  }

  /** I9: the change from last month's slips is the sum of its named causes. */
  private async unexplained(run: FrozenRun): Promise<Violation[]> {
    const workerNos = await this.variance.unexplained(run.id);
    return workerNos.map((no) => ({ invariant: 'I9', code: 'CHANGE_UNEXPLAINED', touches: `run ${run.no} worker ${no}`, found: run.period }));
  }

  private async proofs(run: FrozenRun): Promise<Verification> {
    const verifier = createSlipVerifier(
      await this.store.programs(run.programHash),
      parameterValues(JSON.parse(run.parameters) as PeriodParameters),
    );
    const found = [...verifier.programs];
    let checked = 0;
    for (let last = 0; ; ) {
      const page = await this.store.slips(run.no, last, SLIPS_PER_PAGE);
      if (page.length === 0) break;
      for (const slip of page) found.push(...verifier.verify(slip));
      checked += page.length;
      last = page.at(-1)?.workerNo ?? last;
    }
    const violations = found.map((v) => ({
      invariant: 'proof' as const,
      code: v.code,
      touches: `run ${run.no} worker ${v.workerNo ?? '-'} ${v.what}`,
      found: `${v.found}, expected ${v.expected}`,
    }));
    return { checked, violations };
  }
}
