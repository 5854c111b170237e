import * as fontkit from 'fontkit';
import { beforeAll, expect, test } from 'vitest';
import { layOut } from '../../../../functions/certificates/pdf/layout.ts';
import { page } from '../../../../functions/certificates/pdf/page.ts';
import { template } from '../../../../functions/certificates/pdf/template.ts';
import { readInstalledFont } from '../../../../functions/pdf/installed-font.ts';
import { repertoire } from '../../../../functions/pdf/repertoire.ts';
import { fitted, type Run, widthOf } from '../../../../functions/pdf/typeset.ts';
import { fontFiles } from '../../../../scripts/certificate-template/fonts.ts';
import { certificateLines } from '../../../../shared/certificates/certificate-text.ts';
import { aDraft, aLongStreet, aMarket, anOverfullStreet, aStreet } from './certificate-facts.ts';
import { runsOf } from './reading.ts';

const { faces } = template();
const fonts = new Map<string, ReturnType<typeof fontkit.create>>();
beforeAll(async () => {
  for (const [name, file] of Object.entries(fontFiles)) fonts.set(name, fontkit.create(await readInstalledFont(file)));
});

/** Names of Hồng Bàng's streets in 2023 and of Hải Phòng's wards that are long, have stacked marks, or look unlike a name. */
const names = ['Vinhomes Imperia (nội khu)', 'Quốc lộ 5 (Km 92)', 'Nguyễn Thượng Hiền', 'Ngõ 12', 'Tuyến đường số 2 khu đô thị Our City'];
const wards = ['Phường Nguyễn Đại Năng', 'Phường Hoàng Văn Thụ', 'Phường Lê Thanh Nghị', 'Đặc khu Bạch Long Vĩ'];
const end = 'ngã tư giao với đường trục chính của khu đô thị mới và phía sau chợ đầu mối Bến Bính'.slice(0, 80);
const streets = names.flatMap((name) =>
  wards.map((wardName) => ({ [`${name}, ${wardName}`]: aStreet({ name, wardName, segment: { from: end, to: end, side: 'odd' } }) })),
);

const all = Object.entries({
  'a street': aStreet(),
  'a street with little to say': aStreet({ segment: {}, decision: undefined, score: undefined, districtName: undefined }),
  'a market': aMarket(),
  'a draft': aDraft(),
  'a long street': aLongStreet(),
  'an overfull street': anOverfullStreet(),
  ...Object.assign({}, ...streets),
} as Record<string, ReturnType<typeof aStreet>>);

test.each(all)('%s: no line touches another, the QR, or the frame', (_, facts) => {
  const layout = layOut(certificateLines(facts), faces);
  const qr = layout.verification?.qr;
  const runs = runsOf(layout);
  const boxes = runs.map((run) => ({ what: run.text, ...inkOf(run) }));
  if (qr) {
    const quiet = (qr.size / 29) * 4;
    boxes.push({ what: 'QR', left: qr.x - quiet, right: qr.x + qr.size + quiet, bottom: qr.y - quiet, top: qr.y + qr.size + quiet });
  }
  const { x, y, width, height } = layout.signing;
  boxes.push({ what: 'the frame of the signature', left: x, right: x + width, bottom: y, top: y + height });
  expect(height).toBeGreaterThan(12);
  const touching = boxes.flatMap((a, i) =>
    boxes
      .slice(i + 1)
      .flatMap((b) => (a.left < b.right && b.left < a.right && a.bottom < b.top && b.bottom < a.top ? [`${a.what} × ${b.what}`] : [])),
  );

  expect(touching).toEqual([]);
  const inside = 60;
  for (const { what, left, right, bottom, top } of boxes)
    expect({ what, inside: left > inside && right < page.width - inside && bottom > inside && top < page.height - inside }).toEqual({
      what,
      inside: true,
    });
});

test.each(all)('%s: every line is said in full, in two lines at most', (_, facts) => {
  const { verification, capacity, watermark: _watermark, ...single } = certificateLines(facts);
  const shown = runsOf(layOut(certificateLines(facts), faces)).map(({ text }) => text);
  for (const line of [...Object.values(single), ...capacity, ...(verification ? [verification.domain, verification.code] : [])]) {
    const inTwo = shown.some((text, i) => line === `${text} ${shown[i + 1]}`);
    expect({ line, shown: inTwo || shown.includes(line) }).toEqual({ line, shown: true });
  }
});

test('the signature and the seal have room above the name, also under three lines of capacity', () => {
  const runs = runsOf(layOut(certificateLines(aLongStreet()), faces));
  const height = (text: string) => runs.find((run) => run.text === text)?.y ?? Number.NaN;
  const name = runs.find((run) => run.text.startsWith('Công Tằng'));
  expect(height('PHÓ CHỦ TỊCH') - (name ? inkOf(name).top : 0)).toBeGreaterThan(30);
  const usual = runsOf(layOut(certificateLines(aStreet()), faces));
  const [chairman, signatory] = ['CHỦ TỊCH', 'Nguyễn Thị Hồng Ánh'].map((text) => usual.find((run) => run.text === text)?.y ?? Number.NaN);
  expect((chairman ?? 0) - (signatory ?? 0)).toBeGreaterThan(60);
});

test('a usual street stands at full size, and a long one is broken where its halves are most alike', () => {
  const usual = runsOf(layOut(certificateLines(aStreet()), faces)).find(({ text }) => text === 'Đường Điện Biên Phủ');
  expect(usual?.size).toBeGreaterThan(30);
  const style = { face: faces.display, size: 35, colour: 'red' as const };
  expect(fitted('Đường Nguyễn Trường Tộ kéo dài về phía Nam cầu Bính', style, 640).lines.map(({ text }) => text)).toEqual([
    'Đường Nguyễn Trường Tộ',
    'kéo dài về phía Nam cầu Bính',
  ]);
  const broken = fitted('Đường Nguyễn Trường Tộ kéo dài về phía Nam cầu Bính', style, 640);
  for (const { text, width } of broken.lines) {
    expect(width).toBeLessThanOrEqual(640.01);
    expect(width).toBeCloseTo(widthOf(text, broken.style));
  }
});

test('a per cent sign stays with its number when a line breaks', () => {
  const style = { face: faces.regular, size: 15, colour: 'ink' as const };
  expect(fitted('12345678 92,0 % 123456789', style, 90).lines.some(({ text }) => text.startsWith('%'))).toBe(false);
});

test('every face has every character of the repertoire: 241 of them, all Vietnamese letters in NFC', () => {
  expect(repertoire.size).toBe(241);
  for (const character of repertoire) {
    expect(character.normalize('NFC')).toBe(character);
    for (const face of Object.values(faces)) expect(face.glyphOf(character).advance).toBeGreaterThan(0);
  }
  expect(() => faces.regular.glyphOf('龍')).toThrow('龍');
});

/** The box around the ink of a run, from the outlines of its letters. */
function inkOf({ face, text, x, y, size, ...style }: Run): { left: number; right: number; bottom: number; top: number } {
  const font = fonts.get(face.name);
  if (!font) throw new Error(`No font for ${face.name}`);
  const boxes = Array.from(text)
    .filter((character) => character !== ' ')
    .map((character) => font.glyphForCodePoint(character.codePointAt(0) ?? 0).bbox);
  const scale = size / font.unitsPerEm;
  return {
    left: x,
    right: x + widthOf(text, { face, size, ...style }),
    bottom: y + scale * Math.min(...boxes.map(({ minY }) => minY)),
    top: y + scale * Math.max(...boxes.map(({ maxY }) => maxY)),
  };
}
