export { VerifyDatabase } from './application/verify-database';
export type { Scenario } from './application/what-if/scenario';
export { WhatIf, type WhatIfAnswer, type WhatIfMonth, type WhatIfRequest } from './application/what-if/what-if';
export type { Invariant, Verification, Violation } from './domain/violation';
export { ReportingModule } from './reporting.module';
