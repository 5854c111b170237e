import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { ask } from '../../../functions/ceremony/ask.ts';
import { make } from '../../../functions/ceremony/make.ts';
import { order } from '../../../functions/ceremony/order.ts';
import { type CeremonyShown, show } from '../../../functions/ceremony/show.ts';
import { approve } from '../../../functions/certificates/approve.ts';
import { render } from '../../../functions/certificates/render.ts';
import type { CeremonyFile, CeremonyFileKind } from '../../../shared/ceremony/ceremony.ts';
import type { NominationId } from '../../../shared/ids.ts';
import type { NominationIn } from '../../../shared/nominations/nomination.ts';
import { must } from '../../support/instance.ts';
import { aFixture } from '../../support/programme-fixture.ts';

/** A town whose leadership prepares the ceremony of its programme. */
export async function aCeremonyFixture() {
  const fixture = await aFixture();
  const { deps, leader, act, programmeId } = fixture;
  return {
    ...fixture,
    /** A street that is certified; its file is stored unless it is to be still on its way. */
    async certified(name: string, file: 'stored' | 'on its way' = 'stored'): Promise<NominationIn<'certified'>> {
      const [nomination] = must(await approve(deps, act(leader), [await fixture.recommended(name)], {})) as NominationIn<'certified'>[];
      if (!nomination) throw new Error('nothing was approved');
      if (file === 'stored') await render(deps, nomination.certificateCode);
      return nomination;
    },
    seen: async (): Promise<CeremonyShown> => must(await show(deps, leader, programmeId)),
    async ordered(...ids: NominationId[]): Promise<void> {
      const { version } = must(await show(deps, leader, programmeId));
      must(await order(deps, act(leader), { id: programmeId, version }, ids));
    },
    asked: async (what: CeremonyFileKind): Promise<CeremonyFile> => must(await ask(deps, leader, programmeId, what)),
    /** The file as its worker leaves it. */
    async made(what: CeremonyFileKind): Promise<CeremonyFile> {
      const done = await make(deps, must(await ask(deps, leader, programmeId, what)));
      if (!done) throw new Error('nothing was asked for');
      return done;
    },
    /** The bytes of a file that is there. */
    stored: (file: CeremonyFile): Uint8Array => {
      const bytes = fixture.blobs.files.get(`ceremonies/${file.fingerprint}.${file.what === 'files' ? 'zip' : 'pdf'}`);
      if (!bytes) throw new Error(`no file is stored for ${file.what}`);
      return bytes;
    },
  };
}
export type CeremonyFixture = Awaited<ReturnType<typeof aCeremonyFixture>>;

/** The words of each page of a PDF. */
export async function pagesOf(pdf: Uint8Array): Promise<string[]> {
  const task = getDocument({ data: pdf.slice(), verbosity: 0 });
  const document = await task.promise;
  const pages: string[] = [];
  for (let number = 1; number <= document.numPages; number++) {
    const { items } = await (await document.getPage(number)).getTextContent();
    pages.push(items.map((item) => ('str' in item ? item.str : '')).join(' '));
  }
  await task.destroy();
  return pages;
}
