import { Button, Form, Input, InputNumber, Select, Switch } from 'antd';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { AmountInput } from '../../shared/amount-input';
import { MonthInput } from '../../shared/dates';
import { Icon } from '../../shared/icons';
import type { Field } from './operations';

type Name = (string | number)[];

/** The fields of one operation, at any depth. */
export function FieldList({
  fields,
  parent,
  regions,
}: {
  fields: readonly Field[];
  parent: Name;
  regions: readonly string[];
}): ReactElement {
  return (
    <>
      {fields.map((field) => (
        <OneField key={field.name} field={field} name={[...parent, field.name]} regions={regions} />
      ))}
    </>
  );
}

function OneField({ field, name, regions }: { field: Field; name: Name; regions: readonly string[] }): ReactElement {
  const { t } = useTranslation('calculators');
  const label = t(`field.${field.name}`);
  if (field.kind === 'rows') return <Rows field={field} name={name} regions={regions} />;
  if (field.kind === 'map') return <Pairs field={field} name={name} />;
  if (field.kind === 'group') {
    return (
      <fieldset className="calc-group">
        <legend>{label}</legend>
        <FieldList fields={field.fields ?? []} parent={name} regions={regions} />
      </fieldset>
    );
  }
  const rules = field.optional ? [] : [{ required: true, message: t('common:required') }];
  return (
    <Form.Item name={name} label={label} rules={rules} valuePropName={field.kind === 'flag' ? 'checked' : 'value'}>
      <Entry field={field} regions={regions} />
    </Form.Item>
  );
}

/** The form gives value and change on to whichever entry the field needs. */
function Entry({ field, regions, ...given }: { field: Field; regions: readonly string[] }): ReactElement {
  const { t } = useTranslation('calculators');
  switch (field.kind) {
    case 'money':
      return <AmountInput {...given} />;
    case 'count':
      return <InputNumber {...given} min={0} precision={0} style={{ width: '100%' }} />;
    case 'flag':
      return <Switch {...given} />;
    case 'period':
      return <MonthInput {...given} />;
    case 'region':
      return <Select {...given} options={regions.map((value) => ({ value, label: value }))} />;
    case 'choice':
      return (
        <Select {...given} options={(field.choices ?? []).map((value) => ({ value, label: t(`choice.${value}`) }))} />
      );
    default:
      return (
        <Input
          {...given}
          inputMode="decimal"
          placeholder={field.kind === 'rate' ? '0.08' : undefined}
          autoComplete="off"
        />
      );
  }
}

function Rows({ field, name, regions }: { field: Field; name: Name; regions: readonly string[] }): ReactElement {
  const { t } = useTranslation('calculators');
  return (
    <fieldset className="calc-group">
      <legend>{t(`field.${field.name}`)}</legend>
      <Form.List name={name}>
        {(rows, { add, remove }) => (
          <>
            {rows.map((row, i) => (
              <div key={row.key} className="calc-row">
                <FieldList fields={field.fields ?? []} parent={[row.name]} regions={regions} />
                <Button
                  type="text"
                  icon={<Icon name="close" />}
                  aria-label={t('removeRow', { no: i + 1 })}
                  onClick={() => remove(row.name)}
                />
              </div>
            ))}
            <Button type="dashed" block icon={<Icon name="plus" />} onClick={() => add({ month: rows.length + 1 })}>
              {t('addRow')}
            </Button>
          </>
        )}
      </Form.List>
    </fieldset>
  );
}

function Pairs({ field, name }: { field: Field; name: Name }): ReactElement {
  const { t } = useTranslation('calculators');
  return (
    <fieldset className="calc-group">
      <legend>{t(`field.${field.name}`)}</legend>
      <Form.List name={name}>
        {(pairs, { add, remove }) => (
          <>
            {pairs.map((pair, i) => (
              <div key={pair.key} className="calc-row">
                <Form.Item name={[pair.name, 'name']} label={t('pairName')}>
                  <Input maxLength={60} />
                </Form.Item>
                <Form.Item name={[pair.name, 'value']} label={t(field.of === 'rate' ? 'pairRate' : 'pairAmount')}>
                  {field.of === 'rate' ? <Input inputMode="decimal" placeholder="0.08" /> : <AmountInput />}
                </Form.Item>
                <Button
                  type="text"
                  icon={<Icon name="close" />}
                  aria-label={t('removeRow', { no: i + 1 })}
                  onClick={() => remove(pair.name)}
                />
              </div>
            ))}
            <Button type="dashed" block icon={<Icon name="plus" />} onClick={() => add({})}>
              {t('addRow')}
            </Button>
          </>
        )}
      </Form.List>
    </fieldset>
  );
}
