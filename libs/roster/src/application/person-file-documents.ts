import { type Cell, StoredFiles } from '@gridstaff/exchange';
import { Injectable } from '@nestjs/common';
import { DocumentKindStore } from '../domain/document-kind-store';
import { kindsEver, RETURN_EVIDENCE } from '../domain/documents';
import type { Worker } from '../domain/worker';

/** Enclosed in all; what is beyond is opened one by one. */
const MOST_BYTES = 60 * 1024 * 1024;

/** The papers of one person, for the file that is handed to that person. */
@Injectable()
export class PersonFileDocuments {
  constructor(
    private readonly files: StoredFiles,
    private readonly kinds: DocumentKindStore,
  ) {}

  /** Every paper that is on record, and the content of those that are there. Evidence of a return may speak of others and is listed alone. */
  async of(
    worker: Worker,
    language: 'zh' | 'en',
  ): Promise<{ rows: Cell[][]; entries: { name: string; content: Buffer }[] }> {
    const { id, centreId, no } = worker;
    const owner = { centreId, subject: 'worker' as const, subjectId: id, workerNo: no };
    const names = new Map(
      kindsEver(await this.kinds.facts(centreId)).flatMap(({ subject, code, nameZh, nameEn }) =>
        subject === 'worker' ? [[code, language === 'en' ? nameEn : nameZh]] : [],
      ),
    );
    const t = (zh: string, en: string): string => (language === 'en' ? en : zh);
    const rows: Cell[][] = [];
    const entries: { name: string; content: Buffer }[] = [];
    let bytes = 0;
    for (const [n, file] of (await this.files.list(owner)).entries()) {
      const kind = names.get(file.kind) ?? file.kind;
      const enclosed = file.name !== null && file.kind !== RETURN_EVIDENCE && bytes + file.size <= MOST_BYTES;
      const name = `${String(n + 1).padStart(2, '0')} ${kind} ${file.name ?? ''}`.replaceAll(/[\\/]/g, '_');
      if (enclosed) {
        bytes += file.size;
        entries.push({ name, content: (await this.files.read(await this.files.find(owner, file.id))).content });
      }
      const state =
        file.erasedAt !== null
          ? t('已清除', 'erased')
          : file.withdrawnAt !== null
            ? t('已撤下', 'withdrawn')
            : t('有效', 'kept');
      const recorded = new Date(file.recordedAt).toISOString().slice(0, 19).replace('T', ' ');
      rows.push([kind, file.name, file.expiresOn, recorded, state, enclosed ? name : t('未随附', 'not enclosed')]);
    }
    return { rows, entries };
  }
}
