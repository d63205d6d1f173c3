import type { EntityClass } from '@gridstaff/persistence';
import { Module } from '@nestjs/common';
import { AuditEntryRow, AuditHeadRow, AuditSignatureRow, IdempotencyKeyRow } from './audit.entity';
import { AuditLog } from './audit-log';
import { AuditReader } from './audit-reader';
import { AuditSigner } from './audit-signer';
import { Idempotency } from './idempotency';

export const auditEntities: EntityClass[] = [AuditEntryRow, AuditHeadRow, AuditSignatureRow, IdempotencyKeyRow];

@Module({
  providers: [AuditLog, AuditReader, AuditSigner, Idempotency],
  exports: [AuditLog, AuditReader, AuditSigner, Idempotency],
})
export class AuditModule {}
