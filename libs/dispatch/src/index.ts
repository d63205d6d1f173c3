export { AgencyDocuments, type AgencyTarget } from './application/agency-documents';
export { Agreements, type AgreementView } from './application/agreements';
export { type Decided, DispatchMatters, type MatterCounts, type MattersQuery } from './application/matters';
export { Returns } from './application/returns';
export { type AgreementInput, SEVERANCE_BEARERS, TAX_TREATMENTS } from './domain/agreement';
export { FINDINGS, type FindingCode, sentence, type Severity } from './domain/catalogue';
export {
  type Decision,
  type DecisionAct,
  type Expiry,
  EXPIRY_KINDS,
  type ExpiryKind,
  type Finding,
  type Stage,
  type Subject,
} from './domain/matters';
export {
  type Evidence,
  EVIDENCE_KINDS,
  type EvidenceKind,
  missingEvidence,
  RETURN_GROUNDS,
  type ReturnGround,
} from './domain/return-grounds';
export { DispatchModule } from './dispatch.module';
export { dispatchEntities } from './persistence';
