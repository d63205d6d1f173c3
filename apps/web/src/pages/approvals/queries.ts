import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import { api, type Todo } from '../../shared/api';

const EVERY_MS = 60_000;

/** What waits for the account: asked for each time somebody looks, as others work meanwhile. */
export const useTodos = (): UseQueryResult<Todo[]> =>
  useQuery({ queryKey: ['todos'], queryFn: api.approvals.todos, staleTime: 0, refetchInterval: EVERY_MS });
