import type { AuthorityDetails } from '../../shared/authorities/authority.ts';
import { AuthorityId } from '../../shared/ids.ts';
import type { HeldRole, Role } from '../../shared/people/person.ts';
import type { StreetDetails } from '../../shared/streets/street.ts';

/** The demonstration's town (dữ liệu minh họa): units and streets of Hồng Bàng in 2023 as public sources show them; people are invented. */
type Unit = { id: AuthorityId; above: AuthorityId[]; details: AuthorityDetails };
type DemoPerson = { login: string; name: string; title: string; authority: AuthorityId; roles: HeldRole[] };

const id = (text: string): AuthorityId => AuthorityId.parse(text);
const city = id('hai-phong');
const district = id('hong-bang');

const wards: [slug: string, code: string, name: string][] = [
  ['minh-khai', '11311', 'Phường Minh Khai'],
  ['hoang-van-thu', '11320', 'Phường Hoàng Văn Thụ'],
  ['phan-boi-chau', '11323', 'Phường Phan Bội Châu'],
  ['ha-ly', '11308', 'Phường Hạ Lý'],
  ['thuong-ly', '11305', 'Phường Thượng Lý'],
  ['trai-chuoi', '11314', 'Phường Trại Chuối'],
  ['so-dau', '11302', 'Phường Sở Dầu'],
  ['hung-vuong', '11299', 'Phường Hùng Vương'],
  ['quan-toan', '11296', 'Phường Quán Toan'],
];

/** Valid without end, as if no reform had come: the demonstration is alive whenever it is loaded. */
export const demoUnits: readonly Unit[] = [
  { id: city, above: [], details: { code: '31', level: 'city', name: 'Thành phố Hải Phòng', validFrom: '2004-01-01' } },
  {
    id: district,
    above: [city],
    details: { code: '303', level: 'district', name: 'Quận Hồng Bàng', parentId: city, validFrom: '2004-01-01' },
  },
  ...wards.map(
    ([slug, code, name]): Unit => ({
      id: id(slug),
      above: [district, city],
      details: { code, level: 'ward', name, parentId: district, validFrom: '2004-01-01' },
    }),
  ),
];

const person = (login: string, name: string, title: string, role: Role, authority: AuthorityId, also: HeldRole[] = []): DemoPerson => ({
  login,
  name,
  title,
  authority,
  roles: [{ role, authorityId: authority }, ...also],
});

/** People in every role; all share the one demonstration password. */
export const demoPeople: readonly DemoPerson[] = [
  person('quantri', 'Phạm Quốc Việt', 'Quản trị hệ thống', 'admin', city),
  person('thanhpho', 'Vũ Thu Hà', 'Sở Khoa học và Công nghệ', 'city', city),
  person('kinhte', 'Trần Minh Đức', 'Phó Trưởng phòng Kinh tế', 'officer', district),
  person('kinhte2', 'Lê Thanh Huyền', 'Chuyên viên Phòng Kinh tế', 'officer', district),
  person('thamdinh1', 'Đỗ Hải Nam', 'Tổ thẩm định', 'assessor', district),
  person('thamdinh2', 'Bùi Lan Anh', 'Tổ thẩm định', 'assessor', district),
  person('chutich', 'Nguyễn Thị Hồng Ánh', 'Chủ tịch UBND quận', 'leader', district),
  person('phochutich', 'Hoàng Văn Sơn', 'Phó Chủ tịch UBND quận', 'leader', district),
  person('kiemnhiem', 'Ngô Thùy Dương', 'Chuyên viên Phòng Kinh tế, kiêm tổ thẩm định', 'officer', district, [
    { role: 'assessor', authorityId: district },
  ]),
  person('lienphuong', 'Mai Quang Huy', 'Công chức phụ trách hai phường Hùng Vương và Sở Dầu', 'ward', id('hung-vuong'), [
    { role: 'ward', authorityId: id('so-dau') },
  ]),
  ...wards.map(([slug, , name]) => person(slug.replaceAll('-', ''), `Cán bộ ${name}`, `Công chức ${name}`, 'ward', id(slug))),
];

/** Known to everybody who reads this: an instance that is reachable from outside refuses to start with it. */
export const demoPassword = 'hoa phượng đỏ 2023';

/** Streets that public sources place in their ward (confidence A or B); their merchants are invented. */
export const demoStreets: readonly { ward: string; details: StreetDetails }[] = [
  { ward: 'minh-khai', details: { kind: 'street', name: 'Điện Biên Phủ' } },
  { ward: 'minh-khai', details: { kind: 'street', name: 'Hoàng Diệu' } },
  { ward: 'minh-khai', details: { kind: 'street', name: 'Nguyễn Tri Phương' } },
  { ward: 'minh-khai', details: { kind: 'street', name: 'Cù Chính Lan' } },
  { ward: 'minh-khai', details: { kind: 'street', name: 'Nguyễn Thượng Hiền' } },
  { ward: 'minh-khai', details: { kind: 'street', name: 'Hoàng Văn Thụ' } },
  { ward: 'minh-khai', details: { kind: 'street', name: 'Minh Khai' } },
  { ward: 'minh-khai', details: { kind: 'street', name: 'Đinh Tiên Hoàng' } },
  { ward: 'minh-khai', details: { kind: 'street', name: 'Lê Đại Hành' } },
  { ward: 'minh-khai', details: { kind: 'street', name: 'Hồ Xuân Hương' } },
  { ward: 'minh-khai', details: { kind: 'street', name: 'Bến Bính' } },
  { ward: 'minh-khai', details: { kind: 'street', name: 'Lý Tự Trọng' } },
  { ward: 'hoang-van-thu', details: { kind: 'street', name: 'Đinh Tiên Hoàng' } },
  { ward: 'hoang-van-thu', details: { kind: 'street', name: 'Trần Quang Khải' } },
  { ward: 'hoang-van-thu', details: { kind: 'street', name: 'Hoàng Văn Thụ' } },
  { ward: 'hoang-van-thu', details: { kind: 'street', name: 'Điện Biên Phủ' } },
  { ward: 'phan-boi-chau', details: { kind: 'street', name: 'Tôn Thất Thuyết' } },
  { ward: 'phan-boi-chau', details: { kind: 'street', name: 'Phan Bội Châu' } },
  { ward: 'phan-boi-chau', details: { kind: 'street', name: 'Tam Bạc' } },
  { ward: 'phan-boi-chau', details: { kind: 'street', name: 'Quang Trung' } },
  { ward: 'phan-boi-chau', details: { kind: 'street', name: 'Lý Thường Kiệt' } },
  { ward: 'phan-boi-chau', details: { kind: 'market', name: 'Chợ Sắt' } },
  { ward: 'phan-boi-chau', details: { kind: 'market', name: 'Chợ Tam Bạc' } },
  { ward: 'ha-ly', details: { kind: 'street', name: 'Hạ Lý' } },
  { ward: 'ha-ly', details: { kind: 'street', name: 'Bạch Đằng' } },
  { ward: 'ha-ly', details: { kind: 'street', name: 'Phạm Phú Thứ' } },
  { ward: 'ha-ly', details: { kind: 'street', name: 'Cao Thắng' } },
  { ward: 'thuong-ly', details: { kind: 'street', name: 'Bạch Đằng' } },
  { ward: 'thuong-ly', details: { kind: 'street', name: 'Vinhomes Imperia (nội khu)' } },
  { ward: 'thuong-ly', details: { kind: 'street', name: 'Hùng Duệ Vương' } },
  { ward: 'thuong-ly', details: { kind: 'street', name: 'Vạn Kiếp' } },
  { ward: 'thuong-ly', details: { kind: 'street', name: 'Hà Nội' } },
  { ward: 'so-dau', details: { kind: 'street', name: 'Hồng Bàng' } },
  { ward: 'so-dau', details: { kind: 'street', name: 'Hà Nội' } },
  { ward: 'so-dau', details: { kind: 'street', name: 'Quốc lộ 5' } },
  { ward: 'so-dau', details: { kind: 'street', name: 'Hùng Vương' } },
  { ward: 'so-dau', details: { kind: 'street', name: 'Tôn Đức Thắng' } },
  { ward: 'hung-vuong', details: { kind: 'street', name: 'Quốc lộ 5 (Km 92)' } },
  { ward: 'hung-vuong', details: { kind: 'street', name: 'Hùng Vương' } },
  { ward: 'hung-vuong', details: { kind: 'street', name: 'An Trì' } },
  { ward: 'hung-vuong', details: { kind: 'street', name: 'Trương Văn Lực' } },
  { ward: 'hung-vuong', details: { kind: 'street', name: 'Cam Lộ' } },
  { ward: 'quan-toan', details: { kind: 'street', name: 'Quán Toan' } },
  { ward: 'quan-toan', details: { kind: 'street', name: 'Hải Triều' } },
  { ward: 'quan-toan', details: { kind: 'street', name: 'Vật Cách' } },
  { ward: 'quan-toan', details: { kind: 'street', name: 'Quốc lộ 5' } },
  { ward: 'quan-toan', details: { kind: 'market', name: 'Chợ Quán Toan' } },
];

/** Lines on the map, drawn by hand and only about right: longitude, latitude. */
export const demoLines: Readonly<Record<string, [number, number][]>> = {
  'minh-khai Điện Biên Phủ': [
    [106.6789, 20.8621],
    [106.6836, 20.8617],
    [106.6888, 20.8609],
  ],
  'minh-khai Hoàng Văn Thụ': [
    [106.6816, 20.8652],
    [106.6819, 20.8618],
    [106.6822, 20.8583],
  ],
  'phan-boi-chau Quang Trung': [
    [106.6738, 20.8602],
    [106.6779, 20.8591],
    [106.6818, 20.8577],
  ],
  'phan-boi-chau Chợ Sắt': [
    [106.6724, 20.8613],
    [106.6736, 20.8617],
  ],
};
