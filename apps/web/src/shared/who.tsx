import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { Id } from './api';
import { useSession } from './session';

/** Whose account it was: oneself by word, others by the end of the account's number, which the user list shows beside the name. */
export function Who({ id }: { id: Id | null | undefined }): ReactElement | null {
  const { t } = useTranslation();
  const { me } = useSession();
  if (!id) return null;
  if (id === me.userId) return <span>{t('myself')}</span>;
  return <span title={id}>{t('account', { id: id.slice(-6) })}</span>;
}
