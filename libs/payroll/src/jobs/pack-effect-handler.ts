import { type Chunk, Chunks, type JobContext, type JobHandler } from '@gridstaff/jobs';
import { DomainError, type Id, type Period } from '@gridstaff/kernel';
import { UnitOfWork } from '@gridstaff/persistence';
import { Centres } from '@gridstaff/roster';
import { Injectable } from '@nestjs/common';
import { setImmediate as yieldToOthers } from 'node:timers/promises';
import { type Laws, PackDesk } from '../application/pack-desk';
import { AT_ONCE, type BothLaws, PackImpact, type TouchedMonth } from '../application/pack-impact';
import { writePart } from '../application/pack-part';
import { PackEffectStore, type PackQuestion } from '../domain';

/** Neighbouring worker numbers of a month; none in a month without people, and a code where it cannot be calculated. */
type PartPayload = { centreId: Id; period: Period; workers: number[]; skipped: string | null };

interface Opened {
  month: TouchedMonth;
  laws: BothLaws;
}

/**
 * Calculates what a pack would change in parts of two hundred people, each under both laws. A part is written in the unit that marks it
 * done, so a repeat or a second worker leaves one result; nothing else is written.
 */
@Injectable()
export class PackEffectHandler implements JobHandler<'policy.effect'> {
  readonly name = 'policy.effect';

  constructor(
    private readonly store: PackEffectStore,
    private readonly desk: PackDesk,
    private readonly impact: PackImpact,
    private readonly centres: Centres,
    private readonly chunks: Chunks,
    private readonly uow: UnitOfWork,
  ) {}

  async run(job: JobContext<'policy.effect'>): Promise<void> {
    const question = await this.store.get(job.payload.effectId);
    const laws = await this.desk.laws(question.text);
    // What was asked against the law of then says nothing about the law of now.
    if (laws.basis !== question.basis) throw new DomainError('POLICY_BASE_CHANGED');
    const opened = new Map<string, Promise<Opened>>();
    const open = (month: TouchedMonth): Promise<Opened> => {
      const key = `${month.centre.id} ${month.period}`;
      const known = opened.get(key) ?? this.open(question, laws, month);
      opened.set(key, known);
      return known;
    };
    const months = await this.touched(question, laws);
    await this.chunks.plan(job.jobId, await this.plan(months, open));
    await this.chunks.work<PartPayload>(job.jobId, job.owner, async (chunk) => {
      const { centreId, period } = chunk.payload;
      const month = months.find((one) => one.centre.id === centreId && one.period === period);
      if (!month) throw new DomainError('POLICY_BASE_CHANGED');
      await this.part(question.id, month, open, chunk);
    });
  }

  private async touched({ centres }: PackQuestion, { before, changes }: Laws): Promise<TouchedMonth[]> {
    const months: TouchedMonth[] = [];
    for (const centre of await this.centres.all())
      if (centres.includes(centre.id)) months.push(...(await this.impact.touched(centre, before, changes)));
    return months;
  }

  private async open({ requestedAt }: PackQuestion, { before, after }: Laws, month: TouchedMonth): Promise<Opened> {
    return { month, laws: await this.impact.open(month, before, after, requestedAt) };
  }

  private async plan(
    months: readonly TouchedMonth[],
    open: (month: TouchedMonth) => Promise<Opened>,
  ): Promise<PartPayload[]> {
    const parts: PartPayload[] = [];
    for (const month of months) {
      const about = { centreId: month.centre.id, period: month.period };
      try {
        const workers = await this.impact.workers((await open(month)).laws);
        for (let at = 0; at === 0 || at < workers.length; at += AT_ONCE)
          parts.push({ ...about, workers: workers.slice(at, at + AT_ONCE), skipped: null });
      } catch (error) {
        if (!(error instanceof DomainError) || error.code === 'BUG') throw error;
        parts.push({ ...about, workers: [], skipped: error.code });
      }
      await yieldToOthers();
    }
    return parts;
  }

  private async part(
    effectId: Id,
    month: TouchedMonth,
    open: (month: TouchedMonth) => Promise<Opened>,
    chunk: Chunk<PartPayload>,
  ): Promise<void> {
    const { centreId, period, workers, skipped } = chunk.payload;
    const found =
      skipped === null
        ? { head: this.impact.headOf(month), figures: await this.impact.compare((await open(month)).laws, workers) }
        : { skipped };
    await yieldToOthers();
    await this.uow.run(async () => {
      await this.chunks.assertFence(chunk);
      await this.store.savePart(effectId, { no: chunk.no, centreId, period, result: writePart(found) });
    });
  }
}
