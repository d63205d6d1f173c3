import type { LocalDate, Period } from '@gridstaff/kernel';
import type { paths } from '../api-schema';
import { type Body, client, data, done, every, inCentre, type Page } from './client';
import { ask, download } from './http';
import type * as T from './types';

export type AgencyInput = Body['AgencyBody'];
export type AgencyDetailsInput = Body['AgencyDetailsBody'];
export type FeeInput = Body['AgencyFeeBody'];
export type GradeInput = Body['GradesBody']['grades'][number];
export type CertificateInput = Body['CertificateStandardsBody']['standards'][number];

/** Calls about the centre, its people and what a month recorded of them. */
export const centres = {
  /** @param fetch `askQuietly` where nobody may be asked to sign in */
  list: (fetch = ask) =>
    every(
      (query) => data(client.GET('/api/v1/centres', { params: { query }, fetch })),
      (answer) => answer.centres,
    ),
  office: (centreId: T.Id) =>
    every(
      (query) => data(client.GET('/api/v1/centres/{centreId}/office', { params: { ...inCentre(centreId), query } })),
      (answer) => answer.people,
    ),
  change: (centreId: T.Id, body: Body['CentreSettingsBody']) =>
    data(client.PATCH('/api/v1/centres/{centreId}/settings', { params: inCentre(centreId), body })),
  units: (centreId: T.Id, on?: LocalDate) =>
    every(
      (page) =>
        data(
          client.GET('/api/v1/centres/{centreId}/org-units', {
            params: { ...inCentre(centreId), query: { ...page, on } },
          }),
        ),
      (answer) => answer.units,
    ),
  saveUnits: (centreId: T.Id, units: Body['OrgUnitsBody']['units']) =>
    data(client.POST('/api/v1/centres/{centreId}/org-units', { params: inCentre(centreId), body: { units } })),
  grades: async (centreId: T.Id, on?: LocalDate) =>
    (await data(client.GET('/api/v1/centres/{centreId}/grades', { params: { ...inCentre(centreId), query: { on } } })))
      .grades,
  saveGrades: (centreId: T.Id, grades: Body['GradesBody']['grades']) =>
    data(client.POST('/api/v1/centres/{centreId}/grades', { params: inCentre(centreId), body: { grades } })),
  certificates: async (centreId: T.Id) =>
    (await data(client.GET('/api/v1/centres/{centreId}/certificate-standards', { params: inCentre(centreId) })))
      .standards,
  saveCertificates: (centreId: T.Id, standards: Body['CertificateStandardsBody']['standards']) =>
    data(
      client.POST('/api/v1/centres/{centreId}/certificate-standards', {
        params: inCentre(centreId),
        body: { standards },
      }),
    ),
  agencies: (centreId: T.Id) =>
    every(
      (query) => data(client.GET('/api/v1/centres/{centreId}/agencies', { params: { ...inCentre(centreId), query } })),
      (answer) => answer.agencies,
    ),
  addAgency: (centreId: T.Id, body: Body['AgencyBody']) =>
    data(client.POST('/api/v1/centres/{centreId}/agencies', { params: inCentre(centreId), body })),
  setAgencyDetails: (centreId: T.Id, agencyId: T.Id, body: Body['AgencyDetailsBody']) =>
    data(
      client.POST('/api/v1/centres/{centreId}/agencies/{agencyId}/details', {
        params: { path: { centreId, agencyId } },
        body,
      }),
    ),
  setFee: (centreId: T.Id, agencyId: T.Id, body: Body['AgencyFeeBody']) =>
    data(
      client.POST('/api/v1/centres/{centreId}/agencies/{agencyId}/fees', {
        params: { path: { centreId, agencyId } },
        body,
      }),
    ),
  scheme: (centreId: T.Id, period: Period) =>
    data(
      client.GET('/api/v1/centres/{centreId}/pay-schemes', { params: { ...inCentre(centreId), query: { period } } }),
    ),
  adoptScheme: (centreId: T.Id, validFrom: Period) =>
    data(client.POST('/api/v1/centres/{centreId}/pay-schemes', { params: inCentre(centreId), body: { validFrom } })),
  readiness: (centreId: T.Id, query: { period: Period; kind?: 'regular' | 'supplementary'; payDate?: LocalDate }) =>
    data(client.GET('/api/v1/centres/{centreId}/pay-readiness', { params: { ...inCentre(centreId), query } })),
};

export type WorkerSort = NonNullable<
  NonNullable<paths['/api/v1/centres/{centreId}/workers']['get']['parameters']['query']>['sort']
>;

export interface WorkerFilter extends Page {
  /** Code of a tag that is borne. */
  tag?: string;
  sort?: WorkerSort;
  on?: LocalDate;
  search?: string;
  unit?: string;
  agency?: string;
  post?: string;
  status?: NonNullable<T.WorkerSummary['status']>;
  engagedOnly?: boolean;
  counted?: boolean;
}

export type Hire = Body['HireBody'];

const ofWorker = (centreId: T.Id, workerNo: number): { path: { centreId: T.Id; workerNo: number } } => ({
  path: { centreId, workerNo },
});

export const workers = {
  page: (centreId: T.Id, query: WorkerFilter) =>
    data(client.GET('/api/v1/centres/{centreId}/workers', { params: { ...inCentre(centreId), query } })),
  all: (centreId: T.Id, filter: WorkerFilter = {}) =>
    every(
      (page) => workers.page(centreId, { ...filter, ...page }),
      (answer) => answer.workers,
    ),
  /** @param knownAt epoch milliseconds: nothing recorded later is in the answer */
  get: (centreId: T.Id, workerNo: number, knownAt?: number) =>
    data(
      client.GET('/api/v1/centres/{centreId}/workers/{workerNo}', {
        params: { ...ofWorker(centreId, workerNo), query: { knownAt } },
      }),
    ),
  hire: (centreId: T.Id, body: Body['HireBody']) =>
    data(client.POST('/api/v1/centres/{centreId}/workers', { params: inCentre(centreId), body })),
  reveal: (centreId: T.Id, workerNo: number, body: Body['RevealBody']) =>
    data(
      client.POST('/api/v1/centres/{centreId}/workers/{workerNo}/reveal', {
        params: ofWorker(centreId, workerNo),
        body,
      }),
    ),
  /** Everything about one person, in full, for that person. */
  file: (centreId: T.Id, workerNo: number, body: Body['PersonFileBody']) =>
    download(`/api/v1/centres/${centreId}/workers/${workerNo}/file`, {
      method: 'POST',
      body: JSON.stringify(body),
      headers: { 'content-type': 'application/json' },
    }),
  fundSplits: async (centreId: T.Id, workerNo: number): Promise<T.FundSplit[]> =>
    (
      await data(
        client.GET('/api/v1/centres/{centreId}/workers/{workerNo}/fund-splits', {
          params: ofWorker(centreId, workerNo),
        }),
      )
    ).splits,
  recordFundSplit: (centreId: T.Id, workerNo: number, body: T.FundSplitInput) =>
    done(
      client.POST('/api/v1/centres/{centreId}/workers/{workerNo}/fund-splits', {
        params: ofWorker(centreId, workerNo),
        body,
      }),
    ),
  retract: (centreId: T.Id, workerNo: number, factId: T.Id, body: Body['RetractFactBody']) =>
    data(
      client.POST('/api/v1/centres/{centreId}/workers/{workerNo}/facts/{factId}/retract', {
        params: { path: { centreId, workerNo, factId } },
        body,
      }),
    ),
};

const ofCard = (centreId: T.Id, changeId: T.Id): { path: { centreId: T.Id; changeId: T.Id } } => ({
  path: { centreId, changeId },
});

/** Other cards for people who have one: proposed by one person, approved by another. */
export const cards = {
  open: (centreId: T.Id) =>
    every(
      (query) =>
        data(client.GET('/api/v1/centres/{centreId}/card-changes', { params: { ...inCentre(centreId), query } })),
      (answer) => answer.changes,
    ),
  ofWorker: (centreId: T.Id, no: number) =>
    every(
      (query) =>
        data(
          client.GET('/api/v1/centres/{centreId}/workers/{workerNo}/card-changes', {
            params: { ...ofWorker(centreId, no), query },
          }),
        ),
      (answer) => answer.changes,
    ),
  approve: (centreId: T.Id, changeId: T.Id, body: Body['ApproveCardBody']) =>
    done(
      client.POST('/api/v1/centres/{centreId}/card-changes/{changeId}/approve', {
        params: ofCard(centreId, changeId),
        body,
      }),
    ),
  sendBack: (centreId: T.Id, changeId: T.Id, body: Body['ReturnCardBody']) =>
    done(
      client.POST('/api/v1/centres/{centreId}/card-changes/{changeId}/return', {
        params: ofCard(centreId, changeId),
        body,
      }),
    ),
  withdraw: (centreId: T.Id, changeId: T.Id, body: Body['WithdrawCardBody']) =>
    done(
      client.POST('/api/v1/centres/{centreId}/card-changes/{changeId}/withdraw', {
        params: ofCard(centreId, changeId),
        body,
      }),
    ),
};

/** Dated changes of one worker. */
export interface WorkerChange {
  grade: Body['ChangeGradeBody'];
  move: Body['MoveBody'];
  assignments: Body['AssignBody'];
  'engagement-status': Body['ChangeStatusBody'];
  end: Body['EndBody'];
  contributions: Body['ChangeContributionsBody'];
  certificates: Body['CertificateBody'];
  phone: Body['PhoneBody'];
  'bank-card': Body['BankCardBody'];
  contracts: Body['ContractBody'];
  protections: Body['ProtectionBody'];
  'identity-card': Body['IdentityCardBody'];
  retirement: Body['RetirementBody'];
  education: Body['EducationBody'];
  'political-status': Body['PoliticalBody'];
  addresses: Body['AddressBody'];
  contacts: Body['ContactBody'];
  'other-phones': Body['OtherPhoneBody'];
}

const CHANGE = '/api/v1/centres/{centreId}/workers/{workerNo}';

/** One call per kind of change, of one shape: the dialog that makes them is one. */
export const changeWorker: {
  [K in keyof WorkerChange]: (centreId: T.Id, workerNo: number, body: WorkerChange[K]) => Promise<ChangeOutcome>;
} = {
  grade: (c, no, body) => changed(client.POST(`${CHANGE}/grade`, { params: ofWorker(c, no), body })),
  move: (c, no, body) => changed(client.POST(`${CHANGE}/move`, { params: ofWorker(c, no), body })),
  assignments: (c, no, body) => changed(client.POST(`${CHANGE}/assignments`, { params: ofWorker(c, no), body })),
  'engagement-status': (c, no, body) =>
    changed(client.POST(`${CHANGE}/engagement-status`, { params: ofWorker(c, no), body })),
  end: (c, no, body) => changed(client.POST(`${CHANGE}/end`, { params: ofWorker(c, no), body })),
  contributions: (c, no, body) => changed(client.POST(`${CHANGE}/contributions`, { params: ofWorker(c, no), body })),
  certificates: (c, no, body) => changed(client.POST(`${CHANGE}/certificates`, { params: ofWorker(c, no), body })),
  phone: (c, no, body) => changed(client.POST(`${CHANGE}/phone`, { params: ofWorker(c, no), body })),
  'bank-card': (c, no, body) => changed(client.POST(`${CHANGE}/bank-card`, { params: ofWorker(c, no), body })),
  education: (c, no, body) => changed(client.POST(`${CHANGE}/education`, { params: ofWorker(c, no), body })),
  'political-status': (c, no, body) =>
    changed(client.POST(`${CHANGE}/political-status`, { params: ofWorker(c, no), body })),
  addresses: (c, no, body) => changed(client.POST(`${CHANGE}/addresses`, { params: ofWorker(c, no), body })),
  contacts: (c, no, body) => changed(client.POST(`${CHANGE}/contacts`, { params: ofWorker(c, no), body })),
  'other-phones': (c, no, body) => changed(client.POST(`${CHANGE}/other-phones`, { params: ofWorker(c, no), body })),
  contracts: (c, no, body) => changed(client.POST(`${CHANGE}/contracts`, { params: ofWorker(c, no), body })),
  protections: (c, no, body) => changed(client.POST(`${CHANGE}/protections`, { params: ofWorker(c, no), body })),
  'identity-card': (c, no, body) => changed(client.POST(`${CHANGE}/identity-card`, { params: ofWorker(c, no), body })),
  retirement: (c, no, body) => changed(client.POST(`${CHANGE}/retirement`, { params: ofWorker(c, no), body })),
};

/** `same`: it was so anyway; `proposed`: another person has to approve it first. */
export type ChangeOutcome = 'changed' | 'same' | 'proposed';

async function changed(call: Promise<{ data?: { changed: boolean; changeId?: T.Id | null } }>): Promise<ChangeOutcome> {
  const answer = await data(call);
  if (!answer.changed) return 'same';
  return answer.changeId ? 'proposed' : 'changed';
}

export const monthFacts = {
  attendance: async (centreId: T.Id, period: Period) => {
    const pages = await every(
      (page) =>
        data(
          client.GET('/api/v1/centres/{centreId}/attendance', {
            params: { ...inCentre(centreId), query: { ...page, period } },
          }),
        ),
      (answer) => [answer],
    );
    return {
      absences: pages.flatMap(({ absences }) => absences),
      overtime: pages.flatMap(({ overtime }) => overtime),
      heatWork: pages.flatMap(({ heatWork }) => heatWork),
    };
  },
  record: (centreId: T.Id, body: Body['AttendanceBody']) =>
    data(client.POST('/api/v1/centres/{centreId}/attendance', { params: inCentre(centreId), body })),
  retractAbsence: (centreId: T.Id, factId: T.Id, reason: string) =>
    done(
      client.POST('/api/v1/centres/{centreId}/attendance/absences/{factId}/retract', {
        params: { path: { centreId, factId } },
        body: { reason },
      }),
    ),
  retractOvertime: (centreId: T.Id, workerNo: number, period: Period, reason: string) =>
    done(
      client.POST('/api/v1/centres/{centreId}/attendance/overtime/{workerNo}/{period}/retract', {
        params: { path: { centreId, workerNo, period } },
        body: { reason },
      }),
    ),
  retractHeatWork: (centreId: T.Id, workerNo: number, period: Period, reason: string) =>
    done(
      client.POST('/api/v1/centres/{centreId}/attendance/heat-work/{workerNo}/{period}/retract', {
        params: { path: { centreId, workerNo, period } },
        body: { reason },
      }),
    ),
  leaveKinds: async (centreId: T.Id) =>
    (await data(client.GET('/api/v1/centres/{centreId}/leave-kinds', { params: inCentre(centreId) }))).kinds,
  leave: (centreId: T.Id, year: number) =>
    every(
      (page) =>
        data(
          client.GET('/api/v1/centres/{centreId}/leave-balances', {
            params: { ...inCentre(centreId), query: { ...page, year } },
          }),
        ),
      (answer) => answer.workers,
    ),
  priorService: (centreId: T.Id, entries: Body['PriorServicesBody']['entries']) =>
    data(client.POST('/api/v1/centres/{centreId}/prior-services', { params: inCentre(centreId), body: { entries } })),
  results: (centreId: T.Id, period: Period) =>
    every(
      (page) =>
        data(
          client.GET('/api/v1/centres/{centreId}/evaluations', {
            params: { ...inCentre(centreId), query: { ...page, period } },
          }),
        ),
      (answer) => answer.results,
    ),
  oneOffs: (centreId: T.Id, period: Period) =>
    every(
      (page) =>
        data(
          client.GET('/api/v1/centres/{centreId}/one-offs', {
            params: { ...inCentre(centreId), query: { ...page, period } },
          }),
        ),
      (answer) => answer.entries,
    ),
  giveOnce: (centreId: T.Id, period: Period, entries: Body['OneOffsBody']['entries']) =>
    done(client.POST('/api/v1/centres/{centreId}/one-offs', { params: inCentre(centreId), body: { period, entries } })),
  score: (centreId: T.Id, results: Body['PerformancesBody']['results']) =>
    data(client.POST('/api/v1/centres/{centreId}/evaluations', { params: inCentre(centreId), body: { results } })),
};
