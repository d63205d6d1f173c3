import { DomainError, invariant, type Json } from '@gridstaff/kernel';
import { Injectable } from '@nestjs/common';
import type { ListExport } from './list-export';

/** The lists that can go out as files; each feature's module registers its own at start. */
@Injectable()
export class ListExportRegistry {
  private readonly lists = new Map<string, ListExport>();

  register<Q extends Json>(list: ListExport<Q>): void {
    invariant(!this.lists.has(list.kind), `two lists of ${list.kind}`);
    // What a list is asked with comes from its own screen's query, stored with the task.
    this.lists.set(list.kind, list as unknown as ListExport);
  }

  /** @throws DomainError EXPORT_KIND_UNKNOWN */
  listOf(kind: string): ListExport {
    const list = this.lists.get(kind);
    if (!list) throw new DomainError('EXPORT_KIND_UNKNOWN', { kind: kind.slice(0, 40), kinds: [...this.lists.keys()].join(', ') });
    return list;
  }
}
