import { ScanCommand } from '@aws-sdk/lib-dynamodb';
import type { Page } from 'playwright-core';
import { recordOf } from '../../functions/data/item.ts';
import type { Records, RecordType } from '../../functions/data/records.ts';
import type { Role } from '../../shared/people/person.ts';
import { pages } from '../../web/shell/pages.tsx';
import type { RunningApp } from './app.ts';

/** A page as one person of the demonstration sees it; `login` is undefined for pages that everybody sees. */
/** `page` is the address as the app declares it: dossiers stand there once for every state. */
export type Stop = { name: string; path: string; page: string; role?: Role; login?: string };

/** Who looks at the pages of each role. */
export const viewers: Record<Role, string> = {
  ward: 'minhkhai',
  officer: 'kinhte',
  assessor: 'thamdinh2',
  leader: 'chutich',
  city: 'thanhpho',
  admin: 'quantri',
};
const wardOf = { minhkhai: 'minh-khai' } as const;

/** Before an assessor's pages are looked at: the assignment is taken along, as people do in the morning. */
export async function takeAlong(page: Page): Promise<void> {
  await page.goto('/');
  await page.locator('.card .button.main').first().click();
  await page.locator('a[href^="/phieu/"]').first().waitFor();
}

/** Every page there is, with records of the demonstration in its address; dossiers once in every state that the role may meet. */
export async function everyPage(app: RunningApp): Promise<Stop[]> {
  const all = await recordsOf(app);
  const staff = pages.flatMap(({ path, roles }) =>
    roles.flatMap((role) =>
      addresses(path, role, all).map((address) => ({
        name: nameOf(role, path, address),
        path: address.path,
        page: path,
        role,
        login: address.login ?? viewers[role],
      })),
    ),
  );
  const street = all.street.find(({ certified }) => certified);
  const codes = all.certificate.map(({ code, state }) => ({ name: `public C ${state}`, path: `/C/${code}` }));
  const open = [
    { name: 'public landing', path: '/' },
    { name: 'public verify', path: '/xac-minh' },
    { name: 'public check', path: '/kiem-tra' },
    { name: 'public streets', path: '/tuyen-duong' },
    { name: 'public street', path: `/tuyen-duong/${street?.id}` },
    { name: 'public C unknown', path: '/C/0123456789AB' },
    ...new Map(codes.map((each) => [each.name, each])).values(),
  ];
  return [...open.map((stop) => ({ ...stop, page: stop.path })), ...staff];
}

type Address = { path: string; what?: string; login?: string };
type All = { [T in RecordType]: Records[T][] };

function addresses(path: string, role: Role, all: All): Address[] {
  if (!path.includes(':')) return [{ path }];
  const ward = role === 'ward' ? wardOf.minhkhai : undefined;
  const inWard = (one: { wardId: string }) => ward === undefined || one.wardId === ward;
  const fill = (name: string, values: readonly { id: string; what?: string }[]): Address[] =>
    values.map(({ id, what }) => ({ path: path.replace(`:${name}`, id), ...(what && { what }) }));
  if (path.startsWith('/phieu/')) return sheets(path, all);
  if (path.includes(':nominationId')) {
    // A ward's dossier is looked at by the ward that holds it, so that every state has its viewer.
    const seen = new Map(all.nomination.map((each) => [each.state, each]));
    return [...seen.values()].map(({ id, state, wardId }) => ({
      path: path.replace(':nominationId', id),
      what: state,
      ...(role === 'ward' && { login: wardId.replaceAll('-', '') }),
    }));
  }
  if (path.includes(':merchantId'))
    return all.merchant
      .filter(inWard)
      .slice(0, 1)
      .map(({ streetId, id }) => ({ path: path.replace(':streetId', streetId).replace(':merchantId', id) }));
  if (path.includes(':criteriaSetId'))
    return all.criteria.map(({ id, edition, state }) => ({
      path: path.replace(':criteriaSetId', id).replace(':edition', String(edition)),
      what: state,
    }));
  if (path.includes(':streetId')) return fill('streetId', all.street.filter((one) => inWard(one) && one.figures.merchants > 0).slice(0, 1));
  if (path.includes(':code'))
    return fill(
      'code',
      all.certificate.slice(0, 1).map(({ code }) => ({ id: code })),
    );
  if (path.startsWith('/dot/:') || path.startsWith('/le-trao/:')) {
    const name = /:(\w+)/.exec(path)?.[1] ?? '';
    return fill(name, all.programme.filter(({ state }) => state === 'open').slice(0, 1));
  }
  if (path.includes(':personId')) return fill('personId', all.person.slice(0, 1));
  if (path.includes(':authorityId')) return fill('authorityId', all.authority.filter(({ level }) => level === 'district').slice(0, 1));
  return [];
}

/** The sheet that the assessor has still to begin, and its pages: a question, a drawn shop. */
function sheets(path: string, all: All): Address[] {
  const viewer = all.person.find(({ login }) => login === viewers.assessor);
  const open = all.assessment.find(({ personId, state }) => personId === viewer?.id && state === 'writing');
  const sample = all.sample.find(({ nominationId }) => nominationId === open?.nominationId);
  if (!open || !sample) throw new Error('The demonstration has no visit to look at');
  return [
    {
      path: path
        .replace(':nominationId', open.nominationId)
        .replace(':code', 'C03')
        .replace(':merchantId', sample.merchants[0]?.merchantId ?? ''),
    },
  ];
}

const nameOf = (role: Role, path: string, { what }: Address): string =>
  [role, path === '/' ? 'home' : path.slice(1).replaceAll(/[/:]+/g, '-'), what].filter(Boolean).join(' ');

async function recordsOf({ deps: { table } }: RunningApp): Promise<All> {
  const kinds = [
    'street',
    'nomination',
    'programme',
    'certificate',
    'person',
    'authority',
    'merchant',
    'criteria',
    'sample',
    'assessment',
  ] as const;
  const all = Object.fromEntries(kinds.map((kind) => [kind, []])) as unknown as Record<string, unknown[]>;
  let from: Record<string, unknown> | undefined;
  do {
    const page = await table.doc.send(new ScanCommand({ TableName: table.name, ExclusiveStartKey: from }));
    for (const item of page.Items ?? []) {
      const kind = item['type'] as RecordType;
      if (all[kind]) all[kind].push(recordOf(kind, item));
    }
    from = page.LastEvaluatedKey;
  } while (from);
  return all as unknown as All;
}
