import { IsQueryWhole, IsText, Optional } from '../common/fields';
import { PageQuery } from '../common/page.dto';

export class AuditQuery extends PageQuery {
  /** Centre id, or `system`. */
  @IsText(36)
  scope!: string;

  @Optional()
  @IsText(32)
  subjectType?: string;

  @Optional()
  @IsText(36)
  subjectId?: string;

  /** Entries older than this one. */
  @Optional()
  @IsQueryWhole(1, Number.MAX_SAFE_INTEGER)
  after?: number;
}
