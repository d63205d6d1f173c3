import { Button, Card, Form, Input, Upload } from 'antd';
import { type ReactElement, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { api } from '../../shared/api';
import { useCommand } from '../../shared/commands';
import { Icon } from '../../shared/icons';
import { Page } from '../../shared/page';
import { useCentre } from '../../shared/session';
import { PackView } from './pack-view';
import { packKeys, useCheck } from './queries';
import './policy.css';

interface Fields {
  text: string;
  reason: string;
}

/** A pack is pasted or uploaded, looked at, and only then proposed. */
export default function NewPackPage(): ReactElement {
  const { t } = useTranslation('policy');
  const { id: centreId } = useCentre();
  const go = useNavigate();
  const [form] = Form.useForm<Fields>();
  const text = Form.useWatch('text', form) ?? '';
  const [looked, setLooked] = useState('');
  const propose = useCommand<Fields, { id: string }>({
    run: (fields) => api.policy.propose({ centreId, ...fields }),
    touches: [[...packKeys.all], ['todos']],
    done: t('proposed'),
    onDone: ({ id }) => void go(`/policy/${id}`),
  });
  const required = [{ required: true, whitespace: true, message: t('common:required') }];
  return (
    <Page tabTitle={t('newTitle')} title={t('newTitle')}>
      <Card size="small">
        <Form<Fields> name="pack" form={form} layout="vertical" onFinish={propose.mutate}>
          <Form.Item name="text" label={t('text')} extra={t('textHelp')} rules={required}>
            <Input.TextArea className="pack-text" rows={12} spellCheck={false} />
          </Form.Item>
          <div style={{ display: 'flex', gap: 8, flexWrap: 'wrap' }}>
            <Upload
              accept=".yaml,.yml,.txt"
              showUploadList={false}
              beforeUpload={(file) => {
                void file.text().then((content) => form.setFieldsValue({ text: content }));
                return false;
              }}
            >
              <Button icon={<Icon name="upload" />}>{t('upload')}</Button>
            </Upload>
            <Button icon={<Icon name="search" />} disabled={text.trim() === ''} onClick={() => setLooked(text)}>
              {t('check')}
            </Button>
          </div>
          {looked !== '' && looked === text && <Proposal text={looked} busy={propose.isPending} />}
        </Form>
        {looked !== '' && looked !== text && <p className="soft">{t('checkAgain')}</p>}
      </Card>
      {looked !== '' && looked === text && <PackView text={looked} />}
    </Page>
  );
}

/** Only what was looked at, and can be used, is proposed. */
function Proposal({ text, busy }: { text: string; busy: boolean }): ReactElement | null {
  const { t } = useTranslation('policy');
  const { data } = useCheck(text);
  if (!data || data.findings.length > 0 || data.changes.length === 0) return null;
  return (
    <div className="pack-part">
      <Form.Item
        name="reason"
        label={t('reason')}
        rules={[{ required: true, whitespace: true, message: t('common:reasonMissing') }]}
      >
        <Input maxLength={500} placeholder={t('reasonHint')} />
      </Form.Item>
      <Button type="primary" htmlType="submit" loading={busy}>
        {t('propose')}
      </Button>
    </div>
  );
}
