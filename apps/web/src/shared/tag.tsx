import type { ReactElement, ReactNode } from 'react';
import { Icon, type IconName } from './icons';

export type Tone = 'plain' | 'info' | 'work' | 'good' | 'warn' | 'bad';

/** A state in words; the colour only helps. */
export function Tag({ tone, icon, children }: { tone: Tone; icon?: IconName; children: ReactNode }): ReactElement {
  return (
    <span className="tag" data-tone={tone}>
      {icon && <Icon name={icon} size={13} />}
      {children}
    </span>
  );
}
