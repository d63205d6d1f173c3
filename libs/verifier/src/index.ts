export { AuditChainCheck, type AuditAnchor, type AuditFinding, type ExportedAuditEntry, type Sha256 } from './audit-chain';
export {
  createSlipVerifier,
  verifySlip,
  type ExpectedParameters,
  type SlipVerifier,
  type StoredSlip,
  type Violation,
  type ViolationCode,
} from './verify-slip';
export { checkLedger, type LedgerData, type LedgerViolation } from './ledger';
