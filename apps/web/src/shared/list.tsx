import type { InfiniteData, UseInfiniteQueryResult } from '@tanstack/react-query';
import { Button } from 'antd';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';

/** Under a list that arrives page by page: how many are there, and the way to more. */
export function MoreRows<P>({
  query,
  count,
}: {
  query: UseInfiniteQueryResult<InfiniteData<P>>;
  count: number;
}): ReactElement {
  const { t } = useTranslation();
  return (
    <div className="table-foot" aria-live="polite">
      <span>{t(query.hasNextPage ? 'list.shown' : 'list.all', { count })}</span>
      {query.hasNextPage && (
        <Button loading={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
          {t('action.more')}
        </Button>
      )}
    </div>
  );
}
