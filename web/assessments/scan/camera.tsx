import { type ReactNode, useEffect, useRef, useState } from 'react';
import { useT } from '../../language/language.tsx';
import { assessmentTexts } from '../assessment-texts.ts';
import { aReader, type Reader, steady } from './reader.ts';

const frameEdge = 960;
const between = 120;

/** The camera in the page, until a code was read twice or the person stops. */
export default function Camera({ found, stop }: { found: (text: string) => void; stop: () => void }): ReactNode {
  const t = useT(assessmentTexts);
  const video = useRef<HTMLVideoElement>(null);
  const [seen, setSeen] = useState<'starting' | 'nothing' | 'once' | 'several' | 'no-camera'>('starting');
  const notify = useRef(found);
  notify.current = found;

  useEffect(() => {
    let left = false;
    let stream: MediaStream | undefined;
    let reader: Reader | undefined;
    const run = async () => {
      stream = await navigator.mediaDevices.getUserMedia({ video: { facingMode: 'environment', width: { ideal: 1280 } }, audio: false });
      reader = await aReader();
      const screen = video.current;
      if (left || !screen) return;
      screen.srcObject = stream;
      await screen.play();
      setSeen('nothing');
      const look = steady();
      while (!left) {
        const frame = frameOf(screen);
        const result = look(frame ? await reader.read(frame) : []);
        if (left) return;
        if (result.kind === 'read') return notify.current(result.text);
        setSeen(result.kind);
        await new Promise((next) => setTimeout(next, between));
      }
    };
    run()
      .catch(() => {
        if (!left) setSeen('no-camera');
      })
      .finally(() => {
        if (left) close();
      });
    const close = () => {
      reader?.stop();
      for (const track of stream?.getTracks() ?? []) track.stop();
    };
    return () => {
      left = true;
      close();
    };
  }, []);

  const words = { starting: t.pointCamera, nothing: t.pointCamera, once: t.readOnce, several: t.twoCodes, 'no-camera': t.noCamera };
  return (
    <div className="camera">
      {seen !== 'no-camera' && <video ref={video} playsInline muted aria-label={t.scanCode} />}
      <p className={`notice ${seen === 'several' || seen === 'no-camera' ? 'warning' : ''}`} role="status">
        {words[seen]}
      </p>
      <button type="button" className="button" onClick={stop}>
        {t.stop}
      </button>
    </div>
  );
}

function frameOf(screen: HTMLVideoElement): ImageData | undefined {
  const { videoWidth, videoHeight } = screen;
  if (videoWidth === 0) return undefined;
  const scale = Math.min(1, frameEdge / Math.max(videoWidth, videoHeight));
  const canvas = new OffscreenCanvas(Math.round(videoWidth * scale), Math.round(videoHeight * scale));
  const context = canvas.getContext('2d', { willReadFrequently: true });
  context?.drawImage(screen, 0, 0, canvas.width, canvas.height);
  return context?.getImageData(0, 0, canvas.width, canvas.height);
}
