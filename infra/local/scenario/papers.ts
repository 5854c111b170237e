import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Nomination } from '../../../shared/nominations/nomination.ts';
import type { Person } from './client.ts';
import type { Stage } from './play-street.ts';

/** Where the papers lie beside the certificates. */
export const papersFolder = 'van-ban';

/** Saves the papers around the certificates as Word files, each as the office that writes it gets it. */
export async function savePapers({ out, as, programme, say }: Stage): Promise<void> {
  const [officer, leader] = [await as('kinhte'), await as('chutich')];
  const board = await officer.get<{ items: Nomination[] }>(`/api/programmes/${programme.id}/board?limit=200`);
  const handedIn = board.items.filter((each) => 'submission' in each);
  if (handedIn.length === 0) return;
  const folder = join(out, papersFolder);
  await mkdir(folder, { recursive: true });
  let count = 0;
  const save = async (who: Person, path: string): Promise<void> => {
    const { name, bytes } = await who.file(path);
    await writeFile(join(folder, `${String(++count).padStart(2, '0')}-${name}`), bytes);
  };
  for (const each of handedIn) {
    await save(await as(each.wardId.replaceAll('-', '')), `/api/nominations/${each.id}/documents/submission`);
    if ('outcome' in each) await save(officer, `/api/nominations/${each.id}/documents/assessment`);
  }
  const papers = `/api/programmes/${programme.id}/documents`;
  if (board.items.some((each) => 'recommendation' in each)) await save(officer, `${papers}/recommendation`);
  if (board.items.some((each) => 'certificateCode' in each)) await save(leader, `${papers}/decision`);
  await save(leader, `${papers}/results`);
  say(`${count} văn bản (Word) trong ${papersFolder}`);
}
