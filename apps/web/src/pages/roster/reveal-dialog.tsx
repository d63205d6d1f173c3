import { Button, Form, Input, Modal, Select } from 'antd';
import { type ReactElement, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../../shared/api';
import { saveFile } from '../../shared/api/http';
import { useCommand } from '../../shared/commands';
import { Icon } from '../../shared/icons';
import { ProblemAlert } from '../../shared/problem-view';
import { useCentre } from '../../shared/session';

const REVEALABLE = [
  ...(['idNumber', 'phone', 'bankCard', 'protection', 'addresses', 'contacts', 'otherPhones', 'customFields'] as const),
] as const;

interface RevealFields {
  what: (typeof REVEALABLE)[number];
  purpose: string;
}

/** One full value for a purpose that is recorded; it is shown in this dialog alone and kept nowhere. */
export function RevealDialog({ no, open, onClose }: { no: number; open: boolean; onClose: () => void }): ReactElement {
  const { t } = useTranslation('roster');
  return (
    <Modal open={open} title={t('reveal.title')} footer={null} onCancel={onClose} destroyOnHidden width={460}>
      <RevealForm no={no} />
    </Modal>
  );
}

function RevealForm({ no }: { no: number }): ReactElement {
  const { t, i18n } = useTranslation('roster');
  const centre = useCentre();
  const [refused, setRefused] = useState<unknown>();
  const reveal = useCommand<RevealFields, { value: string }>({
    run: (fields) => api.workers.reveal(centre.id, no, fields),
    touches: [],
    onRefused: setRefused,
  });
  const [form] = Form.useForm<RevealFields>();
  const file = useCommand<string, { blob: Blob; name: string | undefined }>({
    run: (purpose) =>
      api.workers.file(centre.id, no, { purpose, language: i18n.language.startsWith('en') ? 'en' : 'zh' }),
    touches: [],
    onDone: ({ blob, name }) => saveFile(blob, name ?? 'data.xlsx'),
    onRefused: setRefused,
  });
  return (
    <Form<RevealFields>
      form={form}
      name="reveal"
      layout="vertical"
      initialValues={{ what: 'idNumber' }}
      onValuesChange={() => reveal.reset()}
      onFinish={(fields) => {
        setRefused(undefined);
        reveal.mutate(fields);
      }}
    >
      <p className="soft">{t('reveal.about')}</p>
      {refused !== undefined && <ProblemAlert error={refused} />}
      <Form.Item name="what" label={t('reveal.what')}>
        <Select
          options={REVEALABLE.map((value) => ({
            value,
            label: t(`reveal.${value}`),
          }))}
        />
      </Form.Item>
      <Form.Item
        name="purpose"
        label={t('reveal.purpose')}
        rules={[{ required: true, whitespace: true, message: t('reveal.purposeMissing') }]}
      >
        <Input maxLength={200} autoFocus />
      </Form.Item>
      {reveal.data && (
        <p role="status">
          {t('reveal.value')}
          {t('colon')}
          <strong className="number">{reveal.data.value}</strong>
        </p>
      )}
      <Button type="primary" htmlType="submit" loading={reveal.isPending} block>
        {t('reveal.submit')}
      </Button>
      <p className="soft card-about">{t('reveal.fileAbout')}</p>
      <Button
        block
        loading={file.isPending}
        icon={<Icon name="download" />}
        onClick={() =>
          void form.validateFields(['purpose']).then(
            ({ purpose }) => file.mutate(purpose),
            () => undefined,
          )
        }
      >
        {t('reveal.file')}
      </Button>
    </Form>
  );
}
