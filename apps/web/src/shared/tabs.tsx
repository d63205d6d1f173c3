import { type KeyboardEvent, type ReactElement, type ReactNode, useEffect, useId, useState } from 'react';

export interface TabItem {
  key: string;
  label: string;
  children: ReactNode;
}

/** Parts of a page: one is shown, arrow keys move between them, and a narrow screen scrolls the strip. */
export function Tabs({
  items,
  label,
  first,
  onChoose,
}: {
  items: readonly TabItem[];
  label: string;
  /** Key of the part that an address asks for. */
  first?: string;
  onChoose?: (key: string) => void;
}): ReactElement {
  const id = useId();
  const [chosen, setChosen] = useState(first ?? items[0]?.key);
  useEffect(() => {
    if (first !== undefined) setChosen(first);
  }, [first]);
  const shown = items.find(({ key }) => key === chosen) ?? items[0];
  const choose = (key: string): void => {
    setChosen(key);
    onChoose?.(key);
  };
  const moved = (event: KeyboardEvent<HTMLDivElement>): void => {
    const by = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0;
    if (by === 0 || !shown) return;
    const next = items[(items.indexOf(shown) + by + items.length) % items.length];
    if (!next) return;
    choose(next.key);
    document.getElementById(`${id}-tab-${next.key}`)?.focus();
  };
  return (
    <>
      <div className="tabs" role="tablist" aria-label={label} onKeyDown={moved}>
        {items.map(({ key, label: name }) => (
          <button
            key={key}
            id={`${id}-tab-${key}`}
            type="button"
            role="tab"
            aria-selected={key === shown?.key}
            aria-controls={key === shown?.key ? `${id}-panel` : undefined}
            tabIndex={key === shown?.key ? 0 : -1}
            onClick={() => choose(key)}
          >
            {name}
          </button>
        ))}
      </div>
      <div id={`${id}-panel`} role="tabpanel" aria-labelledby={`${id}-tab-${shown?.key}`}>
        {shown?.children}
      </div>
    </>
  );
}
