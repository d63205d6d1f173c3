import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { TeamSchedule } from '../../../shared/api/schedule-calls';
import './schedule.css';

/** How many people are planned on each grid, day by day; a grid without anybody is told in words too. */
export function Coverage({ schedule: { coverage, days } }: { schedule: TeamSchedule }): ReactElement | null {
  const { t } = useTranslation('schedule');
  const planned = coverage.some((grid) => grid.planned.some((people) => people > 0));
  if (!planned) return null;
  return (
    <section aria-label={t('coverage.title')} className="schedule-coverage">
      <h3>{t('coverage.title')}</h3>
      <div className="schedule-scroll" tabIndex={0} role="region" aria-label={t('coverage.table')}>
        <table>
          <thead>
            <tr>
              <th scope="col">{t('coverage.grid')}</th>
              {days.map((_, i) => (
                <th key={i} scope="col">
                  {i + 1}
                </th>
              ))}
              <th scope="col">{t('coverage.empty')}</th>
            </tr>
          </thead>
          <tbody>
            {coverage.map(({ code, name, planned: people }) => (
              <tr key={code}>
                <th scope="row">{name}</th>
                {people.map((count, i) => (
                  <td key={i} data-none={count === 0 || undefined}>
                    {count}
                  </td>
                ))}
                <td>{t('coverage.days', { count: people.filter((count) => count === 0).length })}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}
