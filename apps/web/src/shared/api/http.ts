import { isProblemDocument, Problem, unreachable } from './problem';

type Scalar = string | number | boolean | undefined;
export type Query = object;

export interface Call {
  query?: Query;
  body?: object;
  form?: FormData;
  /** Goes with every command that moves money: the same key twice does it once. */
  idempotencyKey?: string;
  /** Answers 401 to the caller instead of asking to sign in again. */
  quiet?: boolean;
  signal?: AbortSignal;
}

/** What this layer needs to know of the rest of the app; set once at the start. */
export interface Surroundings {
  language(): string;
  unreachable(): { zh: string; en: string };
  /** Somebody signs in again, over the page that they are on. @returns whether they did */
  signInAgain(): Promise<boolean>;
  initialPassword(): void;
}

let surroundings: Surroundings | undefined;

export function surroundWith(given: Surroundings): void {
  surroundings = given;
}

const BASE = '/api/v1';

function addressOf(path: string, query: Query = {}): string {
  const given = Object.entries(query as Record<string, Scalar>).filter(([, value]) => value !== undefined && value !== '');
  const search = new URLSearchParams(given.map(([name, value]) => [name, String(value)])).toString();
  return `${BASE}${path}${search === '' ? '' : `?${search}`}`;
}

function headersOf(method: string, call: Call): Headers {
  const headers = new Headers({ accept: 'application/json', 'accept-language': surroundings?.language() ?? 'zh' });
  if (method !== 'GET') headers.set('x-requested-with', 'gridstaff');
  if (call.body) headers.set('content-type', 'application/json');
  if (call.idempotencyKey) headers.set('idempotency-key', call.idempotencyKey);
  return headers;
}

async function send(method: string, path: string, call: Call): Promise<Response> {
  try {
    return await fetch(addressOf(path, call.query), {
      method,
      headers: headersOf(method, call),
      body: call.form ?? (call.body ? JSON.stringify(call.body) : undefined),
      signal: call.signal,
      credentials: 'same-origin',
    });
  } catch (error) {
    if (call.signal?.aborted) throw error;
    throw unreachable(surroundings?.unreachable() ?? { zh: '', en: '' });
  }
}

async function problemOf(response: Response): Promise<Problem> {
  const document: unknown = await response.json().catch(() => undefined);
  if (isProblemDocument(document)) return new Problem(document);
  const { status } = response;
  return new Problem({ code: status >= 500 ? 'BUG' : `HTTP_${status}`, status, detail_zh: '', detail_en: '' });
}

/** @throws Problem */
async function answered(method: string, path: string, call: Call): Promise<Response> {
  const response = await send(method, path, call);
  if (response.ok) return response;
  // Nothing was done without a session, so after signing in again the same request is sent once more: what was typed is not lost.
  if (response.status === 401 && !call.quiet && (await surroundings?.signInAgain())) {
    const again = await send(method, path, call);
    if (again.ok) return again;
    throw await problemOf(again);
  }
  const problem = await problemOf(response);
  if (problem.code === 'PASSWORD_CHANGE_REQUIRED') surroundings?.initialPassword();
  throw problem;
}

/** @throws Problem */
export async function request<T>(method: 'GET' | 'POST' | 'PATCH' | 'DELETE', path: string, call: Call = {}): Promise<T> {
  const response = await answered(method, path, call);
  if (response.status === 204) return undefined as T;
  return (await response.json()) as T;
}

/** A file, and the name the server gives it. @throws Problem */
export async function download(path: string, query?: Query): Promise<{ blob: Blob; name: string | undefined }> {
  const response = await answered('GET', path, { query });
  const name = /filename="([^"]+)"/.exec(response.headers.get('content-disposition') ?? '')?.[1];
  return { blob: await response.blob(), name };
}

/** Hands a downloaded file to the browser. */
export function saveFile(blob: Blob, name: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(blob);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}
