import { formatYuan } from '@gridstaff/kernel';
import { Alert } from 'antd';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { StaffEffect } from '../../shared/api/staff-calls';
import { fenOf, grouped, Money } from '../../shared/money';

/** What the act does to pay in all: the first whole month, the rest of the year, and the fund. */
export function EffectCard({ effect }: { effect: StaffEffect }): ReactElement {
  const { t } = useTranslation('staff');
  const { now, then, yearNow, yearThen, fund } = effect;
  const rows = [
    ...(['gross', 'net', 'cost'] as const).map((key) => ({ key, label: t(`effect.sum.${key}`, { period: effect.period }), from: now[key], to: then[key] })),
    { key: 'year', label: t('effect.sum.year', { year: effect.fiscalYear }), from: yearNow, to: yearThen },
  ];
  return (
    <section className="staff-effect" aria-label={t('effect.title')}>
      <h2 className="staff-head">{t('effect.title')}</h2>
      <dl className="figures small">
        {rows.map(({ key, label, from, to }) => (
          <div key={key}>
            <dt>{label}</dt>
            <dd>
              <Money value={formatYuan(fenOf(to) - fenOf(from))} strong />
              <span className="soft staff-from-to">
                {grouped(from)} → {grouped(to)}
              </span>
            </dd>
          </div>
        ))}
      </dl>
      {effect.assumed > 0 && <p className="soft">{t('effect.assumed', { count: effect.assumed, period: effect.period })}</p>}
      {fund && (
        <Alert
          showIcon
          type={fenOf(fund.left) < 0 ? 'error' : 'info'}
          title={t(fenOf(fund.left) < 0 ? 'effect.short' : 'effect.fund', {
            ...{ fund: fund.name, available: grouped(fund.available), left: grouped(fund.left) },
          })}
        />
      )}
    </section>
  );
}
