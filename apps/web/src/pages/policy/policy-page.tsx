import { Button, Card } from 'antd';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useSearchParams } from 'react-router';
import type { PolicyPack } from '../../shared/api';
import { formatInstant } from '../../shared/clock';
import { EmptyHint } from '../../shared/empty';
import { Icon } from '../../shared/icons';
import { Page } from '../../shared/page';
import { QueryView } from '../../shared/query-view';
import { useSession } from '../../shared/session';
import { DataTable } from '../../shared/table/data-table';
import { Tabs } from '../../shared/tabs';
import { Who } from '../../shared/who';
import { InForce } from './in-force';
import { PackTag } from './pack-tag';
import { usePacks } from './queries';
import './policy.css';

/** The law as the calculation sees it, and the packs that changed it. */
export default function PolicyPage(): ReactElement {
  const { t } = useTranslation('policy');
  const { can } = useSession();
  const [search] = useSearchParams();
  const parts = [
    { key: 'in-force', label: t('inForce'), children: <InForce /> },
    { key: 'packs', label: t('packs'), children: <Packs /> },
  ];
  return (
    <Page
      tabTitle={t('title')}
      title={t('title')}
      sub={t('about')}
      actions={
        can('policy:propose') && (
          <Link to="/policy/new">
            <Button type="primary" tabIndex={-1} icon={<Icon name="plus" />}>
              {t('propose')}
            </Button>
          </Link>
        )
      }
    >
      <Card size="small">
        <Tabs label={t('title')} items={parts} first={search.get('part') ?? undefined} />
      </Card>
    </Page>
  );
}

function Packs(): ReactElement {
  const { t } = useTranslation('policy');
  const packs = usePacks();
  return (
    <QueryView query={packs} inline>
      {(rows) => (
        <DataTable<PolicyPack>
          name="packs"
          label={t('packs')}
          rows={rows}
          rowKey={({ id }) => id}
          empty={<EmptyHint icon="list" title={t('noPacks')} text={t('noPacksText')} />}
          columns={[
            {
              ...{ key: 'name', title: t('packs'), width: 230 },
              render: (_, { id, layer, proposedAt }) => (
                <Link to={`/policy/${id}`}>{t('packName', { layer, at: formatInstant(proposedAt) })}</Link>
              ),
            },
            {
              key: 'status',
              title: t('statusLabel'),
              width: 110,
              render: (_, { status }) => <PackTag status={status} />,
            },
            { key: 'reason', title: t('reason'), width: 300, dataIndex: 'reason' },
            { key: 'by', title: t('by'), width: 120, render: (_, { proposedBy }) => <Who id={proposedBy} /> },
            {
              ...{ key: 'decidedAt', title: t('decidedAt'), width: 150 },
              render: (_, { decidedAt }) => decidedAt && formatInstant(decidedAt),
            },
            { key: 'opinion', title: t('opinion'), width: 200, dataIndex: 'opinion' },
          ]}
        />
      )}
    </QueryView>
  );
}
