import { type ReactNode, useEffect, useRef, useState } from 'react';
import { useLocation, useParams } from 'wouter';
import { Icon, type IconName } from '../components/icon.tsx';
import { Loaded } from '../components/loaded.tsx';
import { useT } from '../language/language.tsx';
import { ceremonyTexts } from './ceremony-texts.ts';
import { type CeremonyShown, useCeremony } from './queries.ts';
import { StreetSlide, sizeOf, TitleSlide } from './slide.tsx';
import { type fillScreen, loadSlideArt } from './slide-art.ts';

/** The slides of a ceremony for the hall: a title, and one street on each. */
export default function SlidesPage(): ReactNode {
  const { id } = useParams<{ id: string }>();
  return <Loaded query={useCeremony(id)}>{(ceremony) => <Slides ceremony={ceremony} />}</Loaded>;
}

// Clickers send PageUp and PageDown; a person at the keyboard tries all of these.
const steps: Record<string, number> = {
  PageDown: 1,
  ArrowRight: 1,
  ArrowDown: 1,
  ' ': 1,
  Enter: 1,
  PageUp: -1,
  ArrowLeft: -1,
  ArrowUp: -1,
  Backspace: -1,
  Home: Number.NEGATIVE_INFINITY,
  End: Number.POSITIVE_INFINITY,
};
/** How far a finger travels before it is a swipe, in pixels. */
const swipe = 40;

function Slides({ ceremony }: { ceremony: CeremonyShown }): ReactNode {
  const t = useT(ceremonyTexts).slides;
  const [, go] = useLocation();
  // Nothing that changes outside turns a page in the hall: what was there at the beginning is shown to the end.
  const [{ programme, handovers }] = useState(ceremony);
  const [at, setAt] = useState(0);
  const dialog = useRef<HTMLDialogElement>(null);
  const screen = useRef<HTMLDivElement>(null);
  const touched = useRef<number>(undefined);
  const { stirred, stir } = useStirred();
  const last = handovers.length;
  const turn = (by: number) => setAt((was) => Math.max(0, Math.min(last, was + by)));
  const leave = () => go(`/le-trao/${programme.id}`);
  // Only what a person has just done may fill the screen; a browser that refuses shows the slides in its window.
  const fill = () => void screen.current?.requestFullscreen?.().catch(() => {});

  // biome-ignore lint/correctness/useExhaustiveDependencies: once, when the slides are opened
  useEffect(() => {
    void loadSlideArt();
    const box = dialog.current;
    box?.showModal();
    box?.focus();
    if ((history.state as Partial<typeof fillScreen> | null)?.fillScreen) fill();
    // The browser keeps Escape to itself while it fills the screen: it is one press to leave, not two.
    const changed = () => !document.fullscreenElement && leave();
    document.addEventListener('fullscreenchange', changed);
    return () => {
      document.removeEventListener('fullscreenchange', changed);
      if (document.fullscreenElement) void document.exitFullscreen();
    };
  }, []);

  const handover = handovers[at - 1];
  return (
    <dialog
      ref={dialog}
      className="slides"
      aria-label={t.name}
      tabIndex={-1}
      onClose={leave}
      onPointerMove={stir}
      onKeyDown={(event) => {
        const by = steps[event.key];
        const onButton = (event.key === 'Enter' || event.key === ' ') && event.target instanceof HTMLButtonElement;
        if (by === undefined || onButton || event.ctrlKey || event.altKey || event.metaKey) return;
        event.preventDefault();
        turn(by);
      }}
      onPointerDown={(event) => {
        touched.current = event.clientX;
      }}
      onClick={(event) => {
        if ((event.target as HTMLElement).closest('button')) return;
        const travelled = event.clientX - (touched.current ?? event.clientX);
        if (Math.abs(travelled) > swipe) turn(travelled < 0 ? 1 : -1);
        else turn(event.clientX < window.innerWidth / 3 ? -1 : 1);
      }}
    >
      <div ref={screen} className="screen">
        <div aria-live="polite">
          <div className={`stage ${handover ? sizeOf(handover) : ''}`} key={at}>
            {handover ? <StreetSlide handover={handover} /> : <TitleSlide programme={programme} />}
          </div>
        </div>
        <div className={`slide-bar${stirred ? ' stirred' : ''}`}>
          <BarButton label={t.previous} icon="back" off={at === 0} press={() => turn(-1)} />
          <span>{t.page(at, last)}</span>
          <BarButton label={t.next} icon="sent" off={at === last} press={() => turn(1)} />
          <BarButton label={t.full} icon="screen" press={fill} />
          <BarButton label={t.leave} icon="cross" press={leave} />
        </div>
      </div>
    </dialog>
  );
}

const BarButton = ({ label, icon, off, press }: { label: string; icon: IconName; off?: boolean; press: () => void }): ReactNode => (
  <button type="button" aria-label={label} title={label} aria-disabled={off || undefined} onClick={press}>
    <Icon name={icon} />
  </button>
);

/** Whether the mouse has just moved: only then the bar of buttons stands in the picture. */
function useStirred(): { stirred: boolean; stir: () => void } {
  const [stirred, setStirred] = useState(false);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(timer.current), []);
  const stir = () => {
    clearTimeout(timer.current);
    setStirred(true);
    timer.current = setTimeout(() => setStirred(false), 2500);
  };
  return { stirred, stir };
}
