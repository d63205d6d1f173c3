import { Form, Select } from 'antd';
import { type ReactElement, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type CustomField, type CustomFieldInput, customFields } from '../../shared/api/field-calls';
import { today } from '../../shared/clock';
import { EmptyHint } from '../../shared/empty';
import { FormDialog } from '../../shared/form-dialog';
import { ProblemAlert } from '../../shared/problem-view';
import { useCentre, useSession } from '../../shared/session';
import { DataTable } from '../../shared/table/data-table';
import { useCustomFields } from '../tags/field-queries';
import { actionsIf, Head, Names, Validity } from './dictionary-parts';

const TYPES: readonly CustomField['type'][] = ['text', 'number', 'money', 'date', 'choice', 'yes_no', 'sealed'];

/** Fields of the centre's own. */
export function CustomFieldsTable(): ReactElement {
  const { t } = useTranslation('tags');
  const centre = useCentre();
  const manages = useSession().can('dictionary:manage');
  const query = useCustomFields();
  const [changing, setChanging] = useState<CustomField | 'new'>();
  const old = changing === 'new' ? undefined : changing;
  if (query.error && !query.data) return <ProblemAlert error={query.error} />;
  return (
    <section>
      <Head title={t('fields.title')} button={t('fields.add')} onAdd={manages ? () => setChanging('new') : undefined} />
      <DataTable<CustomField>
        name="custom-fields"
        label={t('fields.title')}
        size="small"
        rows={query.data}
        rowKey={({ code }) => code}
        empty={<EmptyHint icon="list" title={t('fields.none')} text={t('fields.noneText')} />}
        columns={[
          { key: 'zh', title: t('nameZh'), width: 160, dataIndex: 'name_zh' },
          { key: 'en', title: t('nameEn'), width: 170, dataIndex: 'name_en' },
          { key: 'code', title: t('code'), width: 120, dataIndex: 'code' },
          { key: 'type', title: t('fields.type'), width: 150, render: (_, { type }) => t(`fields.types.${type}`) },
          { key: 'choices', title: t('fields.choices'), width: 180, render: (_, { choices }) => choices.join(' / ') },
          {
            key: 'inUse',
            title: t('inUse'),
            width: 80,
            render: (_, { inUse }) => t(inUse ? 'common:yes' : 'common:no'),
          },
          ...actionsIf(manages, t('common:actions'), t('change'), setChanging),
        ]}
      />
      <FormDialog<CustomFieldInput>
        name="custom-field"
        title={t(old ? 'change' : 'fields.add')}
        open={changing !== undefined}
        onClose={() => setChanging(undefined)}
        initial={
          old
            ? {
                ...{ code: old.code, nameZh: old.name_zh, nameEn: old.name_en, type: old.type, choices: old.choices },
                ...{ order: old.order, inUse: old.inUse, from: today() },
              }
            : { type: 'text', order: 10, inUse: true, from: today() }
        }
        save={({ choices, ...fields }) =>
          customFields.define(centre.id, { ...fields, choices: fields.type === 'choice' ? (choices ?? []) : [] })
        }
        touches={[['custom-fields']]}
        done={t('saved')}
      >
        <Names fixedCode={old !== undefined} longestZh={40} longestEn={60} />
        <Form.Item name="type" label={t('fields.type')} extra={t('fields.typeHint')}>
          <Select
            disabled={old !== undefined}
            options={TYPES.map((value) => ({ value, label: t(`fields.types.${value}`) }))}
          />
        </Form.Item>
        <Choices />
        <Validity />
      </FormDialog>
    </section>
  );
}

function Choices(): ReactElement | null {
  const { t } = useTranslation('tags');
  if (Form.useWatch('type') !== 'choice') return null;
  return (
    <Form.Item
      name="choices"
      label={t('fields.choices')}
      extra={t('fields.choicesHint')}
      rules={[{ required: true, message: t('common:required') }]}
    >
      <Select mode="tags" open={false} suffixIcon={null} />
    </Form.Item>
  );
}
