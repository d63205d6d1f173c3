import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import { api, type Todo } from '../../shared/api';

const EVERY_MS = 60_000;

/** What waits for the account: asked for each time somebody looks, as others work meanwhile. */
export const useTodos = (): UseQueryResult<Todo[]> =>
  useQuery({ queryKey: ['todos'], queryFn: api.approvals.todos, staleTime: 0, refetchInterval: EVERY_MS });

/** Subject type of a pay run in a matter that waits. */
export const RUN = 'pay_run';

/** The page on which the matter is decided. */
export const placeOf = ({ subjectType, subjectId }: Pick<Todo, 'subjectType' | 'subjectId'>): string =>
  subjectType === 'policy_pack' ? `/policy/${subjectId}` : `/runs/${subjectId}`;
