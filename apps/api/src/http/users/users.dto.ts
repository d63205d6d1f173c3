import { ROLES } from '@gridstaff/contracts';
import { IsChoice, IsFlag, IsId, IsScope, IsText, IsWhole, Optional } from '../common/fields';
import { PageQuery } from '../common/page.dto';

const USER_SORTS = { name: 'text', displayName: 'text', createdAt: 'number' } as const;

export class UsersQuery extends PageQuery(USER_SORTS, 'name', 'text') {
  @Optional()
  @IsId()
  centreId?: string;
}

export class CreateUserBody {
  @IsText(64)
  name!: string;

  @IsText(100)
  displayName!: string;

  @Optional()
  @IsId()
  centreId?: string;

  @Optional()
  @IsWhole(1, 999_999_999)
  workerNo?: number;

  @Optional()
  @IsId()
  agencyId?: string;

  @Optional()
  @IsId()
  samePersonAs?: string;

  @Optional()
  @IsFlag()
  machine?: boolean;
}

export class LinkWorkerBody {
  @IsId()
  centreId!: string;

  @IsWhole(1, 999_999_999)
  workerNo!: number;
}

export class RoleBody {
  @IsChoice(Object.keys(ROLES))
  role!: string;

  /** Centre id, or `*` for the installation. */
  @IsScope()
  centreId!: string;
}

export class IssueTokenBody {
  @IsId()
  userId!: string;

  @IsText(100)
  name!: string;

  @IsWhole(1, 366)
  days!: number;
}
