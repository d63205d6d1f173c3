import { useQueryClient } from '@tanstack/react-query';
import { Button, Form, Input, Modal } from 'antd';
import { type ReactElement, type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ProblemAlert } from './problem-view';

export interface Ask {
  title: string;
  text?: ReactNode;
  confirm: string;
  danger?: boolean;
  /** A reason is demanded. */
  reason?: boolean;
  /** This must be typed in before it goes on. */
  typed?: string;
  act: (reason: string) => Promise<unknown>;
}

/** The question before a step that others will see: what it does, a reason where one is kept, and the refusal inside it. */
export function useAsk(): [(ask: Ask) => void, ReactElement] {
  const [ask, setAsk] = useState<Ask>();
  const [open, setOpen] = useState(false);
  const put = (next: Ask): void => {
    setAsk(next);
    setOpen(true);
  };
  const dialog = (
    <Modal
      open={open}
      title={ask?.title}
      footer={null}
      onCancel={() => setOpen(false)}
      mask={{ closable: false }}
      destroyOnHidden
      width={480}
    >
      {ask && <AskForm ask={ask} onClose={() => setOpen(false)} />}
    </Modal>
  );
  return [put, dialog];
}

function AskForm({ ask, onClose }: { ask: Ask; onClose: () => void }): ReactElement {
  const { t } = useTranslation();
  const client = useQueryClient();
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>();
  const go = async ({ reason = '' }: { reason?: string }): Promise<void> => {
    setBusy(true);
    setError(undefined);
    try {
      await ask.act(reason.trim());
      onClose();
    } catch (refused) {
      setError(refused);
    } finally {
      setBusy(false);
    }
  };
  /** What the page shows is old: it is read again. */
  const reload = (): void => {
    onClose();
    void client.invalidateQueries();
  };
  const typed = (_: unknown, value: string): Promise<void> =>
    value === ask.typed ? Promise.resolve() : Promise.reject(new Error(t('typeWrong', { text: ask.typed })));
  return (
    <Form name="ask" layout="vertical" onFinish={(values) => void go(values as { reason?: string })}>
      {error !== undefined && <ProblemAlert error={error} onReload={reload} />}
      {ask.text && <div style={{ marginBottom: 16 }}>{ask.text}</div>}
      {ask.reason && (
        <Form.Item
          name="reason"
          label={t('reasonLabel')}
          rules={[{ required: true, whitespace: true, message: t('reasonMissing') }]}
        >
          <Input.TextArea autoFocus rows={3} maxLength={500} showCount />
        </Form.Item>
      )}
      {ask.typed !== undefined && (
        <Form.Item
          name="typed"
          label={t('typeToConfirm', { text: ask.typed })}
          rules={[{ validator: typed }]}
          validateTrigger="onSubmit"
        >
          <Input autoComplete="off" />
        </Form.Item>
      )}
      <div style={{ display: 'flex', justifyContent: 'flex-end', gap: 8 }}>
        <Button onClick={onClose}>{t('action.cancel')}</Button>
        <Button type="primary" htmlType="submit" danger={ask.danger} loading={busy} autoFocus={!ask.reason}>
          {ask.confirm}
        </Button>
      </div>
    </Form>
  );
}
