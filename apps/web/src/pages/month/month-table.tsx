import { Input } from 'antd';
import { type ReactElement, type ReactNode, useDeferredValue, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Icon } from '../../shared/icons';
import type { Column } from '../../shared/table/columns';
import { DataTable, useColumns } from '../../shared/table/data-table';
import { useWorkerNames } from '../runs/queries';
import { Link } from 'react-router';

/** A month list of people: found by name or number, counted, with what can be done beside the search. */
export function MonthTable<Row extends { workerNo: number }>({
  name,
  label,
  rows,
  rowKey,
  columns,
  empty,
  tools,
}: {
  name: string;
  label: string;
  rows: readonly Row[] | undefined;
  rowKey: (row: Row) => string;
  columns: readonly Column<Row>[];
  empty: ReactNode;
  tools?: ReactNode;
}): ReactElement {
  const { t } = useTranslation('month');
  const names = useWorkerNames();
  const [wanted, setWanted] = useState('');
  const text = useDeferredValue(wanted.trim());
  const found = useMemo(
    () =>
      text === ''
        ? rows
        : rows?.filter(({ workerNo }) => String(workerNo) === text || (names.get(workerNo) ?? '').includes(text)),
    [rows, text, names],
  );
  const all: Column<Row>[] = [
    { key: 'no', title: t('no'), width: 70, dataIndex: 'workerNo', figures: true },
    {
      ...{ key: 'name', title: t('name'), width: 110, always: true },
      render: (_, { workerNo }) => <Link to={`/roster/${workerNo}`}>{names.get(workerNo) ?? workerNo}</Link>,
    },
    ...columns,
  ];
  const { shown, chooser } = useColumns(name, all);
  return (
    <>
      <div className="filter-row">
        <Input
          className="grow"
          allowClear
          value={wanted}
          onChange={(event) => setWanted(event.target.value)}
          prefix={<Icon name="search" />}
          placeholder={t('search')}
          aria-label={t('search')}
        />
        <span className="soft" aria-live="polite">
          {found && t('count', { count: found.length })}
        </span>
        <span style={{ marginLeft: 'auto', display: 'flex', gap: 8 }}>
          {tools}
          {chooser}
        </span>
      </div>
      <DataTable<Row>
        name={name}
        label={label}
        size="small"
        columns={shown}
        rows={found}
        rowKey={rowKey}
        empty={empty}
      />
    </>
  );
}
