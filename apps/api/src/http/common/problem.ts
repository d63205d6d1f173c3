import { ERRORS, type Language, messageOf, type Problem, toProblem } from '@gridstaff/contracts';
import { DomainError, type ErrorPlace } from '@gridstaff/kernel';
import { mapDriverError } from '@gridstaff/persistence';
import { HttpException } from '@nestjs/common';
import { STATUS_CODES } from 'node:http';
import { MAX_BODY_BYTES, MAX_FILE_BYTES } from './request-limits';

/** RFC 9457, with the stable code, both texts, and where in the input it lies. */
export interface ProblemDocument {
  type: string;
  title: string;
  status: number;
  code: string;
  detail: string;
  detail_zh: string;
  detail_en: string;
  place?: ErrorPlace;
  /** Each finding by itself when there are several. */
  errors?: Omit<ProblemDocument, 'type' | 'title' | 'status' | 'instance'>[];
  /** Number to give to support. */
  instance: string;
}

const finding = (
  problem: Problem,
  language: Language,
): Omit<ProblemDocument, 'type' | 'title' | 'status' | 'instance'> => ({
  code: problem.code,
  detail: messageOf(problem, language),
  detail_zh: problem.zh,
  detail_en: problem.en,
  ...(Object.keys(problem.place).length > 0 ? { place: problem.place } : {}),
  ...(problem.details.length > 0 ? { errors: problem.details.map((detail) => finding(detail, language)) } : {}),
});

export function problemDocument(error: DomainError, language: Language, requestId: string): ProblemDocument {
  const problem = toProblem(error);
  return {
    type: `urn:gridstaff:error:${problem.code}`,
    title: STATUS_CODES[problem.status] ?? 'Error',
    status: problem.status,
    ...finding(problem, language),
    instance: requestId,
  };
}

/** What the framework and the drivers throw, in our codes; anything unknown is a bug of ours. */
export function toDomainError(thrown: unknown): DomainError {
  // Reads through entities outside a unit throw what the driver says: a server that went away must be told as that.
  const error = mapDriverError(thrown);
  if (error instanceof DomainError) return ERRORS[error.code] ? error : new DomainError('BUG');
  switch (statusOf(error)) {
    case 400:
      return new DomainError('BODY_MALFORMED');
    case 403:
      return new DomainError('FORBIDDEN', { permission: '' });
    case 404:
    case 405:
      return new DomainError('ROUTE_UNKNOWN');
    case 406:
      return new DomainError('FILE_MISSING', {}, { field: 'file' });
    case 413: {
      const file = (error as { code?: unknown }).code === 'FST_REQ_FILE_TOO_LARGE';
      return new DomainError('BODY_TOO_LARGE', { max: file ? MAX_FILE_BYTES : MAX_BODY_BYTES });
    }
    case 415:
      return new DomainError('MEDIA_TYPE_UNSUPPORTED');
    case 429:
      return new DomainError('TOO_MANY_REQUESTS');
    case 503:
      return new DomainError('SHUTTING_DOWN');
    default:
      return new DomainError('BUG');
  }
}

function statusOf(error: unknown): number | undefined {
  if (error instanceof HttpException) return error.getStatus();
  const status = (error as { statusCode?: unknown } | null)?.statusCode;
  return typeof status === 'number' ? status : undefined;
}

/** The first of our languages that the caller prefers; Chinese when they say nothing. */
export function languageOf(acceptLanguage: string | undefined): Language {
  const wanted = (acceptLanguage ?? '')
    .slice(0, 500)
    .split(',')
    .map((part, index) => {
      const [tag = '', ...options] = part.trim().toLowerCase().split(';');
      const weight = options.map((option) => /^\s*q=([\d.]{1,5})$/.exec(option)?.[1]).find((q) => q !== undefined);
      return { language: tag.split('-')[0], weight: weight === undefined ? 1 : Number(weight), index };
    })
    .filter(({ language, weight }) => (language === 'zh' || language === 'en') && weight > 0)
    .sort((a, b) => b.weight - a.weight || a.index - b.index);
  return wanted[0]?.language === 'en' ? 'en' : 'zh';
}
