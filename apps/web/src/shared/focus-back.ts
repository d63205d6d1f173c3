import { useEffect, useInsertionEffect, useRef } from 'react';

/**
 * Whatever had the focus when a drawer opened gets it back when it is closed. The library does so only after a drawer that has come in
 * altogether, and remembers what had the focus after its own panel took it.
 */
export function useFocusBack(open: boolean): void {
  const opener = useRef<Element | null>(null);
  // Before the panel takes the focus, which it does in an effect of its own.
  useInsertionEffect(() => {
    if (open) opener.current = document.activeElement;
  }, [open]);
  useEffect(() => {
    if (open || !(opener.current instanceof HTMLElement)) return;
    opener.current.focus({ preventScroll: true });
    opener.current = null;
  }, [open]);
}
