import { Card, Skeleton } from 'antd';
import { lazy, type ReactElement, type ReactNode, Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, Navigate } from 'react-router';
import { useMenu } from '../../app/shell/use-menu';
import type { Id, PayRun } from '../../shared/api';
import { thisYear, today } from '../../shared/clock';
import { EmptyHint } from '../../shared/empty';
import { FundBar, StandingTag } from '../../shared/fund-bar';
import { payFund, useForecast, useFunds } from '../../shared/funds';
import { Icon } from '../../shared/icons';
import { Page } from '../../shared/page';
import { QueryView } from '../../shared/query-view';
import { useSession } from '../../shared/session';
import { Tabs } from '../../shared/tabs';
import { useLatestRun } from '../runs/queries';
import { RunSummary } from './run-summary';
import { Todos } from './todos';
import './desk.css';

const OwnMatters = lazy(() => import('./own-matters'));
const PayMonth = lazy(() => import('./pay-month'));
const FirstRun = lazy(() => import('./first-run'));

/** 工作台: what waits, how the fund stands, where the month is, and the ways on. */
export default function DeskPage(): ReactElement {
  const { t } = useTranslation('desk');
  const { me, centre, can } = useSession();
  const latest = useLatestRun(centre?.id, can('run:read'));
  // Grid staff come for one thing.
  const payslipsOnly = can('payslip:own') && !can('run:read') && !can('roster:read');
  if (payslipsOnly) return <Navigate to="/payslips" replace />;
  const here = can('run:read') && centre ? centre : undefined;
  const known = !can('run:read') || !latest.isPending;
  const isNew = latest.data === null || (latest.data?.no === 1 && latest.data.status === 'draft');
  return (
    <Page tabTitle={t('title')} title={t('hello', { name: me.displayName })} sub={today()}>
      <div className="grid-cards">
        {here && known && isNew && can('roster:read') && (
          <div className="wide">
            <Later>
              <FirstRun centreId={here.id} latest={latest.data ?? null} />
            </Later>
          </div>
        )}
        <Card size="small">
          <Tabs
            label={t('matters.label')}
            items={[
              { key: 'todos', label: t('todos.title'), children: <Todos latest={latest.data ?? null} /> },
              ...(here
                ? (['done', 'started'] as const).map((part) => ({
                    key: part,
                    label: t(`matters.${part}`),
                    children: (
                      <Later>
                        <OwnMatters part={part} />
                      </Later>
                    ),
                  }))
                : []),
            ]}
          />
        </Card>
        {here && (
          <Card title={t('run.title')} size="small" extra={<Link to="/runs">{t('run.all')}</Link>}>
            <QueryView query={latest} rows={3} inline>
              {(run) => <RunSummary run={run} />}
            </QueryView>
          </Card>
        )}
        {can('fund:read') && centre && known && (
          <div className="wide">
            <FundCard centreId={centre.id} latest={latest.data ?? null} />
          </div>
        )}
        {here && known && can('calendar:read') && (
          <Later>
            <PayMonth centre={here} latest={latest.data ?? null} />
          </Later>
        )}
        <Card title={t('shortcuts')} size="small">
          <Shortcuts />
        </Card>
      </div>
    </Page>
  );
}

/** Parts that are not needed at the first look arrive after it. */
function Later({ children }: { children: ReactNode }): ReactElement {
  return <Suspense fallback={<Skeleton active paragraph={{ rows: 4 }} />}>{children}</Suspense>;
}

function FundCard({ centreId, latest }: { centreId: Id; latest: PayRun | null }): ReactElement {
  const { t } = useTranslation('desk');
  const funds = useFunds(centreId, latest?.fiscalYear);
  const fund = payFund(funds.data ?? [], latest);
  const forecast = useForecast(fund, latest !== null);
  return (
    <Card
      size="small"
      title={fund ? `${fund.name} · ${t('fund.year', { year: fund.fiscalYear })}` : t('fund.title')}
      extra={<Link to="/funds">{t('fund.all')}</Link>}
    >
      <QueryView query={funds} rows={3} inline>
        {() =>
          fund ? (
            <>
              <StandingTag fund={fund} forecast={forecast} />
              <div style={{ marginTop: 12 }}>
                <FundBar fund={fund} forecast={forecast} inWan />
              </div>
            </>
          ) : (
            <EmptyHint
              icon="fund"
              title={t('fund.none', { year: latest?.fiscalYear ?? thisYear() })}
              text={t('fund.first')}
            />
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
