import type { SignedIn } from '@gridstaff/identity';
import type { FastifyAdapter } from '@nestjs/platform-fastify';
import type { UploadSlots } from './upload-slots';

type Hook = Parameters<Parameters<FastifyAdapter['setOnRequestHook']>[0]>;

export type FastifyInstance = ReturnType<FastifyAdapter['get']>;
export type Reply = Hook[1];

/** A request after the session guard: who asks, and with which session. */
export type ApiRequest = Hook[0] & {
  signedIn?: SignedIn;
  /** Set when the caller came with the session cookie, not with a bearer token. */
  sessionToken?: string;
  /** Set on multipart forms. */
  uploads?: UploadSlots;
};
