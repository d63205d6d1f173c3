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
export { checkFeeTiers, type FeeTierData, type FeeTierFinding, type StoredTierFee } from './fee-tiers';
export { checkLedger, type LedgerData, type LedgerViolation } from './ledger';
