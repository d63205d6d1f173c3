import { ROLES } from '@gridstaff/contracts';
import { useQuery } from '@tanstack/react-query';
import { Alert, App, Button, Card, Dropdown, Form, Input, Modal, Select } from 'antd';
import { type ReactElement, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type Account, api } from '../../shared/api';
import { useAsk } from '../../shared/ask';
import { nowMillis } from '../../shared/clock';
import { useCommand } from '../../shared/commands';
import { EmptyHint } from '../../shared/empty';
import { Icon } from '../../shared/icons';
import { Page } from '../../shared/page';
import { ProblemAlert, showInForm, useTextOf } from '../../shared/problem-view';
import { QueryView } from '../../shared/query-view';
import { useSession } from '../../shared/session';
import { DataTable } from '../../shared/table/data-table';
import { Tag } from '../../shared/tag';
import { RoleDialog } from './role-dialog';
import { WorkerDialog } from './worker-dialog';

const TOUCHES = [['users']];

/** Accounts are made here; whether their holder also grants roles depends on the account in front of the page. */
export default function UsersPage(): ReactElement {
  const { t } = useTranslation('users');
  const users = useQuery({ queryKey: ['users'], queryFn: api.users.list });
  const [creating, setCreating] = useState(false);
  return (
    <Page
      tabTitle={t('title')}
      title={t('title')}
      actions={
        <>
          <Button type="primary" icon={<Icon name="plus" />} onClick={() => setCreating(true)}>
            {t('create.button')}
          </Button>
          <Button
            icon={<Icon name="refresh" />}
            aria-label={t('common:action.refresh')}
            onClick={() => void users.refetch()}
          />
        </>
      }
    >
      <Card size="small">
        <QueryView query={users} inline>
          {(rows) => <Accounts rows={rows} />}
        </QueryView>
      </Card>
      <Modal
        open={creating}
        title={t('create.button')}
        footer={null}
        onCancel={() => setCreating(false)}
        mask={{ closable: false }}
        destroyOnHidden
        width={460}
      >
        <CreateForm onDone={() => setCreating(false)} />
      </Modal>
    </Page>
  );
}

function Accounts({ rows }: { rows: readonly Account[] }): ReactElement {
  const { t } = useTranslation('users');
  const { centres } = useSession();
  const centreName = (id: string): string =>
    id === '*' ? t('everywhere') : (centres.find((centre) => centre.id === id)?.name ?? id.slice(-6));
  return (
    <DataTable<Account>
      name="users"
      label={t('title')}
      rows={rows}
      rowKey={({ userId }) => userId}
      empty={<EmptyHint icon="user" title={t('none')} />}
      columns={[
        { key: 'name', title: t('name'), width: 150, dataIndex: 'name' },
        { key: 'displayName', title: t('displayName'), width: 150, dataIndex: 'displayName' },
        {
          key: 'id',
          title: t('number'),
          width: 90,
          render: (_, { userId }) => <span className="code">{userId.slice(-6)}</span>,
        },
        { key: 'state', title: t('state'), width: 120, render: (_, account) => <StateTag account={account} /> },
        {
          ...{ key: 'roles', title: t('roles'), width: 320 },
          render: (_, { roles }) =>
            roles.map(({ role, centreId }) => (
              <span key={role + centreId} title={centreName(centreId)} style={{ marginRight: 4 }}>
                <Tag tone="info">{t(`role.${role}`, { defaultValue: role })}</Tag>
              </span>
            )),
        },
        { key: 'worker', title: t('worker.column'), width: 100, render: (_, { workerNo }) => workerNo ?? '' },
        { key: 'do', title: t('do'), width: 90, render: (_, account) => <AccountMenu account={account} /> },
      ]}
    />
  );
}

function StateTag({ account }: { account: Account }): ReactElement {
  const { t } = useTranslation('users');
  if (account.disabled) return <Tag tone="bad">{t('states.disabled')}</Tag>;
  if (account.lockedUntil !== null && account.lockedUntil > nowMillis())
    return <Tag tone="warn">{t('states.locked')}</Tag>;
  if (account.mustChangePassword) return <Tag tone="warn">{t('states.first')}</Tag>;
  return <Tag tone="good">{t('states.active')}</Tag>;
}

function AccountMenu({ account }: { account: Account }): ReactElement {
  const { t } = useTranslation('users');
  const { me, can } = useSession();
  const show = useShowPassword();
  const [ask, dialog] = useAsk();
  const [granting, setGranting] = useState(false);
  const [linking, setLinking] = useState(false);
  const inDialog = { touches: TOUCHES, onRefused: (): void => undefined };
  const reset = useCommand<void, { password: string }>({
    ...inDialog,
    run: () => api.users.reset(account.userId),
    onDone: ({ password }) => show(account.name, password),
  });
  const disable = useCommand({ ...inDialog, run: () => api.users.disable(account.userId), done: t('disable.done') });
  const enable = useCommand({ touches: TOUCHES, run: () => api.users.enable(account.userId), done: t('enable.done') });
  const unlink = useCommand({
    ...inDialog,
    run: () => api.users.unlinkWorker(account.userId),
    done: t('worker.unlinked'),
  });
  const own = account.userId === me.userId;
  const items = [
    ...(can('role:grant') ? [{ key: 'roles', label: t('grant.button'), onClick: () => setGranting(true) }] : []),
    ...(account.machine ? [] : [{ key: 'worker', label: t('worker.button'), onClick: () => setLinking(true) }]),
    ...(account.workerNo === null
      ? []
      : [
          {
            key: 'unlink',
            label: t('worker.unlink'),
            onClick: () =>
              ask({
                title: t('worker.unlinkTitle', { name: account.name, no: account.workerNo }),
                text: t('worker.unlinkText'),
                confirm: t('worker.unlink'),
                act: () => unlink.mutateAsync(),
              }),
          },
        ]),
    ...(account.machine || own
      ? []
      : [
          {
            key: 'reset',
            label: t('reset.button'),
            onClick: () =>
              ask({
                title: t('reset.title', { name: account.name }),
                text: t('reset.text'),
                confirm: t('reset.button'),
                act: () => reset.mutateAsync(),
              }),
          },
        ]),
    ...(own
      ? []
      : account.disabled
        ? [{ key: 'enable', label: t('enable.button'), onClick: () => enable.mutate() }]
        : [
            {
              key: 'disable',
              danger: true,
              label: t('disable.button'),
              onClick: () =>
                ask({
                  title: t('disable.title', { name: account.name }),
                  text: t('disable.text'),
                  confirm: t('disable.button'),
                  danger: true,
                  typed: account.name,
                  act: () => disable.mutateAsync(),
                }),
            },
          ]),
  ];
  if (items.length === 0) return <></>;
  return (
    <>
      <Dropdown trigger={['click']} menu={{ items }}>
        <Button size="small" icon={<Icon name="more" />} aria-label={t('doWith', { name: account.name })} />
      </Dropdown>
      <RoleDialog account={account} open={granting} onClose={() => setGranting(false)} />
      <WorkerDialog account={account} open={linking} onClose={() => setLinking(false)} />
      {dialog}
    </>
  );
}

/** A password is shown once, here, and kept nowhere. */
function useShowPassword(): (name: string, password: string) => void {
  const { modal } = App.useApp();
  const { t } = useTranslation('users');
  return (name, password) =>
    void modal.success({
      title: t('password.title', { name }),
      content: (
        <>
          <p>{t('password.text')}</p>
          <p>
            <strong className="code" style={{ fontSize: '1.2em', userSelect: 'all' }}>
              {password}
            </strong>
          </p>
        </>
      ),
      okText: t('password.seen'),
    });
}

interface Fields {
  name: string;
  displayName: string;
  centreId?: string;
}

function CreateForm({ onDone }: { onDone: () => void }): ReactElement {
  const { t } = useTranslation('users');
  const { centres } = useSession();
  const show = useShowPassword();
  const textOf = useTextOf();
  const [form] = Form.useForm<Fields>();
  const [refused, setRefused] = useState<unknown>();
  const create = useCommand<Fields, { password: string | null }>({
    run: (fields) => api.users.create(fields),
    touches: TOUCHES,
    onDone: ({ password }, { name }) => {
      onDone();
      if (password) show(name, password);
    },
    onRefused: (error) => {
      if (!showInForm(form, error, textOf)) setRefused(error);
    },
  });
  const required = [{ required: true, whitespace: true, message: t('common:required') }];
  return (
    <Form<Fields>
      name="new-account"
      form={form}
      layout="vertical"
      initialValues={{ centreId: centres.length === 1 ? centres[0]?.id : undefined }}
      onValuesChange={() => setRefused(undefined)}
      onFinish={create.mutate}
    >
      {refused !== undefined && <ProblemAlert error={refused} />}
      <Form.Item name="name" label={t('name')} rules={required}>
        <Input maxLength={64} autoFocus autoComplete="off" />
      </Form.Item>
      <Form.Item name="displayName" label={t('displayName')} rules={required}>
        <Input maxLength={100} autoComplete="off" />
      </Form.Item>
      <Form.Item name="centreId" label={t('centre')}>
        <Select allowClear options={centres.map(({ id, name }) => ({ value: id, label: name }))} />
      </Form.Item>
      <Alert
        type="info"
        showIcon
        title={t('create.hint', { count: Object.keys(ROLES).length })}
        style={{ marginBottom: 16 }}
      />
      <Button type="primary" htmlType="submit" block loading={create.isPending}>
        {t('create.submit')}
      </Button>
    </Form>
  );
}
