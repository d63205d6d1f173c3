import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import type { Id } from '../../shared/api';
import { dispatch, type DispatchAgreement, type DispatchExpiry, type DispatchFinding } from '../../shared/api/dispatch-calls';

export interface Asked {
  workerNo?: number;
  closed?: boolean;
}

const flag = ({ workerNo, closed }: Asked): Asked => ({ workerNo, ...(closed && { closed }) });

export const useFindings = (centreId: Id, asked: Asked = {}): UseQueryResult<DispatchFinding[]> =>
  useQuery({
    queryKey: ['dispatch', centreId, 'findings', asked],
    queryFn: () => dispatch.findings(centreId, flag(asked)),
  });

export const useExpiries = (centreId: Id, asked: Asked = {}): UseQueryResult<DispatchExpiry[]> =>
  useQuery({
    queryKey: ['dispatch', centreId, 'expiries', asked],
    queryFn: () => dispatch.expiries(centreId, flag(asked)),
  });

export const useAgreements = (centreId: Id): UseQueryResult<DispatchAgreement[]> =>
  useQuery({ queryKey: ['dispatch', centreId, 'agreements'], queryFn: () => dispatch.agreements(centreId) });

export const useOwnStaff = (centreId: Id): UseQueryResult<{ from: string; people: number }[]> =>
  useQuery({ queryKey: ['dispatch', centreId, 'own-staff'], queryFn: () => dispatch.ownStaff(centreId) });
