import { Form, InputNumber, Select } from 'antd';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { type Account, api } from '../../shared/api';
import { FormDialog } from '../../shared/form-dialog';
import { useSession } from '../../shared/session';

interface Fields {
  centreId: string;
  workerNo: number;
}

/** Which grid worker the account's holder is: they see their own payslips, and decide nothing about their own pay. */
export function WorkerDialog({
  account,
  open,
  onClose,
}: {
  account: Account;
  open: boolean;
  onClose: () => void;
}): ReactElement {
  const { t } = useTranslation('users');
  const { centres } = useSession();
  const required = [{ required: true, message: t('common:required') }];
  return (
    <FormDialog<Fields>
      name={`worker-of-${account.userId}`}
      title={t('worker.title', { name: account.displayName })}
      open={open}
      onClose={onClose}
      about={t('worker.about')}
      initial={{ centreId: account.centreId ?? centres[0]?.id, workerNo: account.workerNo ?? undefined }}
      save={(fields) => api.users.linkWorker(account.userId, fields)}
      touches={[['users']]}
      done={t('worker.done')}
    >
      <Form.Item name="centreId" label={t('centre')} rules={required} hidden={centres.length === 1}>
        <Select options={centres.map(({ id, name }) => ({ value: id, label: name }))} />
      </Form.Item>
      <Form.Item name="workerNo" label={t('worker.no')} extra={t('worker.hint')} rules={required}>
        <InputNumber min={1} max={999_999_999} precision={0} style={{ width: '100%' }} autoFocus />
      </Form.Item>
    </FormDialog>
  );
}
