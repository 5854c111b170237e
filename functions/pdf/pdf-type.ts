import type { PDFDocument, PDFFont } from '@cantoo/pdf-lib';
import * as fontkit from 'fontkit';
import { readInstalledFont } from './installed-font.ts';

/** One typeface: what it can show, and how wide a text is (points). */
export type Type = { font: PDFFont; shown: (text: string) => string; width: (text: string, size: number) => number };
export type Types = { regular: Type; italic: Type; bold: Type };

const files = {
  regular: '@expo-google-fonts/tinos/400Regular/Tinos_400Regular.ttf',
  italic: '@expo-google-fonts/tinos/400Regular_Italic/Tinos_400Regular_Italic.ttf',
  bold: '@expo-google-fonts/tinos/700Bold/Tinos_700Bold.ttf',
} as const;

/** Embeds the three faces of Tinos, which measures as Times does; only the letters that are used end up in the file. */
export async function typesOf(pdf: PDFDocument): Promise<Types> {
  pdf.registerFontkit(fontkit as unknown as Parameters<typeof pdf.registerFontkit>[0]);
  const [regular, italic, bold] = [await type(pdf, 'regular'), await type(pdf, 'italic'), await type(pdf, 'bold')];
  return { regular, italic, bold };
}

async function type(pdf: PDFDocument, name: keyof typeof files): Promise<Type> {
  const font = await pdf.embedFont(await readInstalledFont(files[name]), { subset: true, features: { liga: false, kern: false } });
  const known = new Set(font.getCharacterSet());
  const widths = new Map<string, number>();
  return {
    font,
    // What the face lacks is shown as a box: people see that something stands there, and the file stays whole.
    shown: (text) => [...tidy(text)].map((letter) => (known.has(letter.codePointAt(0) ?? 0) ? letter : '□')).join(''),
    width(text, size) {
      let width = widths.get(text);
      if (width === undefined) {
        width = font.widthOfTextAtSize(text, 1000) / 1000;
        widths.set(text, width);
      }
      return width * size;
    },
  };
}

const tidy = (text: string): string => text.normalize('NFC').replace(/\s+/gu, ' ').trim();
