import { Button, Form, Input, InputNumber, Switch } from 'antd';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { DayInput } from '../../shared/dates';
import { Icon } from '../../shared/icons';

/** What the tables of a centre's own words have in common. */
export function Head({
  title,
  button,
  onAdd,
}: {
  title: string;
  button: string;
  onAdd: (() => void) | undefined;
}): ReactElement {
  return (
    <div className="filter-row">
      <strong>{title}</strong>
      {onAdd && (
        <span style={{ marginLeft: 'auto' }}>
          <Button icon={<Icon name="plus" />} onClick={onAdd}>
            {button}
          </Button>
        </span>
      )}
    </div>
  );
}

export const actionsIf = <Row,>(manages: boolean, title: string, label: string, act: (row: Row) => void) =>
  manages
    ? [
        {
          ...{ key: 'do', title, width: 90 },
          render: (_: unknown, row: Row) => (
            <Button size="small" onClick={() => act(row)}>
              {label}
            </Button>
          ),
        },
      ]
    : [];

export function Names({
  fixedCode,
  longestZh,
  longestEn,
}: {
  fixedCode: boolean;
  longestZh: number;
  longestEn: number;
}): ReactElement {
  const { t } = useTranslation('tags');
  const required = [{ required: true, whitespace: true, message: t('common:required') }];
  return (
    <>
      <Form.Item name="code" label={t('code')} extra={t('codeHint')} rules={required}>
        <Input maxLength={32} disabled={fixedCode} />
      </Form.Item>
      <div className="form-row">
        <Form.Item name="nameZh" label={t('nameZh')} rules={required}>
          <Input maxLength={longestZh} />
        </Form.Item>
        <Form.Item name="nameEn" label={t('nameEn')} rules={required}>
          <Input maxLength={longestEn} />
        </Form.Item>
      </div>
    </>
  );
}

export function Validity(): ReactElement {
  const { t } = useTranslation('tags');
  const required = [{ required: true, message: t('common:required') }];
  return (
    <>
      <div className="form-row">
        <Form.Item name="order" label={t('order')} rules={required}>
          <InputNumber min={0} max={9999} precision={0} style={{ width: '100%' }} />
        </Form.Item>
        <Form.Item name="from" label={t('from')} rules={required}>
          <DayInput allowClear={false} />
        </Form.Item>
      </div>
      <Form.Item name="inUse" label={t('inUse')} valuePropName="checked">
        <Switch />
      </Form.Item>
    </>
  );
}
