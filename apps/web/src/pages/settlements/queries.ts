import type { Period } from '@gridstaff/kernel';
import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import { api, type Id, type Settlement, type SettlementDetail } from '../../shared/api';
import { useCentre } from '../../shared/session';

export const settlementKeys = { all: ['settlements'] as const, one: (id: Id) => ['settlements', 'one', id] as const };

export function useSettlements(period: Period | undefined): UseQueryResult<Settlement[]> {
  const { id } = useCentre();
  return useQuery({ queryKey: [...settlementKeys.all, id, period], queryFn: () => api.settlements.list(id, period) });
}

export const useSettlement = (id: Id): UseQueryResult<SettlementDetail> =>
  useQuery({ queryKey: settlementKeys.one(id), queryFn: () => api.settlements.get(id) });
