import { addDays } from '@gridstaff/kernel';
import { AppLogger, Clock } from '@gridstaff/runtime';
import { Injectable } from '@nestjs/common';
import { Cron } from '@nestjs/schedule';
import { AuditSigner } from './audit-signer';

/** Signs the heads shortly after midnight in Asia/Shanghai, for the day before. Only processes that work on jobs have it. */
@Injectable()
export class DailySigning {
  constructor(
    private readonly signer: AuditSigner,
    private readonly clock: Clock,
    private readonly logger: AppLogger,
  ) {}

  /** Never rejects: what could not be signed tonight is signed tomorrow, with its own sequence number. */
  @Cron('5 0 * * *', { timeZone: 'Asia/Shanghai' })
  async sign(): Promise<void> {
    try {
      const signed = await this.signer.signHeads(addDays(this.clock.today(), -1));
      this.logger.info({ heads: signed.length }, 'audit heads signed');
    } catch (error) {
      this.logger.error({ error: String(error) }, 'audit heads could not be signed');
    }
  }
}
