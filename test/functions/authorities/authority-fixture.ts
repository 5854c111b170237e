import { creation, save } from '../../../functions/data/save.ts';
import type { AuthorityDetails } from '../../../shared/authorities/authority.ts';
import { AuthorityId } from '../../../shared/ids.ts';
import { anInstance, holding, type Instance, must } from '../../support/instance.ts';

export const unit = (id: string): AuthorityId => AuthorityId.parse(id);

/** Units as the State's list had them: Hồng Bàng lost its Hạ Lý and Trại Chuối on 2025-01-01, and itself on 2025-07-01. */
const units: [id: string, details: Omit<AuthorityDetails, 'parentId'>, parent?: string][] = [
  ['hai-phong', { code: '31', level: 'city', name: 'Thành phố Hải Phòng', validFrom: '2004-01-01' }],
  ['hong-bang', { code: '303', level: 'district', name: 'Quận Hồng Bàng', validFrom: '2004-01-01', validUntil: '2025-06-30' }, 'hai-phong'],
  ['kien-an', { code: '307', level: 'district', name: 'Quận Kiến An', validFrom: '2004-01-01', validUntil: '2025-06-30' }, 'hai-phong'],
  ['minh-khai', { code: '11311', level: 'ward', name: 'Phường Minh Khai', validFrom: '2004-01-01', validUntil: '2025-06-30' }, 'hong-bang'],
  ['ha-ly', { code: '11308', level: 'ward', name: 'Phường Hạ Lý', validFrom: '2004-01-01', validUntil: '2024-12-31' }, 'hong-bang'],
  ['phuong-hong-bang', { code: '11311', level: 'ward', name: 'Phường Hồng Bàng', validFrom: '2025-07-01' }, 'hai-phong'],
];

/** Hải Phòng with two districts, two wards of Hồng Bàng, and the ward that took its name and Minh Khai's code in 2025. */
export async function aFixture(now?: string) {
  const instance = await anInstance(now);
  const clerk = await instance.person('Nguyễn Thị Khởi', holding('admin', 'hai-phong'));
  const above = new Map<string, AuthorityId[]>();
  for (const [id, details, parent] of units) {
    const chain = parent ? [unit(parent), ...(above.get(parent) ?? [])] : [];
    above.set(id, chain);
    const record = { ...details, id: unit(id), above: chain, ...(parent && { parentId: unit(parent) }) };
    must(await save(instance.deps.table, creation(instance.deps.table, instance.act(clerk), 'authority.create', 'authority', record)));
  }
  return { ...instance, clerk };
}
export type Fixture = Instance & Awaited<ReturnType<typeof aFixture>>;
