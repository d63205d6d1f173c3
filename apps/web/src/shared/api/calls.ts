import type { Period } from '@gridstaff/kernel';
import type { paths } from '../api-schema';
import { type Body, client, data, done, every, inCentre, keyed, month, type Page } from './client';
import { askQuietly, download } from './http';
import { asProblem } from './problem';
import type * as T from './types';

export type { Page } from './client';
export * from './people-calls';
export * from './unit-calls';
export * from './insight-calls';
export * from './report-calls';
export * from './export-calls';

/** Every call the web app makes, one function each: pages name what they want, never an address. All throw Problem. */
export type SlipSort = NonNullable<
  NonNullable<paths['/api/v1/runs/{runId}/slips']['get']['parameters']['query']>['sort']
>;

export const session = {
  me: () => data(client.GET('/api/v1/session/me', { fetch: askQuietly })) as Promise<T.Me>,
  signIn: (name: string, password: string) =>
    data(client.POST('/api/v1/session', { body: { name, password }, fetch: askQuietly })),
  signOut: () => done(client.POST('/api/v1/session/sign-out', { fetch: askQuietly })),
  changePassword: (present: string, password: string) =>
    done(client.POST('/api/v1/session/password', { body: { present, password } })),
};

/** The file itself goes in the form; the document can only call it a text. */
const asForm = (file: File) => ({
  body: { file: '' },
  bodySerializer: () => {
    const form = new FormData();
    form.append('file', file, file.name);
    return form;
  },
});

export const imports = {
  /** The columns of a file of any layout and what each is taken for. */
  columns: (centreId: T.Id, kind: string, file: File) =>
    data(client.POST('/api/v1/centres/{centreId}/imports/{kind}/columns', { params: { path: { centreId, kind } }, ...asForm(file) })),
  layouts: async (centreId: T.Id, kind: string) =>
    (await data(client.GET('/api/v1/centres/{centreId}/imports/{kind}/layouts', { params: { path: { centreId, kind } } }))).layouts,
  rememberLayout: (centreId: T.Id, kind: string, body: Body['LayoutBody']) =>
    done(client.POST('/api/v1/centres/{centreId}/imports/{kind}/layouts', { params: { path: { centreId, kind } }, body })),
  forgetLayout: (centreId: T.Id, kind: string, signature: string) =>
    done(client.DELETE('/api/v1/centres/{centreId}/imports/{kind}/layouts/{signature}', { params: { path: { centreId, kind, signature } } })),
  run: (centreId: T.Id, kind: string, file: File, query: { period?: Period; dryRun: boolean; goodRows?: boolean }) =>
    data(
      client.POST('/api/v1/centres/{centreId}/imports/{kind}', {
        params: { path: { centreId, kind }, query },
        ...asForm(file),
      }),
    ),
  /** The same file with what to put right beside each wrong row. */
  withErrors: (centreId: T.Id, kind: string, file: File, query: { period?: Period; language: 'zh' | 'en' }) => {
    const form = new FormData();
    form.append('file', file, file.name);
    const given = new URLSearchParams({ language: query.language, ...(query.period ? { period: query.period } : {}) });
    return download(`/api/v1/centres/${centreId}/imports/${kind}/errors?${given.toString()}`, {
      method: 'POST',
      body: form,
    });
  },
  history: async (centreId: T.Id, kind: string) =>
    (
      await data(
        client.GET('/api/v1/centres/{centreId}/imports/{kind}', {
          params: { path: { centreId, kind }, query: { limit: 20 } },
        }),
      )
    ).imports,
  undoPreview: (centreId: T.Id, batchId: T.Id) =>
    data(client.GET('/api/v1/centres/{centreId}/import-batches/{batchId}/undo', { params: { path: { centreId, batchId } } })),
  undo: (centreId: T.Id, batchId: T.Id, reason: string) =>
    data(
      client.POST('/api/v1/centres/{centreId}/import-batches/{batchId}/undo', {
        params: { path: { centreId, batchId } },
        body: { reason },
      }),
    ),
  template: (centreId: T.Id, kind: string, language: 'zh' | 'en') =>
    download(`/api/v1/centres/${centreId}/import-templates/${kind}?language=${language}`),
};

export const calendar = {
  years: async () => (await data(client.GET('/api/v1/calendar/years'))).years,
  days: async (year: number) => (await data(client.GET('/api/v1/calendar/days', { params: { query: { year } } }))).days,
  period: (centreId: T.Id, period: Period) =>
    data(client.GET('/api/v1/centres/{centreId}/periods/{period}', { params: month(centreId, period) })),
  cutOff: (centreId: T.Id, period: Period, cutOffAt: number) =>
    data(
      client.POST('/api/v1/centres/{centreId}/periods/{period}/cut-off', {
        params: month(centreId, period),
        body: { cutOffAt },
      }),
    ),
  lock: (centreId: T.Id, period: Period) =>
    data(client.POST('/api/v1/centres/{centreId}/periods/{period}/lock', { params: month(centreId, period) })),
  unlock: (centreId: T.Id, period: Period, reason: string) =>
    data(
      client.POST('/api/v1/centres/{centreId}/periods/{period}/unlock', {
        params: month(centreId, period),
        body: { reason },
      }),
    ),
};

const ofRun = (runId: T.Id): { path: { runId: T.Id } } => ({ path: { runId } });
const ofSlip = (runId: T.Id, workerNo: number): { path: { runId: T.Id; workerNo: number } } => ({
  path: { runId, workerNo },
});

export const runs = {
  list: (query: Page & { centreId?: T.Id; period?: Period; status?: T.RunStatus }) =>
    data(client.GET('/api/v1/runs', { params: { query } })),
  create: (body: Body['CreateRunBody']) => data(client.POST('/api/v1/runs', { body })),
  get: (runId: T.Id) => data(client.GET('/api/v1/runs/{runId}', { params: ofRun(runId) })),
  calculate: (runId: T.Id) => data(client.POST('/api/v1/runs/{runId}/calculate', { params: ofRun(runId) })),
  stop: (runId: T.Id) => done(client.POST('/api/v1/runs/{runId}/calculate/stop', { params: ofRun(runId) })),
  progress: (runId: T.Id) => data(client.GET('/api/v1/runs/{runId}/progress', { params: ofRun(runId) })),
  /** Where the server tells by itself how far the calculation is. */
  eventsAddress: (runId: T.Id) => `/api/v1/runs/${runId}/events`,
  history: async (runId: T.Id) =>
    (await data(client.GET('/api/v1/runs/{runId}/history', { params: ofRun(runId) }))).events,
  agencies: async (runId: T.Id) =>
    (await data(client.GET('/api/v1/runs/{runId}/agencies', { params: ofRun(runId) }))).agencies,
  submit: (runId: T.Id) => data(client.POST('/api/v1/runs/{runId}/submit', { params: ofRun(runId) })),
  check: (runId: T.Id, hash: string) =>
    data(client.POST('/api/v1/runs/{runId}/check', { params: ofRun(runId), body: { hash } })),
  approve: (runId: T.Id, hash: string, key: string) =>
    data(
      client.POST('/api/v1/runs/{runId}/approve', { params: { ...ofRun(runId), header: keyed(key) }, body: { hash } }),
    ),
  sendBack: (runId: T.Id, to: 'calculated' | 'submitted', reason: string) =>
    data(client.POST('/api/v1/runs/{runId}/return', { params: ofRun(runId), body: { to, reason } })),
  cancel: (runId: T.Id, reason: string, key: string) =>
    data(
      client.POST('/api/v1/runs/{runId}/cancel', { params: { ...ofRun(runId), header: keyed(key) }, body: { reason } }),
    ),
  close: (runId: T.Id) => data(client.POST('/api/v1/runs/{runId}/close', { params: ofRun(runId) })),
  slips: (runId: T.Id, query: Page & { sort?: SlipSort }) =>
    data(client.GET('/api/v1/runs/{runId}/slips', { params: { ...ofRun(runId), query } })),
  allSlips: (runId: T.Id) =>
    every(
      (query) => data(client.GET('/api/v1/runs/{runId}/slips', { params: { ...ofRun(runId), query } })),
      (answer) => answer.slips,
    ),
  slip: (runId: T.Id, workerNo: number) =>
    data(client.GET('/api/v1/runs/{runId}/slips/{workerNo}', { params: ofSlip(runId, workerNo) })),
  explain: (runId: T.Id, workerNo: number) =>
    data(client.GET('/api/v1/runs/{runId}/slips/{workerNo}/explanation', { params: ofSlip(runId, workerNo) })),
  exclusions: (runId: T.Id, query: Page) =>
    data(client.GET('/api/v1/runs/{runId}/exclusions', { params: { ...ofRun(runId), query } })),
  acknowledge: (runId: T.Id, workerNo: number, reason: string) =>
    done(
      client.POST('/api/v1/runs/{runId}/exclusions/{workerNo}/acknowledge', {
        params: ofSlip(runId, workerNo),
        body: { reason },
      }),
    ),
  /** A file for people outside; each is an entry of the audit log. */
  file: (runId: T.Id, kind: string, body: Body['ExportBody']) =>
    download(`/api/v1/runs/${runId}/exports/${kind}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    }),
};

const ofSettlement = (settlementId: T.Id): { path: { settlementId: T.Id } } => ({ path: { settlementId } });

export const settlements = {
  list: (centreId: T.Id, period?: Period) =>
    every(
      (page) =>
        data(
          client.GET('/api/v1/centres/{centreId}/settlements', {
            params: { ...inCentre(centreId), query: { ...page, period } },
          }),
        ),
      (answer) => answer.settlements,
    ),
  prepare: (runId: T.Id) => data(client.POST('/api/v1/runs/{runId}/settlements', { params: ofRun(runId) })),
  get: (id: T.Id) => data(client.GET('/api/v1/settlements/{settlementId}', { params: ofSettlement(id) })),
  confirm: (id: T.Id) => done(client.POST('/api/v1/settlements/{settlementId}/confirm', { params: ofSettlement(id) })),
  pay: (id: T.Id, body: Body['PayBody'], key: string) =>
    data(
      client.POST('/api/v1/settlements/{settlementId}/payments', {
        params: { ...ofSettlement(id), header: keyed(key) },
        body,
      }),
    ),
};

export type AppropriationInput = Body['AppropriationBody'];
const ofFund = (fundId: T.Id): { path: { fundId: T.Id } } => ({ path: { fundId } });

export const funds = {
  /** @param year left out: the last that has funds */
  list: async (centreId: T.Id, year?: number) =>
    (await data(client.GET('/api/v1/centres/{centreId}/funds', { params: { ...inCentre(centreId), query: { year } } })))
      .funds,
  /** What the months that are not approved yet would cost the fund as things are; nothing once the last month of its year is approved. */
  restOfYear: async (centreId: T.Id, fundId: T.Id): Promise<T.Yuan> => {
    const params = inCentre(centreId);
    try {
      const answer = await data(client.POST('/api/v1/centres/{centreId}/what-if', { params, body: { fundId } }));
      return answer.funds[0]?.now ?? answer.now.total;
    } catch (error) {
      if (asProblem(error).code === 'FUND_YEAR') return '0.00';
      throw error;
    }
  },
  budget: (centreId: T.Id, year: number) =>
    data(client.GET('/api/v1/centres/{centreId}/budgets/{year}', { params: { path: { centreId, year } } })),
  appropriations: (fundId: T.Id) =>
    every(
      (query) => data(client.GET('/api/v1/funds/{fundId}/appropriations', { params: { ...ofFund(fundId), query } })),
      (answer) => answer.appropriations,
    ),
  appropriate: (fundId: T.Id, body: AppropriationInput, key: string) =>
    data(
      client.POST('/api/v1/funds/{fundId}/appropriations', { params: { ...ofFund(fundId), header: keyed(key) }, body }),
    ),
  movements: (fundId: T.Id, query: Page) =>
    data(client.GET('/api/v1/funds/{fundId}/movements', { params: { ...ofFund(fundId), query } })),
};

export const approvals = {
  todos: () =>
    every(
      (query) => data(client.GET('/api/v1/approvals/todos', { params: { query } })),
      (answer) => answer.todos,
    ),
};

export const audit = {
  page: (query: Page & { scope: string; subjectType?: string; subjectId?: string }) =>
    data(client.GET('/api/v1/audit', { params: { query } })),
};

export const calculators = {
  run: async (op: string, input: object) => {
    const { cases } = await data(client.POST('/api/v1/calculators', { body: { cases: [{ id: op, op, input }] } }));
    return cases[0] as T.CalculatorAnswer | undefined;
  },
};

const ofPack = (packId: T.Id): { path: { packId: T.Id } } => ({ path: { packId } });

export const policy = {
  regions: async () => (await data(client.GET('/api/v1/policy/regions'))).regions,
  inForce: async (region: string, period: Period) =>
    (await data(client.GET('/api/v1/policy/in-force', { params: { query: { region, period } } }))).parameters,
  packs: async () => (await data(client.GET('/api/v1/policy/packs'))).packs,
  pack: (packId: T.Id) => data(client.GET('/api/v1/policy/packs/{packId}', { params: ofPack(packId) })),
  check: (text: string) => data(client.POST('/api/v1/policy/packs/check', { body: { text } })),
  askEffect: async (text: string) => (await data(client.POST('/api/v1/policy/packs/effects', { body: { text } }))).id,
  effect: (effectId: T.Id) =>
    data(client.GET('/api/v1/policy/packs/effects/{effectId}', { params: { path: { effectId } } })),
  stopEffect: (effectId: T.Id) =>
    done(client.POST('/api/v1/policy/packs/effects/{effectId}/stop', { params: { path: { effectId } } })),
  propose: (body: { centreId: T.Id; text: string; reason: string }) =>
    data(client.POST('/api/v1/policy/packs', { body })),
  activate: (packId: T.Id, body: { hash: string; basis: string; opinion?: string }) =>
    data(client.POST('/api/v1/policy/packs/{packId}/activate', { params: ofPack(packId), body })),
  sendBack: (packId: T.Id, reason: string) =>
    data(client.POST('/api/v1/policy/packs/{packId}/return', { params: ofPack(packId), body: { reason } })),
  withdraw: (packId: T.Id, reason: string) =>
    data(client.POST('/api/v1/policy/packs/{packId}/withdraw', { params: ofPack(packId), body: { reason } })),
};

const ofUser = (userId: T.Id): { path: { userId: T.Id } } => ({ path: { userId } });

export const users = {
  list: () =>
    every(
      (query) => data(client.GET('/api/v1/users', { params: { query } })),
      (answer) => answer.users,
    ),
  create: (body: Body['CreateUserBody']) => data(client.POST('/api/v1/users', { body })),
  reset: (id: T.Id) => data(client.POST('/api/v1/users/{userId}/password-reset', { params: ofUser(id) })),
  disable: (id: T.Id) => done(client.POST('/api/v1/users/{userId}/disable', { params: ofUser(id) })),
  enable: (id: T.Id) => done(client.POST('/api/v1/users/{userId}/enable', { params: ofUser(id) })),
  linkWorker: (id: T.Id, body: Body['LinkWorkerBody']) =>
    done(client.POST('/api/v1/users/{userId}/worker', { params: ofUser(id), body })),
  unlinkWorker: (id: T.Id) => done(client.POST('/api/v1/users/{userId}/worker/unlink', { params: ofUser(id) })),
  grant: (id: T.Id, role: string, centreId: string) =>
    done(
      client.POST('/api/v1/users/{userId}/roles', { params: ofUser(id), body: { role, centreId } as Body['RoleBody'] }),
    ),
  revoke: (id: T.Id, role: string, centreId: string) =>
    done(
      client.POST('/api/v1/users/{userId}/roles/revoke', {
        params: ofUser(id),
        body: { role, centreId } as Body['RoleBody'],
      }),
    ),
};

export const ownPayslips = {
  list: () =>
    every(
      (query) => data(client.GET('/api/v1/me/payslips', { params: { query } })),
      (answer) => answer.payslips,
    ),
  get: (runNo: number) => data(client.GET('/api/v1/me/payslips/{runNo}', { params: { path: { runNo } } })),
  pdf: (runNo: number) => download(`/api/v1/me/payslips/${runNo}/pdf`),
};
