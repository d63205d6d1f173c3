import { useQuery } from '@tanstack/react-query';
import { Card } from 'antd';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { Permission } from '@gridstaff/contracts';
import { api, asProblem, type Id, type PayRun } from '../../shared/api';
import { thisMonth } from '../../shared/clock';
import { useFunds } from '../../shared/funds';
import { Icon } from '../../shared/icons';
import { useSession } from '../../shared/session';
import { Tag } from '../../shared/tag';

interface Step {
  key: string;
  /** undefined while it is not known. */
  done: boolean | undefined;
  to: string;
  /** Who has not this is told whom to ask. */
  permission: Permission;
}

/** 首次使用: what an empty centre needs until its first month is calculated, in the order in which it is done. */
export default function FirstRun({ centreId, latest }: { centreId: Id; latest: PayRun | null }): ReactElement {
  const { t } = useTranslation('desk');
  const { can } = useSession();
  const steps = useSteps(centreId, latest);
  const next = steps.find(({ done }) => done === false);
  return (
    <Card
      size="small"
      title={t('first.title')}
      extra={t('first.count', { done: steps.filter(({ done }) => done).length, all: steps.length })}
    >
      <p className="soft card-about">{t('first.about')}</p>
      <ol className="first-steps">
        {steps.map((step, i) => (
          <li key={step.key} data-done={step.done === true} aria-current={step === next ? 'step' : undefined}>
            <span className="dot">{step.done ? <Icon name="ok" size={14} strokeWidth={2.6} /> : i + 1}</span>
            <span className="what">
              {can(step.permission) ? <Link to={step.to}>{t(`first.${step.key}`)}</Link> : t(`first.${step.key}`)}
              <small>
                {t(can(step.permission) ? `first.${step.key}Text` : 'first.ask', { who: t(`first.who.${step.key}`) })}
              </small>
            </span>
            <Tag tone={step.done ? 'good' : step === next ? 'warn' : 'plain'}>
              {t(step.done ? 'first.done' : step === next ? 'first.now' : 'first.later')}
            </Tag>
          </li>
        ))}
      </ol>
    </Card>
  );
}

function useSteps(centreId: Id, latest: PayRun | null): Step[] {
  const { can } = useSession();
  const people = can('roster:read');
  const units = useQuery({
    queryKey: ['units', centreId],
    queryFn: () => api.centres.units(centreId),
    enabled: people,
  });
  const agencies = useQuery({
    queryKey: ['agencies', centreId],
    queryFn: () => api.centres.agencies(centreId),
    enabled: people,
  });
  const workers = useQuery({
    queryKey: ['workers', centreId, 'any'],
    queryFn: () => api.workers.page(centreId, { limit: 1 }).then((page) => page.workers.length > 0),
    enabled: people,
  });
  const month = latest?.period ?? thisMonth();
  const scheme = useQuery({
    queryKey: ['scheme', centreId, month, 'any'],
    queryFn: () =>
      api.centres.scheme(centreId, month).then(
        () => true,
        (error: unknown) => {
          if (asProblem(error).code === 'NO_PAY_SCHEME') return false;
          throw error;
        },
      ),
  });
  const funds = useFunds(centreId, undefined, can('fund:read'));
  const some = (list: readonly unknown[] | undefined): boolean | undefined => list && list.length > 0;
  return [
    { key: 'units', done: some(units.data), to: '/settings?part=units', permission: 'roster:write' },
    { key: 'agencies', done: some(agencies.data), to: '/settings?part=agencies', permission: 'agency:manage' },
    { key: 'people', done: workers.data, to: '/imports?kind=roster', permission: 'roster:import' },
    { key: 'scheme', done: scheme.data, to: '/settings?part=scheme', permission: 'scheme:manage' },
    { key: 'budget', done: some(funds.data), to: '/imports?kind=budget', permission: 'fund:manage' },
    { key: 'run', done: latest !== null && latest.status !== 'draft', to: '/runs', permission: 'run:prepare' },
  ];
}
