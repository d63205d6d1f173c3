import { Card, Skeleton } from 'antd';
import type { ReactElement, ReactNode } from 'react';
import { usePageTitle } from './page-title';

/** A page with its head: title (also of the tab), a line below it, and what can be done. */
export function Page({
  title,
  tabTitle,
  sub,
  actions,
  children,
}: {
  title: ReactNode;
  tabTitle: string;
  sub?: ReactNode;
  actions?: ReactNode;
  children: ReactNode;
}): ReactElement {
  usePageTitle(tabTitle);
  return (
    <main className="page">
      <header className="page-head">
        <h1>{title}</h1>
        {sub && <span className="sub">{sub}</span>}
        {actions && <div className="actions">{actions}</div>}
      </header>
      {children}
    </main>
  );
}

export function PageSkeleton(): ReactElement {
  return (
    <div className="page" aria-busy="true">
      <Skeleton active title={{ width: 200 }} paragraph={false} />
      <Card style={{ marginTop: 16 }}>
        <Skeleton active paragraph={{ rows: 8 }} />
      </Card>
    </div>
  );
}
