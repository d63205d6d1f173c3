import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import { api, type ExportTask } from '../../shared/api';
import { useCentre } from '../../shared/session';

export const EXPORTS = 'exports';
const ASK_MS = 1500;

/** Somebody works on it. */
export const isGoing = ({ status }: Pick<ExportTask, 'status'>): boolean => status === 'queued' || status === 'making';

/** @param waiting those of others that wait for a second person, instead of one's own */
export function useExports(waiting: boolean, enabled = true): UseQueryResult<ExportTask[]> {
  const { id } = useCentre();
  return useQuery({
    queryKey: [EXPORTS, id, waiting],
    queryFn: () => api.exportTasks.list(id, waiting),
    enabled,
    refetchInterval: ({ state }) => (state.data?.some(isGoing) ? ASK_MS : false),
  });
}
