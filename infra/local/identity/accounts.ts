import { createHash, randomBytes } from 'node:crypto';
import { DeleteCommand, GetCommand, PutCommand, TransactWriteCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod/mini';
import type { Accounts } from '../../../functions/people/accounts.ts';
import type { Passwords } from './password.ts';
import { type PasswordFault, passwordFault } from './password-rule.ts';
import { failedCondition, type IdentityTable } from './store.ts';

const Account = z.object({
  login: z.string(),
  subject: z.string(),
  state: z.enum(['active', 'disabled']),
  passwordHash: z.optional(z.string()),
  /** Hash of the one invitation that is open; a newer one replaces it. */
  invitation: z.optional(z.string()),
});
export type Account = z.infer<typeof Account>;

const Invitation = z.object({ login: z.string(), validUntil: z.iso.datetime() });

/** How setting a password ended; a fault has a sentence on the page. */
export type PasswordSet = 'set' | 'no-account' | 'busy' | PasswordFault;

export type LocalAccounts = Accounts & {
  /** Sets a password without asking, for demonstration accounts and the first administrator; several logins share one hash and its cost. */
  setPassword(logins: string | readonly string[], password: string): Promise<PasswordSet>;
};

export type AccountStore = LocalAccounts & {
  /** The account when login and password belong together and it may sign in. Takes the same time whatever is wrong. */
  verify(login: string, password: string): Promise<Account | undefined | 'busy'>;
  bySubject(subject: string): Promise<Account | undefined>;
  /** Whose invitation this token is, as long as it is open. */
  invited(token: string): Promise<string | undefined>;
  redeem(token: string, password: string): Promise<PasswordSet>;
  /** A password that its owner changes, after `verify` has checked the old one. */
  change(account: Account, password: string): Promise<PasswordSet>;
};

const invitationHours = 72;

/** Accounts in the table: `ACCOUNT#login`, found by subject through `SUBJECT#id` and by invitation through `INVITATION#hash`. */
export function accountStore(of: {
  table: IdentityTable;
  passwords: Passwords;
  origin: string;
  now: () => Date;
  signOutEverywhere: (subject: string) => Promise<void>;
}): AccountStore {
  const { table, passwords, now, signOutEverywhere } = of;
  const { doc, name } = table;

  async function read(login: string): Promise<Account | undefined> {
    const { Item } = await doc.send(new GetCommand({ TableName: name, Key: accountKey(login), ConsistentRead: true }));
    return Item && Account.parse(Item);
  }

  /** Changes an account that exists, when the condition holds; tells whether it did. */
  async function update(
    login: string,
    change: string,
    values: Record<string, string>,
    condition = 'attribute_exists(PK)',
  ): Promise<boolean> {
    const names = /#state/.test(change + condition) ? { ExpressionAttributeNames: { '#state': 'state' } } : {};
    const command = new UpdateCommand({
      TableName: name,
      Key: accountKey(login),
      UpdateExpression: change,
      ConditionExpression: condition,
      ...names,
      ...(Object.keys(values).length > 0 && { ExpressionAttributeValues: values }),
    });
    return doc.send(command).then(
      () => true,
      (error: unknown) => {
        if (failedCondition(error)) return false;
        throw error;
      },
    );
  }

  /** A new password ends whatever was signed in with the old one, and the invitation that is open. */
  async function store(account: Account, hash: string, only?: { condition: string; values: Record<string, string> }): Promise<PasswordSet> {
    // Before as well as after: should we be killed in between, nobody is left signed in by a password that was reset.
    await signOutEverywhere(account.subject);
    const set = await update(
      account.login,
      'SET passwordHash = :hash REMOVE invitation',
      { ':hash': hash, ...only?.values },
      only?.condition,
    );
    await signOutEverywhere(account.subject);
    return set ? 'set' : 'no-account';
  }

  async function hashed(password: string, login: string): Promise<{ hash: string } | { refused: PasswordSet }> {
    const fault = passwordFault(password, login);
    if (fault) return { refused: fault };
    const made = await passwords.hash(password);
    return made === 'busy' ? { refused: made } : made;
  }

  async function openInvitation(token: string): Promise<Account | undefined> {
    const { Item } = await doc.send(new GetCommand({ TableName: name, Key: invitationKey(hashOf(token)), ConsistentRead: true }));
    const invitation = Item && Invitation.parse(Item);
    if (!invitation || invitation.validUntil <= now().toISOString()) return undefined;
    const account = await read(invitation.login);
    return account?.state === 'active' && account.invitation === hashOf(token) ? account : undefined;
  }

  return {
    issuer: `${of.origin}/oidc`,

    async create({ login, subject }) {
      const account: Account = { login: folded(login), subject, state: 'active' };
      const put = (item: Record<string, unknown>) => ({
        Put: { TableName: name, Item: item, ConditionExpression: 'attribute_not_exists(PK)' },
      });
      const items = [put({ ...accountKey(login), ...account }), put({ ...subjectKey(subject), login: account.login })];
      return doc.send(new TransactWriteCommand({ TransactItems: items })).then(
        () => ({ subject }),
        async (error: unknown) => {
          if (!failedCondition(error)) throw error;
          // The same account again is a repeat, after a stop between the account and the person's record.
          const known = await read(login);
          return known?.subject === subject ? { subject } : ('exists' as const);
        },
      );
    },

    async invitation(login) {
      const before = (await read(login))?.invitation;
      const token = randomBytes(32).toString('base64url');
      const validUntil = new Date(now().getTime() + invitationHours * 3_600_000).toISOString();
      const hash = hashOf(token);
      const open = await update(login, 'SET invitation = :hash', { ':hash': hash, ':active': 'active' }, '#state = :active');
      if (!open) return undefined;
      // The one before is of no use any more, and it names the account.
      if (before) await doc.send(new DeleteCommand({ TableName: name, Key: invitationKey(before) }));
      await doc.send(
        new PutCommand({
          TableName: name,
          Item: { ...invitationKey(hash), login: folded(login), validUntil, ttl: Math.floor(Date.parse(validUntil) / 1000) },
        }),
      );
      return { url: `${of.origin}/password/${token}`, validUntil };
    },

    async disable(login) {
      const account = await read(login);
      if (!account) return;
      await update(login, 'SET #state = :state REMOVE invitation', { ':state': 'disabled' });
      await signOutEverywhere(account.subject);
    },

    enable: async (login) => void (await update(login, 'SET #state = :state', { ':state': 'active' })),

    async erase(login) {
      const account = await read(login);
      if (!account) return;
      await signOutEverywhere(account.subject);
      const keys = [subjectKey(account.subject), ...(account.invitation ? [invitationKey(account.invitation)] : []), accountKey(login)];
      for (const Key of keys) await doc.send(new DeleteCommand({ TableName: name, Key }));
    },

    async setPassword(logins, password) {
      const accounts = (await Promise.all([logins].flat().map(read))).filter((account) => account !== undefined);
      const first = accounts[0];
      if (!first || accounts.length < [logins].flat().length) return 'no-account';
      const made = await hashed(password, first.login);
      if ('refused' in made) return made.refused;
      const results = await Promise.all(accounts.map((account) => store(account, made.hash)));
      return results.find((each) => each !== 'set') ?? 'set';
    },

    async verify(login, password) {
      const account = await read(login);
      const right = await passwords.matches(password, account?.state === 'active' ? account.passwordHash : undefined);
      if (right === 'busy') return 'busy';
      return right ? account : undefined;
    },

    async bySubject(subject) {
      const { Item } = await doc.send(new GetCommand({ TableName: name, Key: subjectKey(subject), ConsistentRead: true }));
      const account = Item && (await read(String(Item['login'])));
      return account?.state === 'active' ? account : undefined;
    },

    invited: async (token) => (await openInvitation(token))?.login,

    async redeem(token, password) {
      const account = await openInvitation(token);
      if (!account) return 'no-account';
      const made = await hashed(password, account.login);
      if ('refused' in made) return made.refused;
      const set = await store(account, made.hash, {
        values: { ':invitation': hashOf(token), ':active': 'active' },
        condition: 'invitation = :invitation AND #state = :active',
      });
      if (set === 'set') await doc.send(new DeleteCommand({ TableName: name, Key: invitationKey(hashOf(token)) }));
      return set;
    },

    async change(account, password) {
      const made = await hashed(password, account.login);
      if ('refused' in made) return made.refused;
      return store(account, made.hash, { values: { ':old': account.passwordHash ?? '' }, condition: 'passwordHash = :old' });
    },
  };
}

/** One account however a login is typed: capitals, spaces around it, composed or decomposed. */
export const folded = (login: string): string => login.normalize('NFKC').trim().toLowerCase().slice(0, 200);

const accountKey = (login: string) => ({ PK: `ACCOUNT#${folded(login)}`, SK: 'ACCOUNT' });
const subjectKey = (subject: string) => ({ PK: `SUBJECT#${subject}`, SK: 'SUBJECT' });
const invitationKey = (hash: string) => ({ PK: `INVITATION#${hash}`, SK: 'INVITATION' });

/** The table holds only the hash, so that reading the database or a backup opens no account. */
const hashOf = (token: string): string => createHash('sha256').update(token).digest('base64url');
