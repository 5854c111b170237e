import type { Certificate } from '../../shared/certificates/certificate.ts';
import type { AuthorityId, CertificateCode, PersonId, StreetId } from '../../shared/ids.ts';
import type { Nomination } from '../../shared/nominations/nomination.ts';
import type { Street } from '../../shared/streets/street.ts';
import { findAuthorities } from '../authorities/store.ts';
import { findCertificates } from '../certificates/store.ts';
import type { Table } from '../data/table.ts';
import { findPerson } from '../people/store.ts';
import { findStreets } from '../streets/store.ts';
import type { Signer } from './document-facts.ts';
import { certifiedStreet, type NamedStreet, namedStreetOf } from './named-street.ts';
import type { Units } from './units.ts';

/** One read brings a hundred records. */
const atOnce = 100;

async function many<Id, T>(ids: Iterable<Id>, read: (some: readonly Id[]) => Promise<T[]>): Promise<T[]> {
  const once = [...new Set(ids)];
  const found: T[] = [];
  for (let at = 0; at < once.length; at += atOnce) found.push(...(await read(once.slice(at, at + atOnce))));
  return found;
}

/** Units by id; the same id is read once. */
export async function loadUnits(table: Table, ids: Iterable<AuthorityId>): Promise<Units> {
  return new Map((await many(ids, (some) => findAuthorities(table, some))).map((unit) => [unit.id, unit]));
}

/** Where each nomination's street lies: as its certificate froze it, and before there is one, as the street that it holds. */
export async function loadNamedStreets(
  table: Table,
  nominations: readonly Nomination[],
  units: Units,
): Promise<(of: Nomination) => NamedStreet> {
  const codes = nominations.flatMap((each) => ('certificateCode' in each ? [each.certificateCode] : []));
  const certificates = new Map<CertificateCode, Certificate>(
    (await many(codes, (some) => findCertificates(table, some))).map((each) => [each.code, each]),
  );
  const open = nominations.flatMap((each) => ('certificateCode' in each ? [] : [each.streetId]));
  const streets = new Map<StreetId, Street>((await many(open, (some) => findStreets(table, some))).map((each) => [each.id, each]));
  return (of) => {
    const certificate = 'certificateCode' in of ? certificates.get(of.certificateCode) : undefined;
    if (certificate) return certifiedStreet(certificate.facts);
    const street = streets.get(of.streetId);
    if (!street) throw new Error(`nomination ${of.id} names a street that is gone`);
    return namedStreetOf(of, street, units);
  };
}

/** Who signs, with the title that says in which capacity; nobody whose personal data were erased. */
export async function loadSigner(table: Table, id: PersonId | undefined): Promise<Signer | undefined> {
  const person = id && (await findPerson(table, id));
  return person && person.state !== 'erased' ? { name: person.name, title: person.title } : undefined;
}
