import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { Fund, Yuan } from './api';
import { type Forecast, standingOf } from './fund-standing';
import { grouped, fenOf, inTenThousands } from './money';
import { Tag } from './tag';

const percent = (part: number, whole: number): number => (whole > 0 ? Math.min(100, (part / whole) * 100) : 0);
const shown = (value: number): string => `${value.toFixed(2)}%`;

const LOOK = {
  fine: { tone: 'good', icon: 'ok' },
  ahead: { tone: 'warn', icon: 'warn' },
  tight: { tone: 'warn', icon: 'warn' },
  over: { tone: 'bad', icon: 'stop' },
  spent: { tone: 'bad', icon: 'warn' },
  none: { tone: 'plain', icon: 'empty' },
} as const;

export function StandingTag({ fund, forecast }: { fund: Fund; forecast?: Forecast }): ReactElement {
  const { t } = useTranslation('funds');
  const standing = standingOf(fund, forecast);
  return <Tag {...LOOK[standing]}>{t(`standing.${standing}`)}</Tag>;
}

/** 年度指标 | 已用 | 在途 | 可用 | 预计全年, with execution against the time gone; 万元 on dashboards, 元 where money is worked on. */
export function FundBar({ fund, forecast, inWan }: { fund: Fund; forecast?: Forecast; inWan?: boolean }): ReactElement {
  const { t } = useTranslation('funds');
  const { granted, paid, reserved, available } = fund.balances;
  const whole = fenOf(granted);
  const [paidPct, reservedPct] = [percent(fenOf(paid), whole), percent(fenOf(reserved), whole)];
  const timePct = Math.min(100, Number(fund.timeProgressPct));
  const amount = (yuan: Yuan): string => (inWan ? inTenThousands(yuan) : grouped(yuan));
  const unit = inWan ? t('common:tenThousand') : t('common:yuan');
  const parts = [
    { key: 'granted', value: granted, colour: undefined },
    { key: 'paid', value: paid, colour: 'var(--used)' },
    { key: 'reserved', value: reserved, colour: 'var(--transit)' },
    { key: 'available', value: available, colour: 'var(--track)' },
  ] as const;
  return (
    <section aria-label={t('bar.label', { name: fund.name })}>
      <dl className="figures">
        {parts.map(({ key, value, colour }) => (
          <div key={key}>
            <dt>
              {colour && <span className="legend" style={{ background: colour }} />}
              {t(`balance.${key}`)} <small>{unit}</small>
            </dt>
            <dd>{amount(value)}</dd>
          </div>
        ))}
        {forecast !== undefined && (
          <div>
            <dt>
              {t('bar.forecast')} <small>{unit}</small>
            </dt>
            <dd title={t(forecast === null ? 'bar.noForecast' : 'bar.forecastAbout')}>
              {forecast === null ? '–' : amount(forecast)}
            </dd>
          </div>
        )}
        <div>
          <dt>{t('bar.execution')}</dt>
          <dd>{shown(Number(fund.progressPct))}</dd>
        </div>
        <div>
          <dt>{t('bar.time')}</dt>
          <dd>{shown(timePct)}</dd>
        </div>
      </dl>
      <div
        className="fund-bar"
        role="img"
        aria-label={t('bar.spoken', { paid: shown(paidPct), reserved: shown(reservedPct), time: shown(timePct) })}
      >
        <div className="part paid" style={{ width: `${paidPct}%` }} />
        <div className="part reserved" style={{ width: `${reservedPct}%` }} />
        <div className="time" style={{ left: `${timePct}%` }} />
      </div>
      <div className="fund-time" aria-hidden="true">
        <span style={{ left: `${Math.min(96, Math.max(4, timePct))}%` }}>
          {t('bar.timeMark', { time: shown(timePct) })}
        </span>
      </div>
    </section>
  );
}
