/** What signs people in, as far as the registry needs it: an embedded provider on one machine, Cognito on AWS. */
export interface Accounts {
  /** Issuer of the tokens these accounts get. */
  issuer: string;
  create(account: { login: string; subject: string }): Promise<'created' | 'exists'>;
  /** One-time address at which the person sets or resets the password. */
  invitation(login: string): Promise<{ url: string; validUntil: string } | undefined>;
  disable(login: string): Promise<void>;
  enable(login: string): Promise<void>;
}
