import { type ReactNode, useId, useState } from 'react';
import { Icon } from '../components/icon.tsx';
import { type Line, lengthOf, mostPoints, type Point, pointAt, pointText, readPoint } from '../components/line.ts';
import { LineMap } from '../components/map.tsx';
import { numberText } from '../language/format.ts';
import { useLanguage, useT } from '../language/language.tsx';
import { streetTexts } from './street-texts.ts';

/** A line drawn on the map or typed as coordinates: both show the same, and each step can be taken back. */
export function LineEditor({
  label,
  line,
  change,
  others,
}: {
  label: string;
  line: Line;
  change: (line: Point[]) => void;
  others: readonly Line[];
}): ReactNode {
  const t = useT(streetTexts);
  const { language } = useLanguage();
  const [before, setBefore] = useState<Line[]>([]);
  const [around, setAround] = useState<Point>();
  const [failed, setFailed] = useState(false);
  const [typed, setTyped] = useState('');
  const [wrong, setWrong] = useState(false);
  const newId = useId();
  const set = (next: Line) => {
    if (next.length > mostPoints) return;
    setBefore((all) => [...all.slice(-49), line]);
    change([...next]);
  };
  const undo = () => {
    const last = before.at(-1);
    if (!last) return;
    setBefore(before.slice(0, -1));
    change([...last]);
  };
  const add = () => {
    const point = readPoint(typed);
    setWrong(!point);
    if (!point) return;
    set([...line, point]);
    setAround(point);
    setTyped('');
  };
  const locate = () =>
    navigator.geolocation.getCurrentPosition(
      ({ coords }) => {
        const point = pointAt(coords.longitude, coords.latitude);
        setFailed(false);
        setAround(point);
        set([...line, point]);
      },
      () => setFailed(true),
      { enableHighAccuracy: true, timeout: 10_000 },
    );
  const full = line.length >= mostPoints;
  return (
    <>
      <LineMap label={label} line={line} others={others} change={set} pointName={(at) => t.pointAt(at + 1)} around={around} />
      <p role="status" className="quiet">
        {line.length === 0 ? t.noLine : `${t.points(line.length)}. `}
        {line.length > 1 && t.length(numberText(lengthOf(line), language))}
        {full && ` ${t.tooMany(mostPoints)}`}
      </p>
      <div className="buttons">
        <button type="button" className="button" onClick={undo} disabled={before.length === 0}>
          {t.undo}
        </button>
        <button type="button" className="button" onClick={() => set(line.slice(0, -1))} disabled={line.length === 0}>
          {t.removeLast}
        </button>
        <button type="button" className="button" onClick={() => set([])} disabled={line.length === 0}>
          {t.clearLine}
        </button>
        <button type="button" className="button" onClick={locate} disabled={full}>
          {t.position}
        </button>
      </div>
      {failed && (
        <p className="wrong" role="alert">
          {t.noPosition}
        </p>
      )}
      <ol className="points">
        {line.map((point, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a point is known by its place in the line
          <PointField key={at} at={at} point={point} line={line} set={set} />
        ))}
      </ol>
      <div className="field">
        <label htmlFor={newId}>{t.newPoint}</label>
        <p className="hint" id={`${newId}-hint`}>
          {t.pointHint}
        </p>
        <div className="buttons">
          <input
            id={newId}
            className="short"
            value={typed}
            inputMode="text"
            aria-describedby={`${newId}-hint`}
            aria-invalid={wrong || undefined}
            onChange={({ target }) => setTyped(target.value)}
            onKeyDown={(event) => {
              if (event.key !== 'Enter') return;
              event.preventDefault();
              add();
            }}
          />
          <button type="button" className="button" onClick={add} disabled={full}>
            {t.addPoint}
          </button>
        </div>
        {wrong && (
          <p className="wrong" role="alert">
            {t.wrongPoint}
          </p>
        )}
      </div>
    </>
  );
}

/** One point as coordinates; what is no place stays in the field until it is one. */
function PointField({ at, point, line, set }: { at: number; point: Point; line: Line; set: (line: Line) => void }): ReactNode {
  const t = useT(streetTexts);
  const [typing, setTyping] = useState<string>();
  const id = useId();
  const typed = typing ?? pointText(point);
  const read = readPoint(typed);
  const wrong = read === undefined;
  const take = () => {
    if (!read) return;
    setTyping(undefined);
    if (pointText(read) !== pointText(point)) set(line.map((each, index) => (index === at ? read : each)));
  };
  return (
    <li>
      <label htmlFor={id}>{t.pointAt(at + 1)}</label>
      <input
        id={id}
        value={typed}
        aria-invalid={wrong || undefined}
        aria-describedby={wrong ? `${id}-wrong` : undefined}
        onChange={({ target }) => setTyping(target.value)}
        onBlur={take}
      />
      <button
        type="button"
        className="button plain"
        aria-label={t.removePoint(at + 1)}
        onClick={() => set(line.filter((_, index) => index !== at))}
      >
        <Icon name="cross" />
      </button>
      {wrong && (
        <span className="wrong" id={`${id}-wrong`}>
          {t.wrongPoint}
        </span>
      )}
    </li>
  );
}
