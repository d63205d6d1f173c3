import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import { api, type PackCheck, type PackEffect, type PolicyPack } from '../../shared/api';

export const packKeys = {
  all: ['policy-packs'],
  one: (id: string) => ['policy-packs', id],
} as const;

export const usePacks = (enabled = true): UseQueryResult<PolicyPack[]> =>
  useQuery({ queryKey: packKeys.all, queryFn: api.policy.packs, enabled });

/** Always against what is in force now: what was looked at before somebody else activated a pack is of no use. */
export const useCheck = (text: string): UseQueryResult<PackCheck> =>
  useQuery({ queryKey: [...packKeys.all, 'check', text], queryFn: () => api.policy.check(text), gcTime: 0 });

export const useEffectOf = (text: string, wanted: boolean): UseQueryResult<PackEffect> =>
  useQuery({
    queryKey: [...packKeys.all, 'effect', text],
    queryFn: () => api.policy.effect(text),
    enabled: wanted,
    gcTime: 0,
  });
