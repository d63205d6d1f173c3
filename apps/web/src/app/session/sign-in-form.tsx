import { useMutation } from '@tanstack/react-query';
import { Button, Form, Input, type InputRef } from 'antd';
import { type ReactElement, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../../shared/api';
import { ProblemAlert } from '../../shared/problem-view';

interface Fields {
  name: string;
  password: string;
}

/** Name and password; on the sign-in page, and over a page whose session ended (then the name is fixed). */
export function SignInForm({
  fixedName,
  onSignedIn,
}: {
  fixedName?: string;
  onSignedIn: (userId: string) => void;
}): ReactElement {
  const { t } = useTranslation('shell');
  const password = useRef<InputRef>(null);
  const signIn = useMutation({
    mutationFn: ({ name, password: secret }: Fields) => api.session.signIn(name, secret),
    onSuccess: ({ userId }) => onSignedIn(userId),
    onError: () => password.current?.focus({ cursor: 'all' }),
  });
  return (
    <Form<Fields>
      name="sign-in"
      layout="vertical"
      requiredMark={false}
      onFinish={signIn.mutate}
      initialValues={{ name: fixedName ?? '' }}
    >
      {signIn.error && <ProblemAlert error={signIn.error} />}
      <Form.Item name="name" label={t('signIn.name')} rules={[{ required: true, message: t('signIn.nameMissing') }]}>
        <Input
          size="large"
          autoComplete="username"
          autoFocus={fixedName === undefined}
          readOnly={fixedName !== undefined}
          maxLength={64}
        />
      </Form.Item>
      <Form.Item
        name="password"
        label={t('signIn.password')}
        rules={[{ required: true, message: t('signIn.passwordMissing') }]}
      >
        <Input.Password
          ref={password}
          size="large"
          autoComplete="current-password"
          autoFocus={fixedName !== undefined}
          visibilityToggle={false}
        />
      </Form.Item>
      <Button type="primary" htmlType="submit" size="large" block loading={signIn.isPending}>
        {t('signIn.submit')}
      </Button>
    </Form>
  );
}
