import { randomInt } from 'node:crypto';
import {
  AdminCreateUserCommand,
  AdminDeleteUserCommand,
  AdminDisableUserCommand,
  AdminEnableUserCommand,
  AdminGetUserCommand,
  AdminSetUserMFAPreferenceCommand,
  AdminSetUserPasswordCommand,
  AdminUserGlobalSignOutCommand,
  type AttributeType,
  type CognitoIdentityProviderClient,
} from '@aws-sdk/client-cognito-identity-provider';
import type { Accounts } from '../people/accounts.ts';

/** Days that a first password is valid: the pool's `temporaryPasswordValidity` says the same. */
export const invitationDays = 2;

/**
 * Accounts in a Cognito user pool. Cognito names its own subjects, so the person's id stands beside them as `custom:person`: by it a
 * repeat knows its own account again. An invitation is a first password, because Cognito has no address that would be enough alone.
 */
export function cognitoAccounts(
  client: CognitoIdentityProviderClient,
  of: { pool: string; issuer: string; appOrigin: string; now: () => Date },
): Accounts {
  const user = (login: string) => ({ UserPoolId: of.pool, Username: login });
  const find = (login: string) => unlessMissing(client.send(new AdminGetUserCommand(user(login))));

  return {
    issuer: of.issuer,

    async create({ login, subject }) {
      const create = new AdminCreateUserCommand({
        ...user(login),
        MessageAction: 'SUPPRESS',
        TemporaryPassword: firstPassword(),
        UserAttributes: [{ Name: 'custom:person', Value: subject }],
      });
      try {
        const { User } = await client.send(create);
        return { subject: attribute(User?.Attributes, 'sub') };
      } catch (error) {
        if (!isNamed(error, 'UsernameExistsException')) throw error;
        const known = (await find(login))?.UserAttributes;
        return attribute(known, 'custom:person') === subject ? { subject: attribute(known, 'sub') } : 'exists';
      }
    },

    async invitation(login) {
      const known = await find(login);
      if (!known?.Enabled) return undefined;
      const password = firstPassword();
      // Not permanent: whoever signs in with it must choose another at once, and sets up the second factor where there is none.
      await client.send(new AdminSetUserPasswordCommand({ ...user(login), Password: password, Permanent: false }));
      // The phone with the old second factor may be what was lost.
      const none = { Enabled: false, PreferredMfa: false };
      await client.send(new AdminSetUserMFAPreferenceCommand({ ...user(login), SoftwareTokenMfaSettings: none }));
      await client.send(new AdminUserGlobalSignOutCommand(user(login)));
      return { url: of.appOrigin, validUntil: new Date(of.now().getTime() + invitationDays * 86_400_000).toISOString(), password };
    },

    async disable(login) {
      const disabled = await unlessMissing(client.send(new AdminDisableUserCommand(user(login))));
      if (disabled) await client.send(new AdminUserGlobalSignOutCommand(user(login)));
    },

    enable: async (login) => void (await client.send(new AdminEnableUserCommand(user(login)))),

    erase: async (login) => void (await unlessMissing(client.send(new AdminDeleteUserCommand(user(login))))),
  };
}

const attribute = (attributes: readonly AttributeType[] | undefined, name: string): string =>
  attributes?.find((each) => each.Name === name)?.Value ?? '';

// Without letters and digits that are taken for one another; each kind that the pool's rule asks for.
const kinds = ['abcdefghjkmnpqrstuvwxyz', 'ABCDEFGHJKLMNPQRSTUVWXYZ', '23456789'] as const;

/** A password of 20 characters for one sign-in: more than 110 bits. */
function firstPassword(): string {
  const letters = [...kinds, ...Array.from({ length: 17 }, () => kinds.join(''))].map((kind) => kind[randomInt(kind.length)] as string);
  return letters.join('');
}

async function unlessMissing<T>(asking: Promise<T>): Promise<T | undefined> {
  return asking.catch((error: unknown) => {
    if (isNamed(error, 'UserNotFoundException')) return undefined;
    throw error;
  });
}

const isNamed = (error: unknown, name: string): boolean => error instanceof Error && error.name === name;
