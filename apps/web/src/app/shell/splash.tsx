import type { ReactElement } from 'react';

/** Before the first words have arrived: no text, so no language. */
export function Splash(): ReactElement {
  return (
    <div style={{ height: '100%', minHeight: 200, display: 'grid', placeItems: 'center' }} aria-busy="true">
      <svg width="40" height="40" viewBox="0 0 24 24" fill="var(--accent)" aria-hidden="true">
        {[0, 1, 2, 3, 4, 5, 6, 7, 8].map((i) => (
          <rect key={i} x={(i % 3) * 8 + 1} y={Math.floor(i / 3) * 8 + 1} width="6" height="6" rx="1.2">
            <animate
              attributeName="opacity"
              values="0.2;1;0.2"
              dur="1.2s"
              begin={`${(i % 3) * 0.12 + Math.floor(i / 3) * 0.12}s`}
              repeatCount="indefinite"
            />
          </rect>
        ))}
      </svg>
    </div>
  );
}
