import { Table } from 'antd';
import type { ReactElement, ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { ImportError, ImportResult } from '../../shared/api';
import { useTextOf } from '../../shared/problem-view';
import { TableFrame } from '../../shared/table/table-frame';

/** What the file would do, and each cell that keeps it out. */
export function ImportPreview({ result, tools }: { result: ImportResult; tools?: ReactNode }): ReactElement {
  const { t } = useTranslation('imports');
  const parts = ['created', 'changed', 'same', 'wrong'] as const;
  return (
    <div className="stack">
      <dl className="preview-tiles">
        {parts.map((part) => (
          <div key={part} data-part={part} data-none={result[part] === 0}>
            <dt>{t(`preview.${part}`)}</dt>
            <dd>{result[part]}</dd>
          </div>
        ))}
      </dl>
      {tools && <div>{tools}</div>}
      {result.errors.length > 0 && <Errors errors={result.errors} />}
    </div>
  );
}

function Errors({ errors }: { errors: readonly ImportError[] }): ReactElement {
  const { t } = useTranslation('imports');
  const textOf = useTextOf();
  return (
    <div>
      <p>
        <strong>{t('errors.title', { count: errors.length })}</strong> <span className="soft">{t('errors.text')}</span>
      </p>
      <TableFrame label={t('errors.title', { count: errors.length })}>
        <Table<ImportError>
          size="small"
          aria-label={t('errors.title', { count: errors.length })}
          rowKey={(error) => `${error.sheet}.${error.row}.${error.column}.${error.code}`}
          dataSource={[...errors]}
          pagination={errors.length > 10 ? { pageSize: 10, showSizeChanger: false, size: 'small' } : false}
          scroll={{ x: 700 }}
          columns={[
            { title: t('errors.sheet'), dataIndex: 'sheet', width: 110 },
            { title: t('errors.row'), dataIndex: 'row', width: 64, align: 'right' },
            { title: t('errors.column'), dataIndex: 'column', width: 130 },
            { title: t('errors.value'), dataIndex: 'value', width: 140, ellipsis: true },
            { title: t('errors.why'), render: (_, error) => textOf(error) },
          ]}
        />
      </TableFrame>
    </div>
  );
}
