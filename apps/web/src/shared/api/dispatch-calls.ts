import type { components } from '../api-schema';
import { client, data, done, every, inCentre } from './client';
import type * as T from './types';

type Schemas = components['schemas'];
export type DispatchFinding = Schemas['DispatchFinding'];
export type DispatchExpiry = Schemas['DispatchExpiry'];
export type DispatchAgreement = Schemas['DispatchAgreement'];
export type AgencyDetail = Schemas['AgencyDetail'];
export type AgreementInput = Schemas['AgreementBody'];
export type OwnStaffInput = Schemas['OwnStaffBody'];
export type ReturnGround = Schemas['ReturnGround'];
export type ReturnEvidence = Schemas['ReturnEvidence'];
export type EvidenceInput = Schemas['EvidenceBody'];
export type ReturnInput = Schemas['WorkerReturnBody'];
export type MatterDecision = Schemas['MatterDecisionBody'];

interface Asked {
  workerNo?: number;
  closed?: boolean;
}

/** What the law of dispatch wants looked at. Apart from the other calls, so that it arrives with the pages that use it. */
export const dispatch = {
  findings: (centreId: T.Id, asked: Asked) =>
    every(
      (page) =>
        data(
          client.GET('/api/v1/centres/{centreId}/dispatch/findings', {
            params: { ...inCentre(centreId), query: { ...page, ...asked } },
          }),
        ),
      (answer) => answer.findings,
    ),
  expiries: (centreId: T.Id, asked: Asked) =>
    every(
      (page) =>
        data(
          client.GET('/api/v1/centres/{centreId}/dispatch/expiries', {
            params: { ...inCentre(centreId), query: { ...page, ...asked } },
          }),
        ),
      (answer) => answer.expiries,
    ),
  counts: (centreId: T.Id) =>
    data(client.GET('/api/v1/centres/{centreId}/dispatch/counts', { params: inCentre(centreId) })),
  decide: (centreId: T.Id, body: MatterDecision) =>
    done(client.POST('/api/v1/centres/{centreId}/dispatch/decisions', { params: inCentre(centreId), body })),
  agreements: async (centreId: T.Id) =>
    (await data(client.GET('/api/v1/centres/{centreId}/dispatch/agreements', { params: inCentre(centreId) })))
      .agreements,
  recordAgreement: (centreId: T.Id, agencyId: T.Id, body: AgreementInput) =>
    done(
      client.POST('/api/v1/centres/{centreId}/dispatch/agencies/{agencyId}/agreements', {
        params: { path: { centreId, agencyId } },
        body,
      }),
    ),
  takeBackAgreement: (centreId: T.Id, agreementId: T.Id, reason: string) =>
    done(
      client.POST('/api/v1/centres/{centreId}/dispatch/agreements/{agreementId}/take-back', {
        params: { path: { centreId, agreementId } },
        body: { reason },
      }),
    ),
  agency: (centreId: T.Id, agencyId: T.Id, on?: string) =>
    data(client.GET('/api/v1/centres/{centreId}/agencies/{agencyId}', { params: { path: { centreId, agencyId }, query: { on } } })),
  returnGrounds: async (centreId: T.Id) =>
    (await data(client.GET('/api/v1/centres/{centreId}/dispatch/return-grounds', { params: inCentre(centreId) })))
      .grounds,
  evidence: async (centreId: T.Id, workerNo: number) =>
    (
      await data(
        client.GET('/api/v1/centres/{centreId}/dispatch/workers/{workerNo}/evidence', {
          params: { path: { centreId, workerNo } },
        }),
      )
    ).evidence,
  addEvidence: (centreId: T.Id, workerNo: number, body: EvidenceInput) =>
    done(
      client.POST('/api/v1/centres/{centreId}/dispatch/workers/{workerNo}/evidence', {
        params: { path: { centreId, workerNo } },
        body,
      }),
    ),
  withdrawEvidence: (centreId: T.Id, evidenceId: T.Id, reason: string) =>
    done(
      client.POST('/api/v1/centres/{centreId}/dispatch/evidence/{evidenceId}/withdraw', {
        params: { path: { centreId, evidenceId } },
        body: { reason },
      }),
    ),
  returnWorker: (centreId: T.Id, workerNo: number, body: ReturnInput) =>
    done(
      client.POST('/api/v1/centres/{centreId}/dispatch/workers/{workerNo}/return', {
        params: { path: { centreId, workerNo } },
        body,
      }),
    ),
  ownStaff: async (centreId: T.Id) =>
    (await data(client.GET('/api/v1/centres/{centreId}/dispatch/own-staff', { params: inCentre(centreId) }))).ownStaff,
  setOwnStaff: (centreId: T.Id, body: OwnStaffInput) =>
    done(client.POST('/api/v1/centres/{centreId}/dispatch/own-staff', { params: inCentre(centreId), body })),
};
