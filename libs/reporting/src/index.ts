export { VerifyDatabase } from './application/verify-database';
export type { Invariant, Verification, Violation } from './domain/violation';
export { ReportingModule } from './reporting.module';
