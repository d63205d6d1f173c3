import { IsText, Optional } from '../common/fields';
import { PageQuery } from '../common/page.dto';

export class AuditQuery extends PageQuery({ seq: 'number' }, '-seq') {
  /** Centre id, or `system`. */
  @IsText(36)
  scope!: string;

  @Optional()
  @IsText(32)
  subjectType?: string;

  @Optional()
  @IsText(36)
  subjectId?: string;
}
