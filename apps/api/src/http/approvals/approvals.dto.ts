import { type Permission, PERMISSIONS } from '@gridstaff/contracts';
import { IsChoice, IsId, IsLocalDate } from '../common/fields';
import { PageQuery } from '../common/page.dto';

export class TodosQuery extends PageQuery({ openedAt: 'number', kind: 'text' }, 'openedAt', 'text') {}

export class DelegationBody {
  @IsId()
  toUserId!: string;

  @IsChoice(Object.keys(PERMISSIONS))
  permission!: Permission;

  @IsLocalDate()
  from!: string;

  /** Exclusive. */
  @IsLocalDate()
  to!: string;
}
