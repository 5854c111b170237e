import type { IncomingMessage } from 'node:http';
import type { HttpBindings } from '@hono/node-server';
import type { Context } from 'hono';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import type { AccountStore, PasswordSet } from './accounts.ts';
import { type Markup, page } from './page.ts';
import type { Refusal, SignInGuard } from './sign-in-guard.ts';
import { languageOf, type Words, words } from './words.ts';

export type PageEnv = { Bindings: HttpBindings };

/** What the pages need; `addressOf` names the network address that an attempt is counted for. */
export type PageDeps = { accounts: AccountStore; guard: SignInGuard; origin: string; addressOf: (request: IncomingMessage) => string };

/** How a form ended that did not do what it should. */
export type Outcome = Refusal | 'differ' | Exclude<PasswordSet, 'set' | 'no-account'>;

type Content = { title: string; content: Markup; outcome?: Outcome | undefined; status?: ContentfulStatusCode; canSwitch?: boolean };

/** Answers a page in the language that was chosen on it (`?lang=`), wished by the app, or told by the browser. */
export async function show(c: Context<PageEnv>, fill: (t: Words) => Content, requested?: string): Promise<Response> {
  const language = languageOf(c.req.query('lang'), requested, c.req.header('accept-language'));
  const { outcome, title, content, canSwitch, status } = fill(words[language]);
  if (typeof outcome === 'object' && outcome.code === 'locked') c.header('retry-after', String(outcome.seconds));
  const otherAddress = canSwitch ? `?lang=${language === 'vi' ? 'en' : 'vi'}` : undefined;
  const error = outcome && say(outcome, words[language]);
  return c.html(page({ language, title, content, error, otherAddress }), status ?? (outcome ? statusOf(outcome) : 200));
}

/** The fields of the form that was sent, by name; empty when none was. */
export async function typedInto(c: Context<PageEnv>): Promise<(name: string) => string> {
  const body: Record<string, unknown> = c.req.method === 'POST' ? await c.req.parseBody() : {};
  return (name) => {
    const value = body[name];
    return typeof value === 'string' ? value.slice(0, 1000) : '';
  };
}

function statusOf(outcome: Outcome): ContentfulStatusCode {
  const code = typeof outcome === 'object' ? outcome.code : outcome;
  return code === 'locked' ? 429 : code === 'busy' ? 503 : 422;
}

function say(outcome: Outcome, t: Words): string {
  if (typeof outcome === 'object') return outcome.code === 'locked' ? t.locked(Math.ceil(outcome.seconds / 60)) : t[outcome.code];
  return outcome === 'differ' || outcome === 'busy' ? t[outcome] : t.faults[outcome];
}
