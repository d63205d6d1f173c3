import { IsChoice, IsId, IsText, IsWhole, Optional } from '../common/fields';

export class FileQuery {
  /** Left out: as Accept-Language prefers. */
  @Optional()
  @IsChoice(['zh', 'en'])
  language?: 'zh' | 'en';
}

/** What a file is made for and how; which of these a kind knows is its own matter. */
export class ExportBody {
  /** Left out: the first format of the kind. */
  @Optional()
  @IsChoice(['xlsx', 'pdf', 'csv'])
  format?: 'xlsx' | 'pdf' | 'csv';

  /** Only people of this agency. */
  @Optional()
  @IsId()
  agencyId?: string;

  /** Printed on the file and kept in the audit log; demanded of files with the numbers of many people. */
  @Optional()
  @IsText(200)
  purpose?: string;

  /** Left out: as Accept-Language prefers. Forms that authorities and banks define (bank, tax, insurance) keep their Chinese heads. */
  @Optional()
  @IsChoice(['zh', 'en'])
  language?: 'zh' | 'en';

  /** The person of a single payslip. */
  @Optional()
  @IsWhole(1, 999_999_999)
  workerNo?: number;

  /** Code of the bank layout. */
  @Optional()
  @IsText(40)
  layout?: string;

  /** Version of the tax client's layout. */
  @Optional()
  @IsText(10)
  columns?: string;

  /** What a sheet of the pay sheet stands for. */
  @Optional()
  @IsText(20)
  groupBy?: string;
}
