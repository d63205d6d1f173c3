import type { Period } from '@gridstaff/kernel';
import { useQuery } from '@tanstack/react-query';
import { sheets } from '../../../shared/api/sheet-calls';
import { useCentre } from '../../../shared/session';

/** The month, and unit where it is a sheet, that a matter from the list of what waits is about. */
export function useMatter(
  id: string | null,
): { kind: 'sheet' | 'close'; period: Period; unitId: string | null } | undefined {
  const centre = useCentre();
  return useQuery({
    queryKey: ['attendance-matter', centre.id, id],
    queryFn: () => sheets.matter(centre.id, id ?? ''),
    enabled: id !== null,
  }).data;
}
