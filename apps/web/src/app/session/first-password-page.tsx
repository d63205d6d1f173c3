import { useMutation, useQueryClient } from '@tanstack/react-query';
import { App, Button, Form, Input } from 'antd';
import { type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../../shared/api';
import { ProblemAlert } from '../../shared/problem-view';
import { usePageTitle } from '../../shared/page-title';
import { EntryFrame } from './sign-in-page';

export interface PasswordFields {
  present: string;
  password: string;
  again: string;
}

/** The present and the new password, typed twice; also behind the user menu. */
export function PasswordForm({ name, onChanged }: { name: string; onChanged: () => void }): ReactElement {
  const { t } = useTranslation('shell');
  const change = useMutation({
    mutationFn: ({ present, password }: PasswordFields) => api.session.changePassword(present, password),
    onSuccess: onChanged,
  });
  const required = [{ required: true, message: t('signIn.passwordMissing') }];
  return (
    <Form<PasswordFields> name="password" layout="vertical" requiredMark={false} onFinish={change.mutate}>
      {change.error && <ProblemAlert error={change.error} />}
      <input type="hidden" name="username" autoComplete="username" value={name} readOnly />
      <Form.Item name="present" label={t('password.present')} rules={required}>
        <Input.Password autoComplete="current-password" autoFocus visibilityToggle={false} />
      </Form.Item>
      <Form.Item name="password" label={t('password.new')} extra={t('password.rule')} rules={required}>
        <Input.Password autoComplete="new-password" visibilityToggle={false} />
      </Form.Item>
      <Form.Item
        name="again"
        label={t('password.again')}
        dependencies={['password']}
        rules={[
          ...required,
          ({ getFieldValue }) => ({
            validator: (_, value) =>
              value === getFieldValue('password')
                ? Promise.resolve()
                : Promise.reject(new Error(t('password.differs'))),
          }),
        ]}
      >
        <Input.Password autoComplete="new-password" visibilityToggle={false} />
      </Form.Item>
      <Button type="primary" htmlType="submit" block loading={change.isPending}>
        {t('password.submit')}
      </Button>
    </Form>
  );
}

export function FirstPasswordPage({ name }: { name: string }): ReactElement {
  const { t } = useTranslation('shell');
  const client = useQueryClient();
  const { message } = App.useApp();
  usePageTitle(t('password.title'));
  const changed = (): void => {
    void message.success(t('password.changed'));
    void client.invalidateQueries();
  };
  return (
    <EntryFrame>
      <h2>{t('password.title')}</h2>
      <p className="soft">{t('password.why', { name })}</p>
      <PasswordForm name={name} onChanged={changed} />
    </EntryFrame>
  );
}
