import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { StaffState } from '../../shared/api/staff-calls';
import { useUnits } from '../roster/queries';

const PARTS = ['gridCode', 'postCode', 'gradeCode', 'contractFrom', 'contractTo', 'lastDay'] as const;

/** From → to in the words of the office; what stays the same is left out where anything changes. */
export function Move({ before, after }: { before: StaffState; after: StaffState | null }): ReactElement {
  const { t } = useTranslation('staff');
  const units = useUnits();
  const name = (part: (typeof PARTS)[number], value: string | null): string => {
    if (value === null) return '–';
    return part === 'gridCode' ? (units.data?.find(({ code }) => code === value)?.name ?? value) : value;
  };
  const changed = after === null ? PARTS.filter((part) => before[part] !== null) : PARTS.filter((part) => before[part] !== after[part] && after[part] !== null);
  return (
    <ul className="staff-move">
      {changed.map((part) => (
        <li key={part}>
          <span className="soft">{t(`part.${part}`)}</span> {before[part] !== null && name(part, before[part])}
          {after !== null && (
            <>
              {before[part] !== null && ' → '}
              <strong>{name(part, after[part])}</strong>
            </>
          )}
        </li>
      ))}
    </ul>
  );
}
