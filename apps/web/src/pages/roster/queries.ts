import { useInfiniteQuery, useQuery, type UseQueryResult } from '@tanstack/react-query';
import { api, type OrgUnit } from '../../shared/api';
import type { WorkerFilter } from '../../shared/api/calls';
import { useCentre } from '../../shared/session';

export const useWorkers = (filter: WorkerFilter) => {
  const { id } = useCentre();
  return useInfiniteQuery({
    queryKey: ['workers', id, filter],
    queryFn: ({ pageParam }) => api.workers.page(id, { ...filter, limit: 50, after: pageParam }),
    initialPageParam: undefined as number | undefined,
    getNextPageParam: ({ after }) => after ?? undefined,
    placeholderData: (before) => before,
  });
};

export function useUnits(): UseQueryResult<OrgUnit[]> {
  const { id } = useCentre();
  return useQuery({ queryKey: ['units', id], queryFn: () => api.centres.units(id), staleTime: 300_000 });
}

/** Streets with their communities and grids, by parent. */
export interface UnitNode {
  value: string;
  title: string;
  children: UnitNode[];
}

export function treeOf(units: readonly OrgUnit[]): UnitNode[] {
  const nodes = new Map(
    units.map(({ id, code, name }) => [id, { value: code, title: `${name} ${code}`, children: [] } as UnitNode]),
  );
  const roots: UnitNode[] = [];
  for (const { id, parentId } of units) {
    const node = nodes.get(id);
    const parent = parentId === null ? undefined : nodes.get(parentId);
    if (node) (parent?.children ?? roots).push(node);
  }
  return roots;
}
