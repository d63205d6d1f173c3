import { parameterName } from '@gridstaff/contracts';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { ParameterInForce } from '../../shared/api';
import { grouped } from '../../shared/money';
import { Tag } from '../../shared/tag';

type Say = (text: string) => string;

const isGroup = (value: unknown): value is object => typeof value === 'object' && value !== null;
/** Amounts have two decimals, whatever else is a rate, a count or a word of the pack's own language. */
function plain(value: unknown, say: Say): string {
  if (value === null) return '∞';
  if (typeof value === 'boolean') return say(value ? 'yes' : 'no');
  const text = String(value);
  if (/^-?\d+\.\d{2}$/.test(text)) return grouped(text);
  return /^[a-z_]+$/.test(text) ? say(text) : text;
}

/** A table is a line per row, a record a line per field; amounts are yuan. */
function said(value: unknown, say: Say): string {
  if (value === null) return say('none');
  if (Array.isArray(value))
    return value
      .map((one: unknown) =>
        isGroup(one)
          ? Object.values(one)
              .map((cell) => plain(cell, say))
              .join('  ')
          : plain(one, say),
      )
      .join('\n');
  if (!isGroup(value)) return plain(value, say);
  return Object.entries(value)
    .filter(([name]) => name !== 'name')
    .map(([name, inner]) => `${say(name)} ${plain(inner, say)}`)
    .join('\n');
}

export function ParameterValue({ value }: { value: unknown }): ReactElement {
  const { t } = useTranslation('policy');
  const say: Say = (text) => t(`word.${text}`, { defaultValue: text });
  return <pre className="parameter-value">{said(value, say)}</pre>;
}

export function ParameterName({ name }: { name: string }): ReactElement {
  const { i18n } = useTranslation();
  return (
    <>
      {parameterName(name, i18n.language === 'en' ? 'en' : 'zh')}
      <div className="soft code">{name}</div>
    </>
  );
}

export function ConfidenceTag({ confidence }: Pick<ParameterInForce, 'confidence'>): ReactElement {
  const { t } = useTranslation('policy');
  const confirmed = confidence === 'confirmed';
  return (
    <Tag tone={confirmed ? 'good' : 'warn'} icon={confirmed ? 'ok' : 'warn'}>
      {t(`confidence.${confidence}`)}
    </Tag>
  );
}
