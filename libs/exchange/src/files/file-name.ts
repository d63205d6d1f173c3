import { type FileType, MEDIA_TYPES } from './content/check-content';

const LONGEST = 120;
/** Controls, marks that turn the reading direction, and characters that no file system or header takes. */
const REFUSED = /[\p{C}\u202a-\u202e\u2066-\u2069<>:"|?*]/gu;

/** The user's name for a file as a label: no path, nothing invisible, and the ending of what the file is. Never used as a path. */
export function cleanFileName(given: string, type: FileType): string {
  const { extension } = MEDIA_TYPES[type];
  const base = (given.split(/[\\/]/).at(-1) ?? '').replaceAll(REFUSED, '').trim();
  const stem = base.replace(/\.[A-Za-z0-9]{1,5}$/, '').replace(/^\.+/, '');
  return `${[...stem].slice(0, LONGEST - extension.length - 1).join('') || 'file'}.${extension}`;
}
