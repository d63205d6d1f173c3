import { type Permission, PERMISSIONS } from '@gridstaff/contracts';
import { IsChoice, IsId, IsLocalDate } from '../common/fields';

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
