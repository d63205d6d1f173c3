import type { UseQueryResult } from '@tanstack/react-query';
import { Skeleton } from 'antd';
import type { ReactElement, ReactNode } from 'react';
import { asProblem } from './api';
import { ProblemAlert, ProblemPage } from './problem-view';

/** Loading, refused, or there. Data that is there already stays on screen while it is asked for again. */
export function QueryView<T>({
  query,
  rows = 6,
  inline,
  children,
}: {
  query: UseQueryResult<T>;
  rows?: number;
  inline?: boolean;
  children: (data: T) => ReactNode;
}): ReactElement {
  if (query.data !== undefined) return <>{children(query.data)}</>;
  if (query.error) {
    const again = (): void => void query.refetch();
    return inline ? (
      <ProblemAlert error={query.error} onReload={again} />
    ) : (
      <ProblemPage problem={asProblem(query.error)} onAgain={again} />
    );
  }
  return <Skeleton active paragraph={{ rows }} />;
}
