import { PageQuery } from '../common/page.dto';

const OWN_SORTS = { runNo: 'number', period: 'text', payDate: 'date', net: 'number' } as const;

export class OwnPayslipsQuery extends PageQuery(OWN_SORTS, '-runNo') {}
