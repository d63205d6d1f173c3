import { useCallback, useEffect, useMemo, useState } from 'react';
import { type Location, useLocation, useNavigate } from 'react-router';

export interface Tab {
  /** The path: one tab for one thing. */
  key: string;
  search: string;
  title: string;
  /** Counts the refreshes: another number is another page. */
  round: number;
  /** Mounted pages keep what was typed; one restored from the last visit is mounted when it is first shown. */
  location?: Location;
}

export const HOME = '/desk';
const MOST = 12;
const STORE = 'gridstaff.tabs';

/** The desk is always there, first. */
function restored(): Tab[] {
  const home = { key: HOME, search: '', title: '', round: 0 };
  const others = stored().filter(({ key }) => key !== HOME);
  return [home, ...others];
}

function stored(): Tab[] {
  try {
    const list = JSON.parse(sessionStorage.getItem(STORE) ?? '[]') as Pick<Tab, 'key' | 'search' | 'title'>[];
    return list.map(({ key, search, title }) => ({
      key: String(key),
      search: String(search),
      title: String(title),
      round: 0,
    }));
  } catch {
    return [];
  }
}

/** The page of the address always has a tab; beyond the most, the oldest other one goes. */
function withHere(tabs: readonly Tab[], location: Location): Tab[] {
  const { pathname: key, search } = location;
  if (key === '/') return [...tabs];
  if (tabs.some((tab) => tab.key === key))
    return tabs.map((tab) => (tab.key === key ? { ...tab, search, location } : tab));
  const kept =
    tabs.length < MOST
      ? tabs
      : tabs.filter(({ key: old }, i) => old === HOME || i !== tabs.findIndex((tab) => tab.key !== HOME));
  return [...kept, { key, search, title: '', round: 0, location }];
}

export interface Tabs {
  tabs: readonly Tab[];
  here: string;
  close(key: string): void;
  closeOthers(): void;
  refresh(): void;
  rename(key: string, title: string): void;
}

export function useTabs(): Tabs {
  const location = useLocation();
  const navigate = useNavigate();
  const [open, setTabs] = useState<Tab[]>(restored);
  const tabs = useMemo(() => withHere(open, location), [open, location]);
  const here = location.pathname;

  useEffect(() => {
    setTabs((before) => withHere(before, location));
  }, [location]);
  useEffect(() => {
    sessionStorage.setItem(STORE, JSON.stringify(tabs.map(({ key, search, title }) => ({ key, search, title }))));
  }, [tabs]);

  const close = (key: string): void => {
    const at = tabs.findIndex((tab) => tab.key === key);
    const next = tabs[at + 1] ?? tabs[at - 1];
    setTabs(tabs.filter((tab) => tab.key !== key));
    if (key === here) void navigate(next ? next.key + next.search : HOME);
  };
  const rename = useCallback((key: string, title: string) => {
    setTabs((before) =>
      before.some((tab) => tab.key === key && tab.title !== title)
        ? before.map((tab) => (tab.key === key ? { ...tab, title } : tab))
        : before,
    );
  }, []);
  return {
    tabs,
    here,
    close,
    rename,
    closeOthers: () => setTabs(tabs.filter(({ key }) => key === here || key === HOME)),
    refresh: () => setTabs(tabs.map((tab) => (tab.key === here ? { ...tab, round: tab.round + 1 } : tab))),
  };
}
