import { IsChoice, IsQueryFlag, IsText, Optional } from '../common/fields';
import { PageQuery } from '../common/page.dto';

/** How a list goes out; what is in it says the query of its screen. */
export class ListExportBody {
  @Optional()
  @IsChoice(['xlsx', 'csv'])
  format?: 'xlsx' | 'csv';

  /** Keys of the columns with commas between them, in the order they shall stand; left out: those of the list, numbers masked. */
  @Optional()
  @IsText(1000)
  columns?: string;

  /** Left out: as Accept-Language prefers. */
  @Optional()
  @IsChoice(['zh', 'en'])
  language?: 'zh' | 'en';

  /** Printed on the file and kept in the audit log; demanded of whatever says something of people. */
  @Optional()
  @IsText(200)
  purpose?: string;
}

export class ExportTasksQuery extends PageQuery({ requestedAt: 'number', kind: 'text' }, '-requestedAt', 'text') {
  /** Those of others that wait for a second person, instead of one's own. */
  @Optional()
  @IsQueryFlag()
  waiting: boolean = false;
}

export class ApproveExportBody {
  /** Of the task that was looked at. */
  @IsText(64)
  hash!: string;

  @Optional()
  @IsText(200)
  opinion?: string;
}

export class ReturnExportBody {
  @IsText(64)
  hash!: string;

  @IsText(200)
  reason!: string;
}
