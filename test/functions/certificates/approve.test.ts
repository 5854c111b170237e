import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { approve } from '../../../functions/certificates/approve.ts';
import { askToCorrect, confirmCorrection } from '../../../functions/certificates/correct.ts';
import { render } from '../../../functions/certificates/render.ts';
import { askToRevoke, confirmRevocation } from '../../../functions/certificates/revoke.ts';
import { findCertificate } from '../../../functions/certificates/store.ts';
import { change, save } from '../../../functions/data/save.ts';
import { verify } from '../../../functions/public/verify.ts';
import type { Certificate } from '../../../shared/certificates/certificate.ts';
import type { NominationIn } from '../../../shared/nominations/nomination.ts';
import type { Unsaved } from '../../../shared/record.ts';
import { failureOf, must } from '../../support/instance.ts';
import { aFixture } from '../../support/programme-fixture.ts';

let fixture: Awaited<ReturnType<typeof aFixture>>;
beforeAll(async () => {
  fixture = await aFixture();
});
afterAll(() => fixture.stop());

const certify = async (): Promise<NominationIn<'certified'>> =>
  must(await approve(fixture.deps, fixture.act(fixture.leader), [await fixture.recommended()], {}))[0] as NominationIn<'certified'>;

test('a hundred approvals at once take the numbers 1 to 100, without gap or repeat', async () => {
  const waiting = [];
  for (let n = 0; n < 100; n++) waiting.push(await fixture.recommended());
  const outcomes = await Promise.all(waiting.map((nomination) => approve(fixture.deps, fixture.act(fixture.leader), [nomination], {})));
  const numbers = outcomes.map((outcome) => Number.parseInt((must(outcome)[0] as NominationIn<'certified'>).certificateNumber, 10));
  expect(numbers.sort((a, b) => a - b)).toEqual(Array.from({ length: 100 }, (_, index) => index + 1));
});

test('many nominations approved as one decision take numbers in order, and a repeat answers the same', async () => {
  const some = [await fixture.recommended('Hoàng Diệu'), await fixture.recommended('Bến Bính'), await fixture.recommended('Minh Khai')];
  const action = fixture.act(fixture.leader);
  const first = must(
    await approve(fixture.deps, action, some, { number: '512/QĐ-UBND', date: '2023-11-05' }),
  ) as NominationIn<'certified'>[];
  const again = must(
    await approve(fixture.deps, action, some, { number: '512/QĐ-UBND', date: '2023-11-05' }),
  ) as NominationIn<'certified'>[];
  expect(again.map((each) => each.certificateNumber)).toEqual(first.map((each) => each.certificateNumber));
  expect(new Set(first.map((each) => each.certificateNumber)).size).toBe(3);
});

test('leadership does not approve what was recommended against', async () => {
  expect(
    failureOf(await approve(fixture.deps, fixture.act(fixture.leader), [await fixture.recommended('Hoàng Diệu', false)], {})).code,
  ).toBe('recommended-against');
});

test('a certificate verifies without personal data, also typed carelessly, and its one file stays the first', async () => {
  const certified = await certify();
  const code = certified.certificateCode;
  const once = await render(fixture.deps, code);
  const twice = await render(fixture.deps, code);
  expect(once?.file).toEqual(twice?.file);
  expect(once?.file.state).toBe('ready');
  const typed = `${code.slice(0, 4)} ${code.slice(4, 8)}-${code.slice(8)}`.toLowerCase();
  const answer = must(await verify(fixture.deps, typed));
  expect(answer).toMatchObject({ status: 'valid', name: 'Hoàng Diệu', wardName: 'Phường Minh Khai' });
  expect(JSON.stringify(answer)).not.toContain('Nguyễn Thị Hồng Ánh');
  expect(must(await verify(fixture.deps, '000000000000'))).toMatchObject({ status: 'unknown', code: '000000000000' });
  expect(failureOf(await verify(fixture.deps, 'abc')).code).toBe('code-unreadable');
});

test('a correction supersedes the certificate, and a revocation needs a second person', async () => {
  const certified = await certify();
  const asked = must(
    await askToCorrect(fixture.deps, fixture.act(fixture.officer), certified, {
      reason: 'Sai tên',
      facts: { name: 'Hoàng Diệu mới' },
    }),
  );
  const corrected = must(await confirmCorrection(fixture.deps, fixture.act(fixture.leader), asked)) as NominationIn<'certified'>;
  expect(must(await verify(fixture.deps, certified.certificateCode))).toMatchObject({
    status: 'superseded',
    supersededBy: corrected.certificateCode,
  });

  const pending = must(await askToRevoke(fixture.deps, fixture.act(fixture.leader), corrected, 'Không còn đạt'));
  expect(failureOf(await confirmRevocation(fixture.deps, fixture.act(fixture.leader), pending)).code).toBe('own-work');
  expect(must(await confirmRevocation(fixture.deps, fixture.act(fixture.secondLeader), pending)).state).toBe('revoked');
  const answer = must(await verify(fixture.deps, corrected.certificateCode));
  expect(answer.status).toBe('revoked');
  expect(JSON.stringify(answer)).not.toContain('Không còn đạt');
});

test('approvals of two servers at once fight for the counter and leave no gap', async () => {
  // A second server is another process: its turns are its own, only the table is shared.
  vi.resetModules();
  const elsewhere = await import('../../../functions/certificates/approve.ts');
  expect(elsewhere.approve).not.toBe(approve);
  const waiting = [];
  for (let n = 0; n < 20; n++) waiting.push(await fixture.recommended());
  const outcomes = await Promise.all(
    waiting.map((nomination, n) => (n % 2 ? approve : elsewhere.approve)(fixture.deps, fixture.act(fixture.leader), [nomination], {})),
  );
  const numbers = outcomes.map((outcome) => Number.parseInt((must(outcome)[0] as NominationIn<'certified'>).certificateNumber, 10));
  const [first = 0] = numbers.sort((a, b) => a - b);
  expect(numbers).toEqual(Array.from({ length: 20 }, (_, index) => first + index));
});

test('a name that the fonts cannot print is not approved', async () => {
  const strange = await fixture.recommended('Hoàng Diệu 凉');
  const refused = failureOf(await approve(fixture.deps, fixture.act(fixture.leader), [strange], {}));
  expect(refused).toEqual({ code: 'missing-glyph', field: 'name', characters: ['凉'] });
});

test('a file that cannot be made says why once, however often it is tried', async () => {
  const { table } = fixture.deps;
  const { certificateCode } = await certify();
  const certificate = await findCertificate(table, certificateCode);
  if (!certificate) throw new Error('no certificate');
  const { version: _, trail: __, ...fields } = certificate;
  const unprintable = { ...fields, facts: { ...fields.facts, name: 'Hoàng Diệu 凉' } } as Unsaved<Certificate>;
  must(await save(table, change(table, fixture.act(fixture.leader), 'certificate.render', 'certificate', certificate, unprintable)));
  const failed = await render(fixture.deps, certificateCode);
  expect(failed?.file).toEqual({ state: 'failed', fault: 'missing-glyph', detail: 'name: 凉', since: expect.any(String) });
  expect((await render(fixture.deps, certificateCode))?.version).toBe(failed?.version);
});
