import { createContext, type ReactNode, useCallback, useContext, useState } from 'react';
import { useT } from '../language/language.tsx';
import { pieceTexts } from './texts.ts';

type Told = { id: number; text: string; undo?: (() => void) | undefined };
type Tell = (text: string, undo?: () => void) => void;
const TellContext = createContext<Tell>(() => {});

/** Says at the foot of the page that something was done, for ten seconds, with a way to undo it where there is one. */
export const useTell = (): Tell => useContext(TellContext);

let next = 0;

export function TellProvider({ children }: { children: ReactNode }): ReactNode {
  const t = useT(pieceTexts);
  const [told, setTold] = useState<Told[]>([]);
  const drop = useCallback((id: number) => setTold((all) => all.filter((each) => each.id !== id)), []);
  const tell = useCallback<Tell>(
    (text, undo) => {
      const id = ++next;
      setTold((all) => [...all.slice(-2), { id, text, undo }]);
      setTimeout(() => drop(id), 10_000);
    },
    [drop],
  );
  return (
    <TellContext value={tell}>
      {children}
      <div className="told" role="status">
        {told.map(({ id, text, undo }) => (
          <div key={id}>
            {text}
            {undo && (
              <button
                type="button"
                className="button plain"
                onClick={() => {
                  undo();
                  drop(id);
                }}
              >
                {t.undo}
              </button>
            )}
            <button type="button" className="button plain" onClick={() => drop(id)}>
              {t.close}
            </button>
          </div>
        ))}
      </div>
    </TellContext>
  );
}
