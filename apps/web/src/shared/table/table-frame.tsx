import { type ReactElement, type ReactNode, useEffect, useRef } from 'react';

/** Around every table that may scroll: what scrolls must be reachable by keyboard, and say what it is. */
export function TableFrame({ label, children }: { label: string; children: ReactNode }): ReactElement {
  const frame = useRef<HTMLDivElement>(null);
  useEffect(() => {
    for (const box of frame.current?.querySelectorAll<HTMLElement>('.ant-table-content, .ant-table-body') ?? []) {
      box.tabIndex = 0;
      box.setAttribute('role', 'region');
      box.setAttribute('aria-label', label);
    }
  });
  return <div ref={frame}>{children}</div>;
}
