import { addMonths, isPeriod, type Period } from '@gridstaff/kernel';
import { useQuery } from '@tanstack/react-query';
import { Button, Card } from 'antd';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { api } from '../../shared/api';
import { thisMonth } from '../../shared/clock';
import { MonthInput } from '../../shared/dates';
import { Icon } from '../../shared/icons';
import { Page } from '../../shared/page';
import { QueryView } from '../../shared/query-view';
import { useCentre, useSession } from '../../shared/session';
import { useLatestRun } from '../runs/queries';
import { MonthTable } from './month-table';
import { PeriodCard } from './period-card';
import './calendar.css';

/** This month, or the last one whose days are published. */
function known(years: readonly { year: number }[] = []): Period {
  const last = Math.max(...years.map(({ year }) => year));
  return Number.isFinite(last) && last < Number(thisMonth().slice(0, 4)) ? `${last}-12` : thisMonth();
}

/** A month: which days are worked, and how far the month itself is. */
export default function CalendarPage(): ReactElement {
  const { t } = useTranslation('calendar');
  const centre = useCentre();
  const { can } = useSession();
  const [search, setSearch] = useSearchParams();
  const latest = useLatestRun(centre.id, can('run:read'));
  const asked = search.get('month');
  const years = useQuery({ queryKey: ['calendar-years'], queryFn: api.calendar.years, staleTime: 300_000 });
  const period: Period = isPeriod(asked) ? asked : (latest.data?.period ?? known(years.data));
  const year = Number(period.slice(0, 4));
  const days = useQuery({ queryKey: ['calendar', year], queryFn: () => api.calendar.days(year), staleTime: 300_000 });
  const source = years.data?.find((one) => one.year === year)?.source;
  const go = (month: Period | undefined): void => setSearch(month ? { month } : {}, { replace: true });
  return (
    <Page
      tabTitle={t('title')}
      title={t('title')}
      actions={
        <>
          <Button
            icon={<Icon name="up" style={{ transform: 'rotate(-90deg)' }} />}
            aria-label={t('before')}
            onClick={() => go(addMonths(period, -1))}
          />
          <MonthInput value={period} allowClear={false} onChange={go} aria-label={t('month')} />
          <Button
            icon={<Icon name="up" style={{ transform: 'rotate(90deg)' }} />}
            aria-label={t('after')}
            onClick={() => go(addMonths(period, 1))}
          />
        </>
      }
    >
      <div className="grid-cards">
        <Card size="small" title={t('days', { month: period })}>
          <QueryView query={days} inline>
            {(all) => <MonthTable period={period} days={all} />}
          </QueryView>
          {source && <p className="soft">{t('source', { source })}</p>}
        </Card>
        <PeriodCard period={period} />
      </div>
    </Page>
  );
}
