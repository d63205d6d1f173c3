import type { Schema } from '../../common/field-schema';
import { choice, COUNT, DATE, FLAG, ID, INSTANT, list, orNull, ref, shape, TEXT } from '../../common/values';
import type { Operations } from '../operation';

/** Why a file is not kept. */
export const FILE_REFUSALS = [
  ...[
    'FILE_MISSING',
    'FILE_EMPTY',
    'FILE_TYPE_REFUSED',
    'FILE_OLD_OFFICE',
    'FILE_TOO_LARGE',
    'FILE_TOO_DENSE',
    'FILE_DAMAGED',
    'FILE_ENCRYPTED',
  ],
  ...['FILE_ACTIVE', 'FILE_POLYGLOT', 'PICTURE_TOO_LARGE', 'FILE_QUOTA', 'FILE_REPEATED', 'DOCUMENT_KIND_UNKNOWN'],
];
const OPENED = {
  media: 'application/octet-stream',
  answer: { type: 'string', format: 'binary' },
  errors: ['FILE_ERASED', 'CIPHER_BROKEN'],
} as const;
const DOCUMENTS = shape({ documents: list(ref('Document')) });

export const DOCUMENT_OPERATIONS: Operations = {
  'documentKinds.list': {
    summary: 'Which documents are kept of people and agencies: kinds of the product and of the centre.',
    answer: shape({ kinds: list(ref('DocumentKind')) }),
  },
  'documentKinds.set': {
    summary: 'A kind of the centre’s own from a date on, or out of use.',
    answer: shape({ changed: FLAG }),
    errors: ['DOCUMENT_KIND_BUILT_IN', 'CODE_INVALID', 'TEXT_INVALID', 'OUT_OF_RANGE'],
  },
  'workerDocuments.list': {
    summary: 'Papers of a worker, withdrawn ones too; what is sensitive for those alone who may change the roster.',
    answer: DOCUMENTS,
  },
  'workerDocuments.add': {
    summary: 'Keeps a paper or the photo of a worker, checked by its content and sealed.',
    answer: shape({ id: ID }),
    upload: ['file'],
    errors: [...FILE_REFUSALS, 'PHOTO_NOT_PICTURE', 'NOT_FOUND', 'OUT_OF_RANGE'],
  },
  'workerDocuments.open': { summary: 'A paper in full, for a purpose that the audit log keeps.', ...OPENED },
  'workerDocuments.withdraw': {
    summary: 'Withdraws a paper with a reason; its content is erased when its time is over.',
    errors: ['TEXT_INVALID'],
  },
  'workerDocuments.photo': { summary: 'The face of a worker.', ...OPENED },
  'agencyDocuments.list': { summary: 'Papers of an agency, withdrawn ones too.', answer: DOCUMENTS },
  'agencyDocuments.add': {
    summary: 'Keeps a paper of an agency, checked by its content and sealed.',
    answer: shape({ id: ID }),
    upload: ['file'],
    errors: [...FILE_REFUSALS, 'NOT_FOUND'],
  },
  'agencyDocuments.open': { summary: 'A paper of an agency, for a purpose that the audit log keeps.', ...OPENED },
  'agencyDocuments.withdraw': {
    summary: 'Withdraws a paper with a reason; its content is erased when its time is over.',
    errors: ['TEXT_INVALID'],
  },
};

export const DOCUMENT_SCHEMAS = {
  DocumentKind: shape({
    ...{ code: TEXT, subject: choice('worker', 'agency'), name_zh: TEXT, name_en: TEXT, order: COUNT },
    sensitive: { ...FLAG, description: 'Tells of health or conduct' },
    builtIn: { ...FLAG, description: 'Of the product: cannot be changed' },
    inUse: FLAG,
  }),
  Document: shape({
    ...{
      id: ID,
      kind: TEXT,
      type: choice('pdf', 'jpeg', 'png', 'docx', 'xlsx'),
      size: { ...COUNT, description: 'Bytes' },
    },
    aboutId: { ...orNull(ID), description: 'The recorded row that it proves' },
    name: { ...orNull(TEXT), description: 'Long numbers masked; null once the content is erased' },
    ...{
      expiresOn: orNull(DATE),
      recordedAt: INSTANT,
      recordedBy: ID,
      withdrawnAt: orNull(INSTANT),
      withdrawnReason: orNull(TEXT),
    },
    erasedAt: orNull(INSTANT),
  }),
} as const satisfies Readonly<Record<string, Schema>>;
