import { Drawer, type InputRef, Layout, Result } from 'antd';
import { Activity, type ReactElement, Suspense, useEffect, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type Location, Navigate, Route, Routes } from 'react-router';
import { ErrorBoundary } from '../error-boundary';
import { OpenedPage } from '../open-page';
import { PAGES } from '../pages';
import { useSession } from '../../shared/session';
import { useFocusBack } from '../../shared/focus-back';
import { menuFolded } from '../theme/preferences';
import { Page, PageSkeleton } from '../../shared/page';
import { PageTabs } from './page-tabs';
import { TabTitle } from '../../shared/page-title';
import { SideMenu } from './side-menu';
import { HOME, useTabs } from './tabs';
import { TopBar } from './top-bar';
import { mayOpen } from './use-menu';
import { useNarrow } from './use-narrow';

/** Menu, top bar, page tabs, and the open pages: those out of sight stay as they are. */
export function Shell(): ReactElement {
  const { t } = useTranslation('shell');
  const narrow = useNarrow();
  const folded = menuFolded.use();
  const [drawn, setDrawn] = useState(false);
  useFocusBack(drawn);
  const search = useRef<InputRef>(null);
  const strip = useTabs();
  useSlash(() => {
    if (narrow) setDrawn(true);
    else menuFolded.set(false);
    requestAnimationFrame(() => search.current?.focus());
  });
  return (
    <Layout style={{ height: '100%' }}>
      <a className="skip-link" href="#page">
        {t('skip')}
      </a>
      {narrow ? (
        <Drawer
          open={drawn}
          placement="left"
          size={264}
          closable={false}
          onClose={() => setDrawn(false)}

          styles={{ body: { padding: 0, background: 'var(--side, #0f2a52)' } }}
          aria-label={t('mainMenu')}
        >
          <SideMenu folded={false} searchRef={search} onGo={() => setDrawn(false)} />
        </Drawer>
      ) : (
        <Layout.Sider width={216} collapsedWidth={56} collapsed={folded} trigger={null}>
          <SideMenu folded={folded} searchRef={search} />
        </Layout.Sider>
      )}
      <Layout>
        <Layout.Header className="shell-head">
          <TopBar
            folded={narrow ? !drawn : folded}
            onFold={() => (narrow ? setDrawn(true) : menuFolded.set(!folded))}
          />
        </Layout.Header>
        <PageTabs {...strip} />
        <div id="page" tabIndex={-1} className="shell-main">
          {strip.here === '/' && <Navigate to={HOME} replace />}
          {strip.tabs.map(
            (tab) =>
              tab.location && (
                <Activity key={`${tab.key} ${tab.round}`} mode={tab.key === strip.here ? 'visible' : 'hidden'}>
                  <OpenPage location={tab.location} onTitle={strip.rename} />
                </Activity>
              ),
          )}
        </div>
      </Layout>
    </Layout>
  );
}

function OpenPage({
  location,
  onTitle,
}: {
  location: Location;
  onTitle: (key: string, title: string) => void;
}): ReactElement {
  const session = useSession();
  const { pathname } = location;
  const name = useMemo(() => (title: string) => onTitle(pathname, title), [onTitle, pathname]);
  return (
    <TabTitle value={name}>
      <ErrorBoundary>
        <Suspense fallback={<PageSkeleton />}>
          <Routes location={location}>
            {PAGES.filter((entry) => mayOpen(session, entry)).map((entry) => (
              <Route key={entry.path} path={entry.path} element={<OpenedPage key={entry.path} entry={entry} />} />
            ))}
            <Route path="*" element={<NoSuchPage />} />
          </Routes>
        </Suspense>
      </ErrorBoundary>
    </TabTitle>
  );
}

function NoSuchPage(): ReactElement {
  const { t } = useTranslation('shell');
  return (
    <Page tabTitle={t('noPage.title')} title={t('noPage.title')}>
      <Result status="404" subTitle={t('noPage.text')} />
    </Page>
  );
}

/** `/` from anywhere but a field. */
function useSlash(act: () => void): void {
  const latest = useRef(act);
  latest.current = act;
  useEffect(() => {
    const pressed = (event: KeyboardEvent): void => {
      const target = event.target as HTMLElement;
      if (event.key !== '/' || event.ctrlKey || event.altKey || event.metaKey) return;
      if (target.closest('input, textarea, select, [contenteditable=true], [role=dialog]')) return;
      event.preventDefault();
      latest.current();
    };
    window.addEventListener('keydown', pressed);
    return () => window.removeEventListener('keydown', pressed);
  }, []);
}
