import { type Actor, toProblem } from '@gridstaff/contracts';
import { Jobs } from '@gridstaff/jobs';
import { RunQueries } from '@gridstaff/payroll';
import { Injectable } from '@nestjs/common';
import { isoInstant } from '../common/view';
import { Readiness } from '../health/readiness';
import { eventStream } from './event-stream';

const OVER = ['done', 'failed', 'cancelled'];

export interface RunProgressView {
  status: string;
  job: {
    state: string;
    total: number;
    done: number;
    stopRequested: boolean;
    startedAt: string | null;
    finishedAt: string | null;
    error: { code: string; detail_zh: string; detail_en: string } | null;
  } | null;
}

const isOver = ({ job }: RunProgressView): boolean => job === null || OVER.includes(job.state);

/** How far the calculation of a run is. Read from the job's row, whichever process works on it. */
@Injectable()
export class RunFeed {
  constructor(
    private readonly queries: RunQueries,
    private readonly jobs: Jobs,
    private readonly readiness: Readiness,
  ) {}

  /** @throws DomainError NOT_FOUND, FORBIDDEN */
  async progress(actor: Actor, runId: string): Promise<RunProgressView> {
    const run = await this.queries.get(actor, runId);
    if (run.jobId === null) return { status: run.status, job: null };
    const { state, total, done, stopRequested, startedAt, finishedAt, error } = await this.jobs.get(run.jobId);
    const problem = error === null ? null : toProblem(error);
    return {
      status: run.status,
      job: {
        ...{ state, total, done, stopRequested, startedAt: isoInstant(startedAt), finishedAt: isoInstant(finishedAt) },
        error: problem && { code: problem.code, detail_zh: problem.zh, detail_en: problem.en },
      },
    };
  }

  /**
   * Server-sent events: `progress` at each change, `end` when nothing more will come. Ends with the process, with the reader, and after ten
   * minutes: who opens it again is asked again who they are. @throws DomainError NOT_FOUND, FORBIDDEN
   */
  async events(actor: Actor, runId: string): Promise<AsyncGenerator<string>> {
    const first = await this.progress(actor, runId);
    const stop = this.readiness.stopping;
    return eventStream({ first, look: () => this.progress(actor, runId), isOver, stop });
  }
}
