import { useInfiniteQuery } from '@tanstack/react-query';
import { Button, Card, Input, Select } from 'antd';
import { type ReactElement, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, type AuditEntry } from '../../shared/api';
import { formatInstant } from '../../shared/clock';
import { EmptyHint } from '../../shared/empty';
import { Icon } from '../../shared/icons';
import { MoreRows } from '../../shared/list';
import { Page } from '../../shared/page';
import { ProblemAlert } from '../../shared/problem-view';
import { holds, useSession } from '../../shared/session';
import { DataTable } from '../../shared/table/data-table';
import { Who } from '../../shared/who';

const SUBJECTS = [
  'pay_run',
  'reservation',
  'worker',
  'user',
  'fund',
  'settlement',
  'import',
  'period',
  'centre',
  'agency',
  'budget',
  'calendar',
  'pay_scheme',
  'attendance',
  'performance',
  'delegation',
  'token',
] as const;

/** Who did what and when, latest first; each entry carries the hash of all before it. */
export default function AuditPage(): ReactElement {
  const { t } = useTranslation('audit');
  const { me, centre } = useSession();
  const everywhere = holds(me, 'audit:read', undefined);
  const scopes = [
    ...(centre && holds(me, 'audit:read', centre.id) ? [{ value: centre.id, label: centre.name }] : []),
    ...(everywhere ? [{ value: 'system', label: t('system') }] : []),
  ];
  const [scope, setScope] = useState(scopes[0]?.value);
  const [subjectType, setSubjectType] = useState<string>();
  const [subjectId, setSubjectId] = useState<string>();
  const query = useInfiniteQuery({
    queryKey: ['audit', scope, subjectType, subjectId],
    queryFn: ({ pageParam }) =>
      api.audit.page({ scope: scope ?? '', subjectType, subjectId, limit: 50, after: pageParam }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ after }) => after ?? undefined,
    enabled: scope !== undefined,
  });
  const rows = query.data?.pages.flatMap((page) => page.entries);
  return (
    <Page
      tabTitle={t('title')}
      title={t('title')}
      sub={t('about')}
      actions={
        <Button
          icon={<Icon name="refresh" />}
          aria-label={t('common:action.refresh')}
          onClick={() => void query.refetch()}
        />
      }
    >
      <Card size="small">
        <div className="filter-row" role="search">
          <Select
            aria-label={t('scope')}
            value={scope}
            options={scopes}
            onChange={setScope}
            style={{ minWidth: 220 }}
          />
          <Select
            aria-label={t('subjectType')}
            placeholder={t('subjectType')}
            allowClear
            value={subjectType}
            onChange={setSubjectType}
            style={{ width: 150 }}
            options={SUBJECTS.map((value) => ({ value, label: t(`subject.${value}`) }))}
          />
          <Input.Search
            aria-label={t('subjectId')}
            placeholder={t('subjectId')}
            allowClear
            maxLength={36}
            style={{ width: 320 }}
            onSearch={(text) => setSubjectId(text.trim() || undefined)}
          />
        </div>
        {query.error && !rows ? (
          <ProblemAlert error={query.error} onReload={() => void query.refetch()} />
        ) : (
          <DataTable<AuditEntry>
            name="audit"
            label={t('title')}
            size="small"
            rows={rows}
            rowKey={({ seq }) => seq}
            empty={<EmptyHint icon="audit" title={t('none')} />}
            expandable={{
              expandedRowRender: (entry) => <Detail entry={entry} />,
              columnTitle: <span className="visually-hidden">{t('common:action.details')}</span>,
            }}
            columns={[
              { key: 'seq', title: t('seq'), width: 80, figures: true, dataIndex: 'seq' },
              { key: 'at', title: t('at'), width: 150, render: (_, { at }) => formatInstant(at) },
              {
                key: 'who',
                title: t('who'),
                width: 150,
                render: (_, { userId, osUser }) => (osUser ? t('shell', { user: osUser }) : <Who id={userId} />),
              },
              {
                key: 'action',
                title: t('action'),
                width: 160,
                render: (_, { action }) => (
                  <span title={action}>{t(`actions.${action}`, { defaultValue: action })}</span>
                ),
              },
              {
                key: 'subject',
                title: t('subjectType'),
                width: 110,
                render: (_, row) => t(`subject.${row.subjectType}`, { defaultValue: row.subjectType }),
              },
              {
                key: 'subjectId',
                title: t('subjectId'),
                width: 160,
                render: (_, row) => (
                  <span className="code">
                    {row.subjectId.length > 13 ? `…${row.subjectId.slice(-12)}` : row.subjectId}
                  </span>
                ),
              },
              { key: 'reason', title: t('reason'), width: 200, dataIndex: 'reason' },
            ]}
          />
        )}
        {rows && rows.length > 0 && <MoreRows query={query} count={rows.length} />}
      </Card>
    </Page>
  );
}

function Detail({ entry }: { entry: AuditEntry }): ReactElement {
  const { t } = useTranslation('audit');
  return (
    <dl className="figures small">
      {Object.entries((entry.data ?? {}) as Record<string, unknown>).map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd className="code">{typeof value === 'object' ? JSON.stringify(value) : String(value)}</dd>
        </div>
      ))}
      <div>
        <dt>{t('subjectId')}</dt>
        <dd className="code">{entry.subjectId}</dd>
      </div>
      <div>
        <dt>{t('hash')}</dt>
        <dd className="code">{entry.hash}</dd>
      </div>
    </dl>
  );
}
