import {
  ADDRESS_USES,
  type AddressUse,
  EDUCATION_LEVELS,
  type EducationLevel,
  MOST_CONTACTS,
  PHONE_USES,
  type PhoneUse,
  POLITICAL_STATUSES,
  type PoliticalStatus,
  type Relation,
  RELATIONS,
} from '@gridstaff/roster';
import { IsChoice, IsLocalDate, IsText, IsWhole, Optional } from '../common/fields';
import { DatedBody } from './worker.dto';

export class EducationBody extends DatedBody {
  @IsChoice(EDUCATION_LEVELS)
  level!: EducationLevel;

  @Optional()
  @IsText(80)
  school?: string;

  @Optional()
  @IsLocalDate()
  graduatedOn?: string;
}

export class PoliticalBody extends DatedBody {
  @IsChoice(POLITICAL_STATUSES)
  politicalStatus!: PoliticalStatus;
}

export class AddressBody extends DatedBody {
  @IsChoice(ADDRESS_USES)
  addressUse!: AddressUse;

  /** Stored sealed; lists show no more than the district. */
  @IsText(120)
  address!: string;
}

export class ContactBody extends DatedBody {
  /** In the order in which they are called; another one in the same place takes it over. */
  @IsWhole(1, MOST_CONTACTS)
  position!: number;

  @IsChoice(RELATIONS)
  relation!: Relation;

  @IsText(40)
  name!: string;

  /** Mobile, or a fixed line with its area code. */
  @IsText(30)
  phone!: string;
}

export class OtherPhoneBody extends DatedBody {
  @IsChoice(PHONE_USES)
  phoneUse!: PhoneUse;

  /** Mobile, or a fixed line with its area code. */
  @IsText(30)
  phone!: string;
}
