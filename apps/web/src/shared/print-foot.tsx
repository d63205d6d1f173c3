import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { Yuan } from './api';
import { grouped } from './money';
import { moneyWords } from './money-words';

const CELLS = ['made', 'checked', 'head', 'seal'] as const;

/** On paper alone: the total, in Chinese also in words, and the cells to sign. */
export function PrintFoot({ total }: { total?: Yuan }): ReactElement {
  const { t, i18n } = useTranslation();
  return (
    <div className="print-only print-foot">
      {total !== undefined && (
        <p>
          {t('print.total', { amount: grouped(total) })}
          {i18n.language !== 'en' && t('print.words', { words: moneyWords(total) })}
        </p>
      )}
      <div className="signatures">
        {CELLS.map((cell) => (
          <span key={cell}>{t(`print.${cell}`)}</span>
        ))}
      </div>
    </div>
  );
}
