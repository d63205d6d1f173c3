import { cleanFileName } from '../file-name';
import { type FileType, MEDIA_TYPES } from './content/check-content';

const LONGEST = 120;
/** Characters without a meaning of their own, and those that no file system takes. */
const REFUSED = /[\p{C}<>:"|?*]/gu;

/** The user's name for a file that is kept, as a label: also with the ending of what the file is. Never used as a path. */
export function keptFileName(given: string, type: FileType): string {
  const { extension } = MEDIA_TYPES[type];
  const base = cleanFileName(given).replaceAll(REFUSED, '').trim();
  const stem = base.replace(/\.[A-Za-z0-9]{1,5}$/, '').replace(/^\.+/, '');
  return `${[...stem].slice(0, LONGEST - extension.length - 1).join('') || 'file'}.${extension}`;
}
