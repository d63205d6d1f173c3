import { useInfiniteQuery, useQuery, type UseQueryResult } from '@tanstack/react-query';
import { useMemo } from 'react';
import {
  api,
  type Agency,
  type Id,
  type PayRun,
  type RunDetail,
  type RunStatus,
  type WorkerSummary,
} from '../../shared/api';
import { useSession } from '../../shared/session';

export const runKeys = { all: ['runs'] as const, one: (id: Id) => ['runs', 'one', id] as const };

export const useRuns = (centreId: Id, filter: { period?: string; status?: RunStatus }) =>
  useInfiniteQuery({
    queryKey: [...runKeys.all, 'list', centreId, filter],
    queryFn: ({ pageParam }) => api.runs.list({ centreId, ...filter, limit: 50, after: pageParam }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ after }) => after ?? undefined,
  });

/** The newest run of the centre: what the desk is about. */
export const useLatestRun = (centreId: Id | undefined, enabled: boolean): UseQueryResult<PayRun | null> =>
  useQuery({
    queryKey: [...runKeys.all, 'latest', centreId],
    queryFn: () => api.runs.list({ centreId, limit: 1 }).then(({ runs }) => runs[0] ?? null),
    enabled: enabled && centreId !== undefined,
  });

export const useRun = (id: Id): UseQueryResult<RunDetail> =>
  useQuery({ queryKey: runKeys.one(id), queryFn: () => api.runs.get(id) });

function useAgencyList(): UseQueryResult<Agency[]> {
  const { can, centre } = useSession();
  return useQuery({
    queryKey: ['agencies', centre?.id],
    queryFn: () => api.centres.agencies(centre?.id ?? ''),
    enabled: centre !== undefined && can('roster:read'),
    staleTime: 300_000,
  });
}

function useWorkerList(): UseQueryResult<WorkerSummary[]> {
  const { can, centre } = useSession();
  return useQuery({
    queryKey: ['worker-names', centre?.id],
    queryFn: () => api.workers.all(centre?.id ?? ''),
    enabled: centre !== undefined && can('roster:read'),
    staleTime: 300_000,
  });
}

/** Names of agencies; people who may not read the roster see their codes' end alone. */
export function useAgencyNames(): (id: Id) => string {
  const { data } = useAgencyList();
  return useMemo(() => {
    const names = new Map((data ?? []).map(({ id, name }) => [id, name]));
    return (id) => names.get(id) ?? `…${id.slice(-6)}`;
  }, [data]);
}

/** Names beside the worker numbers of a run, for people who may read the roster. */
export function useWorkerNames(): ReadonlyMap<number, string> {
  const { data } = useWorkerList();
  return useMemo(() => new Map((data ?? []).map(({ no, name }) => [no, name])), [data]);
}

/** Whether names are still on their way: a long table that waits for them is drawn once instead of three times. */
export function useNamesComing(): boolean {
  const [agencies, workers] = [useAgencyList(), useWorkerList()];
  return agencies.isLoading || workers.isLoading;
}
