import { ref } from '../../common/values';
import type { Operations } from '../operation';

const ASKED = ['UNKNOWN_GRID', 'UNKNOWN_AGENCY', 'NOT_A_DATE', 'EMPTY_RANGE', 'OUT_OF_RANGE'];
const EQUAL_PAY = ['NOT_A_PERIOD', 'OUT_OF_RANGE'];
const BOOK = {
  answer: { type: 'string', format: 'binary' },
  media: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
} as const;

export const REPORT_OPERATIONS: Operations = {
  'peopleReports.report': {
    summary: 'How many people there are, come, go and may go, as a table. Names nobody.',
    answer: ref('PeopleReport'),
    errors: ASKED,
  },
  'equalPay.report': {
    summary:
      'What people of the same post and grade were paid by standard in a paid month, side by side. Names nobody.',
    answer: ref('EqualPayReport'),
    errors: EQUAL_PAY,
  },
  'equalPay.file': { summary: 'The same as a workbook, a sheet per standard item.', ...BOOK, errors: EQUAL_PAY },
  'peopleReports.file': { summary: 'The same as a workbook.', ...BOOK, errors: ASKED },
};
