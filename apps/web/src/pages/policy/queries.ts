import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import { api, type PackCheck, type PackEffectProgress, type PolicyPack } from '../../shared/api';

export const packKeys = {
  all: ['policy-packs'],
  one: (id: string) => ['policy-packs', id],
} as const;

export const usePacks = (enabled = true): UseQueryResult<PolicyPack[]> =>
  useQuery({ queryKey: packKeys.all, queryFn: api.policy.packs, enabled });

/** Always against what is in force now: what was looked at before somebody else activated a pack is of no use. */
export const useCheck = (text: string): UseQueryResult<PackCheck> =>
  useQuery({ queryKey: [...packKeys.all, 'check', text], queryFn: () => api.policy.check(text), gcTime: 0 });

/** Between two questions how far the calculation is. */
const ASK_MS = 800;
const GOING = ['queued', 'running'];

export const isGoing = ({ job }: PackEffectProgress): boolean => GOING.includes(job.state);

/** What the text would change: asked once per look, then followed until it is there. */
export function useEffectOf(
  text: string,
  wanted: boolean,
): { asked: UseQueryResult<string>; progress: UseQueryResult<PackEffectProgress> } {
  const asked = useQuery({
    queryKey: [...packKeys.all, 'effect', text],
    queryFn: () => api.policy.askEffect(text),
    enabled: wanted,
    ...{ gcTime: 0, staleTime: Infinity },
  });
  const id = asked.data;
  const progress = useQuery({
    queryKey: ['pack-effect', id],
    queryFn: () => api.policy.effect(id ?? ''),
    enabled: id !== undefined,
    refetchInterval: ({ state }) => (state.data && isGoing(state.data) ? ASK_MS : false),
    ...{ gcTime: 0, staleTime: Infinity },
  });
  return { asked, progress };
}
