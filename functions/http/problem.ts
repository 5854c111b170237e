import type { Context } from 'hono';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import type * as core from 'zod/v4/core';
import type { Failure, FailureCode, FieldFault } from '../../shared/failures/failure.ts';
import { failureText } from '../../shared/failures/failure-texts.ts';
import { faultText } from '../../shared/failures/field-fault-texts.ts';
import type { Language } from '../../shared/texts/words.ts';

/** The one table from failures to HTTP: it does not compile while a failure is missing. */
export const statusOf = {
  'not-signed-in': 401,
  'token-refused': 401,
  'unknown-person': 403,
  'not-permitted': 403,
  'own-work': 403,
  'login-taken': 409,
  'invalid-input': 422,
  'malformed-json': 400,
  'not-json': 415,
  'body-too-large': 413,
  'no-such-route': 404,
  'wrong-method': 405,
  'too-many-requests': 429,
  busy: 503,
  'newer-data': 503,
  'not-found': 404,
  'id-taken': 409,
  'action-id-reused': 409,
  'changed-meanwhile': 409,
  'ward-not-valid': 422,
  'ward-not-in-programme': 422,
  'unit-out-of-order': 422,
  'timeline-out-of-order': 422,
  'programme-not-open': 409,
  'programme-frozen': 409,
  'registration-not-open': 409,
  'deadline-passed': 409,
  'not-later': 422,
  'street-locked': 409,
  'merchant-closed': 409,
  'masked-account': 422,
  'no-account': 409,
  'not-a-pair': 422,
  'file-missing': 422,
  'file-refused': 422,
  'file-type': 422,
  'sheet-missing': 422,
  'not-a-list': 422,
  'import-not-clean': 422,
  'import-elsewhere': 409,
  'address-invalid': 403,
  'address-expired': 403,
  'file-type-differs': 415,
  'file-too-large': 413,
  'file-incomplete': 422,
  'file-damaged': 422,
  'file-exists': 409,
  'range-not-satisfiable': 416,
  'wrong-state': 409,
  'dossier-incomplete': 422,
  'slot-taken': 409,
  'street-nominated': 409,
  'assessor-of-the-ward': 422,
  'not-an-assessor': 422,
  'last-assessor': 409,
  'not-assigned': 409,
  'assessment-incomplete': 422,
  'unknown-criteria': 422,
  'not-drawn': 422,
  'mandatory-not-applicable': 422,
  'round-over': 409,
  'late-not-acknowledged': 409,
  'nothing-to-acknowledge': 409,
  'criteria-not-passed': 409,
  'recommended-against': 409,
  'nothing-pending': 409,
  'already-pending': 409,
  'nothing-to-correct': 422,
  'document-not-due': 409,
  'missing-glyph': 422,
  'certificate-not-ready': 202,
  'certificate-not-made': 503,
  'signed-file-refused': 422,
  'nothing-to-hand-over': 409,
  'code-unreadable': 422,
} as const satisfies Record<FailureCode, ContentfulStatusCode>;

/** RFC 9457 problem details: a stable code, a sentence in the caller's language, the fields at fault, and the parameters. */
export type Problem = {
  type: string;
  status: number;
  code: FailureCode;
  detail: string;
  fields?: (FieldFault & { message: string })[];
  params?: Record<string, unknown>;
};

export function problemOf(failure: Failure, language: Language): Problem {
  const { code, ...params } = failure;
  const fields =
    failure.code === 'invalid-input' ? failure.fields.map((fault) => ({ ...fault, message: faultText(fault, language) })) : undefined;
  return {
    type: `urn:pho-so:problem:${code}`,
    status: statusOf[code],
    code,
    detail: failureText(failure, language),
    ...(fields ? { fields } : Object.keys(params).length > 0 && { params }),
  };
}

/** Answers a failure as a problem. */
export function problem(c: Context, failure: Failure): Response {
  const body = problemOf(failure, languageOf(c));
  const headers: Record<string, string> = { 'content-type': 'application/problem+json; charset=utf-8' };
  if ('retryAfterSeconds' in failure) headers['retry-after'] = String(failure.retryAfterSeconds);
  if (failure.code === 'wrong-method') headers['allow'] = failure.allowed.join(', ');
  if (body.status === 401) headers['www-authenticate'] = 'Bearer realm="pho-so"';
  return c.body(JSON.stringify(body), body.status as ContentfulStatusCode, headers);
}

/** Vietnamese unless the caller asks for English first. */
export const languageOf = (c: Context): Language => (/^\s*en\b/i.test(c.req.header('accept-language') ?? '') ? 'en' : 'vi');

/** What a schema found wrong, as faults of fields that a screen can point at. */
export const faultsOf = (issues: readonly core.$ZodIssue[]): FieldFault[] => issues.slice(0, 100).flatMap(faultsOfIssue);

function faultsOfIssue(issue: core.$ZodIssue): FieldFault[] {
  const field = fieldName(issue.path);
  switch (issue.code) {
    case 'invalid_type':
      return [issue.input === undefined ? { field, rule: 'required' } : { field, rule: 'type', params: { expected: issue.expected } }];
    case 'too_small':
      return [{ field, rule: 'too-short', params: { least: Number(issue.minimum) } }];
    case 'too_big':
      return [{ field, rule: 'too-long', params: { most: Number(issue.maximum) } }];
    case 'invalid_value':
      return [{ field, rule: 'one-of', params: { allowed: issue.values.join(', ') } }];
    case 'unrecognized_keys':
      return issue.keys.map((name) => ({ field: fieldName([...issue.path, name]), rule: 'unknown-field' }));
    case 'invalid_format':
      return [{ field, rule: 'format' }];
    default:
      return [{ field, rule: 'shape' }];
  }
}

const fieldName = (path: readonly PropertyKey[]): string =>
  path.map((part, index) => (typeof part === 'number' ? `[${part}]` : `${index > 0 ? '.' : ''}${String(part)}`)).join('') || '(body)';
