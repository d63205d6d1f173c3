import { type Actor, type Language, toProblem } from '@gridstaff/contracts';
import { type ExportTask, ExportTasks, type ExportWish } from '@gridstaff/exchange';
import { DomainError, type Id } from '@gridstaff/kernel';
import { Injectable } from '@nestjs/common';
import { languageOf } from '../common/problem';
import { isoInstant } from '../common/view';
import type { ListExportBody } from './list-exports.dto';

/** As the export centre shows it: neither the query nor a key. */
export function taskView(task: ExportTask): object {
  const { query: _, dataKey: __, jobId: ___, errorCode, ...shown } = task;
  return {
    ...shown,
    requestedAt: isoInstant(task.requestedAt),
    finishedAt: isoInstant(task.finishedAt),
    expiresAt: isoInstant(task.expiresAt),
    error: errorCode === null ? null : wordsOf(errorCode),
  };
}

function wordsOf(code: string): object {
  const { zh, en } = toProblem(new DomainError(code));
  return { code, detail_zh: zh, detail_en: en };
}

/** What every list's controller does with the wish for a file. */
@Injectable()
export class ListExports {
  constructor(private readonly tasks: ExportTasks) {}

  async ask(
    actor: Actor,
    list: Pick<ExportWish, 'kind' | 'query'> & { centreId: Id },
    body: ListExportBody,
    accept: string | undefined,
  ): Promise<object> {
    const { format, purpose, columns, language = languageOf(accept) as Language } = body;
    const keys = columns?.split(',').map((key) => key.trim());
    return taskView(await this.tasks.request(actor, { ...list, format, purpose, language, columns: keys }));
  }
}
