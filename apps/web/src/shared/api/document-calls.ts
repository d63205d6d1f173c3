import type { components } from '../api-schema';
import { client, data, done, inCentre } from './client';
import { ask, download, type Download, dressed, problemOf, unreachableNow } from './http';
import type * as T from './types';

type Schemas = components['schemas'];
export type StoredDocument = Schemas['Document'];
export type DocumentKind = Schemas['DocumentKind'];
export type DocumentKindInput = Schemas['DocumentKindBody'];

/** Whose papers. */
export type DocumentOwner = { workerNo: number } | { agencyId: T.Id };

export interface NewDocument {
  kind: string;
  aboutId?: T.Id;
  expiresOn?: string;
}

const at = (centreId: T.Id, owner: DocumentOwner): string =>
  `/api/v1/centres/${centreId}/${'workerNo' in owner ? `workers/${owner.workerNo}` : `agencies/${owner.agencyId}`}/documents`;

const json = (body: object): RequestInit => ({
  method: 'POST',
  body: JSON.stringify(body),
  headers: { 'content-type': 'application/json' },
});

/** Of what was sent so far, 0 to 1. */
export type OnProgress = (part: number) => void;

/** `fetch` cannot tell how far an upload is. @throws Problem */
async function send(path: string, file: File, onProgress: OnProgress): Promise<void> {
  // A session that has ended asks for the password now, not after the file was sent.
  await ask(new Request('/api/v1/session/me'));
  const { headers } = dressed(new Request(path, { method: 'POST' }));
  const form = new FormData();
  form.append('file', file);
  const response = await new Promise<Response>((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open('POST', path);
    headers.forEach((value, name) => request.setRequestHeader(name, value));
    request.upload.onprogress = ({ loaded, total }) => onProgress(total > 0 ? loaded / total : 0);
    request.onload = () => resolve(new Response(request.responseText, { status: request.status }));
    request.onerror = () => reject(unreachableNow());
    request.send(form);
  });
  if (!response.ok) throw await problemOf(response);
}

const queryOf = (document: NewDocument): string =>
  new URLSearchParams(
    Object.entries(document).filter((entry): entry is [string, string] => typeof entry[1] === 'string'),
  ).toString();

/** Papers of people and agencies. Apart from the other calls, so that it arrives with the pages that use it. */
export const documents = {
  kinds: async (centreId: T.Id) =>
    (
      await data(
        client.GET('/api/v1/centres/{centreId}/document-kinds', {
          params: { ...inCentre(centreId), query: { ever: true } },
        }),
      )
    ).kinds,
  setKind: (centreId: T.Id, body: DocumentKindInput) =>
    data(client.POST('/api/v1/centres/{centreId}/document-kinds', { params: inCentre(centreId), body })),
  list: async (centreId: T.Id, owner: DocumentOwner) =>
    'workerNo' in owner
      ? (
          await data(
            client.GET('/api/v1/centres/{centreId}/workers/{workerNo}/documents', {
              params: { path: { centreId, ...owner } },
            }),
          )
        ).documents
      : (
          await data(
            client.GET('/api/v1/centres/{centreId}/agencies/{agencyId}/documents', {
              params: { path: { centreId, ...owner } },
            }),
          )
        ).documents,
  add: (
    centreId: T.Id,
    owner: DocumentOwner,
    document: NewDocument,
    file: File,
    onProgress: OnProgress,
  ): Promise<void> => send(`${at(centreId, owner)}?${queryOf(document)}`, file, onProgress),
  addEvidence: (
    centreId: T.Id,
    workerNo: number,
    evidenceId: T.Id,
    file: File,
    onProgress: OnProgress,
  ): Promise<void> =>
    send(`/api/v1/centres/${centreId}/dispatch/workers/${workerNo}/evidence/${evidenceId}/papers`, file, onProgress),
  open: (centreId: T.Id, owner: DocumentOwner, id: T.Id, purpose: string): Promise<Download> =>
    download(`${at(centreId, owner)}/${id}/open`, json({ purpose })),
  withdraw: (centreId: T.Id, owner: DocumentOwner, id: T.Id, reason: string): Promise<void> =>
    done(ask(new Request(`${at(centreId, owner)}/${id}/withdraw`, json({ reason })))),
  /** As an address that a picture can show; it is kept in memory alone. */
  photo: async (centreId: T.Id, workerNo: number): Promise<string> => {
    const { blob } = await download(`/api/v1/centres/${centreId}/workers/${workerNo}/photo`);
    return new Promise((resolve, reject) => {
      const reader = new FileReader();
      reader.onload = () => resolve(String(reader.result));
      reader.onerror = () => reject(new Error('photo'));
      reader.readAsDataURL(blob);
    });
  },
};
