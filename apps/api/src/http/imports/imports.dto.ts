import { IsListOf, IsPeriod, IsQueryFlag, IsText, Optional } from '../common/fields';
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

export class SaidColumnBody {
  /** As the file has it; of a head in two rows both with / between. */
  @IsText(100)
  head!: string;

  /** Key of the column of ours; empty: it is not read. */
  @IsText(40, 0)
  key!: string;
}

export class LayoutBody {
  /** Of the heads, as the look at the file gave it. */
  @IsText(64)
  signature!: string;

  /** Name of the sheet of ours; empty: such sheets are not read. */
  @IsText(40, 0)
  sheet!: string;

  @IsListOf(() => SaidColumnBody, 500)
  columns!: SaidColumnBody[];

  /** File and sheet, so that people know the layout again. */
  @IsText(200)
  source!: string;
}
