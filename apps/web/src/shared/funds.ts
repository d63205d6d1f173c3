import { formatYuan, sumFen } from '@gridstaff/kernel';
import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import { api, type Fund, type Id, type PayRun, type Yuan } from './api';
import { fenOf } from './money';
import { useSession } from './session';

const FORECAST_MS = 600_000;

/** Funds of a year; left out: the last that has any. */
export const useFunds = (centreId: Id, year?: number, enabled = true): UseQueryResult<Fund[]> =>
  useQuery({
    queryKey: ['funds', centreId, year ?? 'last'],
    queryFn: () => api.funds.list(centreId, year),
    enabled,
  });

/** The fund that pay comes from: that of the last run, else the one with most in motion. */
export const payFund = (funds: readonly Fund[], run: PayRun | null): Fund | undefined =>
  funds.find(({ id }) => id === run?.fundId) ??
  [...funds].sort(
    (a, b) =>
      fenOf(b.balances.paid) + fenOf(b.balances.reserved) - fenOf(a.balances.paid) - fenOf(a.balances.reserved) ||
      fenOf(b.balances.granted) - fenOf(a.balances.granted),
  )[0];

/**
 * 预计全年: used, in transit, and what the months that are not approved yet would cost as things are.
 * @param pays whether pay comes out of this fund; left out: when something already did
 * @returns undefined while it is calculated, and where the fund pays nobody or the account may not see pay; null when it cannot be calculated yet
 */
export function useForecast(fund: Fund | undefined, pays?: boolean): Yuan | null | undefined {
  const { centre, can } = useSession();
  const { granted, paid, reserved } = fund?.balances ?? { granted: '0', paid: '0', reserved: '0' };
  const moved = sumFen([fenOf(paid), fenOf(reserved)]);
  const rest = useQuery({
    queryKey: ['funds', 'forecast', fund?.id, paid, reserved],
    queryFn: () => api.funds.restOfYear(centre?.id ?? '', fund?.id ?? ''),
    enabled: centre !== undefined && fund !== undefined && (pays ?? moved > 0) && fenOf(granted) > 0 && can('run:read'),
    staleTime: FORECAST_MS,
    retry: false,
  });
  if (rest.isError) return null;
  return rest.data === undefined ? undefined : formatYuan(sumFen([moved, fenOf(rest.data)]));
}
