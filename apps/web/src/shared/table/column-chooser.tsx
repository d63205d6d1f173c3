import { Button, Checkbox, Popover } from 'antd';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Icon } from '../icons';
import type { Stored } from '../stored';
import { type Arrangement, type Column, isHidden, ordered } from './columns';

/** Which columns stand in the table, and in which order; worked by mouse and by keyboard. */
export function ColumnChooser<Row>({
  columns,
  store,
}: {
  columns: readonly Column<Row>[];
  store: Stored<Arrangement | null>;
}): ReactElement {
  const { t } = useTranslation();
  const arrangement = store.use();
  const list = ordered(columns, arrangement);
  const save = (next: readonly Column<Row>[], hidden: (column: Column<Row>) => boolean): void =>
    store.set({ order: next.map(({ key }) => key), hidden: next.filter(hidden).map(({ key }) => key) });
  const show = (key: string, shown: boolean): void =>
    save(list, (column) => (column.key === key ? !shown : isHidden(column, arrangement)));
  const move = (at: number, by: number): void => {
    const next = [...list];
    const [moved] = next.splice(at, 1);
    if (!moved) return;
    next.splice(at + by, 0, moved);
    save(next, (column) => isHidden(column, arrangement));
  };
  const content = (
    <div style={{ minWidth: 230, maxHeight: 420, overflowY: 'auto' }}>
      {list.map((column, i) => (
        <div key={column.key} style={{ display: 'flex', alignItems: 'center', gap: 4 }}>
          <Checkbox
            style={{ flex: 1 }}
            checked={!isHidden(column, arrangement)}
            disabled={column.always}
            onChange={({ target }) => show(column.key, target.checked)}
          >
            {column.title}
          </Checkbox>
          <Button
            type="text"
            size="small"
            disabled={i === 0}
            icon={<Icon name="up" />}
            aria-label={t('columns.up', { name: column.title })}
            onClick={() => move(i, -1)}
          />
          <Button
            type="text"
            size="small"
            disabled={i === list.length - 1}
            icon={<Icon name="down" />}
            aria-label={t('columns.down', { name: column.title })}
            onClick={() => move(i, 1)}
          />
        </div>
      ))}
      <Button type="link" size="small" onClick={() => store.set(null)} style={{ paddingInline: 0 }}>
        {t('columns.reset')}
      </Button>
    </div>
  );
  return (
    <Popover trigger="click" placement="bottomRight" title={t('columns.title')} content={content}>
      <Button icon={<Icon name="columns" />} aria-label={t('columns.title')} title={t('columns.title')} />
    </Popover>
  );
}
