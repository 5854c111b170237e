type Detector = { detect: (source: ImageBitmapSource) => Promise<{ rawValue: string }[]> };
type WithDetector = {
  BarcodeDetector?: { new (options: { formats: string[] }): Detector; getSupportedFormats: () => Promise<string[]> };
};

/** Reads the texts of all QR codes in a frame: with the browser's own reader where it has one, else with ours in a worker. */
export type Reader = { read: (frame: ImageData) => Promise<string[]>; stop: () => void };

export async function aReader(): Promise<Reader> {
  const { BarcodeDetector } = globalThis as WithDetector;
  const formats = (await BarcodeDetector?.getSupportedFormats().catch(() => [])) ?? [];
  if (BarcodeDetector && formats.includes('qr_code')) {
    const detector = new BarcodeDetector({ formats: ['qr_code'] });
    return { read: async (frame) => (await detector.detect(frame)).map(({ rawValue }) => rawValue), stop() {} };
  }
  const worker = new Worker(new URL('./reader.worker.ts', import.meta.url), { type: 'module' });
  return {
    read: (frame) =>
      new Promise((resolve, reject) => {
        // Nobody shall point a phone for minutes at a code that nothing reads.
        const fail = () => reject(new Error('the code reader does not start'));
        worker.onerror = fail;
        worker.onmessage = ({ data }: MessageEvent<string[] | 'failed'>) => (data === 'failed' ? fail() : resolve(data));
        worker.postMessage(frame, [frame.data.buffer]);
      }),
    stop: () => worker.terminate(),
  };
}

/** What a run of frames says: the same single code twice in a row counts, two codes in one frame never do. */
export function steady(): (texts: readonly string[]) => { kind: 'nothing' | 'once' | 'several' } | { kind: 'read'; text: string } {
  let last: string | undefined;
  return (texts) => {
    const [text, ...others] = new Set(texts);
    if (text === undefined) return { kind: last === undefined ? 'nothing' : 'once' };
    if (others.length > 0) {
      last = undefined;
      return { kind: 'several' };
    }
    const twice = text === last;
    last = text;
    return twice ? { kind: 'read', text } : { kind: 'once' };
  };
}
