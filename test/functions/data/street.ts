import { v7 as uuidv7 } from 'uuid';
import { creation, save } from '../../../functions/data/save.ts';
import { MerchantId, StreetId } from '../../../shared/ids.ts';
import type { Merchant } from '../../../shared/merchants/merchant.ts';
import type { Actor } from '../../../shared/people/person.ts';
import type { Unsaved } from '../../../shared/record.ts';
import { noFigures, type Street } from '../../../shared/streets/street.ts';
import { type Instance, must } from '../../support/instance.ts';
import { unit } from '../authorities/authority-fixture.ts';

const at = '2023-10-20T02:00:00.000Z';

/** Điện Biên Phủ in Minh Khai, not saved yet. */
export const aStreet = (name = 'Điện Biên Phủ'): Unsaved<Street> => ({
  kind: 'street',
  id: StreetId.parse(uuidv7()),
  name,
  wardId: unit('minh-khai'),
  above: [unit('hong-bang'), unit('hai-phong')],
  figures: noFigures(),
  createdAt: at,
});

/** A bánh mì shop with an owner, a phone and an account: personal data, all of it. */
export const aShop = (streetId: StreetId): Unsaved<Merchant> => ({
  state: 'active',
  id: MerchantId.parse(uuidv7()),
  streetId,
  wardId: unit('minh-khai'),
  above: [unit('hong-bang'), unit('hai-phong')],
  name: 'Bánh mì cay Bà Già',
  owner: 'Nguyễn Thị Hương',
  place: '35',
  phone: '0912345678',
  methods: [{ method: 'QR_VIETQR_ACCOUNT', bankBin: '970436', account: '0011004437859' }],
  eInvoice: false,
  commitment: false,
  outreach: 'equipped',
  listed: false,
  createdAt: at,
  updatedAt: at,
  distinctFrom: [],
});

export const saved = async ({ deps, act }: Instance, actor: Actor, street = aStreet()): Promise<Street> =>
  must(await save(deps.table, creation(deps.table, act(actor), 'street.create', 'street', street)));
