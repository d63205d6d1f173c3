import type { Schema } from '../common/field-schema';

/** What the document says of a route beyond what its decorators and classes say by themselves. */
export interface Operation {
  /** What it does, in one sentence. */
  summary: string;
  /** What it answers when it went well; left out where it answers with nothing (204) or with what no client should rely on. */
  answer?: Schema;
  /** Media type of the answer; JSON when left out. */
  media?: string;
  /** Field names of a multipart form, each one file. */
  upload?: readonly string[];
  /** Codes of its use case, beside those that every route of its sort can answer. */
  errors?: readonly string[];
  /** The answer carries an ETag, and `If-None-Match` is understood. */
  versioned?: boolean;
}

/** Keyed by controller and method: `runs.get` is RunsController.get. */
export type Operations = Readonly<Record<string, Operation>>;
