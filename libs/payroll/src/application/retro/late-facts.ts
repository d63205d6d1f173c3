import { MonthFacts } from '@gridstaff/attendance';
import { PerformanceFacts } from '@gridstaff/evaluation';
import type { FactNotice, LateFactsQuery } from '@gridstaff/kernel';
import { PayFactsReader } from '@gridstaff/roster';
import { Injectable } from '@nestjs/common';
import { OneOffStore } from '../../domain';

/** Facts recorded after an instant that touch a window, from every room whose facts pay depends on: one statement per fact table. */
@Injectable()
export class LateFacts {
  constructor(
    private readonly roster: PayFactsReader,
    private readonly attendance: MonthFacts,
    private readonly evaluation: PerformanceFacts,
    private readonly oneOffs: OneOffStore,
  ) {}

  /** About one worker each. */
  async ofWorkers(query: LateFactsQuery): Promise<FactNotice[]> {
    return [
      ...(await this.roster.late(query)),
      ...(await this.attendance.late(query)),
      ...(await this.evaluation.late(query)),
      ...(await this.oneOffs.late(query)),
    ];
  }

  /** Standards of grades and certificates, fees of agencies: about everybody on them. */
  ofStandards(query: LateFactsQuery): Promise<FactNotice[]> {
    return this.roster.lateStandards(query);
  }
}
