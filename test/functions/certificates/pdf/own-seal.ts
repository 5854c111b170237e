import { generateKeyPairSync, sign } from 'node:crypto';
import type { Seal } from '../../../../functions/certificates/pdf/signature-field.ts';
import { detachedSignature } from '../../../../functions/certificates/signature/cms.ts';
import { selfSigned } from '../../../../infra/local/self-signed.ts';

/** A seal with a new key and a certificate of its own for twenty years, that says what it is for. */
export function ownSeal(name: string): Seal {
  const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const [from, until] = [new Date('2023-01-01'), new Date('2043-01-01')];
  const chain = [selfSigned({ name, key: privateKey, from, until })];
  return (digest) => detachedSignature(digest, { chain, sign: async (message) => sign('sha256', message, privateKey) });
}
