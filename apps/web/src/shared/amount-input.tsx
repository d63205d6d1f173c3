import { Input, type InputProps } from 'antd';
import type { Rule } from 'antd/es/form';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';

const AMOUNT = /^-?\d{1,13}(\.\d{1,2})?$/;

/** A rule for decimal yuan as text: the amount reaches the server as it was typed, never through a float. */
export const amountRule = (message: string, optional = false): Rule => ({
  validator: (_, value: string | undefined) => {
    const text = value?.trim() ?? '';
    return (optional && text === '') || AMOUNT.test(text) ? Promise.resolve() : Promise.reject(new Error(message));
  },
});

/** Takes what spreadsheets give (1,234.50 and full-width digits) and keeps plain digits. */
const plain = (text: string): string => text.normalize('NFKC').replace(/[,\s]/g, '');

export function AmountInput({
  value,
  onChange,
  ...rest
}: Omit<InputProps, 'value' | 'onChange'> & { value?: string; onChange?: (value: string) => void }): ReactElement {
  const { t } = useTranslation();
  return (
    <Input
      {...rest}
      value={value}
      inputMode="decimal"
      suffix={t('yuan')}
      styles={{ input: { textAlign: 'right' } }}
      autoComplete="off"
      onChange={(event) => onChange?.(plain(event.target.value))}
    />
  );
}
