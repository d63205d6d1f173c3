import { DomainError, isLocalDate, LONGEST_PAGE, type Page, type PageRequest, type Position } from '@gridstaff/kernel';
import { IsChoice, IsQueryWhole, IsText, Optional } from './fields';

const USUAL_PAGE = 50;
/** Room for a file name of 200 characters in a cursor. */
const LONGEST_CURSOR = 1500;

type ValueKind = 'number' | 'text' | 'date';
type Sort<F extends string> = F | `-${F}`;

const KINDS: Readonly<Record<ValueKind, (value: unknown) => value is string | number>> = {
  number: (value): value is number => Number.isSafeInteger(value),
  text: (value): value is string => typeof value === 'string' && value.length <= LONGEST_CURSOR,
  date: (value): value is string => isLocalDate(value),
};

export interface SortedPageQuery<F extends string> {
  limit: number;
  sort: Sort<F>;
  after?: string;
  /** @throws DomainError CURSOR_INVALID */
  page(): PageRequest<F>;
  /** What to ask with for the next page. */
  cursor(next: Position | null): string | null;
  /** Under `name`, with the cursor of what follows. */
  answer<T, V>(name: string, page: Page<T>, view: (row: T) => V): { [name: string]: V[] | string | null };
}

/**
 * The query of a list that may be sorted by `fields`, each with what its values are, and by nothing else. A cursor is the place of a row in
 * one order; callers give it back as it is. Nothing in it is trusted: it goes into statements as parameters, after its kinds were checked.
 */
export function PageQuery<F extends string>(
  fields: Readonly<Record<F, ValueKind>>,
  usual: Sort<NoInfer<F>>,
  key: 'number' | 'text' = 'number',
): new () => SortedPageQuery<F> {
  const names = Object.keys(fields) as F[];
  const sorts = names.flatMap((name) => [name, `-${name}`]);

  class Query implements SortedPageQuery<F> {
    @Optional()
    @IsQueryWhole(1, LONGEST_PAGE)
    limit: number = USUAL_PAGE;

    /** Ascending, or descending with `-` in front. */
    @Optional()
    @IsChoice(sorts)
    sort: Sort<F> = usual;

    /** The `after` of the page before, with the same `sort`. */
    @Optional()
    @IsText(LONGEST_CURSOR)
    after?: string;

    page(): PageRequest<F> {
      const descending = this.sort.startsWith('-');
      const field = (descending ? this.sort.slice(1) : this.sort) as F;
      const { limit, after } = this;
      return { field, descending, limit, after: after === undefined ? undefined : this.position(after, field) };
    }

    answer<T, V>(name: string, { rows, next }: Page<T>, view: (row: T) => V): { [name: string]: V[] | string | null } {
      return { [name]: rows.map(view), after: this.cursor(next) };
    }

    cursor(next: Position | null): string | null {
      return next && Buffer.from(JSON.stringify([this.sort, next.value, next.key])).toString('base64url');
    }

    private position(cursor: string, field: F): Position {
      const [sort, value, place, ...more] = listIn(cursor);
      if (sort === this.sort && more.length === 0 && KINDS[fields[field]](value) && KINDS[key](place))
        return { value, key: place };
      throw new DomainError('CURSOR_INVALID', {}, { field: 'after' });
    }
  }
  return Query;
}

function listIn(cursor: string): unknown[] {
  try {
    const read: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
    return Array.isArray(read) ? read : [];
  } catch {
    return [];
  }
}
