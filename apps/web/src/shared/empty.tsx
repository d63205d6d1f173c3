import type { ReactElement, ReactNode } from 'react';
import { Icon, type IconName } from './icons';

/** Nothing is there: says so, and what to do first. */
export function EmptyHint({
  title,
  text,
  icon = 'empty',
  children,
}: {
  title: string;
  text?: string;
  icon?: IconName;
  children?: ReactNode;
}): ReactElement {
  return (
    <div className="empty-hint">
      <Icon name={icon} size={40} strokeWidth={1.2} />
      <p className="title">{title}</p>
      {text && <p style={{ margin: '0 0 12px' }}>{text}</p>}
      {children}
    </div>
  );
}
