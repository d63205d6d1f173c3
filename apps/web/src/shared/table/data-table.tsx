import { Skeleton, Table, type TableProps } from 'antd';
import type { SorterResult, SortOrder } from 'antd/es/table/interface';
import { type ReactElement, type ReactNode, useMemo } from 'react';
import { useSession } from '../session';
import { arrangementOf, type Column, isHidden, ordered } from './columns';
import { ColumnChooser } from './column-chooser';
import { TableFrame } from './table-frame';

interface Props<Row extends object> extends Pick<
  TableProps<Row>,
  'rowSelection' | 'summary' | 'virtual' | 'onRow' | 'expandable' | 'size'
> {
  /** Names the table in what is remembered of its columns. */
  name: string;
  label: string;
  columns: readonly Column<Row>[];
  rows: readonly Row[] | undefined;
  rowKey: (row: Row) => string | number;
  loading?: boolean;
  empty: ReactNode;
  /** Height of the body in pixels; left out: as long as its rows. */
  height?: number;
  /** Name of a column's `sortBy`, with `-` in front when descending; undefined: the list's own order. */
  sort?: string;
  onSort?: (sort: string | undefined) => void;
}

/** The columns as the user arranged them, and the button to arrange them. */
export function useColumns<Row>(
  name: string,
  columns: readonly Column<Row>[],
): { shown: Column<Row>[]; chooser: ReactElement } {
  const { me } = useSession();
  const store = arrangementOf(me.userId, name);
  const arrangement = store.use();
  const shown = useMemo(
    () => ordered(columns, arrangement).filter((column) => !isHidden(column, arrangement)),
    [columns, arrangement],
  );
  return { shown, chooser: <ColumnChooser columns={columns} store={store} /> };
}

const head = <Row,>({ title, unit }: Column<Row>): ReactNode =>
  unit === undefined ? (
    title
  ) : (
    <>
      {title} <span className="soft">{unit}</span>
    </>
  );

const orderOf = (sort: string | undefined, name: string): SortOrder =>
  sort === name ? 'ascend' : sort === `-${name}` ? 'descend' : null;

/** What the table asks for, in the words of the API. */
function sortOf<Row>(sorter: SorterResult<Row> | SorterResult<Row>[]): string | undefined {
  const [one] = [sorter].flat();
  if (!one?.order) return undefined;
  return `${one.order === 'descend' ? '-' : ''}${String(one.columnKey)}`;
}

const width = <Row,>(columns: readonly Column<Row>[]): number =>
  columns.reduce((sum, column) => sum + Number(column.width ?? 120), 0);

/** The one table of the house: heads, money columns, skeleton while it loads, and what to do when it is empty. */
export function DataTable<Row extends object>({
  name,
  label,
  columns,
  rows,
  rowKey,
  loading,
  empty,
  height,
  sort,
  onSort,
  ...rest
}: Props<Row>): ReactElement {
  if (rows === undefined) return <Skeleton active paragraph={{ rows: 8 }} title={false} />;
  if (rows.length === 0 && !loading) return <>{empty}</>;
  return (
    <TableFrame label={label}>
      <Table<Row>
        {...rest}
        key={name}
        aria-label={label}
        size={rest.size ?? 'middle'}
        dataSource={rows}
        rowKey={rowKey}
        loading={loading}
        pagination={false}
        onChange={(_, __, sorter) => onSort?.(sortOf(sorter))}
        columns={columns.map(({ figures, always: _, optional: __, unit: ___, sortBy, ...column }) => ({
          ...column,
          ...(sortBy === undefined ? {} : { key: sortBy, sorter: true, sortOrder: orderOf(sort, sortBy) }),
          title: head({ ...column, unit: ___ } as Column<Row>),
          align: figures ? 'right' : column.align,
        }))}
        scroll={{ x: width(columns), ...(height === undefined ? {} : { y: height }) }}
      />
    </TableFrame>
  );
}
