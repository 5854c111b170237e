import { networkOf } from '../client-address.ts';
import type { Account, AccountStore } from './accounts.ts';
import { folded } from './accounts.ts';
import { attemptLimit } from './attempts.ts';

/** Why somebody was not let in; `wrong` does not say what was wrong, and nothing depends on whether the login exists. */
export type Refusal = { code: 'wrong' } | { code: 'busy' } | { code: 'locked'; seconds: number };

/** Where login and password are checked; `forget` opens a locked login again, after its password was reset. */
export type SignInGuard = {
  enter(login: string, password: string, address: string): Promise<Account | Refusal>;
  forget(login: string): void;
};

const minutes = 15;
/** Eight typing errors in a row are somebody else; a whole office may share one address. */
const perLogin = 8;
const perAddress = 60;

/** Checks passwords and slows guessing down, per login (existing or not) and per network address. */
export function signInGuard(accounts: Pick<AccountStore, 'verify'>, now: () => Date): SignInGuard {
  const logins = attemptLimit({ most: perLogin, minutes, now });
  const addresses = attemptLimit({ most: perAddress, minutes, now });
  return {
    async enter(login, password, address) {
      // Counted before the check, so that many guesses at once are counted too.
      const seconds = addresses.begin(networkOf(address)) || logins.begin(folded(login));
      if (seconds > 0) return { code: 'locked', seconds };
      const account = await accounts.verify(login, password);
      if (account === 'busy') return { code: 'busy' };
      if (!account) return { code: 'wrong' };
      logins.clear(folded(login));
      return account;
    },
    forget: (login) => logins.clear(folded(login)),
  };
}
