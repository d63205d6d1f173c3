import { useInfiniteQuery, useQuery, type UseQueryResult } from '@tanstack/react-query';
import { type Agency, api, type CertificateStandard, type Grade, type OrgUnit } from '../../shared/api';
import type { WorkerFilter } from '../../shared/api/calls';
import { useCentre } from '../../shared/session';

export const useWorkers = (filter: WorkerFilter) => {
  const { id } = useCentre();
  return useInfiniteQuery({
    queryKey: ['workers', id, filter],
    queryFn: ({ pageParam }) => api.workers.page(id, { ...filter, limit: 50, after: pageParam }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ after }) => after ?? undefined,
    placeholderData: (before) => before,
  });
};

/** How many people the whole list has: asked apart, so that nobody waits for it to see the first of them. */
export function useWorkerCount(filter: WorkerFilter): UseQueryResult<number | null> {
  const { id } = useCentre();
  return useQuery({
    queryKey: ['workers', id, 'count', filter],
    queryFn: () => api.workers.page(id, { ...filter, limit: 1, counted: true }).then(({ total }) => total),
    placeholderData: (before) => before,
  });
}

export function useUnits(): UseQueryResult<OrgUnit[]> {
  const { id } = useCentre();
  return useQuery({ queryKey: ['units', id], queryFn: () => api.centres.units(id), staleTime: 300_000 });
}

/** Streets with their communities and grids, by parent. */
export interface UnitNode {
  value: string;
  title: string;
  selectable: boolean;
  children: UnitNode[];
}

/** @param gridsOnly people work on grids: nothing else may be chosen */
export function treeOf(units: readonly OrgUnit[], gridsOnly = false): UnitNode[] {
  const nodes = new Map(
    units.map(({ id, code, name, kind }): [string, UnitNode] => [
      id,
      { value: code, title: `${name} ${code}`, selectable: !gridsOnly || kind === 'grid', children: [] },
    ]),
  );
  const roots: UnitNode[] = [];
  for (const { id, parentId } of units) {
    const node = nodes.get(id);
    const parent = parentId === null ? undefined : nodes.get(parentId);
    if (node) (parent?.children ?? roots).push(node);
  }
  return roots;
}

export function useGrades(): UseQueryResult<Grade[]> {
  const { id } = useCentre();
  return useQuery({ queryKey: ['grades', id], queryFn: () => api.centres.grades(id), staleTime: 300_000 });
}

export function useCertificates(): UseQueryResult<CertificateStandard[]> {
  const { id } = useCentre();
  return useQuery({ queryKey: ['certificates', id], queryFn: () => api.centres.certificates(id), staleTime: 300_000 });
}

export function useAgencies(): UseQueryResult<Agency[]> {
  const { id } = useCentre();
  return useQuery({ queryKey: ['agencies', id], queryFn: () => api.centres.agencies(id), staleTime: 300_000 });
}
