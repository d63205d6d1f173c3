import { DomainError, invariant } from '@gridstaff/kernel';
import { Injectable } from '@nestjs/common';
import type { ExportHandler, ExportKind } from './export-handler';

/** The kinds of export this program knows; each feature's module registers its own at start. */
@Injectable()
export class ExportRegistry {
  private readonly handlers = new Map<ExportKind, ExportHandler>();

  register(handler: ExportHandler): void {
    invariant(!this.handlers.has(handler.kind), `two handlers for exports of ${handler.kind}`);
    this.handlers.set(handler.kind, handler);
  }

  get kinds(): ExportKind[] {
    return [...this.handlers.keys()];
  }

  /** @throws DomainError EXPORT_KIND_UNKNOWN */
  handlerFor(kind: string): ExportHandler {
    const handler = this.handlers.get(kind as ExportKind);
    if (!handler)
      throw new DomainError('EXPORT_KIND_UNKNOWN', { kind: kind.slice(0, 40), kinds: this.kinds.join(', ') });
    return handler;
  }
}
