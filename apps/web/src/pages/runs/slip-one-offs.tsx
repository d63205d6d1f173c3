import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { SlipDetail } from '../../shared/api';
import { grouped } from '../../shared/money';

/** What the slip pays of what was given once, by the month it was given for. */
export function SlipOneOffs({ parts }: { parts: SlipDetail['oneOffs'] }): ReactElement | null {
  const { t } = useTranslation('runs');
  if (parts.length === 0) return null;
  return (
    <section aria-label={t('oneOff.title')}>
      <h2 className="slip-group">{t('oneOff.title')}</h2>
      <ul className="slip-lines">
        {parts.map(({ period, kind, days, amount }) => (
          <li key={`${period} ${kind}`} className="retro-line">
            <span className="what">
              {t(`oneOff.kind.${kind}`)} <small className="soft">{t('oneOff.of', { period })}</small>
            </span>
            <span className="figure">{days === null ? grouped(amount ?? '0') : t('oneOff.inDays', { count: days })}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
