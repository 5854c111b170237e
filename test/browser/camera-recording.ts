import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { encode } from 'uqr';
import { buildVietQr } from '../../shared/vietqr/build.ts';

const [width, height] = [640, 480];

/** A code in the picture, `x` pixels from the left; a torn one lost its right half. */
export type Sight = { text: string; x: number; torn?: boolean };

/** What the browser's camera films: a grey wall with codes on white paper. `flag` starts a browser with this camera. */
export function cameraRecording(): { flag: string; show: (...codes: readonly Sight[]) => void; remove: () => void } {
  const folder = mkdtempSync(join(tmpdir(), 'pho-so-camera-'));
  const recording = join(folder, 'street.y4m');
  const show = (...codes: readonly Sight[]) => writeFileSync(recording, recordingOf(codes));
  show();
  return { flag: `--use-file-for-fake-video-capture=${recording}`, show, remove: () => rmSync(folder, { recursive: true, force: true }) };
}

function recordingOf(codes: readonly Sight[]): Buffer {
  const light = Buffer.alloc(width * height, 150);
  for (const { text, x, torn } of codes) {
    const { data, size } = encode(text, { ecc: 'L', border: 4 });
    const module = Math.floor(300 / size);
    const seen = torn ? size / 2 : size;
    for (let row = 0; row < size * module; row++)
      for (let column = 0; column < seen * module; column++)
        light[(80 + row) * width + x + column] = data[Math.floor(row / module)]?.[Math.floor(column / module)] ? 20 : 240;
  }
  const frame = Buffer.concat([Buffer.from('FRAME\n'), light, Buffer.alloc((width * height) / 2, 128)]);
  return Buffer.concat([Buffer.from(`YUV4MPEG2 W${width} H${height} F20:1 Ip A1:1 C420jpeg\n`), frame, frame]);
}

/** The VietQR code of an account. */
export function codeOf(bankBin = '', account = ''): string {
  const built = buildVietQr({ bankBin, account });
  if (!built.ok) throw new Error(built.failure.code);
  return built.value;
}
