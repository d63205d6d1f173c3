import { addMonths, isPeriod, type LocalDate, lastDay, type Period } from '@gridstaff/kernel';
import { useQuery } from '@tanstack/react-query';
import { Card } from 'antd';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { api, type Centre, type PayRun } from '../../shared/api';
import { formatInstant, thisMonth } from '../../shared/clock';
import { MonthTable } from '../calendar/month-table';
import '../calendar/calendar.css';

const FINISHED = ['paid', 'closed', 'cancelled'];

interface Month {
  period: Period;
  payDate: LocalDate;
  /** The run of the month, when there is one. */
  run: PayRun | undefined;
}

/** The month that is worked on: that of the last run, and once it is paid the one after. */
function monthOf({ settings }: Centre, latest: PayRun | null): Month {
  if (latest && !FINISHED.includes(latest.status))
    return { period: latest.period, payDate: latest.payDate, run: latest };
  const period = latest ? addMonths(latest.period, latest.status === 'cancelled' ? 0 : 1) : thisMonth();
  const paidIn = addMonths(period, settings.payMonthOffset);
  const day = String(settings.payDay).padStart(2, '0');
  const end = lastDay(paidIn);
  return { period, payDate: `${paidIn}-${day}` < end ? `${paidIn}-${day}` : end, run: undefined };
}

/** 月历: the days of the month that pay goes out in, with its steps: cut-off, calculation, pay day. */
export default function PayMonth({ centre, latest }: { centre: Centre; latest: PayRun | null }): ReactElement {
  const { t } = useTranslation(['desk', 'calendar']);
  const { period, payDate, run } = monthOf(centre, latest);
  const shown = payDate.slice(0, 7);
  const year = Number(shown.slice(0, 4));
  const days = useQuery({
    queryKey: ['calendar', year],
    queryFn: () => api.calendar.days(year),
    staleTime: 300_000,
    retry: false,
  });
  const state = useQuery({
    queryKey: ['period', centre.id, period],
    queryFn: () => api.calendar.period(centre.id, period),
  });
  const steps = [
    { key: 'cutOff', at: formatInstant(state.data?.cutOffAt ?? null), none: t('desk:month.cutOffNone') },
    { key: 'calculated', at: formatInstant(run?.knownAt ?? null), none: t('desk:month.calculatedNone') },
    { key: 'payDay', at: payDate, none: '' },
  ];
  const marks = new Map<LocalDate, string[]>();
  for (const { key, at } of steps)
    if (at) marks.set(at.slice(0, 10), [...(marks.get(at.slice(0, 10)) ?? []), t(`desk:month.mark.${key}`)]);
  return (
    <Card
      size="small"
      title={t('desk:month.title', { month: period })}
      extra={<Link to={`/calendar?month=${period}`}>{t('desk:month.open')}</Link>}
    >
      <dl className="figures small">
        {steps.map(({ key, at, none }) => (
          <div key={key}>
            <dt>{t(`desk:month.${key}`)}</dt>
            <dd>{at || <span className="soft">{none}</span>}</dd>
          </div>
        ))}
      </dl>
      {isPeriod(shown) && (days.data || days.error) && (
        <MonthTable period={shown} days={days.data ?? []} marks={marks} brief />
      )}
    </Card>
  );
}
