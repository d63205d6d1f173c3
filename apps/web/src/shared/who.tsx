import { useQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { api, type Id } from './api';
import { useSession } from './session';

/** Whose account it was: oneself by word, the office by name, others by the end of the account's number, which the user list shows too. */
export function Who({ id }: { id: Id | null | undefined }): ReactElement | null {
  const { t } = useTranslation();
  const { me, centre, can } = useSession();
  const office = useQuery({
    queryKey: ['office', centre?.id],
    queryFn: () => api.centres.office(centre?.id ?? ''),
    enabled: centre !== undefined && can('run:read'),
    staleTime: 300_000,
  });
  if (!id) return null;
  if (id === me.userId) return <span>{t('myself')}</span>;
  const name = office.data?.find(({ userId }) => userId === id)?.displayName;
  return <span title={id}>{name ?? t('account', { id: id.slice(-6) })}</span>;
}
