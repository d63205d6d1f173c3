export { auditEntities, AuditModule } from './audit.module';
export { AuditLog, type NewAuditEntry } from './audit-log';
export { type AuditFilter, AuditReader, type ChainFault, type ChainReport } from './audit-reader';
export { AuditSigner } from './audit-signer';
export { DailySigning } from './daily-signing';
export { type AuditEntry, GENESIS_HASH, headText, type SignedHead, SYSTEM_SCOPE } from './chain';
export { APPEND_ONLY_TABLES, applicationGrants } from './grants';
export { Idempotency } from './idempotency';
