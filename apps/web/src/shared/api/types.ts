import type { LocalDate, Period } from '@gridstaff/kernel';
import type { Permission } from '@gridstaff/contracts';

/** Shapes of the answers that the pages read. Amounts are decimal yuan as text, instants ISO 8601. */
export type Id = string;
export type Yuan = string;
export type Instant = string;

export interface Me {
  userId: Id;
  name: string;
  displayName: string;
  mustChangePassword: boolean;
  centreId: Id | null;
  workerNo: number | null;
  agencyId: Id | null;
  grants: { centreId: Id; permissions: Permission[] }[];
}

export interface Centre {
  id: Id;
  code: string;
  name: string;
  region: string;
  settings: { payMonthOffset: 0 | 1; payDay: number };
}

export type EngagementStatus = 'probation' | 'in_post' | 'suspended';

export interface WorkerSummary {
  no: number;
  id: Id;
  name: string;
  idNumberMasked: string;
  phoneMasked: string | null;
  agencyCode: string | null;
  status: EngagementStatus | null;
  joinedOn: LocalDate | null;
  gridCode: string | null;
  gradeCode: string | null;
  postCode: string | null;
}

export interface TimelineRow {
  kind: 'engagement' | 'assignment' | 'grade' | 'certificate' | 'contribution' | 'bankCard' | 'phone';
  factId: Id;
  from: LocalDate;
  to: LocalDate;
  knownSince: Instant | null;
  recordedBy: Id;
  retracted: boolean;
  supersedes: Id | null;
  reason: string | null;
  values: Record<string, string | number | boolean | null>;
  inForce: { from: LocalDate; to: LocalDate }[];
}

export interface WorkerDetail {
  no: number;
  id: Id;
  name: string;
  idKind: string;
  idNumberMasked: string;
  sex: 'male' | 'female';
  birthDate: LocalDate;
  timeline: TimelineRow[];
}

export interface OrgUnit {
  id: Id;
  code: string;
  name: string;
  kind: 'street' | 'community' | 'grid';
  parentId: Id | null;
  households: number | null;
  population: number | null;
  quota: number | null;
}

export interface Agency {
  id: Id;
  code: string;
  name: string;
  licenceUntil: LocalDate | null;
}

export interface ImportError {
  sheet: string;
  row: number;
  column: string;
  value: string;
  code: string;
  detail_zh: string;
  detail_en: string;
}

export interface ImportResult {
  batchId: Id | null;
  created: number;
  changed: number;
  same: number;
  wrong: number;
  errors: ImportError[];
}

export interface ImportBatch {
  id: Id;
  kind: string;
  period: string;
  fileName: string;
  status: string;
  created: number;
  changed: number;
  same: number;
  recordedBy: Id;
  recordedAt: Instant | null;
}

export interface CalendarDay {
  date: LocalDate;
  kind: string;
  name: string | null;
}

export interface CentrePeriod {
  centreId: Id;
  period: Period;
  status: string;
  cutOffAt: Instant | null;
  lockedBy: Id | null;
  lockedAt: Instant | null;
}

export type RunStatus = 'draft' | 'calculated' | 'submitted' | 'checked' | 'approved' | 'settled' | 'paid' | 'closed' | 'cancelled';
export type RunKind = 'regular' | 'supplementary' | 'correction' | 'bonus';

export interface RunAmounts {
  gross: Yuan;
  employeeInsurance: Yuan;
  employeeFund: Yuan;
  tax: Yuan;
  otherDeductions: Yuan;
  net: Yuan;
  receivable: Yuan;
  employerInsurance: Yuan;
  employerFund: Yuan;
  fee: Yuan;
}

export interface PayRun extends RunAmounts {
  id: Id;
  no: number;
  centreId: Id;
  period: Period;
  kind: RunKind;
  seq: number;
  payDate: LocalDate;
  taxMonth: Period;
  fiscalYear: number;
  fundId: Id;
  replacesRunId: Id | null;
  status: RunStatus;
  people: number;
  excluded: number;
  hash: string | null;
  preparedBy: Id;
  submittedBy: Id | null;
  checkedBy: Id | null;
  approvedBy: Id | null;
  createdAt: Instant;
  knownAt: Instant | null;
}

export interface RunProgress {
  status: RunStatus;
  job: {
    state: string;
    total: number | null;
    done: number;
    stopRequested: boolean;
    startedAt: Instant | null;
    finishedAt: Instant | null;
    error: { code: string; detail_zh: string; detail_en: string } | null;
  } | null;
}

export interface RunEvent {
  seq: number;
  step: string;
  fromStatus: RunStatus;
  toStatus: RunStatus;
  userId: Id;
  reason: string | null;
  at: Instant;
}

export interface RunAgency extends RunAmounts {
  agencyId: Id;
  people: number;
  reservationId: Id | null;
}

export interface TrailStep {
  round: number;
  roundStatus: string;
  hash: string;
  kind: string;
  decision: 'pass' | 'return' | null;
  decidedBy: Id | null;
  onBehalfOf: Id | null;
  opinion: string | null;
  decidedAt: Instant | null;
}

export interface Slip extends RunAmounts {
  workerNo: number;
  agencyId: Id;
  hash: string;
}

export interface SlipLine {
  itemNo: number;
  code: string;
  nameZh: string;
  nameEn: string;
  kind: 'earning' | 'deduction' | 'employer_cost' | 'information';
  amount: Yuan;
}

export interface SlipDetail extends Slip {
  lines: SlipLine[];
}

export interface ExplainedStep {
  rule: string;
  label: string;
  formula: string;
  values: Record<string, string>;
  result: string;
  source: string;
  confidence: 'confirmed' | 'unconfirmed';
  segment?: number;
}

export interface ExplainedLine {
  itemNo: number;
  name: string;
  steps: ExplainedStep[];
}

export interface Exclusion {
  workerNo: number;
  code: string;
  message_zh: string;
  message_en: string;
  acknowledgedBy: Id | null;
  reason: string | null;
  acknowledgedAt: Instant | null;
}

export interface Settlement {
  id: Id;
  runId: Id;
  runNo: number;
  period: Period;
  agencyId: Id;
  people: number;
  status: 'prepared' | 'confirmed' | 'paid';
  passThrough: Yuan;
  fee: Yuan;
  total: Yuan;
  paid: Yuan;
  preparedBy: Id;
  confirmedBy: Id | null;
  preparedAt: Instant | null;
  confirmedAt: Instant | null;
}

export interface SettlementDetail extends Settlement {
  lines: { no: number; side: 'cost' | 'use'; item: string; amount: Yuan }[];
  payments: { id: Id; attempt: number; amount: Yuan; documentNo: string; paidOn: LocalDate; recordedBy: Id; recordedAt: Instant | null }[];
}

export interface Balances {
  granted: Yuan;
  available: Yuan;
  reserved: Yuan;
  paid: Yuan;
}

export interface Fund {
  id: Id;
  centreId: Id;
  fiscalYear: number;
  no: number;
  name: string;
  kind: string;
  purpose: string | null;
  progressPct: string;
  timeProgressPct: string;
  balances: Balances;
}

export interface Appropriation {
  id: Id;
  kind: 'initial' | 'supplement' | 'reduction' | 'adjustment' | 'carry_over';
  amount: Yuan;
  documentNo: string;
  effectiveOn: LocalDate;
  reason: string | null;
  recordedBy: Id;
  recordedAt: Instant | null;
}

export interface LedgerEntry {
  id: Id;
  no: number;
  kind: 'appropriate' | 'opening' | 'reserve' | 'void' | 'release' | 'post';
  sourceType: string;
  sourceId: Id;
  documentNo: string | null;
  businessDate: LocalDate;
  availableAfter: Yuan;
  recordedAt: Instant | null;
  recordedBy: Id;
  legs: { no: number; account: keyof Balances; amount: Yuan }[];
}

export interface Budget {
  fiscalYear: number;
  unitName: string | null;
  source: string;
  status: string;
  total: Yuan | null;
  previousTotal: Yuan | null;
  posts: number | null;
  filled: number | null;
}

export interface Todo {
  approvalId: Id;
  centreId: Id;
  subjectType: string;
  subjectId: Id;
  kind: string;
  hash: string;
  round: number;
  openedAt: Instant | null;
}

export interface AuditEntry {
  scope: string;
  seq: number;
  at: Instant | null;
  userId: Id;
  osUser: string | null;
  action: string;
  subjectType: string;
  subjectId: string;
  data: unknown;
  reason: string | null;
  hash: string;
}

export interface Account {
  userId: Id;
  name: string;
  displayName: string;
  personId: Id;
  machine: boolean;
  centreId: Id | null;
  workerNo: number | null;
  agencyId: Id | null;
  mustChangePassword: boolean;
  disabled: boolean;
  lockedUntil: number | null;
  roles: { role: string; centreId: Id }[];
}

export interface CalculatorAnswer {
  id: string;
  op: string;
  output?: Record<string, unknown>;
  because?: { rule: string; formula: string; values: Record<string, unknown>; source: string }[];
  error?: { code: string; message: string; path: string };
}
