import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { v7 as uuidv7 } from 'uuid';
import { blobKey } from '../../../functions/data/blobs.ts';
import { creation, save } from '../../../functions/data/save.ts';
import { createMerchant } from '../../../functions/merchants/create.ts';
import { createStreet } from '../../../functions/streets/create.ts';
import { AuthorityId, MerchantId, Sha256, StreetId } from '../../../shared/ids.ts';
import { MerchantDetails } from '../../../shared/merchants/merchant.ts';
import type { Actor } from '../../../shared/people/person.ts';
import { type Street, StreetDetails } from '../../../shared/streets/street.ts';
import { anInstance, holding, type Instance, must } from '../../support/instance.ts';

export type Fixture = Awaited<ReturnType<typeof aFixture>>;

/** The district Hồng Bàng with two wards, somebody for each role, and ways to enter streets and merchants. */
export async function aFixture() {
  const instance = await anInstance();
  const { deps } = instance;
  const admin = await instance.person('Nguyễn Quản Trị', holding('admin', 'hong-bang'));
  await enterUnits(instance, admin);
  const wardStaff = await instance.person('Trần Thị Phường', holding('ward', 'phan-boi-chau'));
  const otherWard = await instance.person('Lê Văn Láng Giềng', holding('ward', 'minh-khai'));
  const officer = await instance.person('Phạm Kinh Tế', holding('officer', 'hong-bang'));
  return {
    ...instance,
    people: { admin, ward: wardStaff, otherWard, officer },
    async street(name: string, ward = 'phan-boi-chau', as: Actor = wardStaff): Promise<Street> {
      const id = StreetId.parse(uuidv7());
      const details = StreetDetails.parse({ kind: 'street', name, from: 'Cầu Lạc Long', to: 'Chợ Sắt' });
      return must(await createStreet(deps, instance.act(as, id), id, AuthorityId.parse(ward), details));
    },
    async merchant(street: Street, details: Partial<MerchantDetails> & { name: string }, as: Actor = wardStaff) {
      const id = MerchantId.parse(uuidv7());
      return must(await createMerchant(deps, instance.act(as, id), street.id, id, aShop(details)));
    },
    /** Uploads a list of the demonstration and says where it came from. */
    async uploaded(file: string) {
      return upload(instance, file, await readFile(new URL(`../../../infra/local/demo-data/wards/${file}`, import.meta.url)));
    },
    upload: (name: string, bytes: Uint8Array) => upload(instance, name, bytes),
  };
}

/** A shop that takes nothing and promises nothing, except what is said. */
export const aShop = (details: Partial<MerchantDetails> & { name: string }): MerchantDetails =>
  MerchantDetails.parse({ place: '12', methods: [], eInvoice: false, commitment: false, outreach: 'to-visit', listed: false, ...details });

async function enterUnits({ deps, act }: Instance, admin: Actor): Promise<void> {
  const ward = { level: 'ward', above: [AuthorityId.parse('hong-bang')] } as const;
  const units = [
    { id: 'hong-bang', level: 'district', code: '303', name: 'Quận Hồng Bàng', above: [] },
    { ...ward, id: 'phan-boi-chau', code: '11308', name: 'Phường Phan Bội Châu' },
    { ...ward, id: 'minh-khai', code: '11305', name: 'Phường Minh Khai' },
    { ...ward, id: 'quang-trung', code: '11306', name: 'Phường Quang Trung', validUntil: '2020-02-29' },
  ] as const;
  for (const { above, ...unit } of units) {
    const record = { ...unit, id: AuthorityId.parse(unit.id), validFrom: '1993-01-01', above: [...above] };
    must(await save(deps.table, creation(deps.table, act(admin), 'authority.create', 'authority', record)));
  }
}

async function upload(instance: Instance, name: string, bytes: Uint8Array) {
  const sha256 = Sha256.parse(createHash('sha256').update(bytes).digest('hex'));
  await instance.blobs.putOnce(blobKey.upload(sha256), bytes, 'application/octet-stream');
  return { kind: 'file' as const, sha256, name };
}
