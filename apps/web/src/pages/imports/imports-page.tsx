import { isPeriod } from '@gridstaff/kernel';
import { useQueries } from '@tanstack/react-query';
import { Button, Card } from 'antd';
import { type ReactElement, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { api, type ImportBatch } from '../../shared/api';
import { formatInstant } from '../../shared/clock';
import { EmptyHint } from '../../shared/empty';
import { Icon } from '../../shared/icons';
import { Page } from '../../shared/page';
import { useCentre, useSession } from '../../shared/session';
import { DataTable } from '../../shared/table/data-table';
import { Who } from '../../shared/who';
import { ImportDialog } from './import-dialog';
import { KINDS } from './kinds';
import { UndoButton } from './undo-button';

/** Every kind of file the account may bring in, and what was brought in before. */
export default function ImportsPage(): ReactElement {
  const { t } = useTranslation('imports');
  const { can } = useSession();
  const [search, setSearch] = useSearchParams();
  const [chosen, setKind] = useState<string>();
  const [opened, setOpen] = useState(false);
  const kinds = KINDS.filter(({ permission }) => can(permission));
  // An address may name what is to be brought in, and for which month.
  const asked = kinds.find((entry) => entry.kind === search.get('kind'))?.kind;
  const [kind, open] = asked ? [asked, true] : [chosen, opened];
  const month = search.get('period');
  const close = (): void => {
    if (asked) {
      setKind(asked);
      setSearch({}, { replace: true });
    }
    setOpen(false);
  };
  return (
    <Page tabTitle={t('title')} title={t('title')}>
      <div className="kind-grid">
        {kinds.map((entry) => (
          <Card key={entry.kind} size="small">
            <h2>{t(`kind.${entry.kind}`)}</h2>
            <p>{t(`about.${entry.kind}`)}</p>
            <Button
              icon={<Icon name="upload" />}
              onClick={() => {
                setKind(entry.kind);
                setOpen(true);
              }}
            >
              {t('start')}
            </Button>
          </Card>
        ))}
      </div>
      <Card size="small" title={t('history.title')}>
        <History kinds={kinds.map((entry) => entry.kind)} />
      </Card>
      {kind && (
        <ImportDialog key={kind} kind={kind} period={isPeriod(month) ? month : undefined} open={open} onClose={close} />
      )}
    </Page>
  );
}

function History({ kinds }: { kinds: readonly string[] }): ReactElement {
  const { t } = useTranslation('imports');
  const centre = useCentre();
  const answers = useQueries({
    queries: kinds.map((kind) => ({
      queryKey: ['imports', centre.id, kind],
      queryFn: () => api.imports.history(centre.id, kind),
    })),
  });
  const loading = answers.some(({ isPending }) => isPending);
  const rows = answers
    .flatMap(({ data }) => data ?? [])
    .sort((a, b) => (b.recordedAt ?? '').localeCompare(a.recordedAt ?? ''));
  return (
    <DataTable<ImportBatch>
      name="imports"
      label={t('history.title')}
      rows={loading ? undefined : rows}
      rowKey={({ id }) => id}
      size="small"
      empty={<EmptyHint icon="upload" title={t('history.none')} text={t('history.noneText')} />}
      columns={[
        { key: 'at', title: t('history.at'), width: 150, render: (_, { recordedAt }) => formatInstant(recordedAt) },
        {
          key: 'kind',
          title: t('history.kind'),
          width: 130,
          render: (_, row) => t(`kind.${row.kind}`, { defaultValue: row.kind }),
        },
        { key: 'period', title: t('history.period'), width: 100, dataIndex: 'period' },
        { key: 'file', title: t('history.file'), width: 240, dataIndex: 'fileName' },
        { key: 'created', title: t('preview.created'), width: 80, dataIndex: 'created', figures: true },
        { key: 'changed', title: t('preview.changed'), width: 80, dataIndex: 'changed', figures: true },
        { key: 'same', title: t('preview.same'), width: 80, dataIndex: 'same', figures: true },
        {
          ...{ key: 'leftOut', title: t('history.leftOut'), width: 90, figures: true },
          render: (_, { leftOut }) => leftOut ?? 0,
        },
        { key: 'by', title: t('history.by'), width: 130, render: (_, { recordedBy }) => <Who id={recordedBy} /> },
        {
          key: 'state',
          title: t('undo.state'),
          width: 200,
          render: (_, { undone }) => (undone ? t('undo.undoneAt', { at: formatInstant(undone.at), reason: undone.reason }) : t('undo.applied')),
        },
        {
          key: 'actions',
          title: t('common:actions'),
          width: 120,
          render: (_, batch) => batch.recorded && !batch.undone && <UndoButton batch={batch} />,
        },
      ]}
    />
  );
}
