import { ROLES } from '@gridstaff/contracts';
import { Button, Form, Modal, Select } from 'antd';
import { type ReactElement, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type Account, api } from '../../shared/api';
import { useCommand } from '../../shared/commands';
import { ProblemAlert } from '../../shared/problem-view';
import { useSession } from '../../shared/session';

interface Fields {
  role: string;
  centreId: string;
}

/** The roles of one account: each in a centre, or in the whole installation. */
export function RoleDialog({
  account,
  open,
  onClose,
}: {
  account: Account;
  open: boolean;
  onClose: () => void;
}): ReactElement {
  const { t } = useTranslation('users');
  return (
    <Modal
      open={open}
      title={t('grant.title', { name: account.displayName })}
      footer={null}
      onCancel={onClose}
      destroyOnHidden
      width={520}
    >
      <Roles account={account} />
    </Modal>
  );
}

function Roles({ account }: { account: Account }): ReactElement {
  const { t } = useTranslation('users');
  const { centres } = useSession();
  const [refused, setRefused] = useState<unknown>();
  const shared = { touches: [['users']], onRefused: setRefused, onDone: () => setRefused(undefined) };
  const grant = useCommand<Fields>({
    ...shared,
    run: ({ role, centreId }) => api.users.grant(account.userId, role, centreId),
    done: t('grant.done'),
  });
  const revoke = useCommand<Fields>({
    ...shared,
    run: ({ role, centreId }) => api.users.revoke(account.userId, role, centreId),
    done: t('grant.revoked'),
  });
  const places = [
    ...centres.map(({ id, name }) => ({ value: id, label: name })),
    { value: '*', label: t('everywhere') },
  ];
  const placeName = (id: string): string => places.find(({ value }) => value === id)?.label ?? id;
  const required = [{ required: true, message: t('common:required') }];
  return (
    <>
      {refused !== undefined && <ProblemAlert error={refused} />}
      <ul className="todo-list" style={{ marginBottom: 16 }}>
        {account.roles.map(({ role, centreId }) => (
          <li key={role + centreId} style={{ display: 'flex', gap: 8, alignItems: 'center', padding: '4px 0' }}>
            <span style={{ flex: 1 }}>
              {t(`role.${role}`, { defaultValue: role })} <span className="soft">{placeName(centreId)}</span>
            </span>
            <Button size="small" danger loading={revoke.isPending} onClick={() => revoke.mutate({ role, centreId })}>
              {t('grant.revoke')}
            </Button>
          </li>
        ))}
        {account.roles.length === 0 && <li className="soft">{t('grant.none')}</li>}
      </ul>
      <Form<Fields>
        name="role"
        layout="vertical"
        initialValues={{ centreId: places[0]?.value }}
        onFinish={grant.mutate}
      >
        <Form.Item name="role" label={t('grant.role')} rules={required}>
          <Select options={Object.keys(ROLES).map((value) => ({ value, label: t(`role.${value}`) }))} />
        </Form.Item>
        <Form.Item name="centreId" label={t('grant.place')} rules={required}>
          <Select options={places} />
        </Form.Item>
        <Button type="primary" htmlType="submit" block loading={grant.isPending}>
          {t('grant.submit')}
        </Button>
      </Form>
    </>
  );
}
