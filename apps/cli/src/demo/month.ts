import type { Actor } from '@gridstaff/contracts';
import { AuditSigner } from '@gridstaff/audit';
import { Calendars } from '@gridstaff/calendar';
import { Returns } from '@gridstaff/dispatch';
import { addDays, DomainError, type Fen, formatYuan, type Id, invariant, type LocalDate, type Period } from '@gridstaff/kernel';
import { Jobs } from '@gridstaff/jobs';
import {
  CalculateRun,
  costOf,
  CreateRun,
  DecideRun,
  type PayRun,
  PreviewPay,
  RunProgress,
  RunQueries,
  SubmitRun,
} from '@gridstaff/payroll';
import { RosterLoader, WorkerChanges, WorkerDirectory } from '@gridstaff/roster';
import { ExportService } from '@gridstaff/exchange';
import type { ManualClock } from '@gridstaff/runtime';
import { ConfirmSettlement, PaySettlement, PrepareSettlements } from '@gridstaff/settlement';
import type { INestApplicationContext } from '@nestjs/common';
import type { DemoFiles } from './files';
import type { Office } from './office';
import { deductionRows } from './opening-rows';
import type { DemoPerson } from './people';
import { toRosterPerson } from './roster-rows';
import type { MonthPlan } from './year-plan';

/** Patience for one calculation of a month. */
const CALCULATION_MS = 120_000;
const PAY_DAY = 28;

export interface DemoScene {
  app: INestApplicationContext;
  clock: ManualClock;
  centreId: Id;
  fundId: Id;
  office: Office;
  files: DemoFiles;
  /** On the roster of 1 January. */
  staff: readonly DemoPerson[];
}

/** One month as the office lives it: changes as they happen, facts by file, award, run, check, approval, settlement, payment. */
const EXCLUSIONS = { field: 'workerNo', descending: false, limit: 1 } as const;

export class DemoMonth {
  constructor(private readonly scene: DemoScene) {}

  /** @param awardBudget fen that the month may spend on awards, given the month's cost without any */
  async live(plan: MonthPlan, awardBudget: (costWithoutAward: Fen) => Fen): Promise<PayRun> {
    await this.changes(plan);
    await this.attendance(plan);
    await this.scene.files.importWorkbook(
      this.scene.office.hr,
      'deductions',
      `${plan.period}/专项附加扣除.xlsx`,
      { 专项附加扣除: deductionRows(this.scene.staff, plan, plan.period) },
      plan.period,
    );
    const without = await this.scores(plan, 24, () => 0);
    await this.scores(plan, 25, shareOut(plan, awardBudget(without)));
    const run = await this.pay(plan.period);
    await this.monthFiles(run);
    return run;
  }

  private at(period: Period, day: number, time = '09:00'): void {
    this.scene.clock.set(`${period}-${String(day).padStart(2, '0')}T${time}:00+08:00`);
  }

  private get<T>(type: abstract new (...args: never[]) => T): T {
    return this.scene.app.get<T>(type);
  }

  private async changes({ period, joiners, leavers, gradeChanges }: MonthPlan): Promise<void> {
    const { office, centreId } = this.scene;
    this.at(period, 2);
    await this.get(RosterLoader).load(office.hr, centreId, joiners.map(toRosterPerson));
    const numbers = await this.get(WorkerDirectory).byIdNumbers(
      centreId,
      [...leavers, ...gradeChanges].map((p) => p.idNumber),
    );
    const workerNo = (idNumber: string): number => {
      const found = numbers.get(idNumber);
      invariant(found, 'a planned person is on the roster');
      return found.no;
    };
    const changes = this.get(WorkerChanges);
    for (const { idNumber, from, gradeCode } of gradeChanges) {
      await changes.changeGrade(office.hr, {
        centreId,
        workerNo: workerNo(idNumber),
        from,
        gradeCode,
        reason: '竞聘上岗',
      });
    }
    for (const { idNumber, on, reason } of leavers) {
      const target = { centreId, workerNo: workerNo(idNumber), lastDay: on };
      if (reason === 'left') await changes.endEngagement(office.hr, { ...target, endReason: reason, reason: '个人原因' });
      else await this.returnWorker(target);
    }
  }

  /** Back to the agency by art. 40(2): failed, trained, failed again. */
  private async returnWorker(target: { centreId: Id; workerNo: number; lastDay: LocalDate }): Promise<void> {
    const returns = this.get(Returns);
    const { hr } = this.scene.office;
    const shown = [
      ['failed', 75, '月度考核表'],
      ['trained', 60, '培训签到与测试'],
      ['failed_again', 40, '复评考核表'],
    ] as const;
    for (const [kind, days, document] of shown)
      await returns.addEvidence(hr, { ...target, kind, happenedOn: addDays(target.lastDay, -days), document });
    const reason = '考核不合格，经培训仍不能胜任，退回派遣公司';
    await returns.returnWorker(hr, { ...target, ground: 'art40_2', reason });
  }

  private async attendance({ period, absences, overtime }: MonthPlan): Promise<void> {
    const calendar = await this.get(Calendars).calendarFor(Number(period.slice(0, 4)), Number(period.slice(0, 4)));
    this.at(period, 23);
    const absent = absences.map((a) => ({
      idNumber: a.idNumber,
      absence: a.kind === 'sick' ? '病假' : '事假',
      from: a.from,
      to: a.to,
      days: calendar.scheduledDays({ from: a.from, to: addDays(a.to, 1) }),
    }));
    await this.scene.files.importWorkbook(
      this.scene.office.hr,
      'attendance',
      `${period}/考勤.xlsx`,
      {
        缺勤: absent.filter((a) => a.days > 0).map((a) => ({ ...a, days: String(a.days) })),
        加班: overtime.map(({ idNumber, restday, holiday }) => ({
          idNumber,
          restday: String(restday),
          holiday: String(holiday),
        })),
      },
      period,
    );
  }

  /** @returns the month's cost as it would be with these awards */
  private async scores(plan: MonthPlan, day: number, award: (idNumber: string) => Fen): Promise<Fen> {
    const { office, centreId, files } = this.scene;
    this.at(plan.period, day);
    const rows = [...plan.coefficients].map(([idNumber, coefficient]) => ({
      idNumber,
      coefficient,
      award: formatYuan(award(idNumber)),
    }));
    await files.importWorkbook(
      office.hr,
      'scores',
      `${plan.period}/绩效${day === 24 ? '' : '与奖金'}.xlsx`,
      { 考核结果: rows },
      plan.period,
    );
    const preview = await this.get(PreviewPay).preview(office.hr, { centreId, period: plan.period });
    return preview.slips.reduce((sum, slip) => sum + costOf(slip), 0);
  }

  /** Prepared by HR, checked by finance, approved by the leader, paid by another finance officer. */
  private async pay(period: Period): Promise<PayRun> {
    const { office, centreId, fundId } = this.scene;
    const payDate = `${period}-${PAY_DAY}`;
    this.at(period, 26);
    const created = await this.get(CreateRun).create(office.hr, { centreId, period, kind: 'regular', payDate, fundId });
    const calculated = await this.calculate(office.hr, created.id);
    const exclusions = await this.get(RunQueries).exclusions(office.hr, calculated.id, EXCLUSIONS);
    for (const exclusion of exclusions.rows) {
      throw new DomainError(exclusion.code, { ...exclusion.params }, { workerNo: exclusion.workerNo });
    }
    await this.get(SubmitRun).submit(office.hr, calculated.id);
    this.at(period, 26, '14:00');
    const hash = calculated.hash ?? '';
    await this.get(DecideRun).check(office.finance, calculated.id, hash);
    this.at(period, 27);
    await this.get(DecideRun).approve(office.leader, calculated.id, hash, `demo-approve-${period}`);
    this.at(period, 27, '15:00');
    const settlements = await this.get(PrepareSettlements).run(office.finance, calculated.id);
    for (const settlement of settlements) await this.get(ConfirmSettlement).run(office.finance, settlement.id);
    this.at(period, PAY_DAY, '10:00');
    for (const [i, settlement] of settlements.entries()) {
      const documentNo = `石财支〔${period.slice(0, 4)}〕${period.slice(5)}${String(i + 1).padStart(2, '0')}号`;
      await this.get(PaySettlement).run(office.cashier, {
        settlementId: settlement.id,
        documentNo,
        paidOn: payDate,
        key: `demo-pay-${period}-${i}`,
      });
    }
    this.at(period, PAY_DAY, '17:00');
    await this.get(RunProgress).close(office.cashier, calculated.id);
    await this.get(AuditSigner).signHeads(payDate);
    return this.get(RunQueries).get(office.hr, calculated.id);
  }

  private async calculate(actor: Actor, runId: Id): Promise<PayRun> {
    const { jobId } = await this.get(CalculateRun).calculate(actor, runId);
    invariant(jobId !== null, 'a calculation has a job');
    const job = await this.get(Jobs).waitFor(jobId, CALCULATION_MS);
    if (job.state !== 'done') throw job.error ?? new DomainError('JOB_STOPPED');
    return this.get(RunQueries).get(actor, runId);
  }

  /** What the office files and hands on: pay sheet, bank, tax and insurance files, settlement sheets; each under the person whose task it is. */
  private async monthFiles(run: PayRun): Promise<void> {
    const { office, files } = this.scene;
    const wanted = [
      ['payroll', office.hr, 'xlsx'],
      ['bank', office.hr, 'xlsx'],
      ['tax', office.hr, 'xlsx'],
      ['insurance', office.hr, 'xlsx'],
      ['settlement', office.finance, 'xlsx'],
    ] as const;
    for (const [kind, actor, format] of wanted) {
      const made = await this.get(ExportService).run(actor, {
        kind,
        runId: run.id,
        format,
        purpose: `${run.period} 工资发放`,
      });
      files.keep(`${run.period}/${made.fileName}`, made.content);
    }
  }
}

/** An award in whole yuan per head, weighted by the coefficient; only those present the whole month share. */
function shareOut(plan: MonthPlan, budget: Fen): (idNumber: string) => Fen {
  const partly = new Set([...plan.joiners, ...plan.leavers].map((p) => p.idNumber));
  const sharing = [...plan.coefficients].filter(([idNumber]) => !partly.has(idNumber));
  const weight = sharing.reduce((sum, [, coefficient]) => sum + Math.round(Number(coefficient) * 100), 0);
  const perPoint = weight > 0 && budget > 0 ? budget / weight : 0;
  const byPerson = new Map(
    sharing.map(([idNumber, c]) => [idNumber, Math.floor((perPoint * Math.round(Number(c) * 100)) / 100) * 100]),
  );
  return (idNumber) => byPerson.get(idNumber) ?? 0;
}
