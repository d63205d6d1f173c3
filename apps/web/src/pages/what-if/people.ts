import type { AdoptInput } from '../../shared/api/scenario-calls';

/** One person a line: name, ID number, phone, apart by spaces, commas or tabs, as they come out of a sheet. */
export function peopleOf(text: string | undefined): NonNullable<AdoptInput['people']> {
  return (text ?? '')
    .normalize('NFKC')
    .split('\n')
    .map((line) => line.split(/[\s,、;]+/).filter((part) => part !== ''))
    .filter((parts) => parts.length > 0)
    .map(([name = '', idNumber = '', phone]) => ({ name, idNumber, ...(phone === undefined ? {} : { phone }) }));
}
