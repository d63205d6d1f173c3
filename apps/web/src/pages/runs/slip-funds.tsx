import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { SlipDetail } from '../../shared/api';
import { grouped } from '../../shared/money';

/** Which fund bears which part of what the person costs the centre. */
export function SlipFunds({ funds }: { funds: SlipDetail['funds'] }): ReactElement {
  const { t } = useTranslation('runs');
  return (
    <section aria-label={t('fund.parts')}>
      <h2 className="slip-group">{t('fund.parts')}</h2>
      <ul className="slip-lines">
        {funds.map(({ fundId, name, amount }) => (
          <li key={fundId} className="retro-line">
            <span className="what">{name}</span>
            <span className="figure">{grouped(amount)}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
