import { parameterName } from '@gridstaff/contracts';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { ParameterInForce } from '../../shared/api';
import { grouped } from '../../shared/money';
import { Tag } from '../../shared/tag';

const isGroup = (value: unknown): value is object => typeof value === 'object' && value !== null;
const plain = (value: unknown): string => {
  if (value === null) return '∞';
  if (typeof value === 'boolean') return value ? '✓' : '✗';
  return /^-?\d+\.\d{2}$/.test(String(value)) ? grouped(String(value)) : String(value);
};
const row = (value: object): string => Object.values(value).map(plain).join('  ');

/** A table is a line per row, a record a line per field; amounts are yuan. */
function said(value: unknown): string {
  if (Array.isArray(value)) return value.map((one: unknown) => (isGroup(one) ? row(one) : plain(one))).join('\n');
  if (!isGroup(value)) return plain(value);
  return Object.entries(value)
    .map(([name, inner]) => `${name}: ${isGroup(inner) ? row(inner) : plain(inner)}`)
    .join('\n');
}

export const ParameterValue = ({ value }: { value: unknown }): ReactElement => (
  <pre className="parameter-value">{said(value)}</pre>
);

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
