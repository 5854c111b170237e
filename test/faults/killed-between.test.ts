import { v7 as uuidv7 } from 'uuid';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { people } from '../../infra/local/story/client.ts';
import type { Programme } from '../../shared/programme.ts';
import type { Summary } from '../../shared/summary.ts';
import { type Running, running } from './running.ts';

let product: Running;
beforeAll(async () => {
  product = await running();
});
afterAll(() => product.end());

test('a server that is killed right after it has saved a dossier counts it when it starts again', async () => {
  const ward = await started('minhkhai');
  const [programme] = (await ward.get<{ items: Programme[] }>('/api/authorities/hong-bang/programmes')).items;
  const drafts = async (officer: typeof ward) =>
    (await officer.get<Summary>(`/api/programmes/${programme?.id}/summary`)).states['draft'] ?? 0;
  const before = await drafts(await people(product.origin)('kinhte'));
  const street = uuidv7();
  await ward.send('POST', '/api/streets', { id: street, wardId: 'minh-khai', details: { kind: 'street', name: 'Bến Bính' } });
  await ward.send('POST', '/api/nominations', { id: uuidv7(), programmeId: programme?.id, streetId: street });
  await product.kill('server');

  const officer = await started('kinhte');
  await vi.waitFor(async () => expect(await drafts(officer)).toBe(before + 1), { timeout: 10_000 });
}, 120_000);

async function started(login: string): ReturnType<ReturnType<typeof people>> {
  await product.start();
  return people(product.origin)(login);
}
