import * as z from 'zod/mini';
import type { Failure } from '../../shared/failures/failure.ts';
import { type AuthorityId, StreetId } from '../../shared/ids.ts';
import { methodGroups } from '../../shared/merchants/merchant.ts';
import { fail, ok, type Result } from '../../shared/result.ts';
import type { Street } from '../../shared/streets/street.ts';
import { recordOf } from '../data/item.ts';
import { type Page, query, queryItems } from '../data/read.ts';
import { key, partition } from '../data/table.ts';
import type { Deps } from '../deps.ts';

const Position = z.tuple([z.number(), z.number()]);
/** Lines of streets as GeoJSON (RFC 7946): what any map draws. */
export const StreetLines = z.object({
  type: z.literal('FeatureCollection'),
  features: z.array(
    z.object({
      type: z.literal('Feature'),
      id: StreetId,
      geometry: z.object({ type: z.literal('LineString'), coordinates: z.array(Position) }),
      properties: z.object({ kind: z.enum(['street', 'market']), name: z.string(), wardName: z.string() }),
    }),
  ),
});
export type StreetLines = z.infer<typeof StreetLines>;

/** A certified street as anybody sees it. */
export const PublicStreet = z.object({
  id: StreetId,
  kind: z.enum(['street', 'market']),
  name: z.string(),
  wardName: z.string(),
  cityName: z.string(),
  from: z.optional(z.string()),
  to: z.optional(z.string()),
  address: z.optional(z.string()),
  line: z.optional(z.array(Position)),
  figures: z.object({ merchants: z.int(), cashless: z.int() }),
  certificate: z.object({ code: z.string(), number: z.string(), issuedOn: z.string() }),
});
export type PublicStreet = z.infer<typeof PublicStreet>;
/** A shop as anybody sees it: only with the owner's recorded consent, and never who owns it. */
export const PublicShop = z.object({ name: z.string(), place: z.string(), category: z.optional(z.string()), methods: z.array(z.string()) });
export type PublicShop = z.infer<typeof PublicShop>;

/** Certified streets of a province, by name: one Query a page. */
export async function streets(
  { table }: Deps,
  province: AuthorityId,
  limit: number,
  cursor?: string,
): Promise<Result<Page<PublicStreet>, Failure>> {
  const page = await query(table, 'street', { index: 'GSI2', pk: ['GSI2PK', partition.public(province)] }, limit, cursor);
  return page.ok ? ok({ ...page.value, items: page.value.items.flatMap(publicStreet) }) : page;
}

/** A certified street with its shops, in one Query: read backwards, the street's own item comes before its merchants. */
export async function street(
  { table }: Deps,
  id: StreetId,
  limit: number,
  cursor?: string,
): Promise<Result<{ street?: PublicStreet; items: PublicShop[]; next?: string }, Failure>> {
  const page = await queryItems(
    table,
    { pk: ['PK', key.street(id).PK], sk: ['SK', 'MERCHANT#', 'STREET'], backwards: true },
    limit + 1,
    cursor,
  );
  if (!page.ok) return page;
  const found = page.value.items.filter((item) => item['type'] === 'street').flatMap((item) => publicStreet(recordOf('street', item)));
  if (cursor === undefined && !found[0]) return fail({ code: 'not-found', what: 'street', id });
  const shops = page.value.items.filter((item) => item['type'] === 'merchant').map((item) => recordOf('merchant', item));
  const listed = shops.filter((shop) => shop.state === 'active' && shop.listed && shop.methods.length > 0);
  const items = listed.map(
    (shop): PublicShop => ({
      name: shop.name,
      place: shop.place,
      ...(shop.category && { category: shop.category }),
      methods: [...methodGroups(shop)],
    }),
  );
  return ok({ ...(found[0] && { street: found[0] }), items, ...(page.value.next && { next: page.value.next }) });
}

/** Every certified street of a province: bounded by its wards and their quota. */
export async function allStreets(deps: Deps, province: AuthorityId): Promise<PublicStreet[]> {
  const all: PublicStreet[] = [];
  for (let cursor: string | undefined; ; ) {
    const page = await streets(deps, province, 1000, cursor);
    if (!page.ok) return all;
    all.push(...page.value.items);
    cursor = page.value.next;
    if (cursor === undefined) return all;
  }
}

/** The certified streets of a province that have a line, as GeoJSON (RFC 7946): what any map draws. */
export async function streetLines(deps: Deps, province: AuthorityId): Promise<StreetLines> {
  const drawn = (await allStreets(deps, province)).filter(({ line }) => line !== undefined && line.length > 1);
  return {
    type: 'FeatureCollection',
    features: drawn.map(({ id, kind, name, wardName, line = [] }) => ({
      type: 'Feature',
      id,
      geometry: { type: 'LineString', coordinates: line },
      properties: { kind, name, wardName },
    })),
  };
}
/** A certified street with all its listed shops, or undefined: a street is bounded. */
export async function wholeStreet(deps: Deps, id: StreetId): Promise<{ street: PublicStreet; shops: PublicShop[] } | undefined> {
  const first = await street(deps, id, 1000);
  if (!first.ok || !first.value.street) return undefined;
  const shops = first.value.items;
  for (let cursor = first.value.next; cursor !== undefined; ) {
    const page = await street(deps, id, 1000, cursor);
    if (!page.ok) break;
    shops.push(...page.value.items);
    cursor = page.value.next;
  }
  // Read backwards, so that the street comes first: shops stand in the order of the list again.
  return { street: first.value.street, shops: shops.reverse() };
}

function publicStreet(street: Street): PublicStreet[] {
  if (!street.certified) return [];
  const { id, kind, name, certified, figures } = street;
  const where =
    street.kind === 'market'
      ? { ...(street.address && { address: street.address }) }
      : { ...(street.from && { from: street.from }), ...(street.to && { to: street.to }) };
  return [
    {
      id,
      kind,
      name,
      wardName: certified.wardName,
      cityName: certified.cityName,
      ...where,
      ...(street.line && { line: street.line }),
      figures: { merchants: figures.merchants, cashless: figures.cashless },
      certificate: { code: certified.code, number: certified.number, issuedOn: certified.issuedOn },
    },
  ];
}
