import { createHash } from 'node:crypto';
import { v7 as uuidv7 } from 'uuid';
import type { Failure } from '../../../shared/failures/failure.ts';
import { failureText, isFailureCode } from '../../../shared/failures/failure-texts.ts';
import { demoPassword } from '../demo-fixtures.ts';
import { signIn } from '../sign-in.ts';

type Problem = { code?: string; detail?: string; params?: Record<string, unknown>; fields?: unknown };

/** A refusal: the problem's code, and its sentence in Vietnamese. */
export class Refused extends Error {
  readonly code: string;
  /** The sentence in both languages; an answer of another server than ours has only what it says itself. */
  readonly inBoth: string;
  constructor({ code = '', detail, params, fields }: Problem, status: number) {
    const failure = { code, ...params, fields } as Failure;
    const answer = isFailureCode(code) ? { vi: failureText(failure, 'vi'), en: failureText(failure, 'en') } : undefined;
    super(detail ?? answer?.vi ?? `HTTP ${status}`);
    this.code = code;
    this.inBoth = answer ? `${answer.vi} / ${answer.en}` : this.message;
  }
}

/** One person at work over HTTP: every call is a request as the web app makes it. */
export type Person = {
  get: <T>(path: string) => Promise<T>;
  send: <T>(method: 'POST' | 'PUT', path: string, body: object) => Promise<T>;
  upload: (bytes: Uint8Array, name: string, contentType: string) => Promise<string>;
  /** A file that the server writes, under the plain name that it gives it. */
  file: (path: string) => Promise<{ name: string; bytes: Uint8Array }>;
};

/** Signs people in through the OpenID flow, each once. */
export function people(origin: string): (login: string) => Promise<Person> {
  const signedIn = new Map<string, Promise<Person>>();
  return (login) => {
    const known = signedIn.get(login) ?? signIn(origin, login, demoPassword).then(({ accessToken }) => person(origin, accessToken));
    signedIn.set(login, known);
    return known;
  };
}

function person(origin: string, token: string): Person {
  const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json', 'accept-language': 'vi' };
  const send: Person['send'] = (method, path, body) => request(`${origin}${path}`, { method, headers, body: JSON.stringify(body) });
  return {
    get: (path) => request(`${origin}${path}`, { headers }),
    send,
    async file(path) {
      const response = await fetch(`${origin}${path}`, { headers });
      if (!response.ok) throw new Refused((await response.json()) as object, response.status);
      const name = /filename="?([^";]+)/.exec(response.headers.get('content-disposition') ?? '')?.[1] ?? 'tep';
      return { name, bytes: new Uint8Array(await response.arrayBuffer()) };
    },
    async upload(bytes, name, contentType) {
      const sha256 = createHash('sha256').update(bytes).digest('hex');
      const address = await send<{ url: string; headers: Record<string, string> }>('POST', '/api/files', {
        actionId: uuidv7(),
        sha256,
        size: bytes.length,
        name,
        contentType,
      });
      const stored = await fetch(new URL(address.url, origin), { method: 'PUT', headers: address.headers, body: Buffer.from(bytes) });
      if (!stored.ok) throw new Refused((await stored.json()) as object, stored.status);
      return sha256;
    },
  };
}

/** The JSON of an answer; a refusal is thrown with its sentence, and so is no answer at all. */
export async function request<T>(url: string, init: RequestInit = {}): Promise<T> {
  const response = await fetch(url, init).catch(() => undefined);
  if (!response) throw new Refused({ detail: 'Máy chủ không trả lời. / The server does not answer.' }, 503);
  const answer: unknown = await response.json().catch(() => ({}));
  if (!response.ok || response.status === 202) throw new Refused(answer as object, response.status);
  return answer as T;
}
