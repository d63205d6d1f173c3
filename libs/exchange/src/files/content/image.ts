import { DomainError } from '@gridstaff/kernel';

/** A picture as it is stored, and what stood behind its end. */
export interface Cleaned {
  content: Buffer;
  tail: Buffer;
}

/** More than any camera of a telephone: whoever shows the picture must be able to unpack it. */
const MOST_PIXELS = 60_000_000;

/** @throws DomainError FILE_DAMAGED for an empty picture, PICTURE_TOO_LARGE */
export function checkPixels(width: number, height: number): void {
  if (width === 0 || height === 0) throw new DomainError('FILE_DAMAGED', {}, { field: 'file' });
  if (width * height > MOST_PIXELS)
    throw new DomainError('PICTURE_TOO_LARGE', { width, height, limit: MOST_PIXELS / 1_000_000 }, { field: 'file' });
}
