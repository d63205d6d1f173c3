import type { Schema } from '../../common/field-schema';
import {
  choice,
  COUNT,
  DATE,
  FLAG,
  ID,
  INSTANT,
  INTEGER,
  list,
  NUMBER,
  orNull,
  PERIOD,
  ref,
  shape,
  TEXT,
  YUAN,
} from '../../common/values';

const SCOPE: Schema = { type: 'string', description: 'Centre id, or `*` for every centre', examples: ['*'] };
const COUNTS = { created: COUNT, changed: COUNT, same: COUNT };

const FEE = {
  kind: choice('per_head', 'rate'),
  amount: { ...orNull(YUAN), description: 'A head and month; null for a rate' },
  rate: { ...orNull(TEXT), description: 'Of the pass-through, decimal text; null for a fee per head' },
  tiers: orNull(
    shape({
      mode: { ...choice('whole', 'slices'), description: 'whole: everybody at the price that the whole head count reaches; slices: each head at that of its place' },
      steps: list(shape({ from: { ...COUNT, description: 'Heads from which on the price holds' }, amount: orNull(YUAN), rate: orNull(TEXT) })),
    }),
  ),
} as const;

export const PEOPLE_SCHEMAS = {
  SignedIn: shape({
    ...{ userId: ID, name: TEXT, displayName: TEXT, mustChangePassword: FLAG, centreId: orNull(ID) },
    ...{ workerNo: orNull(NUMBER), agencyId: orNull(ID) },
    session: orNull(
      shape({
        expiresAt: { ...INSTANT, description: 'It ends then in any case' },
        idleMinutes: { ...NUMBER, description: 'And earlier after so many minutes without a request' },
      }),
    ),
    grants: list(shape({ centreId: SCOPE, permissions: list(TEXT) })),
  }),
  Centre: shape({
    ...{ id: ID, code: TEXT, name: TEXT, region: { ...TEXT, examples: ['430200'] } },
    settings: shape({
      payMonthOffset: { type: 'integer', minimum: 0, maximum: 1 },
      payDay: NUMBER,
      retroYears: NUMBER,
      bonusMethod: { ...choice('separate', 'together'), description: 'Of annual bonuses whose sheet leaves it open' },
    }),
  }),
  Agency: shape({
    ...{ id: ID, centreId: ID, code: TEXT, name: TEXT, licenceNo: orNull(TEXT), licenceUntil: orNull(DATE) },
    ...{ taxNo: orNull(TEXT), bankName: orNull(TEXT), bankAccount: orNull(TEXT) },
  }),
  OfficePerson: shape({ userId: ID, displayName: TEXT }),
  ListedAgency: shape({
    ...{ id: ID, centreId: ID, code: TEXT, name: TEXT, licenceNo: orNull(TEXT), licenceUntil: orNull(DATE) },
    ...{ taxNo: orNull(TEXT), bankName: orNull(TEXT), bankAccount: orNull(TEXT) },
    fee: { anyOf: [ref('AgencyFee'), { type: 'null' }], description: 'Null where none holds on the date' },
  }),
  AgencyDetail: shape({
    ...{ id: ID, centreId: ID, code: TEXT, name: TEXT, licenceNo: orNull(TEXT), licenceUntil: orNull(DATE) },
    ...{ taxNo: orNull(TEXT), bankName: orNull(TEXT), bankAccount: orNull(TEXT) },
    details: list(
      shape({
        ...{ from: DATE, to: { ...DATE, description: 'Exclusive' }, licenceNo: orNull(TEXT), licenceUntil: orNull(DATE) },
        ...{ taxNo: orNull(TEXT), bankName: orNull(TEXT), bankAccount: orNull(TEXT) },
      }),
    ),
    fees: list(ref('AgencyRateCard')),
    people: { ...COUNT, description: 'In post on the day' },
    contracts: shape({ inForce: COUNT, endingSoon: { ...COUNT, description: 'Within sixty days, without a renewal' } }),
  }),
  AgencyFee: shape(FEE),
  AgencyRateCard: shape({ from: DATE, to: { ...DATE, description: 'Exclusive' }, ...FEE }),
  Grade: shape({
    ...{ id: ID, code: TEXT, name: TEXT, postCode: TEXT },
    standard: orNull(shape({ base: YUAN, post: YUAN, performance: YUAN })),
  }),
  CertificateStandard: shape({ code: TEXT, amount: YUAN, from: DATE }),
  OrgUnit: shape({
    ...{ id: ID, code: TEXT, name: TEXT, kind: choice('street', 'community', 'grid'), parentId: orNull(ID) },
    ...{ households: orNull(COUNT), population: orNull(COUNT), quota: orNull(COUNT) },
  }),
  SeatCount: shape({
    postCode: { ...orNull(TEXT), description: 'Null: of every post' },
    seats: { ...orNull(COUNT), description: 'Null where none are set' },
    people: COUNT,
    vacant: { ...orNull(INTEGER), description: 'Seats less people where seats are set; negative where there are more people' },
  }),
  UnitSeats: shape({
    ...{ id: ID, code: TEXT, name: TEXT, kind: choice('street', 'community', 'grid'), parentId: orNull(ID) },
    ...{ households: orNull(COUNT), population: orNull(COUNT), quota: orNull(COUNT) },
    total: ref('SeatCount'),
    posts: list(ref('SeatCount')),
  }),
  UnitDetail: shape({
    ...{ id: ID, code: TEXT },
    standing: { anyOf: [ref('UnitSeats'), { type: 'null' }], description: 'Null when the unit is not there on the date' },
    history: list(
      shape({
        ...{ from: DATE, to: { ...DATE, description: 'Exclusive' }, knownSince: orNull(INSTANT), name: TEXT },
        ...{ kind: choice('street', 'community', 'grid'), parentId: orNull(ID) },
        ...{ households: orNull(COUNT), population: orNull(COUNT), quota: orNull(COUNT) },
      }),
    ),
    seats: list(shape({ postCode: TEXT, seats: COUNT, from: DATE, to: { ...DATE, description: 'Exclusive' } })),
    area: {
      anyOf: [
        shape({ type: choice('MultiPolygon'), coordinates: list(list(list(list({ type: 'number' })))) }),
        { type: 'null' },
      ],
      description: 'GeoJSON geometry',
    },
  }),
  OnGrid: shape({ no: NUMBER, name: TEXT }),
  Coverage: shape({
    ...{ from: DATE, until: { ...DATE, description: 'Last day' }, days: COUNT, uncovered: COUNT, coveredByOthers: COUNT },
    grids: list(
      shape({
        ...{ unitId: ID, code: TEXT, name: TEXT, path: list(TEXT) },
        ...{ days: COUNT, uncovered: COUNT, coveredByOthers: COUNT },
        pieces: list(
          shape({
            ...{ from: DATE, to: { ...DATE, description: 'Exclusive' } },
            ...{ main: list(ref('OnGrid')), covering: list(ref('OnGrid')) },
          }),
        ),
      }),
    ),
  }),
  WorkerSummary: shape({
    ...{ no: NUMBER, id: ID, name: TEXT, idNumberMasked: TEXT, phoneMasked: orNull(TEXT), agencyCode: orNull(TEXT) },
    ...{ status: orNull(choice('probation', 'in_post', 'suspended')), joinedOn: orNull(DATE) },
    ...{ gridCode: orNull(TEXT), gradeCode: orNull(TEXT), postCode: orNull(TEXT) },
    tags: { ...list(TEXT), description: 'Codes' },
  }),
  WorkerDetail: shape({
    ...{ no: NUMBER, id: ID, name: TEXT, idKind: TEXT, idNumberMasked: TEXT, sex: choice('male', 'female') },
    ...{ birthDate: DATE, timeline: list(ref('Fact')) },
  }),
  Fact: shape({
    kind: choice(
      ...(['engagement', 'assignment', 'grade', 'certificate', 'contribution', 'bankCard', 'phone'] as const),
      ...(['contract', 'protection', 'identityCard', 'retirement'] as const),
      ...(['education', 'political', 'address', 'contact', 'otherPhone', 'tag', 'customField'] as const),
    ),
    ...{ factId: ID, from: DATE, to: { ...DATE, description: 'Exclusive; 9999-12-31 while open' } },
    ...{ knownSince: INSTANT, recordedBy: ID, retracted: FLAG, supersedes: orNull(ID), reason: orNull(TEXT) },
    batchId: { ...orNull(ID), description: 'The act in bulk that recorded it' },
    fileName: { ...orNull(TEXT), description: 'The file that act read' },
    values: { type: 'object', additionalProperties: { type: ['string', 'number', 'boolean', 'null'] } },
    inForce: list(shape({ from: DATE, to: DATE })),
  }),
  CardChange: shape({
    ...{ id: ID, workerNo: NUMBER, name: TEXT, from: DATE, bankCardMasked: TEXT, bankName: orNull(TEXT) },
    presentMasked: { ...orNull(TEXT), description: 'The card that holds on that day without the change' },
    ...{ presentBank: orNull(TEXT), hash: TEXT, status: choice('proposed', 'approved', 'returned', 'withdrawn') },
    ...{ reason: orNull(TEXT), proposedBy: ID, proposedAt: INSTANT, decidedBy: orNull(ID) },
    ...{ decidedAt: orNull(INSTANT), opinion: orNull(TEXT), factId: orNull(ID) },
  }),
  WorkerKey: shape({ id: ID, no: NUMBER }),
  Changed: shape({ changed: { ...FLAG, description: 'False when it was so anyway: then nothing was written' } }),
  Saved: { type: 'object', additionalProperties: COUNT },
  ImportResult: shape({
    batchId: { ...orNull(ID), description: 'Null when nothing was written' },
    ...COUNTS,
    wrong: COUNT,
    errors: list(
      shape({ sheet: TEXT, row: INTEGER, column: TEXT, value: TEXT, code: TEXT, detail_zh: TEXT, detail_en: TEXT }),
    ),
  }),
  ImportBatch: shape({
    ...{ id: ID, centreId: ID, kind: TEXT, period: { ...TEXT, description: 'Empty for kinds without a month' } },
    ...{ fileName: TEXT, status: TEXT, ...COUNTS, recordedBy: ID, recordedAt: INSTANT },
    leftOut: { ...orNull(COUNT), description: 'Rows with errors that were not imported; null where the file went in whole' },
    recorded: { ...FLAG, description: 'Whether it is on record which rows it made; without that it cannot be undone' },
    undone: orNull(shape({ at: INSTANT, by: ID, reason: TEXT, rows: COUNT })),
  }),
  ImportColumns: shape({
    template: { ...FLAG, description: 'The file follows the template; nothing is to be said' },
    sheets: list(
      shape({
        ...{ sheet: TEXT, signature: TEXT, headRow: INTEGER, as: { ...TEXT, description: 'Sheet of ours; empty: not read' }, remembered: FLAG },
        columns: list(shape({ at: INTEGER, head: TEXT, key: orNull(TEXT), by: orNull(choice('remembered', 'name', 'synonym', 'content')), samples: list(TEXT) })),
        missing: list(TEXT),
      }),
    ),
    targets: list(shape({ zh: TEXT, en: TEXT, columns: list(shape({ key: TEXT, zh: TEXT, en: TEXT, required: FLAG })) })),
  }),
  ImportUndo: shape({
    ...{ rows: { ...COUNT, description: 'Rows that are taken back' }, people: COUNT },
    entered: { ...COUNT, description: 'People that the import entered and that go with it' },
    used: { ...COUNT, description: 'In so many ways it is in use; 0: it can be undone' },
    uses: { ...list(shape({ code: TEXT, detail_zh: TEXT, detail_en: TEXT })), description: 'The first of them' },
  }),
  ExportTask: shape({
    ...{ id: ID, centreId: ID, kind: TEXT, format: choice('xlsx', 'csv'), language: choice('zh', 'en') },
    chosen: { ...list(TEXT), description: 'Keys of its columns, in their order' },
    numbers: { ...FLAG, description: 'Whether ID, card or phone numbers stand in it in full' },
    ...{ purpose: TEXT, hash: TEXT },
    status: choice('waiting', 'queued', 'making', 'done', 'failed', 'stopped', 'returned', 'expired'),
    expected: { ...COUNT, description: 'Rows when it was asked for' },
    doneRows: { ...COUNT, description: 'Rows written so far' },
    ...{ bytes: COUNT, sha256: orNull(TEXT), requestedBy: ID, requestedAt: INSTANT, finishedAt: orNull(INSTANT) },
    expiresAt: { ...orNull(INSTANT), description: 'The file is gone then' },
    error: orNull(shape({ code: TEXT, detail_zh: TEXT, detail_en: TEXT })),
  }),
  Period: shape({
    ...{ centreId: ID, period: PERIOD, status: TEXT, cutOffAt: orNull(INSTANT), lockedBy: orNull(ID) },
    lockedAt: orNull(INSTANT),
  }),
  Todo: shape({
    ...{ approvalId: ID, centreId: ID, subjectType: TEXT, subjectId: ID, kind: TEXT, hash: TEXT, round: NUMBER },
    openedAt: INSTANT,
  }),
  AuditEntry: shape({
    ...{ scope: TEXT, seq: NUMBER, at: INSTANT, userId: TEXT, personId: TEXT, osUser: orNull(TEXT), action: TEXT },
    ...{ subjectType: TEXT, subjectId: TEXT, data: {}, reason: orNull(TEXT), prevHash: TEXT, hash: TEXT },
  }),
  Account: shape({
    ...{ userId: ID, name: TEXT, displayName: TEXT, personId: ID, machine: FLAG, centreId: orNull(ID) },
    ...{ workerNo: orNull(NUMBER), agencyId: orNull(ID), mustChangePassword: FLAG, disabled: FLAG },
    lockedUntil: { ...orNull(INTEGER), description: 'Epoch milliseconds' },
    roles: list(shape({ role: TEXT, centreId: SCOPE })),
  }),
} as const satisfies Readonly<Record<string, Schema>>;
