import type { LocalDate, Period } from '@gridstaff/kernel';
import { download, request } from './http';
import type * as T from './types';

/** Every call the web app makes, one function each: pages name what they want, never an address. All throw Problem. */
const get = <A>(path: string, query?: object, signal?: AbortSignal): Promise<A> => request<A>('GET', path, { query, signal });
const post = <A>(path: string, body?: object, idempotencyKey?: string): Promise<A> =>
  request<A>('POST', path, { body, idempotencyKey });

export interface Page {
  limit?: number;
  after?: number;
}

export const session = {
  me: (quiet = true) => request<T.Me>('GET', '/session/me', { quiet }),
  signIn: (name: string, password: string) =>
    request<{ userId: T.Id; mustChangePassword: boolean }>('POST', '/session', { body: { name, password }, quiet: true }),
  signOut: () => request<void>('POST', '/session/sign-out', { quiet: true }),
  changePassword: (present: string, password: string) => request<void>('POST', '/session/password', { body: { present, password } }),
};

export const centres = {
  list: () => get<{ centres: T.Centre[] }>('/centres').then(({ centres }) => centres),
  units: (centreId: T.Id, on?: LocalDate) => get<{ units: T.OrgUnit[] }>(`/centres/${centreId}/org-units`, { on }).then(({ units }) => units),
  agencies: (centreId: T.Id) => get<{ agencies: T.Agency[] }>(`/centres/${centreId}/agencies`).then(({ agencies }) => agencies),
};

export interface WorkerFilter extends Page {
  on?: LocalDate;
  search?: string;
  unit?: string;
  agency?: string;
  engagedOnly?: boolean;
}

export const workers = {
  page: (centreId: T.Id, filter: WorkerFilter) =>
    get<{ workers: T.WorkerSummary[]; after: number | null }>(`/centres/${centreId}/workers`, filter),
  get: (centreId: T.Id, no: number, knownAt?: number) => get<T.WorkerDetail>(`/centres/${centreId}/workers/${no}`, { knownAt }),
  reveal: (centreId: T.Id, no: number, what: string, purpose: string) =>
    post<{ what: string; value: string }>(`/centres/${centreId}/workers/${no}/reveal`, { what, purpose }),
};

export const imports = {
  run: (centreId: T.Id, kind: string, file: File, query: { period?: Period; dryRun: boolean }) => {
    const form = new FormData();
    form.append('file', file, file.name);
    return request<T.ImportResult>('POST', `/centres/${centreId}/imports/${kind}`, { query, form });
  },
  history: (centreId: T.Id, kind: string) =>
    get<{ imports: T.ImportBatch[] }>(`/centres/${centreId}/imports/${kind}`, { limit: 20 }).then(({ imports }) => imports),
  template: (kind: string, language: string) => download(`/imports/${kind}/template`, { language }),
};

export const calendar = {
  years: () => get<{ years: { year: number; source: string }[] }>('/calendar/years').then(({ years }) => years),
  days: (year: number) => get<{ days: T.CalendarDay[] }>('/calendar/days', { year }).then(({ days }) => days),
  period: (centreId: T.Id, period: Period) => get<T.CentrePeriod>(`/centres/${centreId}/periods/${period}`),
  cutOff: (centreId: T.Id, period: Period, cutOffAt: number) =>
    post<T.CentrePeriod>(`/centres/${centreId}/periods/${period}/cut-off`, { cutOffAt }),
  lock: (centreId: T.Id, period: Period) => post<T.CentrePeriod>(`/centres/${centreId}/periods/${period}/lock`),
  unlock: (centreId: T.Id, period: Period, reason: string) =>
    post<T.CentrePeriod>(`/centres/${centreId}/periods/${period}/unlock`, { reason }),
};

export interface NewRun {
  centreId: T.Id;
  period: Period;
  kind: T.RunKind;
  payDate: LocalDate;
  fundId: T.Id;
  replacesRunId?: T.Id;
}

export const runs = {
  list: (filter: Page & { centreId?: T.Id; period?: Period; status?: T.RunStatus }) =>
    get<{ runs: T.PayRun[]; after: number | null }>('/runs', filter),
  create: (body: NewRun) => post<T.PayRun>('/runs', body),
  get: (id: T.Id) => get<T.PayRun>(`/runs/${id}`),
  calculate: (id: T.Id) => post<T.PayRun>(`/runs/${id}/calculate`),
  stop: (id: T.Id) => post<void>(`/runs/${id}/calculate/stop`),
  progress: (id: T.Id) => get<T.RunProgress>(`/runs/${id}/progress`),
  history: (id: T.Id) => get<{ events: T.RunEvent[] }>(`/runs/${id}/history`).then(({ events }) => events),
  agencies: (id: T.Id) => get<{ agencies: T.RunAgency[] }>(`/runs/${id}/agencies`).then(({ agencies }) => agencies),
  trail: (id: T.Id) => get<{ steps: T.TrailStep[] }>(`/runs/${id}/approvals`).then(({ steps }) => steps),
  submit: (id: T.Id) => post<T.PayRun>(`/runs/${id}/submit`),
  check: (id: T.Id, hash: string, opinion?: string) => post<T.PayRun>(`/runs/${id}/check`, { hash, opinion }),
  approve: (id: T.Id, hash: string, key: string) => post<T.PayRun>(`/runs/${id}/approve`, { hash }, key),
  sendBack: (id: T.Id, to: 'calculated' | 'submitted', reason: string) => post<T.PayRun>(`/runs/${id}/return`, { to, reason }),
  cancel: (id: T.Id, reason: string, key: string) => post<T.PayRun>(`/runs/${id}/cancel`, { reason }, key),
  close: (id: T.Id) => post<T.PayRun>(`/runs/${id}/close`),
  slips: (id: T.Id, page: Page) => get<{ slips: T.Slip[]; after: number | null }>(`/runs/${id}/slips`, page),
  slip: (id: T.Id, workerNo: number) => get<T.SlipDetail>(`/runs/${id}/slips/${workerNo}`),
  explain: (id: T.Id, workerNo: number) =>
    get<{ lines: T.ExplainedLine[] }>(`/runs/${id}/slips/${workerNo}/explanation`).then(({ lines }) => lines),
  exclusions: (id: T.Id, page: Page) => get<{ exclusions: T.Exclusion[]; after: number | null }>(`/runs/${id}/exclusions`, page),
  acknowledge: (id: T.Id, workerNo: number, reason: string) => post<void>(`/runs/${id}/exclusions/${workerNo}/acknowledge`, { reason }),
};

export interface PaymentInput {
  amount?: T.Yuan;
  documentNo: string;
  paidOn: LocalDate;
  final?: boolean;
  reason?: string;
}

export const settlements = {
  list: (centreId: T.Id, period?: Period) =>
    get<{ settlements: T.Settlement[] }>(`/centres/${centreId}/settlements`, { period }).then(({ settlements }) => settlements),
  prepare: (runId: T.Id) => post<{ settlements: T.Settlement[] }>(`/runs/${runId}/settlements`),
  get: (id: T.Id) => get<T.SettlementDetail>(`/settlements/${id}`),
  confirm: (id: T.Id) => post<void>(`/settlements/${id}/confirm`),
  pay: (id: T.Id, body: PaymentInput, key: string) => post<{ amount: T.Yuan }>(`/settlements/${id}/payments`, body, key),
};

export interface AppropriationInput {
  kind: 'supplement' | 'reduction' | 'carry_over';
  amount: T.Yuan;
  documentNo: string;
  effectiveOn: LocalDate;
  reason?: string;
}

export const funds = {
  list: (centreId: T.Id, year: number) => get<{ funds: T.Fund[] }>(`/centres/${centreId}/funds`, { year }).then(({ funds }) => funds),
  budget: (centreId: T.Id, year: number) => get<T.Budget>(`/centres/${centreId}/budgets/${year}`),
  appropriations: (fundId: T.Id) =>
    get<{ appropriations: T.Appropriation[] }>(`/funds/${fundId}/appropriations`).then(({ appropriations }) => appropriations),
  appropriate: (fundId: T.Id, body: AppropriationInput, key: string) => post<{ id: T.Id }>(`/funds/${fundId}/appropriations`, body, key),
  movements: (fundId: T.Id, page: Page) => get<{ entries: T.LedgerEntry[]; after: number | null }>(`/funds/${fundId}/movements`, page),
};

export const approvals = {
  todos: () => get<{ todos: T.Todo[] }>('/approvals/todos').then(({ todos }) => todos),
};

export const audit = {
  page: (filter: Page & { scope: string; subjectType?: string; subjectId?: string }) =>
    get<{ entries: T.AuditEntry[]; after: number | null }>('/audit', filter),
};

export const calculators = {
  run: (op: string, input: object) =>
    post<{ cases: T.CalculatorAnswer[] }>('/calculators', { cases: [{ id: op, op, input }] }).then(({ cases }) => cases[0]),
};

export const users = {
  list: () => get<{ users: T.Account[] }>('/users').then(({ users }) => users),
  create: (body: { name: string; displayName: string; centreId?: T.Id; workerNo?: number }) =>
    post<{ userId: T.Id; password: string | null }>('/users', body),
  reset: (id: T.Id) => post<{ password: string }>(`/users/${id}/password-reset`),
  disable: (id: T.Id) => post<void>(`/users/${id}/disable`),
  enable: (id: T.Id) => post<void>(`/users/${id}/enable`),
  grant: (id: T.Id, role: string, centreId: string) => post<void>(`/users/${id}/roles`, { role, centreId }),
  revoke: (id: T.Id, role: string, centreId: string) => post<void>(`/users/${id}/roles/revoke`, { role, centreId }),
};

export const ownPayslips = {
  list: () =>
    get<{ payslips: (T.Slip & { runNo: number; period: Period; kind: T.RunKind; payDate: LocalDate })[] }>('/me/payslips').then(
      ({ payslips }) => payslips,
    ),
  get: (runNo: number) =>
    get<T.SlipDetail & { runNo: number; period: Period; payDate: LocalDate; explanation: T.ExplainedLine[] }>(`/me/payslips/${runNo}`),
};
