import { useSyncExternalStore } from 'react';

const PREFIX = 'gridstaff.';
const listeners = new Map<string, Set<() => void>>();
const memory = new Map<string, unknown>();

/** A setting of this browser: how the screen looks, never what it shows. Another tab's change arrives too. */
export interface Stored<T> {
  get(): T;
  set(value: T): void;
  use(): T;
}

function notify(key: string): void {
  for (const listener of listeners.get(key) ?? []) listener();
}

function read(key: string): unknown {
  try {
    const text = localStorage.getItem(PREFIX + key);
    return text === null ? undefined : (JSON.parse(text) as unknown);
  } catch {
    return undefined;
  }
}

function write(key: string, value: unknown): void {
  try {
    localStorage.setItem(PREFIX + key, JSON.stringify(value));
  } catch {
    // A browser that stores nothing still works until it is closed.
    memory.set(key, value);
  }
}

window.addEventListener('storage', ({ key }) => {
  if (!key?.startsWith(PREFIX)) return;
  memory.delete(key.slice(PREFIX.length));
  notify(key.slice(PREFIX.length));
});

/** @param accept a stored value that it refuses counts as none */
export function stored<T>(key: string, initial: T, accept: (value: unknown) => value is T): Stored<T> {
  const get = (): T => {
    if (!memory.has(key)) memory.set(key, read(key));
    const value = memory.get(key);
    return accept(value) ? value : initial;
  };
  const subscribe = (listener: () => void): (() => void) => {
    const set = listeners.get(key) ?? new Set();
    listeners.set(key, set.add(listener));
    return () => set.delete(listener);
  };
  return {
    get,
    set: (value) => {
      memory.set(key, value);
      write(key, value);
      notify(key);
    },
    use: () => useSyncExternalStore(subscribe, get),
  };
}

export const oneOf =
  <T extends string>(...choices: readonly T[]) =>
  (value: unknown): value is T =>
    choices.includes(value as T);

/** Signing out empties the browser's storage; how the screen looks is kept through it. */
export async function keepingSettings(work: () => Promise<void>): Promise<void> {
  const kept = Object.entries(localStorage).filter(([key]) => key.startsWith(PREFIX));
  await work();
  for (const [key, text] of kept) localStorage.setItem(key, String(text));
}
