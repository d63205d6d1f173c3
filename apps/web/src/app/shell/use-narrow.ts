import { useSyncExternalStore } from 'react';

const query = window.matchMedia('(max-width: 860px)');
const subscribe = (listener: () => void): (() => void) => {
  query.addEventListener('change', listener);
  return () => query.removeEventListener('change', listener);
};

/** A phone, or a window as narrow: the menu is drawn out instead of standing. */
export const useNarrow = (): boolean => useSyncExternalStore(subscribe, () => query.matches);
