import { DomainError } from '@gridstaff/kernel';

const NAME = /^[a-z0-9\p{Script=Han}][a-z0-9\p{Script=Han}._-]{1,63}$/u;

/** One spelling per name on every engine: full-width forms, case and outer spaces do not make another user. */
export const normalName = (name: string): string => name.normalize('NFKC').trim().toLowerCase();

/** @throws DomainError USER_NAME_INVALID */
export function parseUserName(text: string): string {
  const name = normalName(text);
  if (!NAME.test(name)) throw new DomainError('USER_NAME_INVALID', { name: name.slice(0, 64) }, { field: 'name' });
  return name;
}
