import { Hono } from 'hono';
import { SigningKey } from '../../shared/certificates/signing-key.ts';
import type { Deps } from '../deps.ts';
import { pageOf } from '../http/page.ts';
import { answer, describe } from '../http/route.ts';
import { signingKeys } from './signing-key-store.ts';

/** The register of signing keys, for everybody: `/api/public/signing-keys`. */
export const signingKeyRoutes = (deps: Deps) =>
  new Hono().get('/signing-keys', describe('public', 'Every key that certificates were ever signed with', pageOf(SigningKey)), async (c) =>
    answer(c, await signingKeys(deps.table)),
  );
