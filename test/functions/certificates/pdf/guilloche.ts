import { createCanvas, GlobalFonts } from '@napi-rs/canvas';
import { layOut } from '../../../../functions/certificates/pdf/layout.ts';
import { page } from '../../../../functions/certificates/pdf/page.ts';
import { template } from '../../../../functions/certificates/pdf/template.ts';
import { readInstalledFont } from '../../../../functions/pdf/installed-font.ts';
import type { Run } from '../../../../functions/pdf/typeset.ts';
import { fontFiles } from '../../../../scripts/certificate-template/fonts.ts';
import { type CertificateFacts, certificateLines } from '../../../../shared/certificates/certificate-text.ts';
import { type Picture, runsOf } from './reading.ts';

/** How many pixels a point needs for marks to be told apart. */
export const guillocheScale = 3;

/** Gives the original fonts to the program that draws the letters to compare with. */
export async function registerOriginals(): Promise<void> {
  for (const file of Object.values(fontFiles)) GlobalFonts.register(Buffer.from(await readInstalledFont(file)), file);
}

/**
 * What is missing on the picture of a certificate's page: a PDF with dropped glyphs passes every text check, so the picture is compared,
 * letter by letter, with the original fonts.
 */
export const guillocheFaults = (facts: CertificateFacts, picture: Picture): string[] =>
  runsOf(layOut(certificateLines(facts), template().faces)).flatMap((run) => faultsOf(run, picture));

/** The letters of a run whose ink, as the original font has it, is not all in the picture: dropped, boxed, or in another place. */
function faultsOf(run: Run, picture: Picture): string[] {
  const characters = Array.from(run.text);
  let x = run.x;
  return characters.flatMap((character, i) => {
    const { advance } = run.face.glyphOf(character);
    const at = x;
    x += ((advance + (run.face.kerning?.(character, characters[i + 1] ?? ' ') ?? 0)) * run.size) / 1000 + (run.tracking ?? 0);
    if (character === ' ') return [];
    const expected = letter(character, at, run);
    // A lost mark is 6 % of a letter and more, the two programs differ by 2 % at most.
    const missing = share(expected, (px, py) => !darkNear(picture, px, py));
    return missing > 0.035 ? [`${character} in ${run.text}: ${Math.round(100 * missing)} % missing`] : [];
  });
}

/** The pixels that a letter of the original font covers, drawn by another program than the one that reads the PDF. */
function letter(character: string, x: number, { face, size, y }: Run): [number, number][] {
  const [left, top] = [Math.floor((x - size * 0.5) * guillocheScale), Math.floor((page.height - y - size * 1.3) * guillocheScale)];
  const [width, height] = [Math.ceil(size * 2.2 * guillocheScale), Math.ceil(size * 1.9 * guillocheScale)];
  const context = createCanvas(width, height).getContext('2d');
  context.font = `${size * guillocheScale}px "${fontFiles[face.name]}"`;
  context.fillText(character, x * guillocheScale - left, (page.height - y) * guillocheScale - top);
  const { data } = context.getImageData(0, 0, width, height);
  const covered: [number, number][] = [];
  for (let i = 0; i < width * height; i++)
    if ((data[i * 4 + 3] ?? 0) > 200) covered.push([left + (i % width), top + Math.floor(i / width)]);
  return covered;
}

const share = (pixels: [number, number][], holds: (x: number, y: number) => boolean): number =>
  pixels.length === 0 ? 1 : pixels.filter(([x, y]) => holds(x, y)).length / pixels.length;

/** Whether a pixel, or one beside it, is darker than the watermark ever is. */
function darkNear({ data, width }: Picture, x: number, y: number): boolean {
  return [-1, 0, 1].some((dy) =>
    [-1, 0, 1].some((dx) => {
      const green = data[((y + dy) * width + x + dx) * 4 + 1] ?? 255;
      return green < 195;
    }),
  );
}
