import { useQuery } from '@tanstack/react-query';
import { Card } from 'antd';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, Navigate } from 'react-router';
import { useMenu } from '../../app/shell/use-menu';
import { api } from '../../shared/api';
import { thisYear, today } from '../../shared/clock';
import { EmptyHint } from '../../shared/empty';
import { FundBar, StandingTag } from '../../shared/fund-bar';
import { Icon } from '../../shared/icons';
import { fenOf } from '../../shared/money';
import { Page } from '../../shared/page';
import { QueryView } from '../../shared/query-view';
import { useSession } from '../../shared/session';
import { useLatestRun } from '../runs/queries';
import { RunSummary } from './run-summary';
import { Todos } from './todos';
import './desk.css';

/** 工作台: what waits, how the fund stands, where the month is, and the ways on. */
export default function DeskPage(): ReactElement {
  const { t } = useTranslation('desk');
  const { me, centre, can } = useSession();
  const latest = useLatestRun(centre?.id, can('run:read'));
  // Grid staff come for one thing.
  const payslipsOnly = can('payslip:own') && !can('run:read') && !can('roster:read');
  const year = latest.data?.fiscalYear ?? thisYear();
  if (payslipsOnly) return <Navigate to="/payslips" replace />;
  return (
    <Page tabTitle={t('title')} title={t('hello', { name: me.displayName })} sub={today()}>
      <div className="grid-cards">
        <Card title={t('todos.title')} size="small">
          <Todos latest={latest.data ?? null} />
        </Card>
        {can('run:read') && centre && (
          <Card title={t('run.title')} size="small" extra={<Link to="/runs">{t('run.all')}</Link>}>
            <QueryView query={latest} rows={3} inline>
              {(run) => <RunSummary run={run} />}
            </QueryView>
          </Card>
        )}
        {can('fund:read') && centre && (!can('run:read') || !latest.isPending) && (
          <div className="wide">
            <FundCard centreId={centre.id} year={year} />
          </div>
        )}
        <div className="wide">
          <Card title={t('shortcuts')} size="small">
            <Shortcuts />
          </Card>
        </div>
      </div>
    </Page>
  );
}

/** The fund that pay comes from: the one with most in motion. */
function FundCard({ centreId, year }: { centreId: string; year: number }): ReactElement {
  const { t } = useTranslation('desk');
  const funds = useQuery({ queryKey: ['funds', centreId, year], queryFn: () => api.funds.list(centreId, year) });
  const moving = [...(funds.data ?? [])].sort(
    (a, b) =>
      fenOf(b.balances.paid) + fenOf(b.balances.reserved) - fenOf(a.balances.paid) - fenOf(a.balances.reserved) ||
      fenOf(b.balances.granted) - fenOf(a.balances.granted),
  )[0];
  return (
    <Card
      size="small"
      title={moving ? `${moving.name} · ${t('fund.year', { year })}` : t('fund.title')}
      extra={<Link to="/funds">{t('fund.all')}</Link>}
    >
      <QueryView query={funds} rows={3} inline>
        {() =>
          moving ? (
            <>
              <StandingTag fund={moving} />
              <div style={{ marginTop: 12 }}>
                <FundBar fund={moving} inWan />
              </div>
            </>
          ) : (
            <EmptyHint icon="fund" title={t('fund.none', { year })} text={t('fund.first')} />
          )
        }
      </QueryView>
    </Card>
  );
}

function Shortcuts(): ReactElement {
  const menu = useMenu();
  return (
    <div className="shortcuts">
      {menu
        .flatMap(({ entries }) => entries)
        .filter(({ path }) => path !== '/desk')
        .map(({ path, icon, label }) => (
          <Link key={path} to={path} className="tile">
            <Icon name={icon} size={20} />
            {label}
          </Link>
        ))}
    </div>
  );
}
