import { invariant, type Id } from '@gridstaff/kernel';
import { Injectable } from '@nestjs/common';
import type { SheetSpec } from './import-handler';

/** What a cell may hold, and the name by which people know it. */
export interface ListEntry {
  value: string;
  name: string;
}

/** The dictionaries of a centre that templates offer: each room registers those that it keeps. */
@Injectable()
export class TemplateLists {
  private readonly readers = new Map<string, (centreId: Id) => Promise<ListEntry[]>>();

  register(list: string, read: (centreId: Id) => Promise<ListEntry[]>): void {
    invariant(!this.readers.has(list), `two rooms keep the list ${list}`);
    this.readers.set(list, read);
  }

  /** Those that the columns of the sheets name, as the centre has them now; the caller has asked for a permission there. */
  async of(centreId: Id, sheets: readonly SheetSpec[]): Promise<Map<string, ListEntry[]>> {
    const wanted = new Set(sheets.flatMap(({ columns }) => columns.flatMap(({ list }) => (list === undefined ? [] : [list]))));
    const lists = new Map<string, ListEntry[]>();
    for (const list of wanted) {
      const read = this.readers.get(list);
      if (read) lists.set(list, await read(centreId));
    }
    return lists;
  }
}
