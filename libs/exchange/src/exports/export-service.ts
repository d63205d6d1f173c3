import { createHash } from 'node:crypto';
import { AuditLog } from '@gridstaff/audit';
import { type Actor, can, type Language, requirePermission } from '@gridstaff/contracts';
import { PersonDirectory, SYSTEM_USER_ID } from '@gridstaff/identity';
import { DomainError, type Id, shanghaiMinute } from '@gridstaff/kernel';
import { UnitOfWork } from '@gridstaff/persistence';
import { Clock } from '@gridstaff/runtime';
import { Injectable } from '@nestjs/common';
import {
  type ExportContent,
  type ExportedFile,
  type ExportFormat,
  type ExportHandler,
  type ExportKind,
  type ExportRequest,
  type ExportStamp,
} from './export-handler';
import { ExportRegistry } from './export-registry';
import { cleanPurpose } from './purpose';

/** Up to so many people a file with ID or card numbers goes out for the standing purpose of its kind; beyond, somebody states why. */
const PURPOSE_FREE = 100;

interface Delivery {
  actor: Actor;
  centreId: Id;
  runId: Id;
  kind: ExportKind;
  format: ExportFormat;
  purpose: string;
  agencyId?: Id;
}

/** Gives files out: permission, purpose, the file, and its audit entry with row count and hash. The web and the command line give the same bytes. */
@Injectable()
export class ExportService {
  constructor(
    private readonly registry: ExportRegistry,
    private readonly people: PersonDirectory,
    private readonly audit: AuditLog,
    private readonly uow: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  /**
   * @throws DomainError EXPORT_KIND_UNKNOWN, EXPORT_FORMAT_UNKNOWN, NOT_FOUND, FORBIDDEN, EXPORT_PURPOSE_NEEDED, and those of the kind:
   * EXPORT_RUN_STATUS, EXPORT_AGENCY_UNKNOWN, EXPORT_NOTHING, EXPORT_TOTALS …
   */
  async run(actor: Actor, request: ExportRequest): Promise<ExportedFile> {
    const handler = this.registry.handlerFor(request.kind);
    const format = formatOf(handler, request.format);
    const { centreId, people } = await handler.subject(request);
    requirePermission(actor, handler.permission, centreId, 'pay run');
    requireReveal(actor, handler, centreId);
    const given = cleanPurpose(request.purpose);
    if (given === '' && handler.reveals.length > 0 && people > PURPOSE_FREE) {
      throw new DomainError('EXPORT_PURPOSE_NEEDED', { people, limit: PURPOSE_FREE }, { field: 'purpose' });
    }
    const language = request.language === 'en' && handler.languages.includes('en') ? 'en' : 'zh';
    const purpose = given === '' ? handler.titles[language] : given;
    const { runId, agencyId, options = {} } = request;
    const stamp = await this.stamp(actor, purpose, language);
    const content = await handler.write({ actor, runId, agencyId, format, purpose, options, stamp });
    return this.deliver({ actor, centreId, runId, kind: handler.kind, format, purpose, agencyId }, content);
  }

  /** Who, when and what for. For use cases that make a file outside the registry, such as one's own payslip. */
  async stamp(actor: Actor, purpose: string, language: Language): Promise<ExportStamp> {
    const user = await this.people.nameOf(actor.userId);
    const os = actor.osUser === undefined ? '' : ` @${actor.osUser}`;
    const at = this.clock.now();
    const time = shanghaiMinute(at);
    if (language === 'en') {
      const nameless = actor.userId === SYSTEM_USER_ID ? 'the system' : actor.userId;
      const who = user ? `${user.displayName} (${user.name}${os})` : `${nameless}${os}`;
      return { at, language, line: `Made by ${who}, ${time} (UTC+8), purpose: ${purpose}` };
    }
    const nameless = actor.userId === SYSTEM_USER_ID ? '系统' : actor.userId;
    const who = user ? `${user.displayName}（${user.name}${os}）` : `${nameless}${os}`;
    return { at, language, line: `导出人：${who}　时间：${time}　用途：${purpose}` };
  }

  /** The audit entry of a finished file, and the file. */
  async deliver(delivery: Delivery, content: ExportContent): Promise<ExportedFile> {
    const { actor, centreId, runId, kind, format, purpose, agencyId } = delivery;
    const sha256 = createHash('sha256').update(content.content).digest('hex');
    const { rows, leftOut } = content;
    await this.uow.run(() =>
      this.audit.append({
        ...{ actor, centreId, action: 'export.made', subjectType: 'pay_run', subjectId: runId, reason: purpose },
        data: { kind, format, rows, leftOut: leftOut.length, sha256, ...(agencyId !== undefined && { agencyId }) },
      }),
    );
    return { ...content, format, sha256 };
  }
}

function formatOf(handler: ExportHandler, wanted: string | undefined): ExportFormat {
  const format = wanted === undefined ? handler.formats[0] : handler.formats.find((f) => f === wanted);
  if (format) return format;
  const { kind, formats } = handler;
  throw new DomainError('EXPORT_FORMAT_UNKNOWN', {
    ...{ kind, format: String(wanted).slice(0, 20), formats: formats.join(', ') },
  });
}

/** @throws DomainError FORBIDDEN */
function requireReveal(actor: Actor, { reveals }: ExportHandler, centreId: Id): void {
  const [first] = reveals;
  if (first && !reveals.some((permission) => can(actor, permission, centreId))) {
    throw new DomainError('FORBIDDEN', { permission: first });
  }
}
