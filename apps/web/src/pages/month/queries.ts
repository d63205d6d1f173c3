import type { Period } from '@gridstaff/kernel';
import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import { api, type AttendanceMonth, type LeaveKind, type OneOff, type Performance, type WorkerLeave } from '../../shared/api';
import { useCentre } from '../../shared/session';

export const monthKeys = {
  attendance: (centreId: string, period: Period) => ['attendance', centreId, period] as const,
  oneOffs: (centreId: string, period: Period) => ['one-offs', centreId, period] as const,
  leave: (centreId: string, year: number) => ['leave', centreId, year] as const,
  leaveKinds: (centreId: string) => ['leave-kinds', centreId] as const,
  scores: (centreId: string, period: Period) => ['evaluations', centreId, period] as const,
};

export function useAttendance(period: Period): UseQueryResult<AttendanceMonth> {
  const { id } = useCentre();
  return useQuery({
    queryKey: monthKeys.attendance(id, period),
    queryFn: () => api.monthFacts.attendance(id, period),
  });
}

export function useOneOffs(period: Period): UseQueryResult<OneOff[]> {
  const { id } = useCentre();
  return useQuery({ queryKey: monthKeys.oneOffs(id, period), queryFn: () => api.monthFacts.oneOffs(id, period) });
}

export function useLeave(year: number): UseQueryResult<WorkerLeave[]> {
  const { id } = useCentre();
  return useQuery({ queryKey: monthKeys.leave(id, year), queryFn: () => api.monthFacts.leave(id, year) });
}

export function useLeaveKinds(): UseQueryResult<LeaveKind[]> {
  const { id } = useCentre();
  return useQuery({ queryKey: monthKeys.leaveKinds(id), queryFn: () => api.monthFacts.leaveKinds(id), staleTime: Infinity });
}

export function useResults(period: Period): UseQueryResult<Performance[]> {
  const { id } = useCentre();
  return useQuery({ queryKey: monthKeys.scores(id, period), queryFn: () => api.monthFacts.results(id, period) });
}

/** Everything that is calculated from the month is read again. */
export const touched = (centreId: string, period: Period): (readonly unknown[])[] => [
  monthKeys.attendance(centreId, period),
  monthKeys.scores(centreId, period),
  ['leave', centreId],
  ['readiness'],
];
