import { IsPeriod, IsQueryFlag, IsText, Optional } from '../common/fields';
import { FileQuery } from '../exports/exports.dto';
import { PageQuery } from '../common/page.dto';

export class ImportQuery {
  /** Work month of what the file holds, for the kinds that have one. */
  @Optional()
  @IsPeriod()
  period?: string;

  /** Checks everything and writes nothing. */
  @Optional()
  @IsQueryFlag()
  dryRun: boolean = false;

  /** Imports the rows without an error although others have one. */
  @Optional()
  @IsQueryFlag()
  goodRows: boolean = false;
}

export class ImportErrorsQuery extends FileQuery {
  /** As in the import itself. */
  @Optional()
  @IsPeriod()
  period?: string;
}

const IMPORT_SORTS = { recordedAt: 'number', period: 'text', fileName: 'text' } as const;

export class ImportHistoryQuery extends PageQuery(IMPORT_SORTS, '-recordedAt', 'text') {}

export class UndoBody {
  @IsText(500)
  reason!: string;
}
