import type { LocalDate } from '@gridstaff/kernel';
import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import { api, type Id, type UnitDetail, type UnitSeats } from '../../shared/api';
import { useCentre } from '../../shared/session';

/** The tree of a day with seats, people and vacancies; left out, of today. */
export function useUnitSeats(on?: LocalDate): UseQueryResult<UnitSeats[]> {
  const { id } = useCentre();
  return useQuery({
    queryKey: ['units', id, 'seats', on],
    queryFn: () => api.units.tree(id, on),
    placeholderData: (before) => before,
  });
}

export function useUnit(unitId: Id, on?: LocalDate): UseQueryResult<UnitDetail> {
  const { id } = useCentre();
  return useQuery({
    queryKey: ['units', id, 'one', unitId, on],
    queryFn: () => api.units.get(id, unitId, on),
    placeholderData: (before) => before,
  });
}
