export type { AccountSort, AccountView } from './account-store';
export { Accounts, type CreatedAccount, type NewAccount } from './accounts';
export { Actors, type SignedIn, SYSTEM_USER_ID } from './actors';
export { identityEntities, IdentityModule } from './identity.module';
export { checkPassword, MIN_PASSWORD_LENGTH, type PasswordOwner } from './password-policy';
export { PersonDirectory } from './person-directory';
export { type NewSession, Sessions } from './sessions';
export { Tokens } from './tokens';
