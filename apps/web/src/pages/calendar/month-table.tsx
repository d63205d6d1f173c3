import { addDays, firstDay, lastDay, type LocalDate, type Period, weekday } from '@gridstaff/kernel';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { CalendarDay } from '../../shared/api';
import { Tag } from '../../shared/tag';

function datesOf(period: Period): LocalDate[] {
  const dates: LocalDate[] = [];
  for (let day = firstDay(period); day <= lastDay(period); day = addDays(day, 1)) dates.push(day);
  return dates;
}

type ShownDay = Pick<CalendarDay, 'date' | 'name'> & { kind: CalendarDay['kind'] | undefined };

/** Days of a month in weeks. Where the year is not published, days stand without saying whether they are worked. */
export function MonthTable({
  period,
  days: published,
  marks,
  brief,
}: {
  period: Period;
  days: readonly CalendarDay[];
  /** Words on single days. */
  marks?: ReadonlyMap<LocalDate, readonly string[]>;
  brief?: boolean;
}): ReactElement {
  const { t } = useTranslation('calendar');
  const known = new Map(published.map((day) => [day.date, day]));
  const days = datesOf(period).map((date): ShownDay => known.get(date) ?? { date, kind: undefined, name: null });
  const heads = t('common:calendar.weekDays').split(' ');
  const week = [...heads.slice(1), heads[0] ?? ''];
  const lead = (weekday(`${period}-01`) + 6) % 7;
  const cells: (ShownDay | undefined)[] = [...Array.from({ length: lead }, () => undefined), ...days];
  const rows = Array.from({ length: Math.ceil(cells.length / 7) }, (_, i) =>
    Array.from({ length: 7 }, (__, j) => cells[i * 7 + j]),
  );
  const count = (kind: string): number => days.filter((day) => day.kind === kind).length;
  return (
    <>
      {!brief && (
        <p>
          <Tag tone="info">{t('count.workday', { count: count('workday') })}</Tag>{' '}
          <Tag tone="plain">{t('count.restday', { count: count('restday') })}</Tag>{' '}
          <Tag tone="bad">{t('count.statutory', { count: count('statutory') })}</Tag>
        </p>
      )}
      <table className="month" data-brief={brief} aria-label={t('days', { month: period })}>
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
                <td key={j} data-kind={day && (day.kind ?? 'workday')} data-marked={day && marks?.has(day.date)}>
                  {day && <Day day={day} marks={marks?.get(day.date) ?? []} />}
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

function Day({ day, marks }: { day: ShownDay; marks: readonly string[] }): ReactElement {
  const { t } = useTranslation('calendar');
  const weekend = [0, 6].includes(weekday(day.date));
  const swapped = day.kind !== undefined && (day.kind === 'workday') === weekend;
  return (
    <>
      <span className="day-no">{Number(day.date.slice(8))}</span>
      {day.kind !== undefined && (day.kind !== 'workday' || swapped) && (
        <span className="day-kind">{t(swapped && day.kind === 'workday' ? 'kind.swapped' : `kind.${day.kind}`)}</span>
      )}
      {day.name && <span className="day-name">{day.name}</span>}
      {marks.map((mark) => (
        <span key={mark} className="day-mark">
          {mark}
        </span>
      ))}
    </>
  );
}
