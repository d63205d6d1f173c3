import { JOB_NAMES, type JobName, type JobPayloads } from '@gridstaff/contracts';
import { DomainError, type Id } from '@gridstaff/kernel';

/** What a handler is told about the job it works on. */
export interface JobContext<N extends JobName = JobName> {
  jobId: Id;
  name: N;
  payload: JobPayloads[N];
  centreId: Id | null;
  requestedBy: Id;
  /** Name of this delivery; `Chunks.work` asks for it. */
  owner: string;
  /**
   * Inside a unit: the writes of this unit hold only if this delivery still leads the job (before the chunks, or after `Chunks.work`
   * answered true). @throws DomainError LEASE_LOST
   */
  assertLead(): Promise<void>;
}

/**
 * A feature's work behind one job name. `run` may be called again after a crash or a lost lease: what it writes must be harmless to
 * repeat. When it returns while leading, the job is done; an error ends it, or has it tried again (see README).
 */
export interface JobHandler<N extends JobName = JobName> {
  readonly name: N;
  run(context: JobContext<N>): Promise<void>;
}

/** The handlers of this program; features register in `onModuleInit`. */
export class JobRegistry {
  private readonly handlers = new Map<string, JobHandler>();

  constructor(private readonly names: readonly JobName[] = JOB_NAMES) {}

  /** @throws DomainError JOB_HANDLER_DUPLICATE */
  register<N extends JobName>(handler: JobHandler<N>): void {
    if (this.handlers.has(handler.name)) throw new DomainError('JOB_HANDLER_DUPLICATE', { name: handler.name });
    this.handlers.set(handler.name, handler);
  }

  /** @throws DomainError JOB_HANDLER_MISSING */
  assertComplete(): void {
    const missing = this.names.filter((name) => !this.handlers.has(name));
    if (missing.length > 0) throw new DomainError('JOB_HANDLER_MISSING', { name: missing.join(', ') });
  }

  /** Undefined for a name that a newer program enqueued. */
  find(name: string): JobHandler | undefined {
    return this.handlers.get(name);
  }
}
