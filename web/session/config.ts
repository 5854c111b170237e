import * as z from 'zod/mini';
import { fromStorage } from './from-storage.ts';

const Config = z.object({
  issuer: z.string(),
  clientId: z.string(),
  scope: z.string(),
  /** Where signing out ends at a provider that knows no OpenID address for it (Cognito). */
  signOut: z.optional(z.string()),
  /** Sign-ins of the demonstration, where one runs. */
  demonstration: z.optional(
    z.object({ password: z.string(), people: z.array(z.object({ login: z.string(), name: z.string(), title: z.string() })) }),
  ),
});
export type Config = z.infer<typeof Config>;

const kept = 'pho-so.config';

/** Where to sign in, as the server tells; without a network what it told last. */
export async function config(): Promise<Config> {
  try {
    const answer = await fetch('/config.json');
    const read = Config.parse(await answer.json());
    localStorage.setItem(kept, JSON.stringify(read));
    return read;
  } catch (error) {
    const last = Config.safeParse(fromStorage(kept));
    if (last.success) return last.data;
    throw error;
  }
}
