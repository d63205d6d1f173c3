import { type QueryKey, useQueryClient } from '@tanstack/react-query';
import { App } from 'antd';
import { useTranslation } from 'react-i18next';

/** Does what a question asked about: the question itself shows a refusal, everything that the act changed is read again. */
export function useActs(touches: readonly QueryKey[]): (work: () => Promise<unknown>) => Promise<void> {
  const { t } = useTranslation('month');
  const { message } = App.useApp();
  const client = useQueryClient();
  return async (work) => {
    try {
      await work();
      void message.success({ content: t('done.saved'), key: 'done' });
    } finally {
      await Promise.all(touches.map((queryKey) => client.invalidateQueries({ queryKey })));
    }
  };
}
