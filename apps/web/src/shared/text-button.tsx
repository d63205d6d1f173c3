import type { ReactElement, ReactNode } from 'react';

/** Looks like a link and acts like a button: plain, as a long table holds hundreds. */
export function TextButton({ onClick, children }: { onClick: () => void; children: ReactNode }): ReactElement {
  return (
    <button type="button" className="text-button" onClick={onClick}>
      {children}
    </button>
  );
}
