import { ERRORS } from '@gridstaff/contracts';
import { DomainError } from '@gridstaff/kernel';
import { AppLogger } from '@gridstaff/runtime';
import { type ArgumentsHost, Catch, type ExceptionFilter } from '@nestjs/common';
import type { ApiRequest, Reply } from './fastify';
import { languageOf, problemDocument, toDomainError } from './problem';

/** Errors of the language itself and our own hold no input; a driver's text may quote a row. */
const SAFE_TO_LOG = [DomainError, TypeError, RangeError, ReferenceError, SyntaxError];

/** Every error leaves as a problem document; only its number connects an unknown one with the log. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  constructor(private readonly logger: AppLogger) {}

  catch(error: unknown, host: ArgumentsHost): void {
    const request = host.switchToHttp().getRequest<ApiRequest>();
    const reply = host.switchToHttp().getResponse<Reply>();
    const known = toDomainError(error);
    this.record(error, known, request);
    const document = problemDocument(known, languageOf(request.headers['accept-language']), request.id);
    void reply.status(document.status).type('application/problem+json; charset=utf-8').send(JSON.stringify(document));
  }

  private record(error: unknown, known: DomainError, request: ApiRequest): void {
    const fields = { requestId: request.id, code: known.code };
    const kind = ERRORS[known.code]?.kind;
    if (kind === 'operational') this.logger.warn(fields, 'request failed');
    if (kind !== 'bug') return;
    const thrown = error instanceof Error ? error : new Error('not an error');
    const message = SAFE_TO_LOG.some((type) => thrown instanceof type) ? thrown.message : undefined;
    const frames = (thrown.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line));
    this.logger.error({ ...fields, name: thrown.name, message, frames }, 'internal error');
  }
}
