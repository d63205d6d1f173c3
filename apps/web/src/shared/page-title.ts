import { createContext, useContext, useEffect } from 'react';
import { useTranslation } from 'react-i18next';

/** Each tab tells the strip what its page is called. */
export const TabTitle = createContext<(title: string) => void>(() => undefined);

/** The title of the browser's tab and of the page tab. */
export function usePageTitle(title: string): void {
  const { t } = useTranslation('shell');
  const name = useContext(TabTitle);
  useEffect(() => {
    document.title = `${title} · ${t('short')}`;
    name(title);
  }, [title, t, name]);
}
