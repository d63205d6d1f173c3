import { useQueries } from '@tanstack/react-query';
import { Button, Card } from 'antd';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { api, type PayRun } from '../../shared/api';
import { formatInstant } from '../../shared/clock';
import { EmptyHint } from '../../shared/empty';
import { Icon } from '../../shared/icons';
import { Money } from '../../shared/money';
import { Page } from '../../shared/page';
import { QueryView } from '../../shared/query-view';
import { DataTable } from '../../shared/table/data-table';
import { useTodos } from './queries';
import { placeOf, RUN, type Waiting } from './waiting';
import { runKeys } from '../runs/queries';
import { costOf } from '../runs/run-amounts';

/** What waits for the decision of the account, with the figures that it is about. */
export default function ApprovalsPage(): ReactElement {
  const { t } = useTranslation('approvals');
  const todos = useTodos();
  return (
    <Page
      tabTitle={t('title')}
      title={t('title')}
      sub={t('about')}
      actions={
        <Button
          icon={<Icon name="refresh" />}
          aria-label={t('common:action.refresh')}
          onClick={() => void todos.refetch()}
        />
      }
    >
      <Card size="small">
        <QueryView query={todos} inline>
          {(list) => <Matters todos={list} />}
        </QueryView>
      </Card>
    </Page>
  );
}

function Matters({ todos }: { todos: readonly Waiting[] }): ReactElement {
  const { t } = useTranslation(['approvals', 'runs']);
  const runs = useQueries({
    queries: todos
      .filter(({ subjectType }) => subjectType === RUN)
      .map(({ subjectId }) => ({
        queryKey: runKeys.one(subjectId),
        queryFn: () => api.runs.get(subjectId),
      })),
  });
  const byId = new Map(runs.flatMap(({ data }) => (data ? [[data.id, data] as [string, PayRun]] : [])));
  return (
    <DataTable<Waiting>
      name="todos"
      label={t('title')}
      rows={todos}
      rowKey={({ approvalId }) => approvalId}
      empty={<EmptyHint icon="ok" title={t('none')} text={t('noneText')} />}
      columns={[
        {
          ...{ key: 'what', title: t('what'), width: 220 },
          render: (_, todo) => {
            const run = byId.get(todo.subjectId);
            const waiting = todo.subjectType === RUN ? t('loading') : t(todo.subjectType, { count: todo.count });
            return <Link to={placeOf(todo)}>{run ? t('runs:name', { period: run.period, no: run.no }) : waiting}</Link>;
          },
        },
        {
          key: 'kind',
          title: t('kindLabel'),
          width: 120,
          render: (_, { kind }) => t(`kind.${kind}`, { defaultValue: kind }),
        },
        {
          key: 'people',
          title: t('runs:people'),
          width: 80,
          figures: true,
          render: (_, { subjectId }) => byId.get(subjectId)?.people,
        },
        {
          key: 'net',
          title: t('runs:amount.net'),
          unit: `(${t('common:yuan')})`,
          width: 140,
          figures: true,
          render: (_, { subjectId }) => <Money value={byId.get(subjectId)?.net} />,
        },
        {
          ...{ key: 'cost', title: t('runs:amount.cost'), unit: `(${t('common:yuan')})`, width: 150, figures: true },
          render: (_, { subjectId }) => {
            const run = byId.get(subjectId);
            return <Money value={run && costOf(run)} strong />;
          },
        },
        { key: 'round', title: t('round'), width: 80, figures: true, dataIndex: 'round' },
        { key: 'opened', title: t('opened'), width: 150, render: (_, { openedAt }) => formatInstant(openedAt) },
        {
          ...{ key: 'do', title: t('do'), width: 110 },
          render: (_, { kind, ...todo }) => (
            <Link to={placeOf(todo)}>
              <Button type="primary" size="small" tabIndex={-1}>
                {t(`go.${kind}`, { defaultValue: t('common:action.open') })}
              </Button>
            </Link>
          ),
        },
      ]}
    />
  );
}
