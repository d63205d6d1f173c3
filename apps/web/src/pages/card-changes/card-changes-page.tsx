import { Button, Card } from 'antd';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { CardChange } from '../../shared/api';
import { formatInstant } from '../../shared/clock';
import { EmptyHint } from '../../shared/empty';
import { Icon } from '../../shared/icons';
import { Page } from '../../shared/page';
import { QueryView } from '../../shared/query-view';
import { DataTable } from '../../shared/table/data-table';
import { Who } from '../../shared/who';
import { CardActions, CardMove } from './card-actions';
import { useOpenCards } from './queries';

/** 银行卡变更: other cards for people who have one, waiting for a second person. */
export default function CardChangesPage(): ReactElement {
  const { t } = useTranslation('cards');
  const open = useOpenCards();
  return (
    <Page
      tabTitle={t('title')}
      title={t('title')}
      sub={t('about')}
      actions={
        <Button
          icon={<Icon name="refresh" />}
          aria-label={t('common:action.refresh')}
          onClick={() => void open.refetch()}
        />
      }
    >
      <Card size="small">
        <QueryView query={open} inline>
          {(changes) => <Waiting changes={changes} />}
        </QueryView>
      </Card>
    </Page>
  );
}

function Waiting({ changes }: { changes: readonly CardChange[] }): ReactElement {
  const { t } = useTranslation('cards');
  return (
    <DataTable<CardChange>
      name="card-changes"
      label={t('title')}
      size="small"
      rows={changes}
      rowKey={({ id }) => id}
      empty={<EmptyHint icon="ok" title={t('none')} text={t('noneText')} />}
      columns={[
        {
          ...{ key: 'name', title: t('column.name'), width: 110 },
          render: (_, { workerNo, name }) => <Link to={`/roster/${workerNo}`}>{name}</Link>,
        },
        { key: 'move', title: t('column.move'), width: 320, render: (_, change) => <CardMove change={change} /> },
        { key: 'from', title: t('column.from'), width: 110, figures: true, dataIndex: 'from' },
        { key: 'by', title: t('column.by'), width: 110, render: (_, { proposedBy }) => <Who id={proposedBy} /> },
        { key: 'at', title: t('column.at'), width: 150, render: (_, { proposedAt }) => formatInstant(proposedAt) },
        { key: 'reason', title: t('column.reason'), width: 150, render: (_, { reason }) => reason ?? '' },
        { key: 'do', title: t('common:actions'), width: 200, render: (_, change) => <CardActions change={change} /> },
      ]}
    />
  );
}
