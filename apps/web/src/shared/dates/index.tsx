import type { LocalDate, Period } from '@gridstaff/kernel';
import type { ReactElement } from 'react';
import { type CivilDay, CivilPicker } from './civil-calendar';

interface DayProps<T extends string> {
  id?: string;
  value?: T;
  onChange?: (value: T | undefined) => void;
  allowClear?: boolean;
  disabled?: boolean;
  placeholder?: string;
  'aria-label'?: string;
  min?: LocalDate;
  max?: LocalDate;
}

const dayOf = (text: string | undefined): CivilDay | null =>
  text === undefined || text === '' ? null : { date: text.length === 7 ? `${text}-01` : text };

/** A day as text `2023-12-28`; it may be typed in any usual form. */
export function DayInput({ value, onChange, min, max, ...rest }: DayProps<LocalDate>): ReactElement {
  return (
    <CivilPicker
      {...rest}
      value={dayOf(value)}
      minDate={dayOf(min) ?? undefined}
      maxDate={dayOf(max) ?? undefined}
      format="YYYY-MM-DD"
      onChange={(day) => onChange?.((day as CivilDay | null)?.date)}
    />
  );
}

/** A month as text `2023-12`. */
export function MonthInput({ value, onChange, min, max, ...rest }: DayProps<Period>): ReactElement {
  return (
    <CivilPicker
      {...rest}
      picker="month"
      value={dayOf(value)}
      minDate={dayOf(min) ?? undefined}
      maxDate={dayOf(max) ?? undefined}
      format="YYYY-MM"
      onChange={(day) => onChange?.((day as CivilDay | null)?.date.slice(0, 7))}
    />
  );
}
