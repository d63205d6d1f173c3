import { type QueryKey, useQuery, type UseQueryResult } from '@tanstack/react-query';
import { api, type CardChange } from '../../shared/api';
import { useCentre } from '../../shared/session';

export const useOpenCards = (): UseQueryResult<CardChange[]> => {
  const { id } = useCentre();
  return useQuery({ queryKey: ['card-changes', id], queryFn: () => api.cards.open(id), staleTime: 0 });
};

export const useCardsOf = (no: number): UseQueryResult<CardChange[]> => {
  const { id } = useCentre();
  return useQuery({ queryKey: ['card-changes', id, no], queryFn: () => api.cards.ofWorker(id, no) });
};

/** What a decision about a card changes on screen. */
export const CARD_TOUCHES: QueryKey[] = [['card-changes'], ['worker'], ['workers'], ['todos'], ['readiness']];
