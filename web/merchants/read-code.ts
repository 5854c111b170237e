type Detector = { detect: (source: ImageBitmap) => Promise<{ rawValue: string }[]> };
type WithDetector = { BarcodeDetector?: new (options: { formats: string[] }) => Detector };

/** The text of the QR code in a picture, or undefined. The browser's own reader is asked first; ours comes from our server when needed. */
export async function readCode(picture: Blob): Promise<string | undefined> {
  return (await byBrowser(picture).catch(() => undefined)) ?? (await byZxing(picture));
}

async function byBrowser(picture: Blob): Promise<string | undefined> {
  const { BarcodeDetector } = globalThis as WithDetector;
  if (!BarcodeDetector) return undefined;
  const image = await createImageBitmap(picture);
  try {
    return (await new BarcodeDetector({ formats: ['qr_code'] }).detect(image))[0]?.rawValue;
  } finally {
    image.close();
  }
}

/** The text of a code that we drew ourselves, read back as a phone would. */
export const readPixels = (pixels: ImageData): Promise<string | undefined> => byZxing(pixels);

async function byZxing(picture: Blob | ImageData): Promise<string | undefined> {
  const [{ prepareZXingModule, readBarcodes }, { default: wasm }] = await Promise.all([
    import('zxing-wasm/reader'),
    import('zxing-wasm/reader/zxing_reader.wasm?url'),
  ]);
  prepareZXingModule({ overrides: { locateFile: (name: string) => (name.endsWith('.wasm') ? wasm : name) } });
  const found = await readBarcodes(picture, { formats: ['QRCode'], tryHarder: true });
  return found.find(({ isValid, text }) => isValid && text)?.text;
}
