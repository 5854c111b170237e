/** What signs people in, as far as the registry needs it: an embedded provider on one machine, Cognito on AWS. */
export interface Accounts {
  /** Issuer of the tokens these accounts get. */
  issuer: string;
  /**
   * Makes an account and answers the subject its tokens carry: the one given, where the provider does not choose its own. `exists` when the
   * login belongs to somebody else. The same pair again is the same account.
   */
  create(account: { login: string; subject: string }): Promise<{ subject: string } | 'exists'>;
  /** One-time address at which the person sets or resets the password; undefined when the account is disabled or missing. */
  invitation(login: string): Promise<Invitation | undefined>;
  /** Refuses sign-in and ends what is signed in. Repeating it changes nothing. */
  disable(login: string): Promise<void>;
  enable(login: string): Promise<void>;
  /** Deletes the account with everything that names it; one that is gone already is no fault. */
  erase(login: string): Promise<void>;
}

/** `password`: what to sign in with there for the first time, where the provider knows no address that is enough alone. */
export type Invitation = { url: string; validUntil: string; password?: string };
