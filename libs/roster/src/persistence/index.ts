import type { EntityClass } from '@gridstaff/persistence';
import { CardChangeRow } from './card-change.entity';
import {
  AgencyDetailFactRow,
  AgencyFeeFactRow,
  AgencyRow,
  CentreRow,
  CertificateStandardFactRow,
  GradeStandardFactRow,
  OrgUnitFactRow,
  OrgUnitRow,
  PayGradeRow,
} from './organisation.entities';
import { StaffChangeLineRow, StaffChangeRow } from './staff-change.entities';
import { WorkerStandingRow, WorkerTermRow } from './search.entities';
import { PostSeatsFactRow, UnitAreaFactRow } from './unit.entities';
import {
  AssignmentFactRow,
  BankCardFactRow,
  CertificateFactRow,
  ContractFactRow,
  ContributionFactRow,
  EngagementFactRow,
  GradeFactRow,
  IdentityCardFactRow,
  PhoneFactRow,
  ProtectionFactRow,
  RetirementFactRow,
  WorkerCounterRow,
  WorkerRow,
} from './worker.entities';
import {
  AddressFactRow,
  ContactFactRow,
  EducationFactRow,
  OtherPhoneFactRow,
  PoliticalFactRow,
} from './worker-personal.entities';

import { DocumentKindFactRow } from './document-kind.store';
import { TagFactRow, WorkerTagFactRow } from './tag.store';
import { CustomFieldFactRow, WorkerFieldFactRow } from './custom-field.store';
export { SqlCustomFieldStore } from './custom-field.store';
export { SqlDocumentKindStore } from './document-kind.store';
export { SqlTagStore } from './tag.store';
export { SqlMatterCandidates } from './matter-candidates';
export { SqlCardChangeStore } from './card-change.store';
export { SqlOrganisationStore } from './organisation.store';
export { SqlPayFactsReader } from './pay-facts.reader';
export { SqlStaffChangeStore } from './staff-change.store';
export { SqlUnitStore } from './unit.store';
export { SqlSearchIndex } from './search-index';
export { SqlWorkerSearch } from './worker-search';
export { SqlWorkerStore } from './worker.store';

export const rosterEntities: EntityClass[] = [
  CentreRow,
  OrgUnitRow,
  OrgUnitFactRow,
  AgencyRow,
  AgencyDetailFactRow,
  AgencyFeeFactRow,
  PayGradeRow,
  GradeStandardFactRow,
  CertificateStandardFactRow,
  WorkerRow,
  WorkerCounterRow,
  EngagementFactRow,
  AssignmentFactRow,
  GradeFactRow,
  CertificateFactRow,
  ContributionFactRow,
  BankCardFactRow,
  PhoneFactRow,
  ContractFactRow,
  ProtectionFactRow,
  IdentityCardFactRow,
  RetirementFactRow,
  WorkerTermRow,
  WorkerStandingRow,
  CardChangeRow,
  EducationFactRow,
  PoliticalFactRow,
  AddressFactRow,
  ContactFactRow,
  OtherPhoneFactRow,
  PostSeatsFactRow,
  UnitAreaFactRow,
  StaffChangeRow,
  StaffChangeLineRow,
  DocumentKindFactRow,
  TagFactRow,
  WorkerTagFactRow,
  CustomFieldFactRow,
  WorkerFieldFactRow,
];
