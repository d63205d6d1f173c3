import { formatYuan } from '@gridstaff/kernel';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { SlipDetail } from '../../shared/api';
import { fenOf, Money } from '../../shared/money';

/** Differences of earlier months that the slip pays: what its lines of differences are the sums of, by original month and item. */
export function SlipRetro({ deltas }: { deltas: SlipDetail['retro'] }): ReactElement | null {
  const { t, i18n } = useTranslation('runs');
  if (deltas.length === 0) return null;
  const months = [...new Set(deltas.map(({ period }) => period))];
  return (
    <section aria-label={t('retro.title')}>
      <h2 className="slip-group">{t('retro.title')}</h2>
      <p className="soft">{t('retro.about')}</p>
      {months.map((period) => (
        <div key={period}>
          <h3 className="retro-month">{t('retro.month', { period })}</h3>
          <ul className="slip-lines">
            {deltas
              .filter((delta) => delta.period === period)
              .map(({ itemNo, kind, nameZh, nameEn, amount }) => (
                <li key={itemNo} className="retro-line">
                  <span className="what">
                    {i18n.language === 'en' ? nameEn : nameZh} <small className="soft">{t(`retro.kind.${kind}`)}</small>
                  </span>
                  <Money value={amount} />
                </li>
              ))}
          </ul>
        </div>
      ))}
      <p className="soft">
        {t('retro.sum', {
          ...{ earnings: sumOf(deltas, ['earning']), deductions: sumOf(deltas, ['deduction']) },
          employer: sumOf(deltas, ['employer_cost']),
        })}
      </p>
    </section>
  );
}

const sumOf = (deltas: SlipDetail['retro'], kinds: readonly string[]): string =>
  formatYuan(deltas.filter(({ kind }) => kinds.includes(kind)).reduce((sum, { amount }) => sum + fenOf(amount), 0));
