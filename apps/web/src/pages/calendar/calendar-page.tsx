import { addMonths, isPeriod, lastDay, type Period, weekday } from '@gridstaff/kernel';
import { useQuery } from '@tanstack/react-query';
import { Button, Card } from 'antd';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { api, type CalendarDay } from '../../shared/api';
import { thisMonth } from '../../shared/clock';
import { MonthInput } from '../../shared/dates';
import { Icon } from '../../shared/icons';
import { Page } from '../../shared/page';
import { QueryView } from '../../shared/query-view';
import { useCentre, useSession } from '../../shared/session';
import { Tag } from '../../shared/tag';
import { useLatestRun } from '../runs/queries';
import { PeriodCard } from './period-card';
import './calendar.css';

/** A month: which days are worked, and how far the month itself is. */
export default function CalendarPage(): ReactElement {
  const { t } = useTranslation('calendar');
  const centre = useCentre();
  const { can } = useSession();
  const [search, setSearch] = useSearchParams();
  const latest = useLatestRun(centre.id, can('run:read'));
  const asked = search.get('month');
  const period: Period = isPeriod(asked) ? asked : (latest.data?.period ?? thisMonth());
  const year = Number(period.slice(0, 4));
  const days = useQuery({ queryKey: ['calendar', year], queryFn: () => api.calendar.days(year), staleTime: 300_000 });
  const years = useQuery({ queryKey: ['calendar-years'], queryFn: api.calendar.years, staleTime: 300_000 });
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
            {(all) => <MonthTable period={period} days={all.filter(({ date }) => date.startsWith(period))} />}
          </QueryView>
          {source && <p className="soft">{t('source', { source })}</p>}
        </Card>
        <PeriodCard period={period} />
      </div>
    </Page>
  );
}

function MonthTable({ period, days }: { period: Period; days: readonly CalendarDay[] }): ReactElement {
  const { t } = useTranslation('calendar');
  const heads = t('common:calendar.weekDays').split(' ');
  const week = [...heads.slice(1), heads[0] ?? ''];
  const lead = (weekday(`${period}-01`) + 6) % 7;
  const cells: (CalendarDay | undefined)[] = [...Array.from({ length: lead }, () => undefined), ...days];
  const rows = Array.from({ length: Math.ceil(cells.length / 7) }, (_, i) =>
    Array.from({ length: 7 }, (__, j) => cells[i * 7 + j]),
  );
  const count = (kind: string): number => days.filter((day) => day.kind === kind).length;
  return (
    <>
      <p>
        <Tag tone="info">{t('count.workday', { count: count('workday') })}</Tag>{' '}
        <Tag tone="plain">{t('count.restday', { count: count('restday') })}</Tag>{' '}
        <Tag tone="bad">{t('count.statutory', { count: count('statutory') })}</Tag>
      </p>
      <table className="month" aria-label={t('days', { month: period })}>
        <thead>
          <tr>
            {week.map((name) => (
              <th key={name} scope="col">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, i) => (
            <tr key={i}>
              {row.map((day, j) => (
                <td key={j} data-kind={day?.kind}>
                  {day && <Day day={day} />}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      <p className="visually-hidden">{t('until', { day: lastDay(period) })}</p>
    </>
  );
}

function Day({ day }: { day: CalendarDay }): ReactElement {
  const { t } = useTranslation('calendar');
  const weekend = [0, 6].includes(weekday(day.date));
  const swapped = (day.kind === 'workday') === weekend;
  return (
    <>
      <span className="day-no">{Number(day.date.slice(8))}</span>
      {(day.kind !== 'workday' || swapped) && (
        <span className="day-kind">{t(swapped && day.kind === 'workday' ? 'kind.swapped' : `kind.${day.kind}`)}</span>
      )}
      {day.name && <span className="day-name">{day.name}</span>}
    </>
  );
}
