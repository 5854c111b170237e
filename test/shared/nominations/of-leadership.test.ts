import { describe, expect, test } from 'vitest';
import { at, code, examples, people } from '../../../scripts/lifecycle-examples.ts';
import { CertificateCode } from '../../../shared/ids.ts';
import { transitions } from '../../../shared/nominations/transitions.ts';

const { approve, askToCorrect, askToRevoke, confirmCorrection, confirmRevocation, decline, dropRequest, sendBack } = transitions;
const asked = { by: people.leader, at };
const both = { by: people.both, at };
const issued = { code: CertificateCode.parse('7KQ2M9XWB4RF'), number: '2/GCN-UBND' };
const ownAdvice = { ...examples.recommended, recommendation: { ...examples.recommended.recommendation, by: people.both.id } };
const ownWork = (action: string) => ({ code: 'own-work', action });

describe('a recommendation', () => {
  test('is approved with the number that was taken, or declined and gives its place back', () => {
    expect(approve.decide({ ...asked, number: '2216/QĐ-UBND', date: '2023-11-20' }, examples.recommended, issued)).toMatchObject({
      ok: true,
      value: {
        state: 'certified',
        certificateCode: issued.code,
        certificateNumber: issued.number,
        pending: { kind: 'none' },
        decision: { by: people.leader.id, at, number: '2216/QĐ-UBND', date: '2023-11-20' },
      },
    });
    const declined = decline.decide({ ...asked, reason: 'Chưa đạt' }, examples.recommended, {});
    expect(declined).toMatchObject({ ok: true, value: { state: 'declined', declined: { by: people.leader.id, at, reason: 'Chưa đạt' } } });
    expect(declined).not.toHaveProperty('value.slot');
  });

  test('is decided by nobody who gave it; that is said before anything else', () => {
    const against = { ...ownAdvice, recommendation: { ...ownAdvice.recommendation, inFavour: false } };
    expect(approve.whyNot(both, against, {})).toEqual(ownWork('approve'));
    expect(decline.whyNot(both, ownAdvice, {})).toEqual(ownWork('decline'));
    expect(approve.whyNot(asked, ownAdvice, {})).toBeUndefined();
  });

  test('against can only be sent back or declined', () => {
    expect(approve.decide(asked, examples.recommendedAgainst, issued)).toEqual({ ok: false, failure: { code: 'recommended-against' } });
    expect(decline.whyNot(asked, examples.recommendedAgainst, {})).toBeUndefined();
  });

  test('may be sent back also by who gave it: it is taken off, and the reason stays', () => {
    const back = sendBack.decide({ ...both, reason: 'Xem lại' }, ownAdvice, {});
    expect(back).toMatchObject({ ok: true, value: { state: 'assessed', sentBack: { by: people.both.id, at, reason: 'Xem lại' } } });
    expect(back).not.toHaveProperty('value.recommendation');
  });
});

describe('a correction', () => {
  const printed = {
    kind: 'street' as const,
    segment: { from: 'số 1' },
    name: 'Điện Biên Phủ',
    wardName: 'Phường Minh Khai',
    cityName: 'thành phố Hải Phòng',
    authorityName: 'Ủy ban nhân dân quận Hồng Bàng',
    placeOfIssue: 'Hồng Bàng',
    issuedOn: '2023-11-20',
    figures: { cashless: 24, merchants: 25 },
    signatory: { capacity: 'chairman' as const, name: 'Nguyễn Thị Hồng Ánh' },
    publicOrigin: 'https://xacthuc.example.vn',
  };
  const officer = { by: people.officer, at };
  const ask = (facts: object) => askToCorrect.whyNot({ ...officer, facts }, examples.certified, { printed });

  test('is asked for by an officer, and must change something that is printed', () => {
    expect(askToCorrect.decide({ ...officer, reason: 'Sai', facts: { name: 'Lạch Tray' } }, examples.certified, { printed })).toMatchObject(
      {
        ok: true,
        value: {
          state: 'certified',
          pending: { kind: 'correction', by: people.officer.id, at, reason: 'Sai', facts: { name: 'Lạch Tray' } },
        },
      },
    );
    for (const facts of [
      {},
      { name: printed.name },
      { from: 'số 1' },
      { address: 'chỉ chợ mới có' },
      { signatoryName: printed.signatory.name },
    ])
      expect(ask(facts)).toEqual({ code: 'nothing-to-correct' });
    for (const facts of [
      { from: 'số 2' },
      { to: 'số 9' },
      { signatoryName: 'Khác' },
      { decisionNumber: '1' },
      { decisionDate: '2023-11-21' },
    ])
      expect(ask(facts)).toBeUndefined();
  });

  test('waits alone: while anything is pending nothing else is asked', () => {
    expect(askToCorrect.whyNot(officer, examples.revoking, {})).toEqual({ code: 'already-pending', kind: 'revocation' });
    expect(askToRevoke.whyNot(asked, examples.correcting, {})).toEqual({ code: 'already-pending', kind: 'correction' });
  });

  test('is confirmed by somebody else, with the new number', () => {
    expect(confirmCorrection.decide(asked, examples.correcting, issued)).toMatchObject({
      ok: true,
      value: { state: 'certified', certificateCode: issued.code, certificateNumber: issued.number, pending: { kind: 'none' } },
    });
    expect(confirmCorrection.whyNot(both, examples.correcting, issued)).toEqual(ownWork('confirmCorrection'));
    for (const other of [examples.certified, examples.revoking])
      expect(confirmCorrection.whyNot(asked, other, issued)).toEqual({ code: 'nothing-pending', kind: 'correction' });
  });
});

describe('a revocation', () => {
  test('is asked for by one leader and confirmed by another, or by an administrator; the place is free again', () => {
    expect(askToRevoke.decide({ ...asked, reason: 'Không còn đạt' }, examples.certified, {})).toMatchObject({
      ok: true,
      value: { certificateCode: code, pending: { kind: 'revocation', by: people.leader.id, at, reason: 'Không còn đạt' } },
    });
    for (const by of [people.leader, people.admin]) {
      const revoked = confirmRevocation.decide({ by, at }, examples.revoking, {});
      const stands = { askedBy: people.both.id, confirmedBy: by.id, at, reason: examples.revoking.pending.reason };
      expect(revoked).toMatchObject({ ok: true, value: { state: 'revoked', revoked: stands } });
      for (const gone of ['pending', 'slot']) expect(revoked).not.toHaveProperty(`value.${gone}`);
    }
  });

  test('is not confirmed by who asked, nor without having been asked for', () => {
    expect(confirmRevocation.whyNot(both, examples.revoking, {})).toEqual(ownWork('confirmRevocation'));
    for (const other of [examples.certified, examples.correcting])
      expect(confirmRevocation.whyNot(asked, other, {})).toEqual({ code: 'nothing-pending', kind: 'revocation' });
  });

  test('and a correction are turned down by leadership, also by who asked', () => {
    for (const pending of [examples.correcting, examples.revoking])
      expect(dropRequest.decide(both, pending, {})).toMatchObject({ ok: true, value: { state: 'certified', pending: { kind: 'none' } } });
    expect(dropRequest.whyNot(asked, examples.certified, {})).toEqual({ code: 'nothing-pending', kind: 'any' });
  });
});
