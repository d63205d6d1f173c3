import { QueryClientProvider } from '@tanstack/react-query';
import { App as AntApp, ConfigProvider } from 'antd';
import { type ReactElement, Suspense, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { BrowserRouter } from 'react-router';
import { surroundWith } from '../shared/api';
import { EmptyHint } from '../shared/empty';
import { ErrorBoundary } from './error-boundary';
import { i18next, i18nReady } from './i18n/i18n';
import { useLibraryTexts } from './i18n/library-texts';
import { openAhead } from './open-page';
import { queryClient } from './query-client';
import { askToSignInAgain } from './session/again';
import { askAhead, SessionGate } from './session/session-gate';
import { Shell } from './shell/shell';
import { Splash } from './shell/splash';
import { colourScheme, language, textSize } from './theme/preferences';
import { themeOf } from './theme/theme';

surroundWith({
  language: () => (language.get() === 'en' ? 'en' : 'zh'),
  unreachable: () => ({ zh: i18next.t('common:unreachable'), en: i18next.t('common:unreachable') }),
  signInAgain: askToSignInAgain,
  initialPassword: () => void queryClient.invalidateQueries({ queryKey: ['me'] }),
});

openAhead(window.location.pathname);
askAhead(queryClient);

export function App(): ReactElement {
  const [ready, setReady] = useState(false);
  useEffect(() => {
    void i18nReady.then(() => setReady(true));
  }, []);
  return ready ? <Themed /> : <Splash />;
}

/** What the library's parts look like and say. */
function Themed(): ReactElement {
  const scheme = colourScheme.use();
  const size = textSize.use();
  const lng = language.use();
  const texts = useLibraryTexts(lng);
  const { t, i18n } = useTranslation();
  useEffect(() => {
    document.documentElement.dataset.colours = scheme;
  }, [scheme]);
  useEffect(() => {
    document.documentElement.lang = lng;
    if (i18n.language === lng) return;
    // Answers hold texts of the server too: they are asked for again in the new language.
    void i18n.changeLanguage(lng).then(() => queryClient.invalidateQueries());
  }, [lng, i18n]);
  return (
    <ConfigProvider
      locale={texts}
      theme={themeOf(scheme, size)}
      form={{ requiredMark: true, scrollToFirstError: true }}
      button={{ autoInsertSpace: false }}
      renderEmpty={() => <EmptyHint title={t('nothingHere')} />}
      modal={{ closable: { 'aria-label': t('action.close') } }}
      drawer={{ closable: { 'aria-label': t('action.close') } }}
    >
      <AntApp component={false}>
        <QueryClientProvider client={queryClient}>
          <ErrorBoundary>
            <Suspense fallback={<Splash />}>
              <BrowserRouter>
                <SessionGate>
                  <Shell />
                </SessionGate>
              </BrowserRouter>
            </Suspense>
          </ErrorBoundary>
        </QueryClientProvider>
      </AntApp>
    </ConfigProvider>
  );
}
