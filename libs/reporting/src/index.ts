export { PeopleReportFile } from './application/people/people-report-file';
export { PEOPLE_REPORTS, type PeopleReport, type PeopleReportKind, type PeopleReportQuery, PeopleReports } from './application/people/people-reports';
export { VerifyDatabase } from './application/verify-database';
export type { Scenario } from './application/what-if/scenario';
export { WhatIf, type WhatIfAnswer, type WhatIfMonth, type WhatIfRequest } from './application/what-if/what-if';
export { HEAD_COUNT_GROUPINGS, type HeadCountGrouping } from './domain/people/people-store';
export type { ReportTable } from './domain/people/report-table';
export type { Invariant, Verification, Violation } from './domain/violation';
export { ReportingModule } from './reporting.module';
