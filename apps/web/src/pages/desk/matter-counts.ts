import { useQuery } from '@tanstack/react-query';
import { dispatch } from '../../shared/api/dispatch-calls';
import { useSession } from '../../shared/session';

/** What waits of the law of dispatch for those who can deal with it: breaches, and what ended or ends within thirty days. */
export function useMatterCounts(): { unlawful: number; ending: number } {
  const { can, centre } = useSession();
  const { data } = useQuery({
    queryKey: ['dispatch', centre?.id, 'counts'],
    queryFn: () => dispatch.counts(centre?.id ?? ''),
    enabled: centre !== undefined && can('roster:write'),
    staleTime: 60_000,
  });
  return { unlawful: data?.blocks ?? 0, ending: data ? data.overdue + data.d7 + data.d30 : 0 };
}
