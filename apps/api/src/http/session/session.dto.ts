import { IsSecret, IsText } from '../common/fields';

export class SignInBody {
  @IsText(64)
  name!: string;

  @IsSecret()
  password!: string;
}

export class ChangePasswordBody {
  @IsSecret()
  present!: string;

  @IsSecret()
  password!: string;
}
