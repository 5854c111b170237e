import type { FileFault, SignedFileFault } from '../certificates/certificate.ts';
import type { FileFailure } from '../spreadsheet/file-failure.ts';

/** One field at fault: where it is in the request, which rule it breaks, and the rule's parameters. */
export type FieldFault = { field: string; rule: string; params?: Record<string, string | number | boolean> };

/**
 * Every expected failure, with the parameters of its message. Texts stand in `failure-texts.ts`, HTTP statuses in
 * `functions/http/problem.ts`: both tables do not compile while a code is missing.
 */
export type Failure =
  // Signing in and permission
  | { code: 'not-signed-in' }
  | { code: 'token-refused'; reason: 'malformed' | 'expired' | 'not-for-us' | 'forged' }
  | { code: 'unknown-person' }
  | { code: 'not-permitted'; action: string }
  | { code: 'own-work'; action: string }
  | { code: 'login-taken'; login: string }
  // The request itself
  | { code: 'invalid-input'; fields: FieldFault[] }
  | { code: 'malformed-json' }
  | { code: 'not-json' }
  | { code: 'body-too-large'; mostBytes: number }
  | { code: 'no-such-route' }
  | { code: 'wrong-method'; allowed: string[] }
  | { code: 'too-many-requests'; retryAfterSeconds: number }
  | { code: 'busy'; retryAfterSeconds: number }
  // Records
  | { code: 'not-found'; what: string; id: string }
  | { code: 'id-taken'; id: string }
  | { code: 'action-id-reused'; actionId: string }
  | { code: 'changed-meanwhile'; what: string; seen: number; current: unknown }
  /** It was stored by a newer version of the program than this one. */
  | { code: 'newer-data'; what: string; form: number; known: number }
  // Authorities and programmes
  | { code: 'ward-not-valid'; ward: string; day: string }
  | { code: 'ward-not-in-programme'; ward: string }
  | { code: 'unit-out-of-order'; field: string }
  | { code: 'timeline-out-of-order'; field: string; after: string }
  | { code: 'programme-not-open'; state: string }
  | { code: 'programme-frozen'; state: string }
  | { code: 'registration-not-open'; opensAt: string }
  | { code: 'deadline-passed'; closedAt: string }
  | { code: 'not-later'; field: string; current: string }
  // Streets and merchants
  | { code: 'street-locked'; nominationId: string }
  | { code: 'merchant-closed' }
  | { code: 'masked-account'; index: number }
  | { code: 'no-account' }
  | { code: 'not-a-pair' }
  // Import and files
  | { code: 'file-missing'; sha256: string }
  | { code: 'file-refused'; reason: FileFailure['code']; params: Record<string, string | number> }
  | { code: 'file-type'; name: string; allowed: string[] }
  | { code: 'sheet-missing'; sheet: string; sheets: string[] }
  | { code: 'not-a-list'; sheet: string }
  | { code: 'import-not-clean'; rows: number[]; duplicates: number[] }
  | { code: 'import-elsewhere'; importId: string }
  // Addresses of files
  | { code: 'address-invalid' }
  | { code: 'address-expired' }
  | { code: 'file-type-differs'; declared: string }
  | { code: 'file-too-large'; mostBytes: number }
  | { code: 'file-incomplete' }
  | { code: 'file-damaged' }
  | { code: 'file-exists' }
  | { code: 'range-not-satisfiable'; size: number }
  // Nominations
  | { code: 'wrong-state'; action: string; state: string; allowed: string[] }
  | { code: 'dossier-incomplete'; missing: string[] }
  | { code: 'slot-taken'; ward: string; kind: string; holder: string }
  | { code: 'street-nominated'; nominationId: string }
  | { code: 'assessor-of-the-ward'; person: string }
  | { code: 'not-an-assessor'; person: string }
  | { code: 'last-assessor' }
  | { code: 'not-assigned' }
  | { code: 'assessment-incomplete'; missing: string[]; spotChecks: number }
  | { code: 'unknown-criteria'; codes: string[] }
  | { code: 'not-drawn'; merchants: string[] }
  | { code: 'mandatory-not-applicable'; codes: string[] }
  | { code: 'round-over'; round: number }
  | { code: 'late-not-acknowledged'; count: number }
  | { code: 'nothing-to-acknowledge' }
  | { code: 'criteria-not-passed'; score: number; unmet: string[] }
  | { code: 'recommended-against' }
  | { code: 'nothing-pending'; kind: string }
  | { code: 'already-pending'; kind: string }
  | { code: 'nothing-to-correct' }
  // Papers around a certificate
  | { code: 'document-not-due'; document: 'recommendation' | 'decision' | 'results' }
  // Certificates
  | { code: 'missing-glyph'; characters: string[]; field: string }
  | { code: 'certificate-not-ready'; retryAfterSeconds: number }
  | { code: 'certificate-not-made'; fault: FileFault; retryAfterSeconds: number }
  | { code: 'signed-file-refused'; why: SignedFileFault }
  | { code: 'nothing-to-hand-over'; what: string }
  | { code: 'code-unreadable'; typed: string };

export type FailureCode = Failure['code'];
/** The failure with this code. */
export type FailureOf<C extends FailureCode> = Extract<Failure, { code: C }>;
