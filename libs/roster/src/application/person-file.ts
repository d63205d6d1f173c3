import { AuditLog } from '@gridstaff/audit';
import type { Actor } from '@gridstaff/contracts';
import { type Cell, type ExportedFile, MIME, writeWorkbook, zipOf } from '@gridstaff/exchange';
import { addDays, formatYuan, OPEN_END, timelineOf, parseText } from '@gridstaff/kernel';
import { UnitOfWork } from '@gridstaff/persistence';
import { Clock } from '@gridstaff/runtime';
import { Injectable } from '@nestjs/common';
import { createHash } from 'node:crypto';
import { IdNumber } from '../domain/id-number';
import type { Reference } from '../domain/reference';
import { OrganisationStore, WorkerStore } from '../domain/stores';
import type { Worker } from '../domain/worker';
import { emptyLists, FACT_KINDS, type FactKind, slotOf, VALUE_KEYS, type WorkerFact } from '../domain/worker-facts';
import { CODE_WORDS, KIND_WORDS, VALUE_WORDS } from './person-file-words';
import { PersonFileDocuments } from './person-file-documents';
import { PersonalData } from './personal-data';
import { SEALED } from './sealed-values';
import { WorkerDesk, type WorkerTarget } from './worker-desk';

type FileLanguage = 'zh' | 'en';
const AMOUNTS = new Set(['contractWage', 'lowestSamePost', 'insuranceBase', 'fundBase']);

/** Everything the roster holds about one person, in full and readable, to be handed to that person (个人信息保护法 art. 45). */
@Injectable()
export class PersonFile {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly desk: WorkerDesk,
    private readonly organisation: OrganisationStore,
    private readonly workers: WorkerStore,
    private readonly personal: PersonalData,
    private readonly documents: PersonFileDocuments,
    private readonly clock: Clock,
    private readonly audit: AuditLog,
  ) {}

  /**
   * Of this person alone, what was replaced or taken back included; one audit entry with the digest of the file. A workbook, or, where papers are
   * kept of the person, a zip of it and them. Needs `worker:reveal`.
   * @throws DomainError NOT_FOUND, FORBIDDEN, MISSING_FIELD without a purpose, CIPHER_BROKEN when a stored value was tampered with
   */
  async make(actor: Actor, input: WorkerTarget & { purpose: string; language: FileLanguage }): Promise<ExportedFile> {
    const purpose = parseText(input.purpose, 'purpose', 200);
    const { language } = input;
    // Reading papers takes its time: before the unit.
    const papers = await this.documents.of(await this.desk.find(actor, 'worker:reveal', input), language);
    return this.uow.run(async () => {
      const worker = await this.desk.find(actor, 'worker:reveal', input);
      const facts = (await this.workers.facts(worker.centreId, [worker.no])).get(worker.no) ?? emptyLists();
      const reference = await this.organisation.reference(worker.centreId);
      const rows = FACT_KINDS.flatMap((kind) => this.rows(worker, kind, facts[kind], reference, language));
      const book = await this.book(worker, rows, papers.rows, language);
      const name = language === 'en' ? `Own data ${worker.name}` : `本人数据 ${worker.name}`;
      const zipped = papers.entries.length > 0;
      const content = zipped ? zipOf([{ name: `${name}.xlsx`, content: book }, ...papers.entries], this.clock.now()) : book;
      const sha256 = createHash('sha256').update(content).digest('hex');
      const subject = { centreId: worker.centreId, subjectType: 'worker', subjectId: worker.id };
      const data = { workerNo: worker.no, rows: rows.length, ...(zipped ? { papers: papers.entries.length } : {}), sha256 };
      await this.audit.append({ actor, ...subject, action: 'worker.file-made', data, reason: purpose });
      const ending = zipped ? 'zip' : 'xlsx';
      return { fileName: `${name}.${ending}`, mime: MIME[ending], format: 'xlsx', content, rows: rows.length, leftOut: [], sha256 };
    });
  }

  private book(worker: Worker, rows: readonly (readonly Cell[])[], papers: readonly (readonly Cell[])[], language: FileLanguage): Promise<Buffer> {
    const t = (zh: string, en: string): string => (language === 'en' ? en : zh);
    const idNumber = this.personal.open(worker, 'id', worker.idCipher);
    const male = worker.sex === 'male';
    const text = (header: string, width: number) => ({ header, kind: 'text' as const, width });
    return writeWorkbook([
      {
        name: t('基本信息', 'Basics'),
        columns: [text(t('项目', 'Field'), 18), text(t('内容', 'Value'), 30)],
        rows: [
          [t('姓名', 'Name'), worker.name],
          [t('工号', 'Worker number'), String(worker.no)],
          [t('证件号码', 'ID number'), idNumber],
          [t('性别', 'Sex'), male ? t('男', 'male') : t('女', 'female')],
          [t('出生日期', 'Born'), IdNumber.parse(idNumber).birthDate],
        ],
      },
      {
        name: t('记录', 'Records'),
        columns: [
          ...[text(t('事项', 'Kind'), 14), text(t('自', 'From'), 12), text(t('至', 'Last day'), 12)],
          ...[text(t('内容', 'Values'), 60), text(t('状态', 'State'), 12), text(t('原因', 'Reason'), 24)],
          text(t('登记时间（UTC）', 'Recorded (UTC)'), 20),
        ],
        rows,
      },
      {
        name: t('资料', 'Papers'),
        columns: [
          ...[text(t('类别', 'Kind'), 24), text(t('文件名', 'File name'), 36), text(t('有效期至', 'Valid until'), 12)],
          ...[text(t('登记时间（UTC）', 'Recorded (UTC)'), 20), text(t('状态', 'State'), 24), text(t('随附', 'Enclosed'), 24)],
        ],
        rows: papers,
      },
    ]);
  }

  private rows<K extends FactKind>(
    worker: Worker,
    kind: K,
    facts: readonly WorkerFact<K>[],
    reference: Reference,
    language: FileLanguage,
  ): Cell[][] {
    const t = (zh: string, en: string): string => (language === 'en' ? en : zh);
    const slots = new Set(facts.map((fact) => slotOf<K>(kind, fact)));
    const holding = new Set(
      [...slots].flatMap((slot) =>
        timelineOf(facts.filter((fact) => slotOf<K>(kind, fact) === slot)).map(({ fact }) => fact.id),
      ),
    );
    return facts.map((fact) => [
      KIND_WORDS[kind]?.[language === 'en' ? 1 : 0],
      fact.validFrom,
      fact.validTo === OPEN_END ? '' : addDays(fact.validTo, -1),
      this.said(worker, kind, fact, reference, language),
      fact.retracted
        ? t('已撤回', 'taken back')
        : holding.has(fact.id)
          ? t('有效', 'holds')
          : t('已被取代', 'replaced'),
      fact.reason,
      new Date(fact.recordedAt).toISOString().slice(0, 19).replace('T', ' '),
    ]);
  }

  private said<K extends FactKind>(
    worker: Worker,
    kind: K,
    fact: WorkerFact<K>,
    reference: Reference,
    language: FileLanguage,
  ): string {
    const english = language === 'en';
    const parts = VALUE_KEYS[kind].flatMap((key) => {
      const word = VALUE_WORDS[key];
      const value = fact[key] as string | number | boolean | null;
      if (!word || value === null) return [];
      return `${word[english ? 1 : 0]}${english ? ': ' : '：'}${this.value(worker, key, value, reference, english)}`;
    });
    return parts.join(english ? '; ' : '；');
  }

  private value(
    worker: Worker,
    key: string,
    value: string | number | boolean,
    reference: Reference,
    english: boolean,
  ): string {
    const sealed = SEALED[key];
    if (sealed) return this.personal.open(worker, sealed.field, String(value));
    if (typeof value === 'boolean') return english ? (value ? 'yes' : 'no') : value ? '是' : '否';
    if (key === 'agencyId') return reference.agencyById(String(value))?.name ?? String(value);
    if (key === 'orgUnitId') return reference.unitById(String(value))?.code ?? String(value);
    if (AMOUNTS.has(key)) return formatYuan(Number(value));
    const code = CODE_WORDS[`${key}.${value}`];
    if (code === undefined) return String(value);
    return english ? String(value).replaceAll('_', ' ') : code;
  }
}
