import { ERROR_AREAS } from '@gridstaff/contracts';
import {
  choice,
  COUNT,
  DATE,
  DECIMAL,
  FLAG,
  ID,
  INSTANT,
  list,
  NEXT,
  NUMBER,
  orNull,
  pageOf,
  PERIOD,
  ref,
  shape,
  TEXT,
  YUAN,
} from '../../common/values';
import type { Operations } from '../operation';

const CHANGED = ref('Changed');
const CARD_ERRORS = ['WRONG_STEP', 'APPROVAL_STALE', 'SEPARATION_OF_DUTIES', 'REASON_MISSING', 'STALE'];
const FACTS = ['PERIOD_LOCKED', 'ROSTER_INVALID'];
const WORKBOOK = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
/** Why a file is not taken at all; what is wrong in its cells stands in the answer. */
const BATCH_REFUSED = ['BATCH_UNDONE', 'BATCH_NOT_RECORDED', 'PERIOD_LOCKED'] as const;
const FILE_REFUSED = Object.keys(ERROR_AREAS.exchange).filter((code) => code.startsWith('IMPORT_'));
export const LIST_EXPORT_REFUSED = ['EXPORT_OPTION', 'EXPORT_REASON_NEEDED', 'EXPORT_EMPTY', 'EXPORT_TOO_MANY', 'TEXT_TOO_LONG'];
const OK = shape({ status: choice('ok') });

export const PEOPLE_OPERATIONS: Operations = {
  'health.live': { summary: 'The process runs.', answer: OK },
  'health.ready': {
    summary: 'The process can answer; fails first when it is about to stop.',
    answer: OK,
    errors: ['SHUTTING_DOWN', 'DATABASE_UNAVAILABLE'],
  },
  'session.signIn': {
    summary: 'Opens a session; the cookie `grid_session` is its proof.',
    answer: shape({ userId: ID, mustChangePassword: FLAG }),
    errors: ['SIGN_IN_FAILED', 'TOO_MANY_REQUESTS'],
  },
  'session.signOut': { summary: 'Ends the session.' },
  'session.me': { summary: 'Who the caller is, and what they may do where.', answer: ref('SignedIn') },
  'session.changePassword': { summary: 'Changes the password and ends every session of the account.' },
  'users.list': { summary: 'Accounts that the caller looks after.', answer: pageOf('users', ref('Account')) },
  'users.create': {
    summary: 'Opens an account; the password in the answer is shown this once.',
    answer: shape({ userId: ID, personId: ID, password: orNull(TEXT) }),
    errors: ['DUPLICATE'],
  },
  'users.reset': { summary: 'A new initial password, shown this once.', answer: shape({ password: TEXT }) },
  'users.disable': { summary: 'Closes the account and its sessions.' },
  'users.enable': { summary: 'Opens a closed account again.' },
  'users.linkWorker': { summary: 'Says which worker the account stands for.' },
  'users.unlinkWorker': { summary: 'The account stands for no worker.' },
  'users.grant': { summary: 'Gives a role in a centre, or everywhere.' },
  'users.revoke': { summary: 'Takes a role away.' },
  'tokens.issue': {
    summary: 'A token for a program, shown this once.',
    answer: shape({ id: ID, token: TEXT, expiresAt: orNull(INSTANT) }),
  },
  'tokens.revoke': { summary: 'Ends a token at once.', errors: ['STALE'] },
  'centres.list': {
    summary: 'Centres in which the caller has a right to anything.',
    answer: pageOf('centres', ref('Centre')),
  },
  'centres.office': {
    summary: 'Who works in the office of the centre: names for the accounts in histories.',
    answer: pageOf('people', ref('OfficePerson')),
  },
  'centres.create': { summary: 'Opens a centre.', answer: ref('Centre'), errors: ['DUPLICATE'] },
  'centres.change': { summary: 'Changes the settings of a centre.', answer: ref('Centre') },
  'centres.units': {
    summary: 'Streets, communities and grids on a date.',
    answer: pageOf('units', ref('OrgUnit')),
  },
  'centres.saveUnits': {
    summary: 'Enters or changes units by their codes, all or none.',
    answer: ref('Saved'),
    errors: ['ROSTER_INVALID'],
  },
  'units.tree': {
    summary: 'The tree on a date with seats, people in post and vacancies, each of the unit and everything below it.',
    answer: shape({ units: list(ref('UnitSeats')) }),
  },
  'units.setSeats': {
    summary: 'Seats of posts in units from a date, all or none.',
    answer: ref('Saved'),
    errors: ['ROSTER_INVALID', 'UNKNOWN_POST', 'UNIT_NOT_THERE'],
  },
  'units.setArea': {
    summary: 'The outline of a unit from a date.',
    answer: ref('Saved'),
    errors: ['AREA_INVALID', 'UNIT_NOT_THERE'],
  },
  'units.detail': { summary: 'One unit: its seats, outline, and history.', answer: ref('UnitDetail') },
  'units.close': {
    summary: 'Ends a unit; whoever is on it moves in the same act.',
    answer: shape({ moved: COUNT }),
    errors: ['UNIT_NOT_THERE', 'UNIT_HAS_UNITS', 'UNIT_HAS_PEOPLE'],
  },
  'coverage.report': {
    summary: 'Of each grid who was on it on which days, who covered, and when nobody was.',
    answer: ref('Coverage'),
    errors: ['OUT_OF_RANGE', 'EMPTY_RANGE', 'UNKNOWN_GRID'],
  },
  'coverage.file': { summary: 'The same as a workbook.', answer: { type: 'string', format: 'binary' }, media: WORKBOOK, errors: ['OUT_OF_RANGE', 'EMPTY_RANGE'] },
  'centres.grades': {
    summary: 'Pay grades with their standards on a date.',
    answer: shape({ grades: list(ref('Grade')) }),
  },
  'centres.saveGrades': {
    summary: 'Enters or changes pay grades, all or none.',
    answer: ref('Saved'),
    errors: ['ROSTER_INVALID'],
  },
  'centres.certificates': {
    summary: 'What certificates are paid on a date.',
    answer: shape({ standards: list(ref('CertificateStandard')) }),
  },
  'centres.saveCertificates': {
    summary: 'Enters or changes what certificates are paid, all or none.',
    answer: ref('Saved'),
    errors: ['ROSTER_INVALID'],
  },
  'agencies.list': {
    summary: 'Dispatch agencies of the centre with their fee on a date.',
    answer: pageOf('agencies', ref('ListedAgency')),
  },
  'agencies.create': { summary: 'Enters a dispatch agency.', answer: ref('Agency'), errors: ['DUPLICATE'] },
  'agencies.setDetails': {
    summary: 'Licence, tax number or account of an agency from a date on; what is left out stays.',
    answer: CHANGED,
    errors: ['OUT_OF_RANGE', 'TEXT_INVALID'],
  },
  'agencies.get': { summary: 'One agency as of a day: details and rate cards with their days, people and contracts.', answer: ref('AgencyDetail'), errors: ['NOT_FOUND'] },
  'agencies.setFee': {
    summary: 'The management fee of an agency from a date on: one price, or prices by the head count of the month.',
    answer: CHANGED,
    errors: ['FEE_TIERS_INVALID'],
  },
  'workers.page': {
    summary: 'Workers as of a day, by number, name (pinyin), joining, grid or agency; personal numbers masked.',
    answer: shape({
      ...{ workers: list(ref('WorkerSummary')), after: NEXT },
      total: { ...orNull(COUNT), description: 'Of the whole list; null unless `counted`' },
    }),
  },
  'workers.export': {
    summary: 'The list that the same query shows, as a file in the export centre; more than a hundred people’s numbers in full wait for a second person.',
    answer: ref('ExportTask'),
    errors: [...LIST_EXPORT_REFUSED, 'UNKNOWN_GRID', 'UNKNOWN_AGENCY'],
  },
  'exportTasks.list': { summary: 'The caller’s files of lists, or those that wait for a second person.', answer: pageOf('tasks', ref('ExportTask')) },
  'exportTasks.get': { summary: 'How far a file of a list is.', answer: ref('ExportTask') },
  'exportTasks.stop': { summary: 'Ends the making; nothing of the file stays.', errors: ['EXPORT_OVER'] },
  'exportTasks.approve': {
    summary: 'By another person than the one who asked: the file with many people’s numbers is made.',
    errors: ['WRONG_STEP', 'APPROVAL_STALE', 'SEPARATION_OF_DUTIES', 'STALE'],
  },
  'exportTasks.sendBack': {
    summary: 'Returns the wish with a reason; no file is made.',
    errors: ['WRONG_STEP', 'APPROVAL_STALE', 'SEPARATION_OF_DUTIES', 'REASON_MISSING', 'STALE'],
  },
  'exportTasks.file': {
    summary: 'The finished file, for who asked for it, for 24 hours. `X-Rows` and `X-Sha256` say what the audit log keeps of it.',
    media: 'application/octet-stream',
    answer: { type: 'string', format: 'binary' },
    errors: ['EXPORT_NOT_READY', 'EXPORT_EXPIRED', 'CIPHER_BROKEN'],
  },
  'workers.hire': { summary: 'Takes somebody on.', answer: ref('WorkerKey'), errors: [...FACTS, 'DUPLICATE'] },
  'workers.detail': {
    summary: 'One worker with everything recorded, on both time axes.',
    answer: ref('WorkerDetail'),
  },
  'workers.reveal': {
    summary: 'One personal number in full, for a purpose that the audit log keeps.',
    answer: shape({ what: TEXT, value: TEXT }),
  },
  'workers.file': {
    summary: 'Everything the roster holds about one person, in full, to be handed to that person; a zip where papers are kept.',
    media: WORKBOOK,
    answer: { type: 'string', format: 'binary' },
    errors: ['CIPHER_BROKEN'],
  },
  'workerChanges.grade': { summary: 'Another pay grade from a date on.', answer: CHANGED, errors: FACTS },
  'workerChanges.move': { summary: 'Another grid from a date on.', answer: CHANGED, errors: FACTS },
  'workerChanges.assign': { summary: 'A further grid, or one covered for a time.', answer: CHANGED, errors: FACTS },
  'workerChanges.status': {
    summary: 'Probation passed, suspended with its reason, or back in post; nobody is paid while suspended.',
    answer: CHANGED,
    errors: [...FACTS, 'PROBATION_ONCE', 'MISSING_FIELD'],
  },
  'workerChanges.end': { summary: 'Ends the engagement.', answer: CHANGED, errors: [...FACTS, 'RETURN_NEEDS_GROUND'] },
  'workerChanges.contributions': { summary: 'Insurance and housing fund bases.', answer: CHANGED, errors: FACTS },
  'workerChanges.certificate': { summary: 'Enters a certificate.', answer: CHANGED, errors: FACTS },
  'workerChanges.phone': { summary: 'Another phone number.', answer: CHANGED, errors: FACTS },
  'workerChanges.bankCard': {
    summary: 'A bank card: the first one is recorded, another one is proposed for a second person to approve.',
    answer: shape({
      changed: FLAG,
      changeId: { ...orNull(ID), description: 'What waits for approval; null where nothing does' },
    }),
    errors: [...FACTS, 'CARD_CHANGE_OPEN'],
  },
  'cardChanges.open': {
    summary: 'Changes of bank cards that wait for approval, numbers masked.',
    answer: pageOf('changes', ref('CardChange')),
  },
  'cardChanges.ofWorker': {
    summary: 'Every change of card ever proposed for one worker, oldest first.',
    answer: pageOf('changes', ref('CardChange')),
  },
  'cardChanges.approve': {
    summary: 'By another person than the proposer, for exactly what was looked at: the card is a fact from now on.',
    errors: CARD_ERRORS,
  },
  'cardChanges.sendBack': { summary: 'Returns a change with a reason; the card stays.', errors: CARD_ERRORS },
  'cardChanges.withdraw': { summary: 'Takes a proposed change back.', errors: ['WRONG_STEP', 'REASON_MISSING'] },
  'workerPersonal.education': { summary: 'Level of education, school and day of graduation.', answer: CHANGED, errors: FACTS },
  'workerPersonal.political': { summary: 'Political status (政治面貌).', answer: CHANGED, errors: FACTS },
  'workerPersonal.address': { summary: 'Registered address (户籍) or residence; stored sealed.', answer: CHANGED, errors: FACTS },
  'workerPersonal.contact': { summary: 'A family contact; stored sealed.', answer: CHANGED, errors: FACTS },
  'workerPersonal.otherPhone': { summary: 'A further phone; stored sealed.', answer: CHANGED, errors: FACTS },
  'workerTerms.contract': { summary: 'A contract with the agency, or its renewal.', answer: CHANGED, errors: [...FACTS, 'CONTRACT_OVERLAP', 'PROBATION_OUTSIDE_CONTRACT'] },
  'workerTerms.protect': { summary: 'Why the worker must not be returned for now.', answer: CHANGED, errors: FACTS },
  'workerTerms.identityCard': { summary: 'The last day of the ID card.', answer: CHANGED, errors: FACTS },
  'workerTerms.retirement': { summary: 'Which retirement age applies.', answer: CHANGED, errors: [...FACTS, 'INVALID_INPUT'] },
  'workerChanges.name': { summary: 'Corrects the name.' },
  'workerChanges.correct': {
    summary: 'Puts a fact right that was recorded wrongly; a bank card is changed by two persons instead.',
    answer: CHANGED,
    errors: [...FACTS, 'STALE', 'CARD_CHANGE_BY_TWO'],
  },
  'workerChanges.retract': {
    summary: 'Takes a fact back as if it had never been recorded.',
    answer: CHANGED,
    errors: [...FACTS, 'STALE', 'CARD_CHANGE_BY_TWO'],
  },
  'imports.run': {
    summary: 'Imports a workbook, whole or not at all, or its good rows. Wrong cells come back as 200 with `errors`.',
    answer: ref('ImportResult'),
    upload: ['file'],
    errors: ['FILE_MISSING', 'PERIOD_LOCKED', 'ATTENDANCE_CLOSED', ...FILE_REFUSED],
  },
  'imports.withErrors': {
    summary: 'Hands the workbook back with what to put right beside each wrong row; writes nothing.',
    media: WORKBOOK,
    answer: { type: 'string', format: 'binary' },
    upload: ['file'],
    errors: ['FILE_MISSING', 'PERIOD_LOCKED', 'ATTENDANCE_CLOSED', ...FILE_REFUSED],
  },
  'imports.history': {
    summary: 'Imports of a kind.',
    errors: ['IMPORT_KIND_UNKNOWN'],
    answer: pageOf('imports', ref('ImportBatch')),
  },
  'imports.undoPreview': {
    summary: 'What undoing an import would take back; with `uses` it cannot be undone.',
    errors: [...BATCH_REFUSED],
    answer: ref('ImportUndo'),
  },
  'imports.undo': {
    summary: 'Takes an import back, whole and exactly: what it had covered is true again.',
    errors: [...BATCH_REFUSED, 'BATCH_USED', 'ATTENDANCE_CLOSED'],
    answer: ref('ImportUndo'),
  },
  'imports.template': {
    summary: 'An empty workbook with notes, a sample row, and drop-downs of the centre’s own dictionaries.',
    errors: ['IMPORT_KIND_UNKNOWN'],
    media: WORKBOOK,
    answer: { type: 'string', format: 'binary' },
  },
  'importLayouts.look': {
    summary: 'The columns of a file of any layout and what each is taken for; writes nothing.',
    answer: ref('ImportColumns'),
    upload: ['file'],
    errors: ['FILE_MISSING', ...FILE_REFUSED],
  },
  'importLayouts.list': {
    summary: 'Layouts that are remembered for a kind, the newest first.',
    answer: shape({ layouts: list(shape({ signature: TEXT, sheet: TEXT, source: TEXT, read: COUNT, savedBy: ID, savedAt: INSTANT })) }),
    errors: ['IMPORT_KIND_UNKNOWN'],
  },
  'importLayouts.remember': {
    summary: 'Remembers how files with these heads are read; the next one is read so by itself.',
    errors: ['IMPORT_KIND_UNKNOWN', 'LAYOUT_UNKNOWN_TARGET', 'LAYOUT_COLUMN_TWICE', 'MISSING_COLUMN', 'OUT_OF_RANGE'],
  },
  'importLayouts.forget': { summary: 'Forgets a layout; past imports stay.', errors: ['IMPORT_KIND_UNKNOWN'] },
  'calendar.years': {
    summary: 'Years whose calendar is loaded.',
    answer: shape({ years: list(shape({ year: NUMBER, source: TEXT, sha256: TEXT })) }),
  },
  'calendar.days': {
    summary: 'Every day of a year: worked, off or statutory.',
    answer: shape({ days: list(shape({ date: DATE, kind: TEXT, name: orNull(TEXT) })) }),
    errors: ['NO_CALENDAR'],
  },
  'calendar.load': { summary: 'Loads the calendar of a year.', answer: shape({ outcome: TEXT }) },
  'periods.get': { summary: 'A work month: open or locked, and its cut-off.', answer: ref('Period'), versioned: true },
  'periods.cutOff': { summary: 'Sets the cut-off.', answer: ref('Period'), versioned: true, errors: ['STALE'] },
  'periods.lock': { summary: 'Locks the month.', answer: ref('Period'), versioned: true, errors: ['STALE'] },
  'periods.unlock': {
    summary: 'Unlocks the month, with a reason.',
    answer: ref('Period'),
    versioned: true,
    errors: ['STALE'],
  },
  'attendance.month': {
    summary: 'Absences, overtime and work in heat in force in a month.',
    answer: shape({
      absences: list(
        shape({
          ...{ id: ID, workerNo: NUMBER, kind: TEXT, leaveKind: orNull(TEXT), from: DATE, to: DATE, days: DECIMAL },
          ...{ recordedAt: INSTANT, recordedBy: ID },
        }),
      ),
      overtime: list(
        shape({
          ...{ id: ID, workerNo: NUMBER, period: PERIOD, weekday: DECIMAL, restday: DECIMAL, holiday: DECIMAL },
          ...{ restdayOff: DECIMAL, recordedAt: INSTANT, recordedBy: ID },
        }),
      ),
      heatWork: list(
        shape({
          ...{ id: ID, workerNo: NUMBER, period: PERIOD, days: DECIMAL, recordedAt: INSTANT, recordedBy: ID },
        }),
      ),
      after: NEXT,
    }),
  },
  'attendance.record': {
    summary: 'Records absences, overtime and work in heat, all or none.',
    answer: { type: 'object', additionalProperties: COUNT },
    errors: [
      ...['PERIOD_LOCKED', 'ATTENDANCE_CLOSED', 'UNKNOWN_WORKER', 'NOT_ENGAGED', 'OUT_OF_RANGE', 'ABSENCE_TOO_LONG', 'ABSENCE_OVERLAP'],
      ...['OVERTIME_TOO_LONG', 'TIME_OFF_TOO_LONG', 'HEAT_DAYS_TOO_MANY', 'LEAVE_BALANCE_EXCEEDED', 'ATTENDANCE_INVALID'],
    ],
  },
  'attendance.retractAbsence': { summary: 'Takes an absence back.', errors: ['PERIOD_LOCKED', 'ATTENDANCE_CLOSED', 'STALE'] },
  'attendance.retractHeatWork': {
    summary: 'Takes the work in heat of a month back.',
    errors: ['PERIOD_LOCKED', 'ATTENDANCE_CLOSED', 'STALE'],
  },
  'attendance.retractOvertime': { summary: 'Takes the overtime of a month back.', errors: ['PERIOD_LOCKED', 'ATTENDANCE_CLOSED', 'STALE'] },
  'evaluation.month': {
    summary: 'Performance results in force in a month.',
    answer: pageOf(
      'results',
      shape({
        ...{ id: ID, workerNo: NUMBER, period: PERIOD, score: orNull(DECIMAL), coefficient: TEXT, award: YUAN },
        ...{ recordedAt: INSTANT, recordedBy: ID },
      }),
    ),
  },
  'evaluation.record': {
    summary: 'Records performance results, all or none.',
    answer: { type: 'object', additionalProperties: COUNT },
    errors: ['PERIOD_LOCKED'],
  },
  'oneOffs.month': {
    summary: 'What is given once for a month, with what was paid of it.',
    answer: pageOf(
      'entries',
      shape({
        ...{ id: ID, workerNo: NUMBER, period: PERIOD, kind: choice('annual_leave', 'severance', 'loss', 'labour') },
        ...{ days: orNull(COUNT), amount: orNull(YUAN), paidDays: orNull(COUNT), paidAmount: orNull(YUAN) },
        ...{ averageWage: orNull(YUAN), localAverage: orNull(YUAN), months: orNull(TEXT), evidence: orNull(TEXT) },
      }),
    ),
  },
  'oneOffs.record': {
    summary: 'Records what is given once for a month, all or none.',
    errors: [
      ...['PERIOD_LOCKED', 'UNKNOWN_WORKER', 'MISSING_FIELD', 'OUT_OF_RANGE', 'NEGATIVE_AMOUNT', 'DUPLICATE_ROW'],
      ...['ONE_OFF_LEAVE_DAYS', 'NO_PARAMETERS'],
    ],
  },
  'taxProfiles.ofYear': {
    summary: 'How the basic deduction is counted in a tax year, for those about whom something was chosen.',
    answer: pageOf(
      'profiles',
      shape({
        ...{ workerNo: NUMBER, agencyId: ID, mode: choice('normal', 'first_job', 'prior_year_60000') },
        ...{ rehire: choice('touched', 'continuous', 'from_rehire'), priorGross: orNull(YUAN) },
        sameUnitEveryMonth: FLAG,
      }),
    ),
  },
  'taxProfiles.record': {
    summary: 'Chooses how the basic deduction is counted in a tax year, all or none.',
    errors: [
      ...['UNKNOWN_WORKER', 'NOT_EMPLOYED', 'DUPLICATE_ROW', 'NEGATIVE_AMOUNT', 'TAX_MODE_EVIDENCE', 'NO_PARAMETERS'],
    ],
  },
  'evaluation.retract': { summary: 'Takes a result back.', errors: ['PERIOD_LOCKED', 'STALE'] },
};
