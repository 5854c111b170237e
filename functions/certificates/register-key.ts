import { X509Certificate } from 'node:crypto';
import { type Act, sha256 } from '../data/audit.ts';
import { creation, save } from '../data/save.ts';
import type { Table } from '../data/table.ts';
import type { Signer } from './signature/signer.ts';
import { fingerprint, namesOf } from './signature/x509.ts';
import { findSigningKey } from './signing-key-store.ts';

/**
 * Puts the key that is about to sign into the register, unless it is there: no signature is made with a key that nobody can look up.
 * `act`: the rendering for which the key is used first.
 */
export async function registerKey(table: Table, { chain }: Signer, act: Act): Promise<void> {
  const [own] = chain;
  if (!own) throw new Error('a signer without a certificate');
  const name = fingerprint(own);
  if (await findSigningKey(table, name)) return;
  const saved = await save(
    table,
    creation(table, { ...act, id: `signing-key:${name}`, digest: sha256(own) }, 'signingKey.register', 'signingKey', {
      ...namesOf(new X509Certificate(own)),
      chain: chain.map((each) => Buffer.from(each).toString('base64')),
      firstUsedAt: act.at,
    }),
  );
  // Of two renderers that begin with a new key at once, the second finds it there.
  if (!saved.ok && saved.failure.code !== 'id-taken') throw new Error(`the signing key was not registered: ${saved.failure.code}`);
}
