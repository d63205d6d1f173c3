import { parseYuan } from '@gridstaff/kernel';
import type { ReactElement } from 'react';
import type { Yuan } from './api';

/** `1234567.80` → `1,234,567.80`; works on the text, so no amount passes through a float. */
export function grouped(yuan: Yuan): string {
  const [, sign = '', whole = '', rest = ''] = /^(-?)(\d+)(\.\d+)?$/.exec(yuan) ?? [];
  return whole === '' ? yuan : `${sign}${whole.replace(/\B(?=(\d{3})+$)/g, ',')}${rest}`;
}

/** For dashboards alone, where the unit 万元 stands beside it. */
export const inTenThousands = (yuan: Yuan): string => grouped((Math.round(fenOf(yuan) / 10_000) / 100).toFixed(2));

export const fenOf = (yuan: Yuan): number => parseYuan(yuan);

export function Money({ value, strong }: { value: Yuan | null | undefined; strong?: boolean }): ReactElement {
  if (value === null || value === undefined) return <span className="soft">–</span>;
  const text = grouped(value);
  const className = value.startsWith('-') ? 'money negative' : 'money';
  return strong ? <strong className={className}>{text}</strong> : <span className={className}>{text}</span>;
}
