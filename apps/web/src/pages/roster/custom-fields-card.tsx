import { Button, Card, Form, Input, InputNumber, Select } from 'antd';
import { type ReactElement, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { WorkerDetail } from '../../shared/api';
import { AmountInput, amountRule } from '../../shared/amount-input';
import { type CustomField, customFields, type FieldValueInput } from '../../shared/api/field-calls';
import { today } from '../../shared/clock';
import { DayInput } from '../../shared/dates';
import { FormDialog } from '../../shared/form-dialog';
import { grouped } from '../../shared/money';
import { useCentre, useSession } from '../../shared/session';
import { useCustomFields, useFieldName } from '../tags/field-queries';
import { openFacts } from './current-values';

/** What the centre wants to know beside what the product knows; nothing where it has no fields of its own. */
export function CustomFieldsCard({ worker, past }: { worker: WorkerDetail; past: boolean }): ReactElement | null {
  const { t } = useTranslation('tags');
  const { can } = useSession();
  const fields = useCustomFields();
  const nameOf = useFieldName();
  const [changing, setChanging] = useState<CustomField>();
  const held = new Map(
    openFacts(worker, 'customField').map(({ values }) => [values.fieldCode, values.fieldValue ?? values.fieldMasked]),
  );
  const shown = (fields.data ?? []).filter(({ code, inUse }) => inUse || (held.get(code) ?? null) !== null);
  if (shown.length === 0) return null;
  const wordOf = ({ code, type }: CustomField): string => {
    const value = held.get(code) ?? null;
    if (value === null) return '–';
    if (type === 'yes_no') return t(value === 'yes' ? 'common:yes' : 'common:no');
    return type === 'money' || type === 'number' ? grouped(String(value)) : String(value);
  };
  return (
    <Card size="small" title={t('fields.title')}>
      <dl className="figures small">
        {shown.map((field) => (
          <div key={field.code}>
            <dt>{nameOf(field.code)}</dt>
            <dd>
              {wordOf(field)}{' '}
              {can('roster:write') && !past && field.inUse && (
                <Button
                  size="small"
                  aria-label={t('fields.changeOf', { name: nameOf(field.code) })}
                  onClick={() => setChanging(field)}
                >
                  {t('change')}
                </Button>
              )}
            </dd>
          </div>
        ))}
      </dl>
      <ValueDialog no={worker.no} field={changing} onClose={() => setChanging(undefined)} />
    </Card>
  );
}

function ValueDialog({
  no,
  field,
  onClose,
}: {
  no: number;
  field: CustomField | undefined;
  onClose: () => void;
}): ReactElement {
  const { t } = useTranslation('tags');
  const centre = useCentre();
  const nameOf = useFieldName();
  return (
    <FormDialog<Omit<FieldValueInput, 'code' | 'value'> & { value?: string | number }>
      name="field-value"
      title={field ? nameOf(field.code) : ''}
      about={t('fields.emptyTakesAway')}
      open={field !== undefined}
      onClose={onClose}
      initial={{ from: today() }}
      save={({ value, ...fields }) =>
        customFields.set(centre.id, no, {
          ...fields,
          code: field?.code ?? '',
          ...(value === undefined || value === null ? {} : { value: String(value) }),
        })
      }
      touches={[['worker']]}
      done={t('saved')}
    >
      <Form.Item
        name="value"
        label={t('fields.value')}
        rules={field?.type === 'money' ? [amountRule(t('common:amountWrong'), true)] : undefined}
      >
        {field ? inputOf(field, (word) => t(word === 'yes' ? 'common:yes' : 'common:no')) : <Input />}
      </Form.Item>
      <Form.Item name="from" label={t('from')} rules={[{ required: true, message: t('common:required') }]}>
        <DayInput allowClear={false} />
      </Form.Item>
      <Form.Item name="reason" label={t('reason')}>
        <Input maxLength={200} />
      </Form.Item>
    </FormDialog>
  );
}

function inputOf({ type, choices }: CustomField, word: (value: 'yes' | 'no') => string): ReactElement {
  switch (type) {
    case 'number':
      return <InputNumber stringMode style={{ width: '100%' }} />;
    case 'money':
      return <AmountInput />;
    case 'date':
      return <DayInput />;
    case 'choice':
      return <Select allowClear options={choices.map((value) => ({ value, label: value }))} />;
    case 'yes_no':
      return <Select allowClear options={(['yes', 'no'] as const).map((value) => ({ value, label: word(value) }))} />;
    default:
      return <Input maxLength={200} autoComplete="off" />;
  }
}
