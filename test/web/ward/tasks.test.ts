import { expect, test } from 'vitest';
import { noFigures } from '../../../shared/streets/street.ts';
import { andBack } from '../../../web/ward/back-to.ts';
import { pageOfField, tasksOf } from '../../../web/ward/tasks.ts';

const nomination = { id: 'n', streetId: 's', state: 'draft' };
const everything = ['segment-ends', 'min-merchants', 'contact', 'ward-report', 'undecided-duplicates'];
const states = (of: Parameters<typeof tasksOf>[0]) => Object.fromEntries(tasksOf(of).map(({ name, state }) => [name, state]));

test('a ward with nothing has everything to do', () => {
  const of = { nomination, street: { figures: noFigures() }, minMerchants: 20, missing: everything };
  expect(new Set(Object.values(states(of)))).toEqual(new Set(['todo']));
});

test('what is begun is under way, and what is complete is done', () => {
  const outreach = { ...noFigures().outreach, 'to-visit': 4, visited: 1 };
  const street = { figures: { ...noFigures(), merchants: 5, outreach }, from: 'số 1' };
  const half = states({ nomination, street, minMerchants: 20, missing: ['segment-ends', 'min-merchants'] });
  expect(half).toMatchObject({ segment: 'doing', merchants: 'doing', outreach: 'doing', contact: 'done', submit: 'todo' });
  const whole = states({ nomination, street, minMerchants: 5, missing: [] });
  expect(whole).toMatchObject({ segment: 'done', merchants: 'done', duplicates: 'done', submit: 'doing' });
});

test('remarks of a returned dossier come first, and each field leads to where it is put right', () => {
  const returned = { ...nomination, state: 'returned', returned: { comments: [{ field: 'street.to', text: 'Ghi rõ' }] } };
  const [first] = tasksOf({ nomination: returned, street: { figures: noFigures() }, minMerchants: 1, missing: [] });
  expect(first).toMatchObject({ name: 'remarks', state: 'doing', count: 1 });
  expect(pageOfField('street.to', nomination)).toBe('/duong/s/sua');
  expect(pageOfField('merchants', nomination)).toBe('/duong/s/co-so');
  expect(pageOfField('contact.phone', nomination)).toBe('/ho-so/n#lien-he');
});

test('a page that is called to mend something knows the way back', () => {
  expect(andBack('/ho-so/n#lien-he', '/ho-so/n/nop')).toBe('/ho-so/n?ve=%2Fho-so%2Fn%2Fnop#lien-he');
});
