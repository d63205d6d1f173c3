import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import { api } from '../../shared/api';
import { grouped, type Waiting } from './waiting';

const EVERY_MS = 60_000;

/** What waits for the account: asked for each time somebody looks, as others work meanwhile. */
export const useTodos = (): UseQueryResult<Waiting[]> =>
  useQuery({
    ...{ queryKey: ['todos'], queryFn: api.approvals.todos, select: grouped },
    ...{ staleTime: 0, refetchInterval: EVERY_MS },
  });
