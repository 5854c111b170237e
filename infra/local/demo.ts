import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { GetCommand, PutCommand } from '@aws-sdk/lib-dynamodb';
import { creation, save } from '../../functions/data/save.ts';
import type { Deps, RendererDeps } from '../../functions/deps.ts';
import { catchUp as catchUpNotices } from '../../functions/notices/catch-up.ts';
import { remind } from '../../functions/notices/remind.ts';
import { signInOf } from '../../functions/people/store.ts';
import { closeProgramme } from '../../functions/programmes/close.ts';
import { createProgramme } from '../../functions/programmes/create.ts';
import { extendProgramme } from '../../functions/programmes/extend.ts';
import { open } from '../../functions/programmes/open.ts';
import { findProgramme } from '../../functions/programmes/store.ts';
import { summarise } from '../../functions/programmes/summarise.ts';
import { createStreet } from '../../functions/streets/create.ts';
import { findStreet } from '../../functions/streets/store.ts';
import type { Failure } from '../../shared/failures/failure.ts';
import { AuthorityId, ProgrammeId } from '../../shared/ids.ts';
import type { ProgrammeDetails } from '../../shared/programmes/programme.ts';
import type { Result } from '../../shared/result.ts';
import { criteriaSteps } from './demo-criteria.ts';
import { streetIdOf } from './demo-dossier.ts';
import { demoPassword, demoPeople, demoStreets, demoUnits } from './demo-fixtures.ts';
import { demoProgramme } from './demo-programme.ts';
import { dayMs, idOf, momentOf, must, personId, type Step, startOfDay, type Then } from './demo-scenario.ts';
import { dossiers, earlierDossiers, earlierProgramme, thisProgramme } from './demo-timeline.ts';
import type { LocalAccounts } from './identity/accounts.ts';

/**
 * How far the load came, beside the records: `start` is the day around which the timeline is laid, also when the load goes on later;
 * `of` how many steps it has.
 */
type Progress = { start: string; done: number; of: number };
/** Until 2026-12-01 a load did not say how many steps it had: these. */
const stepsBefore = 120;
const progressKey = { PK: 'DEMONSTRATION', SK: 'PROGRESS' };

/**
 * Loads the demonstration: Hồng Bàng's nine wards of 2023, people in every role, a programme under way with a street in every state, and
 * an earlier one that is over. Everything is played with the verbs themselves, day after day; a load that was killed goes on with the
 * step at which it stopped, and once it is whole it is never touched again.
 */
export async function loadDemo(deps: RendererDeps, accounts: LocalAccounts): Promise<void> {
  const steps = [...town(accounts), ...criteriaSteps, ...programmes(), ...earlierDossiers, ...dossiers, otherStreets].sort(
    (a, b) => a.day - b.day,
  );
  const progress: Progress = (await readProgress(deps)) ?? { start: startOfDay(deps.now()).toISOString(), done: 0, of: steps.length };
  // A later version may tell another story: one that was told to its end, or begun by another version, is left as it is.
  if (progress.done >= progress.of || progress.of !== steps.length) return;
  for (const [at, step] of steps.entries()) {
    if (at < progress.done) continue;
    await play(deps, new Date(progress.start), step);
    await writeProgress(deps, { ...progress, done: at + 1 });
    if (at % 20 === 0 || at === steps.length - 1) collectGarbage();
  }
}

/** A year is played in seconds: without asking, V8 would keep the garbage of all of it as long as the process lives. */
function collectGarbage(): void {
  setFlagsFromString('--expose-gc');
  const collect: unknown = runInNewContext('gc');
  if (typeof collect === 'function') collect();
}

/** The units and the people alone: where a story begins. */
export async function loadDemoUnits(deps: RendererDeps, accounts: LocalAccounts): Promise<void> {
  for (const step of town(accounts)) await play(deps, startOfDay(deps.now()), step);
}

/** Nothing is reported meanwhile: certificates are rendered and boards counted as steps of their own. */
const play = (deps: RendererDeps, start: Date, step: Step): Promise<unknown> =>
  step.play(momentOf({ ...deps, table: { ...deps.table, report: () => {} } }, start, step));

function town(accounts: LocalAccounts): Step[] {
  const setUp = (what: string, play: Step['play']): Step => ({ day: -420, by: 'quantri', what, play });
  return [
    setUp('people', async ({ deps: { table }, act }) => {
      for (const { login, name, title, authority, roles } of demoPeople) {
        const id = personId(login);
        await accounts.create({ login, subject: id });
        const above = demoUnits.find((unit) => unit.id === authority)?.above ?? [];
        const { issuer } = accounts;
        const details = { id, name, title, login, authorityId: authority, roles, above, issuer, subject: id, state: 'active' as const };
        const made = creation(table, { ...act, id: idOf(`act person ${login}`) }, 'person.create', 'person', details);
        must(await save(table, made, [signInOf(table, made.record)]));
      }
    }),
    setUp('units', async ({ deps: { table }, act }) => {
      for (const { id, above, details } of demoUnits)
        must(
          await save(
            table,
            creation(table, { ...act, id: idOf(`act unit ${id}`) }, 'authority.create', 'authority', { ...details, id, above }),
          ),
        );
    }),
    setUp('passwords', () =>
      accounts.setPassword(
        demoPeople.map((person) => person.login),
        demoPassword,
      ),
    ),
  ];
}

/** Both programmes from their setting-up to the end; the one under way got more time after a storm. */
function programmes(): Step[] {
  const earlier = (start: Date): ProgrammeDetails => ({
    ...demoProgramme(new Date(start.getTime() - 380 * dayMs + dayMs / 2)),
    name: 'Tuyến đường thanh toán không dùng tiền mặt quận Hồng Bàng, đợt trước (dữ liệu minh họa)',
  });
  const current = (start: Date): ProgrammeDetails => demoProgramme(new Date(start.getTime() + dayMs / 2));
  const beforeTheStorm = (start: Date): ProgrammeDetails => {
    const at = (day: number) => new Date(start.getTime() + day * dayMs).toISOString();
    return { ...current(start), registrationClosesAt: at(-6), assessmentDueAt: at(-2) };
  };
  const reason = 'Bão đổ bộ, các phường đề nghị thêm thời gian.';
  return [
    onProgramme(-402, earlierProgramme, 'create', (then, { id }) => createProgramme(then.deps, then.act, id, earlier(then.start))),
    onProgramme(-400.5, earlierProgramme, 'open', (then, seen) => open(then.deps, then.act, seen)),
    onProgramme(-330, earlierProgramme, 'close', (then, seen) => closeProgramme(then.deps, then.act, seen)),
    onProgramme(-22, thisProgramme, 'create', (then, { id }) => createProgramme(then.deps, then.act, id, beforeTheStorm(then.start))),
    onProgramme(-20.5, thisProgramme, 'open', (then, seen) => open(then.deps, then.act, seen)),
    onProgramme(-1.7, thisProgramme, 'extend', (then, seen) => {
      const { registrationClosesAt, assessmentDueAt } = current(then.start);
      return extendProgramme(then.deps, { ...then.act, note: reason }, seen, { registrationClosesAt, assessmentDueAt });
    }),
    ...[earlierProgramme, thisProgramme].map((name) => ({
      day: -0.15,
      by: 'kinhte',
      what: `count ${name}`,
      play: ({ deps }: Then) => summarise(deps, ProgrammeId.parse(idOf(name))),
    })),
    {
      day: -0.1,
      by: 'kinhte',
      what: 'notices',
      async play({ deps }: Then) {
        await catchUpNotices(deps, ProgrammeId.parse(idOf(thisProgramme)));
        await remind(deps, ProgrammeId.parse(idOf(thisProgramme)));
      },
    },
  ];
}

const onProgramme = (
  day: number,
  name: string,
  what: string,
  play: (then: Then, seen: { id: ProgrammeId; version: number }) => Promise<Result<unknown, Failure>>,
): Step => ({
  day,
  by: 'kinhte',
  what: `${what} ${name}`,
  play: async (then) => {
    const id = ProgrammeId.parse(idOf(name));
    const programme = await findProgramme(then.deps.table, id);
    must(await play(then, { id, version: programme?.version ?? 0 }));
  },
});

/** Streets that no dossier has brought yet. */
const otherStreets: Step = {
  day: -0.2,
  by: 'quantri',
  what: 'other streets',
  play: async (then) => {
    for (const { ward, details } of demoStreets) {
      const id = streetIdOf(ward, details.name);
      if (await findStreet(then.deps.table, id)) continue;
      const step = { day: -0.2, by: ward.replaceAll('-', ''), what: `street ${id}` };
      const { deps, act } = momentOf(then.deps, then.start, { ...step, play: async () => {} });
      must(await createStreet(deps, act, id, AuthorityId.parse(ward), details));
    }
  },
};

async function readProgress({ table }: Deps): Promise<Progress | undefined> {
  const { Item } = await table.doc.send(new GetCommand({ TableName: table.name, Key: progressKey, ConsistentRead: true }));
  return Item && { start: String(Item['start']), done: Number(Item['done']), of: Number(Item['of'] ?? stepsBefore) };
}

const writeProgress = ({ table }: Deps, progress: Progress): Promise<unknown> =>
  table.doc.send(new PutCommand({ TableName: table.name, Item: { ...progressKey, type: 'demonstration', ...progress } }));
