import { Button } from 'antd';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { Permission } from '@gridstaff/contracts';
import { type PayRun, type RunStatus } from '../../shared/api';
import { formatInstant } from '../../shared/clock';
import { EmptyHint } from '../../shared/empty';
import { QueryView } from '../../shared/query-view';
import { useSession } from '../../shared/session';
import { useTodos } from '../approvals/queries';
import { placeOf } from '../approvals/waiting';
import { useUndecided } from '../late-changes/queries';
import { useMatterCounts } from './matter-counts';

/** What a run in this state waits for, from whom; decisions come from the approval list itself. */
const NEXT: Partial<Record<RunStatus, { permission: Permission; task: string }>> = {
  draft: { permission: 'run:prepare', task: 'calculate' },
  calculated: { permission: 'run:prepare', task: 'submit' },
  approved: { permission: 'settlement:settle', task: 'settle' },
  settled: { permission: 'settlement:pay', task: 'pay' },
};

export function Todos({ latest }: { latest: PayRun | null }): ReactElement {
  const { t } = useTranslation('desk');
  const { can, centre } = useSession();
  const todos = useTodos();
  const late = useUndecided(can('run:prepare') ? centre?.id : undefined).data ?? 0;
  const { ending, unlawful } = useMatterCounts();
  const next = latest ? NEXT[latest.status] : undefined;
  const own = latest && next && can(next.permission) ? { run: latest, task: next.task } : undefined;
  return (
    <QueryView query={todos} rows={3} inline>
      {(list) =>
        list.length === 0 && !own && late + ending + unlawful === 0 ? (
          <EmptyHint icon="ok" title={t('todos.none')} text={t('todos.noneText')} />
        ) : (
          <ul className="todo-list">
            {own && (
              <li>
                <span className="what">
                  {t(`todos.${own.task}`, { period: own.run.period })}
                  <small>{t('todos.run', { no: own.run.no })}</small>
                </span>
                <Link to={`/runs/${own.run.id}`}>
                  <Button type="primary" size="small" tabIndex={-1}>
                    {t('todos.go')}
                  </Button>
                </Link>
              </li>
            )}
            {late > 0 && (
              <li>
                <span className="what">
                  {t('todos.late', { count: late })}
                  <small>{t('todos.lateText')}</small>
                </span>
                <Link to="/late-changes">
                  <Button type="primary" size="small" tabIndex={-1}>
                    {t('todos.go')}
                  </Button>
                </Link>
              </li>
            )}
            {(
              [
                ['unlawful', unlawful, 'findings'],
                ['ending', ending, 'expiries'],
              ] as const
            ).map(
              ([what, count, part]) =>
                count > 0 && (
                  <li key={what}>
                    <span className="what">
                      {t(`todos.${what}`, { count })}
                      <small>{t('todos.dispatchText')}</small>
                    </span>
                    <Link to={`/dispatch?part=${part}`}>
                      <Button type="primary" size="small" tabIndex={-1}>
                        {t('todos.go')}
                      </Button>
                    </Link>
                  </li>
                ),
            )}
            {list.map((todo) => (
              <li key={todo.approvalId}>
                <span className="what">
                  {t(`todos.kind.${todo.kind}`, { defaultValue: todo.kind, count: todo.count })}
                  <small>{t('todos.opened', { at: formatInstant(todo.openedAt) })}</small>
                </span>
                <Link to={placeOf(todo)}>
                  <Button type="primary" size="small" tabIndex={-1}>
                    {t('todos.go')}
                  </Button>
                </Link>
              </li>
            ))}
          </ul>
        )
      }
    </QueryView>
  );
}
