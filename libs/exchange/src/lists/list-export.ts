import type { Actor, Language, Permission } from '@gridstaff/contracts';
import type { Id, Json } from '@gridstaff/kernel';
import type { Cell, ColumnKind } from '../workbook-writer';

export type ListFormat = 'xlsx' | 'csv';

export interface ListColumn {
  /** As the screen calls the column. */
  key: string;
  zh: string;
  en: string;
  kind: ColumnKind;
  /** In characters. */
  width?: number;
  /** Says something of a person: the file needs a purpose. */
  personal?: boolean;
  /** Shows ID, card or phone numbers in full: needs `worker:reveal`, and of many people a second person. */
  numbers?: boolean;
}

export interface ListRequest<Q extends Json = Json> {
  actor: Actor;
  centreId: Id;
  /** What the screen asks its list with. */
  query: Q;
  /** Those chosen, in the order chosen. */
  columns: readonly ListColumn[];
  language: Language;
}

/**
 * A list of a screen as a file: the same query, the chosen columns, every row instead of a page. Features provide these and register them
 * with `ListExportRegistry`.
 */
export abstract class ListExport<Q extends Json = Json> {
  abstract readonly kind: string;
  abstract readonly titles: Readonly<Record<Language, string>>;
  abstract readonly permission: Permission;
  abstract readonly columns: readonly ListColumn[];
  /** The query with everything fixed that would otherwise be another thing on another day. */
  settled(query: Q): Q {
    return query;
  }

  /** How many rows the file will have. @throws DomainError as the screen does for a wrong query */
  abstract count(actor: Actor, centreId: Id, query: Q): Promise<number>;
  /** The rows, some hundreds at a time, each with the cells of the chosen columns; nothing of a page is kept when the next is read. */
  abstract pages(request: ListRequest<Q>): AsyncIterable<readonly (readonly Cell[])[]>;
}
