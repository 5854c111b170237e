/** What signs people in, as far as the registry needs it: an embedded provider on one machine, Cognito on AWS. */
export interface Accounts {
  /** Issuer of the tokens these accounts get. */
  issuer: string;
  /** Makes an account; `exists` when the login belongs to another subject. The same pair again is the same account: `created`. */
  create(account: { login: string; subject: string }): Promise<'created' | 'exists'>;
  /** One-time address at which the person sets or resets the password; undefined when the account is disabled or missing. */
  invitation(login: string): Promise<Invitation | undefined>;
  /** Refuses sign-in and ends what is signed in. Repeating it changes nothing. */
  disable(login: string): Promise<void>;
  enable(login: string): Promise<void>;
  /** Deletes the account with everything that names it; one that is gone already is no fault. */
  erase(login: string): Promise<void>;
}

export type Invitation = { url: string; validUntil: string };
