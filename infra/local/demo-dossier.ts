import { readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { sha256 } from '../../functions/data/audit.ts';
import { blobKey } from '../../functions/data/blobs.ts';
import { commit } from '../../functions/merchants/commit.ts';
import { preview } from '../../functions/merchants/preview.ts';
import { comment } from '../../functions/nominations/comment.ts';
import { draft } from '../../functions/nominations/draft.ts';
import { edit } from '../../functions/nominations/edit.ts';
import type { Move } from '../../functions/nominations/load-nomination.ts';
import { findNomination } from '../../functions/nominations/store.ts';
import { submit } from '../../functions/nominations/submit.ts';
import { withdraw } from '../../functions/nominations/withdraw.ts';
import { createStreet } from '../../functions/streets/create.ts';
import type { Failure } from '../../shared/failures/failure.ts';
import { AuthorityId, ImportId, NominationId, ProgrammeId, Sha256, StreetId } from '../../shared/ids.ts';
import type { FieldComment } from '../../shared/nominations/nomination.ts';
import type { Result } from '../../shared/result.ts';
import type { StreetDetails } from '../../shared/streets/street.ts';
import { demoLines } from './demo-fixtures.ts';
import { idOf, must, type Step, type Then } from './demo-scenario.ts';
import { planOf, segmentOf } from './scenario/plan.ts';

/** A street of the demonstration on its way through one programme. */
export type Way = {
  programmeId: ProgrammeId;
  wardId: AuthorityId;
  street: string;
  streetId: StreetId;
  nominationId: NominationId;
  staff: string;
};
/** What happens to a dossier on a day, as one or more steps. */
export type Stage = (way: Way) => Step[];

/** Lists that the demonstration imports; `npm start` and `npm run demo` run in the project's folder. */
const listsFolder = 'infra/local/demo-data';

export const streetIdOf = (ward: string, street: string): StreetId => StreetId.parse(idOf(`street ${ward} ${street}`));

/** The steps of one dossier. `staff` enters it: the ward's own account, where nobody else is named. */
export function dossier(programme: string, ward: string, street: string, stages: Stage[], staff = ward.replaceAll('-', '')): Step[] {
  const way: Way = {
    programmeId: ProgrammeId.parse(idOf(programme)),
    wardId: AuthorityId.parse(ward),
    street,
    streetId: streetIdOf(ward, street),
    nominationId: NominationId.parse(idOf(`nomination ${programme} ${ward} ${street}`)),
    staff,
  };
  return stages.flatMap((stage) => stage(way));
}

/** A step on the nomination as it then is. */
export const move =
  (
    day: number,
    by: string | undefined,
    what: string,
    play: (then: Then, move: Move, way: Way) => Promise<Result<unknown, Failure>>,
  ): Stage =>
  (way) => [
    {
      day,
      by: by ?? way.staff,
      what: `${what} ${way.nominationId}`,
      play: async (then) => {
        const nomination = await findNomination(then.deps.table, way.nominationId);
        must(await play(then, { id: way.nominationId, version: nomination?.version ?? 0 }, way));
      },
    },
  ];

/** The ward enters the street and imports its list, leaving out what stands in it twice. */
export const listed =
  (day: number, file: string, kind: StreetDetails['kind'] = 'street'): Stage =>
  ({ wardId, street, streetId, staff }) => [
    {
      day,
      by: staff,
      what: `list ${streetId}`,
      play: async ({ deps, actor, act }) => {
        const bytes = await readFile(join(listsFolder, file));
        const source = { kind: 'file' as const, sha256: Sha256.parse(sha256(bytes)), name: basename(file) };
        await deps.blobs.putOnce(blobKey.upload(source.sha256), bytes, contentTypeOf(file));
        const { reading } = must(await preview(deps, actor, wardId, { source }));
        const [list] = reading;
        if (!list) throw new Error(`no list in ${file}`);
        const line = demoLines[`${wardId} ${street}`];
        const details = {
          ...(kind === 'market'
            ? { kind, name: street, address: `${street}, quận Hồng Bàng` }
            : { kind, name: street, ...segmentOf(list) }),
          ...(line && { line }),
        };
        must(await createStreet(deps, act, streetId, wardId, details));
        const importId = ImportId.parse(idOf(`import ${streetId}`));
        must(await commit(deps, { ...act, id: importId }, streetId, importId, { source, ...planOf(list) }));
      },
    },
  ];

/** The ward enters a street without a list. */
export const registered =
  (day: number): Stage =>
  ({ wardId, street, streetId, staff }) => [
    {
      day,
      by: staff,
      what: `street ${streetId}`,
      play: async ({ deps, act }) => must(await createStreet(deps, act, streetId, wardId, { kind: 'street', name: street })),
    },
  ];

export const drafted = (day: number): Stage =>
  move(day, undefined, 'draft', ({ deps, act }, { id }, { programmeId, streetId }) => draft(deps, act, id, { programmeId, streetId }));

/** The contact person, and the ward's report: the very list that was imported. */
export const completed = (day: number, file: string): Stage =>
  move(day, undefined, 'complete', async ({ deps, actor, act }, seen) => {
    const bytes = await readFile(join(listsFolder, file));
    const report = {
      sha256: Sha256.parse(sha256(bytes)),
      name: `bao-cao-${basename(file)}`,
      contentType: contentTypeOf(file),
      size: bytes.length,
    };
    await deps.blobs.putOnce(blobKey.upload(report.sha256), bytes, report.contentType);
    return edit(deps, act, seen, {
      contact: { name: actor.name, phone: '0225384234' },
      files: [{ ...report, purpose: 'ward-report' as const }],
    });
  });

export const submitted = (day: number, round = 1): Stage =>
  move(day, undefined, `submit ${round}`, ({ deps, act }, seen) => submit(deps, act, seen));

export const withdrawn = (day: number, reason: string): Stage =>
  move(day, undefined, 'withdraw', ({ deps, act }, seen) => withdraw(deps, act, seen, reason));

export const remarked = (day: number, by: string, remark: FieldComment): Stage =>
  move(day, by, `comment ${remark.field}`, ({ deps, act }, { id }) => comment(deps, act, id, remark));

const contentTypeOf = (file: string): string =>
  file.endsWith('.csv') ? 'text/csv' : 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
