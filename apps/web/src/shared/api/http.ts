import { nowMillis } from '../clock';
import { isProblemDocument, Problem, unreachable } from './problem';

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

/** With what the server wants to know of every request. */
export function dressed(request: Request): Request {
  request.headers.set('accept-language', surroundings?.language() ?? 'zh');
  if (request.method !== 'GET') request.headers.set('x-requested-with', 'gridstaff');
  return request;
}

/** When the server last answered somebody who is signed in: from then on a session is idle. */
let answeredAt = nowMillis();
export const lastAnswer = (): number => answeredAt;

async function send(request: Request): Promise<Response> {
  try {
    const response = await fetch(request);
    if (response.status !== 401) answeredAt = nowMillis();
    return response;
  } catch (error) {
    if (request.signal.aborted) throw error;
    throw unreachableNow();
  }
}

export const unreachableNow = (): Problem => unreachable(surroundings?.unreachable() ?? { zh: '', en: '' });

export async function problemOf(response: Response): Promise<Problem> {
  const document: unknown = await response.json().catch(() => undefined);
  if (isProblemDocument(document)) return new Problem(document);
  const { status } = response;
  return new Problem({ code: status >= 500 ? 'BUG' : `HTTP_${status}`, status, detail_zh: '', detail_en: '' });
}

/** Every request goes through here. @throws Problem for whatever is not a success */
export async function ask(request: Request): Promise<Response> {
  const again = dressed(request).clone();
  const response = await send(request);
  if (response.ok) return response;
  // Nothing was done without a session, so after signing in again the same request is sent once more: what was typed is not lost.
  if (response.status === 401 && (await surroundings?.signInAgain())) {
    const second = await send(again);
    if (second.ok) return second;
    throw await problemOf(second);
  }
  const problem = await problemOf(response);
  if (problem.code === 'PASSWORD_CHANGE_REQUIRED') surroundings?.initialPassword();
  throw problem;
}

/** For the session itself: 401 is an answer, no reason to ask anybody. @throws Problem */
export async function askQuietly(request: Request): Promise<Response> {
  const response = await send(dressed(request));
  if (response.ok) return response;
  throw await problemOf(response);
}

export interface Download {
  blob: Blob;
  name: string | undefined;
}

const NAMES = [/filename\*=UTF-8''([^;]+)/i, /filename="([^"]+)"/i];

/** A file, and the name that the server gives it. @throws Problem */
export async function download(path: string, init: RequestInit = {}): Promise<Download> {
  const response = await ask(new Request(path, init));
  const header = response.headers.get('content-disposition') ?? '';
  const name = NAMES.map((pattern) => pattern.exec(header)?.[1]).find((found) => found !== undefined);
  return { blob: await response.blob(), name: name && decodeURIComponent(name) };
}

/** Hands a downloaded file to the browser. */
export function saveFile(blob: Blob, name: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(blob);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}
