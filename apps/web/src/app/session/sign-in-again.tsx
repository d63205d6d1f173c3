import { useQueryClient } from '@tanstack/react-query';
import { Modal } from 'antd';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { answerSignIn, useAskedToSignIn } from './again';
import { SignInForm } from './sign-in-form';

/** Over the page, which stays as it is with everything typed into it. */
export function SignInAgain({ name, userId }: { name: string; userId: string }): ReactElement {
  const { t } = useTranslation('shell');
  const asked = useAskedToSignIn();
  const client = useQueryClient();
  const leave = (): void => {
    answerSignIn(false);
    client.clear();
    window.location.assign('/');
  };
  const signedIn = (as: string): void => {
    // Another person must not find the page of this one.
    if (as !== userId) return leave();
    answerSignIn(true);
    void client.invalidateQueries();
  };
  return (
    <Modal
      open={asked}
      title={t('again.title')}
      footer={null}
      onCancel={leave}
      mask={{ closable: false }}
      destroyOnHidden
      width={420}
      zIndex={3000}
    >
      <p>{t('again.text')}</p>
      <SignInForm fixedName={name} onSignedIn={signedIn} />
    </Modal>
  );
}
