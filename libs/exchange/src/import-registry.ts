import { DomainError, invariant } from '@gridstaff/kernel';
import { Injectable } from '@nestjs/common';
import type { ImportHandler, ImportKind } from './import-handler';

/** The kinds of import this program knows; each feature's module registers its own at start. */
@Injectable()
export class ImportRegistry {
  private readonly handlers = new Map<ImportKind, ImportHandler>();

  register(handler: ImportHandler): void {
    invariant(!this.handlers.has(handler.kind), `two handlers for imports of ${handler.kind}`);
    this.handlers.set(handler.kind, handler);
  }

  get kinds(): ImportKind[] {
    return [...this.handlers.keys()];
  }

  /** @throws DomainError IMPORT_KIND_UNKNOWN */
  handlerFor(kind: string): ImportHandler {
    const handler = this.handlers.get(kind as ImportKind);
    if (!handler) throw new DomainError('IMPORT_KIND_UNKNOWN', { kind: kind.slice(0, 40), kinds: this.kinds.join(', ') });
    return handler;
  }
}
