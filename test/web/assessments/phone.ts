import 'fake-indexeddb/auto';
import { createHash, randomBytes } from 'node:crypto';
import { v7 as uuidv7 } from 'uuid';
import { complete } from '../../../functions/assessments/complete.ts';
import { offlineBundle } from '../../../functions/assessments/offline-bundle.ts';
import { write } from '../../../functions/assessments/write.ts';
import { sha256 } from '../../../functions/data/audit.ts';
import { blobKey } from '../../../functions/data/blobs.ts';
import { recordName } from '../../../functions/data/table.ts';
import { entriesOf } from '../../../functions/history/store.ts';
import { statusOf } from '../../../functions/http/problem.ts';
import { findDossier } from '../../../functions/nominations/store.ts';
import type { Assessment, AssessmentSheet } from '../../../shared/assessments/assessment.ts';
import type { Failure } from '../../../shared/failures/failure.ts';
import { type ActionId, type NominationId, Sha256 } from '../../../shared/ids.ts';
import type { Result } from '../../../shared/result.ts';
import { findStoredAssessment, finish, saveAnswers, savePhoto, storeBundle } from '../../../web/assessments/device-store.ts';
import type { StoredAssessment, StoredPhoto } from '../../../web/assessments/device-types.ts';
import { type FieldServer, flush, type Outside } from '../../../web/assessments/outbox.ts';
import { Problem } from '../../../web/server/problem.ts';
import type { Situations } from '../../functions/http/situations.ts';
import { must } from '../../support/instance.ts';

/** The phone of a town's assessor, with a clock of its own; what it writes lies in this process's only (fake) IndexedDB. */
export function aPhone({ town: fixture, people: { assessor }, assessing }: Situations) {
  const { deps } = fixture;
  const phone = {
    clock: 1_700_000_000_000,

    outside: (server: FieldServer): Outside => ({
      server,
      now: () => phone.clock,
      random: Math.random,
      newActionId: () => uuidv7() as ActionId,
    }),

    /** Sends once; tells when to come back. */
    flush: (server: FieldServer): Promise<number | undefined> => flush(phone.outside(server), assessor.id),

    /** Sends until nothing waits any more, letting the pauses between tries go by. */
    async sendAll(server: FieldServer): Promise<void> {
      for (let n = 0; n < 1000; n++) {
        const wait = await phone.flush(server);
        if (wait === undefined) return;
        // A little more than the next try asks for: a thousand photos are not due one by one.
        phone.clock += wait + 5000;
      }
      throw new Error('the outbox never gets empty');
    },

    /** The real verbs behind a network that loses `share` of all requests, half of them only after the server has answered. */
    server(share = 0): FieldServer {
      const over = async <T>(work: () => Promise<T>): Promise<T> => {
        const lost = Math.random() < share;
        if (lost && Math.random() < 0.5) throw offline();
        const answer = await work();
        if (lost) throw offline();
        return answer;
      };
      const actOf = (id: string, request: unknown) => ({ ...fixture.act(assessor, id), digest: sha256(JSON.stringify(request)) });
      return {
        sendPhoto: (photo) =>
          over(async () => {
            const bytes = new Uint8Array(await photo.bytes.arrayBuffer());
            await fixture.blobs.putOnce(blobKey.upload(photo.sha256), bytes, photo.contentType);
          }),
        saveSheet: (id, request) =>
          over(async () => answerOf(await write(deps, actOf(request.actionId, request), id, request.version, request.sheet))) as never,
        complete: (id, request) => over(async () => answerOf(await complete(deps, actOf(request.actionId, request), id, request))) as never,
      };
    },

    /** An assignment taken along. */
    async taken(): Promise<StoredAssessment> {
      const { id } = await assessing();
      const whole = must(await offlineBundle(deps, assessor, id));
      return storeBundle({ assignment: whole as never, takenAt: '', bytes: 0 }, id);
    },

    /** A whole visit: answers one by one, five photos, every drawn shop, handed in. */
    async visited(visit: StoredAssessment): Promise<AssessmentSheet> {
      const { sample } = must(await offlineBundle(deps, assessor, visit.nominationId));
      await saveAnswers(visit.key, { ...visit.sheet, answers: { C01: met() } });
      const photos = Array.from({ length: 5 }, () => aPhoto(visit));
      for (const photo of photos) await savePhoto(photo);
      await saveAnswers(visit.key, { ...visit.sheet, answers: { C01: met(), C02: met(photos.map((each) => each.sha256)) } });
      const spotChecks = sample.merchants.map(({ merchantId }) => ({ merchantId, outcome: 'closed' as const, evidence: [] }));
      const now = (await findStoredAssessment(visit.key))?.sheet as AssessmentSheet;
      const sheet = { ...now, spotChecks, note: `Ghi chú ${visit.key}` };
      await saveAnswers(visit.key, sheet);
      await finish(visit.key, '2023-10-20T02:00:00.000Z', 0);
      return sheet;
    },

    atServer: async (id: NominationId): Promise<Assessment | undefined> => (await findDossier(deps.table, id))?.assessments.at(-1),

    /** What the chain of entries says was done to a visit. */
    async doneTo(id: NominationId): Promise<string[]> {
      const assessment = await phone.atServer(id);
      const page = assessment && (await entriesOf(deps.table, recordName.assessment(assessment), 100));
      return page?.ok ? page.value.items.map(({ action }) => action) : [];
    },
  };
  return phone;
}

const offline = () => new Problem({ code: 'offline', status: 0, detail: '' });

/** No network at all. */
export const nowhere: FieldServer = {
  sendPhoto: () => Promise.reject(offline()),
  saveSheet: () => Promise.reject(offline()),
  complete: () => Promise.reject(offline()),
};

function answerOf<T>(result: Result<T, Failure>): T {
  if (result.ok) return result.value;
  const { code, ...params } = result.failure;
  throw new Problem({ code, status: statusOf[code], detail: code, params });
}

/** A question that is answered as met. */
export const met = (evidence: Sha256[] = []) => ({ kind: 'yesNo' as const, met: true, evidence });

function aPhoto(visit: StoredAssessment): StoredPhoto {
  const bytes = Buffer.concat([Buffer.from([0xff, 0xd8, 0xff, 0xe0]), randomBytes(60), Buffer.from([0xff, 0xd9])]);
  const hash = Sha256.parse(createHash('sha256').update(bytes).digest('hex'));
  const facts = { name: 'anh.jpg', contentType: 'image/jpeg', takenAt: '', actionId: uuidv7() as ActionId, sent: false };
  return { visit: visit.key, sha256: hash, bytes: new Blob([new Uint8Array(bytes)]), ...facts };
}
