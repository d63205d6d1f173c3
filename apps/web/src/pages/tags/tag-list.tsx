import type { ReactElement } from 'react';
import { Tag } from '../../shared/tag';
import { useTagName, useTags } from './queries';

/** The tags of one person, in the colours and the order that the centre gave them. */
export function TagList({ codes }: { codes: readonly string[] }): ReactElement {
  const all = useTags();
  const nameOf = useTagName();
  const known = (all.data ?? []).filter(({ code }) => codes.includes(code));
  return (
    <span style={{ display: 'inline-flex', flexWrap: 'wrap', gap: 4 }}>
      {known.map(({ code, tone }) => (
        <Tag key={code} tone={tone}>
          {nameOf(code)}
        </Tag>
      ))}
    </span>
  );
}
