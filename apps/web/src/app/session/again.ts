import { useSyncExternalStore } from 'react';

/** A session that ended while somebody was at work: they sign in over the page, and every waiting request goes on. */
let waiting: { answer: Promise<boolean>; resolve: (signedIn: boolean) => void } | undefined;
/** A page whose owner declined is left to show that it is signed out; nobody is asked twice at once. */
const listeners = new Set<() => void>();
const tell = (): void => listeners.forEach((listener) => listener());

export function askToSignInAgain(): Promise<boolean> {
  if (!waiting) {
    let resolve: (signedIn: boolean) => void = () => undefined;
    const answer = new Promise<boolean>((done) => (resolve = done));
    waiting = { answer, resolve };
    tell();
  }
  return waiting.answer;
}

export function answerSignIn(signedIn: boolean): void {
  waiting?.resolve(signedIn);
  waiting = undefined;
  tell();
}

const subscribe = (listener: () => void): (() => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

export const useAskedToSignIn = (): boolean => useSyncExternalStore(subscribe, () => waiting !== undefined);
