import { ApprovalModule } from '@gridstaff/approval';
import { AuditModule } from '@gridstaff/audit';
import { BatchRegistry, ExchangeModule, ImportRegistry, ListExportRegistry, TemplateLists } from '@gridstaff/exchange';
import { IdentityModule } from '@gridstaff/identity';
import { Module, type OnModuleInit } from '@nestjs/common';
import { Adoption } from './application/adoption';
import { Agencies } from './application/agencies';
import { AgencyDetail } from './application/agency-detail';
import { CardChangeList } from './application/card-change-list';
import { CardChanges } from './application/card-changes';
import { CardWatch } from './application/card-watch';
import { Centres } from './application/centres';
import { Employments } from './application/employments';
import { Coverage } from './application/coverage';
import { DerivedCheck } from './application/derived-check';
import { BasesImport } from './application/imports/bases-import';
import { ContractsImport } from './application/imports/contracts-import';
import { RosterLists } from './application/imports/roster-lists';
import { RosterImport } from './application/imports/roster-import';
import { UnitsImport } from './application/imports/units-import';
import { CustomFields } from './application/custom-fields';
import { DocumentKinds } from './application/document-kinds';
import { PersonFile } from './application/person-file';
import { PersonFileDocuments } from './application/person-file-documents';
import { PersonalData } from './application/personal-data';
import { RosterLoader } from './application/roster-loader';
import { SearchFilling } from './application/search-filling';
import { RosterUndo } from './application/roster-undo';
import { StaffChangeGuards } from './application/staff-change-guards';
import { StaffChangeHistory } from './application/staff-change-history';
import { StaffChangePeople } from './application/staff-change-people';
import { StaffChangePlans } from './application/staff-change-plan';
import { StaffChanges } from './application/staff-changes';
import { Stamps } from './application/stamps';
import { Structure } from './application/structure';
import { StructureUndo } from './application/structure-undo';
import { Suppositions } from './application/suppositions';
import { Tags } from './application/tags';
import { UnitClosing } from './application/unit-closing';
import { Units } from './application/units';
import { WorkerChanges } from './application/worker-changes';
import { WorkerDesk } from './application/worker-desk';
import { WorkerDocuments } from './application/worker-documents';
import { WorkerDetails } from './application/worker-detail';
import { WorkerDirectory, WorkerNames } from './application/worker-directory';
import { WorkerIdentities } from './application/worker-identities';
import { WorkerListExport } from './application/exports/worker-list-export';
import { WorkerList } from './application/worker-list';
import { WorkerPersonal } from './application/worker-personal';
import { WorkerTerms } from './application/worker-terms';
import { CardChangeStore } from './domain/card-change';
import { CustomFieldStore } from './domain/custom-fields';
import { DocumentKindStore } from './domain/document-kind-store';
import { PayFactsReader } from './domain/pay-facts';
import { StaffChangeStore } from './domain/staff-change-store';
import { MatterCandidates } from './domain/matter-candidates';
import { OrganisationStore, SearchIndex, WorkerStore } from './domain/stores';
import { TagStore } from './domain/tags';
import { UnitStore } from './domain/unit-store';
import { WorkerSearch } from './domain/worker-search';
import {
  SqlCardChangeStore,
  SqlCustomFieldStore,
  SqlMatterCandidates,
  SqlDocumentKindStore,
  SqlOrganisationStore,
  SqlPayFactsReader,
  SqlSearchIndex,
  SqlTagStore,
  SqlStaffChangeStore,
  SqlUnitStore,
  SqlWorkerSearch,
  SqlWorkerStore,
} from './persistence';

const USE_CASES = [
  Adoption,
  Agencies,
  AgencyDetail,
  CardChangeList,
  CardChanges,
  CardWatch,
  Centres,
  Coverage,
  DerivedCheck,
  CustomFields,
  DocumentKinds,
  Employments,
  PersonFile,
  RosterLoader,
  StaffChangeGuards,
  StaffChangeHistory,
  StaffChangePeople,
  StaffChanges,
  Structure,
  Suppositions,
  Tags,
  UnitClosing,
  Units,
  WorkerChanges,
  WorkerDetails,
  WorkerDirectory,
  WorkerDocuments,
  WorkerIdentities,
  WorkerList,
  WorkerNames,
  WorkerPersonal,
  WorkerTerms,
];

@Module({
  imports: [ApprovalModule, AuditModule, ExchangeModule, IdentityModule],
  providers: [
    { provide: CardChangeStore, useClass: SqlCardChangeStore },
    { provide: CustomFieldStore, useClass: SqlCustomFieldStore },
    { provide: DocumentKindStore, useClass: SqlDocumentKindStore },
    { provide: OrganisationStore, useClass: SqlOrganisationStore },
    { provide: WorkerStore, useClass: SqlWorkerStore },
    { provide: SearchIndex, useClass: SqlSearchIndex },
    { provide: StaffChangeStore, useClass: SqlStaffChangeStore },
    { provide: TagStore, useClass: SqlTagStore },
    { provide: MatterCandidates, useClass: SqlMatterCandidates },
    { provide: UnitStore, useClass: SqlUnitStore },
    { provide: WorkerSearch, useClass: SqlWorkerSearch },
    { provide: PayFactsReader, useClass: SqlPayFactsReader },
    ...USE_CASES,
    BasesImport,
    ContractsImport,
    PersonFileDocuments,
    PersonalData,
    RosterImport,
    RosterLists,
    SearchFilling,
    RosterUndo,
    StaffChangePlans,
    Stamps,
    StructureUndo,
    UnitsImport,
    WorkerDesk,
    WorkerListExport,
  ],
  exports: [...USE_CASES, PayFactsReader],
})
export class RosterModule implements OnModuleInit {
  constructor(
    private readonly imports: ImportRegistry,
    private readonly roster: RosterImport,
    private readonly bases: BasesImport,
    private readonly units: UnitsImport,
    private readonly contracts: ContractsImport,
    private readonly batches: BatchRegistry,
    private readonly undo: RosterUndo,
    private readonly lists: ListExportRegistry,
    private readonly workerList: WorkerListExport,
    private readonly templateLists: TemplateLists,
    private readonly rosterLists: RosterLists,
  ) {}

  onModuleInit(): void {
    this.imports.register(this.roster);
    this.imports.register(this.bases);
    this.imports.register(this.units);
    this.imports.register(this.contracts);
    this.batches.registerRoom(this.undo);
    this.lists.register(this.workerList);
    this.rosterLists.registerWith(this.templateLists);
  }
}
