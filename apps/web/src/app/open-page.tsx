import { type ComponentType, type ReactElement, useEffect, useState } from 'react';
import { matchPath } from 'react-router';
import { PageSkeleton } from '../shared/page';
import { i18next, i18nReady, textsAhead } from './i18n/i18n';
import { type PageEntry, PAGES } from './pages';

const opening = new Map<PageEntry, Promise<ComponentType>>();
const opened = new Map<PageEntry, ComponentType>();

/** The code of a page and its words, side by side and once. */
function open(entry: PageEntry): Promise<ComponentType> {
  const going = opening.get(entry);
  if (going) return going;
  textsAhead(entry.texts);
  const texts = i18nReady.then(() => i18next.loadNamespaces(entry.texts));
  const begun = Promise.all([entry.load(), texts]).then(([{ default: Page }]) => {
    opened.set(entry, Page);
    return Page;
  });
  opening.set(entry, begun);
  // What could not be fetched is asked for again by whoever comes next.
  begun.catch(() => opening.delete(entry));
  return begun;
}

/** Fetches the page of the address while it is still asked who is there. */
export function openAhead(pathname: string): void {
  const entry = PAGES.find(({ path }) => matchPath(path, pathname));
  // Whoever shows the page tells of a failure.
  if (entry) open(entry).catch(() => undefined);
}

/**
 * A page as soon as it is there. Not by `lazy`: after a skeleton React holds back for 300 ms whatever was suspended, and then whatever
 * that suspends in turn.
 */
export function OpenedPage({ entry }: { entry: PageEntry }): ReactElement {
  const [Page, setPage] = useState(() => opened.get(entry));
  const [failure, setFailure] = useState<{ error: unknown }>();
  useEffect(() => {
    let shown = true;
    open(entry).then(
      (arrived) => shown && setPage(() => arrived),
      (error: unknown) => shown && setFailure({ error }),
    );
    return () => {
      shown = false;
    };
  }, [entry]);
  if (failure) throw failure.error;
  return Page ? <Page /> : <PageSkeleton />;
}
