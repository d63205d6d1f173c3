import { DomainError } from '@gridstaff/kernel';
import type { ApiRequest } from './fastify';

export interface Upload {
  fileName: string;
  file: Buffer;
}

const LONGEST_NAME = 200;

/** The one file of a multipart request. Its name is a label only, never a path. @throws DomainError FILE_MISSING, BODY_TOO_LARGE */
export async function readUpload(request: ApiRequest): Promise<Upload> {
  if (!request.isMultipart()) throw new DomainError('FILE_MISSING', {}, { field: 'file' });
  const part = await request.file();
  if (!part || part.fieldname !== 'file') throw new DomainError('FILE_MISSING', {}, { field: 'file' });
  const file = await part.toBuffer();
  const fileName = (part.filename.split(/[\\/]/).at(-1) ?? '').replaceAll(/\p{C}/gu, '').slice(0, LONGEST_NAME);
  return { fileName: fileName || 'file', file };
}
