import { useInfiniteQuery, useQuery, type UseQueryResult } from '@tanstack/react-query';
import type { Id } from '../../shared/api';
import { lateChanges } from '../../shared/api/late-calls';

export const lateKey = (centreId: Id): readonly unknown[] => ['late-changes', centreId];

export const useLateChanges = (centreId: Id, undecided: boolean) =>
  useInfiniteQuery({
    queryKey: [...lateKey(centreId), undecided],
    queryFn: ({ pageParam }) =>
      lateChanges.page(centreId, { limit: 200, after: pageParam, ...(undecided && { undecided }) }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ after }) => after ?? undefined,
    staleTime: 0,
  });

/** How many wait for a decision. */
export const useUndecided = (centreId: Id | undefined): UseQueryResult<number> =>
  useQuery({
    queryKey: [...lateKey(centreId ?? ''), 'count'],
    queryFn: () => lateChanges.undecided(centreId ?? ''),
    enabled: centreId !== undefined,
    staleTime: 0,
  });
