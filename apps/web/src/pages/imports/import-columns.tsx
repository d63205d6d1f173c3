import { Button, Select, Table } from 'antd';
import { type ReactElement, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, type ImportColumns, type ImportSheet } from '../../shared/api';
import { useCommand } from '../../shared/commands';
import { useCentre } from '../../shared/session';
import { TableFrame } from '../../shared/table/table-frame';
import { Tag } from '../../shared/tag';

type Target = ImportColumns['targets'][number];

/** What the person says of one sheet: the sheet of ours, and the column of ours by column of the file. */
interface Said {
  as: string;
  keys: Readonly<Record<number, string>>;
}

const saidOf = ({ as, columns }: ImportSheet): Said => ({
  as,
  keys: Object.fromEntries(columns.map(({ at, key }) => [at, key ?? ''])),
});

/** A file in a layout of its own: what each column is taken for, corrected by the person, remembered for the next file like it. */
export function ImportColumnsEditor({
  kind,
  fileName,
  found,
  onSaid,
  onRefused,
}: {
  kind: string;
  fileName: string;
  found: ImportColumns;
  onSaid: () => void;
  onRefused: (error: unknown) => void;
}): ReactElement {
  const { t, i18n } = useTranslation('imports');
  const centre = useCentre();
  const [said, setSaid] = useState<readonly Said[]>(() => found.sheets.map(saidOf));
  const language = i18n.language === 'en' ? 'en' : 'zh';
  const change = (index: number, next: Said): void =>
    setSaid((before) => before.map((one, i) => (i === index ? next : one)));
  const missing = found.sheets.flatMap((sheet, i) =>
    missingOf(found.targets, said[i] as Said).map((column) => ({ sheet: sheet.sheet, name: column[language] })),
  );
  const keep = useCommand({
    run: async () => {
      for (const [i, sheet] of found.sheets.entries()) {
        const { as, keys } = said[i] as Said;
        const columns = sheet.columns.map(({ at, head }) => ({ head, key: as === '' ? '' : (keys[at] ?? '') }));
        await api.imports.rememberLayout(centre.id, kind, {
          signature: sheet.signature,
          sheet: as,
          columns,
          source: `${fileName} · ${sheet.sheet}`,
        });
      }
    },
    touches: [['import-layouts', centre.id, kind]],
    onDone: onSaid,
    onRefused,
  });
  return (
    <section className="stack" aria-label={t('columns.title')}>
      <div>
        <strong>{t('columns.title')}</strong> <span className="soft">{t('columns.text')}</span>
      </div>
      {found.sheets.map((sheet, i) => (
        <SheetColumns
          key={sheet.sheet}
          sheet={sheet}
          targets={found.targets}
          said={said[i] as Said}
          language={language}
          onChange={(next) => change(i, next)}
        />
      ))}
      {missing.length > 0 && (
        <p role="status" className="import-missing">
          {t('columns.missing', { names: missing.map(({ name }) => name).join(language === 'en' ? ', ' : '、') })}
        </p>
      )}
      <div className="import-foot">
        <span className="soft">{t('columns.remembered')}</span>
        <Button
          type="primary"
          loading={keep.isPending}
          disabled={missing.length > 0 || said.every(({ as }) => as === '')}
          onClick={() => keep.mutate()}
        >
          {t('columns.keep')}
        </Button>
      </div>
    </section>
  );
}

function missingOf(targets: readonly Target[], { as, keys }: Said): Target['columns'] {
  const given = new Set(Object.values(keys));
  return targets.find(({ zh }) => zh === as)?.columns.filter(({ key, required }) => required && !given.has(key)) ?? [];
}

function SheetColumns({
  sheet,
  targets,
  said,
  language,
  onChange,
}: {
  sheet: ImportSheet;
  targets: readonly Target[];
  said: Said;
  language: 'zh' | 'en';
  onChange: (said: Said) => void;
}): ReactElement {
  const { t } = useTranslation('imports');
  const target = targets.find(({ zh }) => zh === said.as);
  const used = new Set(Object.values(said.keys));
  return (
    <div className="stack">
      <label className="import-sheet">
        <span>{t('columns.sheet', { name: sheet.sheet, row: sheet.headRow })}</span>
        <Select
          aria-label={t('columns.as', { name: sheet.sheet })}
          value={said.as}
          style={{ minWidth: 180 }}
          options={[
            { value: '', label: t('columns.unread') },
            ...targets.map((one) => ({ value: one.zh, label: one[language] })),
          ]}
          onChange={(as: string) => onChange({ as, keys: as === sheet.as ? saidOf(sheet).keys : {} })}
        />
      </label>
      {target && (
        <TableFrame label={t('columns.as', { name: sheet.sheet })}>
          <Table<ImportSheet['columns'][number]>
            size="small"
            aria-label={t('columns.as', { name: sheet.sheet })}
            rowKey="at"
            dataSource={[...sheet.columns]}
            pagination={sheet.columns.length > 40 ? { pageSize: 40, showSizeChanger: false, size: 'small' } : false}
            scroll={{ x: 640 }}
            columns={[
              { title: t('columns.head'), dataIndex: 'head', width: 180 },
              {
                title: t('columns.samples'),
                width: 200,
                render: (_, { samples }) => <span className="soft">{samples.join(' · ')}</span>,
              },
              {
                title: t('columns.ours'),
                width: 220,
                render: (_, { at, head }) => (
                  <Select
                    aria-label={t('columns.oursOf', { head })}
                    value={said.keys[at] ?? ''}
                    showSearch={{ optionFilterProp: 'label' }}
                    style={{ width: '100%' }}
                    options={[
                      { value: '', label: t('columns.unread') },
                      ...target.columns.map((column) => ({
                        value: column.key,
                        label: `${column[language]}${column.required ? ' *' : ''}`,
                        disabled: used.has(column.key) && said.keys[at] !== column.key,
                      })),
                    ]}
                    onChange={(key: string) => onChange({ ...said, keys: { ...said.keys, [at]: key } })}
                  />
                ),
              },
              {
                title: t('columns.why'),
                width: 120,
                render: (_, { by, key, at }) =>
                  by !== null && (key ?? '') === (said.keys[at] ?? '') ? (
                    <Tag tone={by === 'content' ? 'warn' : 'plain'}>{t(`columns.by.${by}`)}</Tag>
                  ) : null,
              },
            ]}
          />
        </TableFrame>
      )}
    </div>
  );
}
