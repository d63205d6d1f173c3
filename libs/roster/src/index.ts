export { type AdoptedFacts, Adoption } from './application/adoption';
export { Agencies, type NewAgency } from './application/agencies';
export { AgencyDetail, type AgencyDetailPiece, type AgencyDetailView } from './application/agency-detail';
export { noteFacts, noteStructure } from './application/batch-sources';
export { CardChangeList, type CardChangeView } from './application/card-change-list';
export { CARD_CHANGE, CardChanges, type CardChangeTarget, type CardOutcome } from './application/card-changes';
export { CardWatch } from './application/card-watch';
export { Centres, type NewCentre } from './application/centres';
export { type CustomFieldInput, CustomFields } from './application/custom-fields';
export { type DocumentKindInput, DocumentKinds } from './application/document-kinds';
export { Employments } from './application/employments';
export { DerivedCheck, type DerivedSlice } from './application/derived-check';
export { PersonFile } from './application/person-file';
export { codeWords } from './application/person-file-words';
export { Coverage, type CoverageQuery, type CoverageReport, type CoveredGrid } from './application/coverage';
export { RosterLoader, type LoadResult } from './application/roster-loader';
export type { RosterPerson } from './application/roster-person';
export { type StaffAct, StaffChangeGuard, StaffChangeGuards } from './application/staff-change-guards';
export { type PastStaffChange, type PastStaffLine, StaffChangeHistory } from './application/staff-change-history';
export { type ChosenPerson, StaffChangePeople } from './application/staff-change-people';
export type { StaffLine } from './application/staff-change-plan';
export { MOST_IN_ONE_ACT, type StaffChangeRequest, StaffChanges } from './application/staff-changes';
export { Structure, type UnitView } from './application/structure';
export type { CertificateStandardInput, GradeInput, UnitInput } from './application/structure-batch';
export type { AreaInput, SeatsInput } from './application/seats-batch';
export { type TagInput, Tags, type Tagging } from './application/tags';
export { type Closing, UnitClosing } from './application/unit-closing';
export { type UnitDetail, type UnitPiece, Units } from './application/units';
export { type Corrections, type DatedChange, WorkerChanges } from './application/worker-changes';
export { type RosterChanges, type SupposedChange, type SupposedHire, Suppositions } from './application/suppositions';
export type { WorkerTarget } from './application/worker-desk';
export {
  REVEALABLE,
  type Revealable,
  type TimelineRow,
  type WorkerDetail,
  WorkerDetails,
} from './application/worker-detail';
export { type Resolved, WorkerDirectory, WorkerNames, type WorkerReference } from './application/worker-directory';
export {
  type IdentityField,
  type IdentityRequest,
  WorkerIdentities,
  type WorkerIdentity,
} from './application/worker-identities';
export { documentView, type NewDocument, type UploadedFile, WorkerDocuments } from './application/worker-documents';
export { WorkerPersonal } from './application/worker-personal';
export { WorkerTerms } from './application/worker-terms';
export { type WorkerFilters, WorkerList, type WorkerQuery, type WorkerSummary } from './application/worker-list';
export type { DocumentKind, DocumentSubject, DocumentView } from './domain/documents';
export type { CardChangeStatus } from './domain/card-change';
export type { AgencyDetailsPatch } from './domain/agency-details';
export type { AgencyFeeInput, FeeStep, FeeTiers, FeeTiersInput } from './domain/agency-fee';
export {
  type ContractInput,
  type ContractValues,
  POST_KINDS,
  type PostKind,
  PROTECTION_GROUNDS,
  type ProtectionGround,
  RETIREMENT_CATEGORIES,
  type RetirementCategory,
} from './domain/contract';
export type { Employment, EmploymentStay } from './domain/employment';
export { checkDigitOf, type IdKind, IdNumber, normaliseIdNumber, type Sex } from './domain/id-number';
export type { Agency, Centre, CentreSettings, PayGrade, UnitKind } from './domain/organisation';
export * from './domain/pay-facts';
export type { UnitArea } from './domain/unit-area';
export type { SeatCount, UnitSeats } from './domain/unit-seats';
export {
  STAFF_CHANGE_KINDS,
  type StaffCase,
  type StaffChangeKind,
  type StaffChangeTerms,
  type StaffProblem,
  type StaffState,
  type StaffTarget,
} from './domain/staff-change';
export { FIRST_SUPPOSED_NO, type SupposedFacts } from './domain/supposed-facts';
export {
  ADDRESS_USES,
  type AddressUse,
  EDUCATION_LEVELS,
  type EducationLevel,
  MOST_CONTACTS,
  PHONE_USES,
  type PhoneUse,
  POLITICAL_STATUSES,
  type PoliticalStatus,
  type Relation,
  RELATIONS,
} from './domain/personal-facts';
export { type CustomField, FIELD_TYPES, type FieldType } from './domain/custom-fields';
export { TAG_TONES, type TagDefinition, type TagTone } from './domain/tags';
export type { ProbationPatch } from './domain/probation';
export type { WorkerKey } from './domain/worker';
export type { WorkerPageRequest, WorkerSort } from './domain/worker-search';
export {
  END_REASONS,
  type EndReason,
  type EngagementStatus,
  type FactKind,
  isFactKind,
  SUSPENSION_REASONS,
  type SuspensionReason,
} from './domain/worker-facts';
export { rosterEntities } from './persistence';
export { RosterModule } from './roster.module';
