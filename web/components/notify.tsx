import { createContext, type ReactNode, useCallback, useContext, useState } from 'react';
import { useT } from '../language/language.tsx';
import { componentTexts } from './component-texts.ts';

type Notification = { id: number; text: string; undo?: (() => void) | undefined };
type Notify = (text: string, undo?: () => void) => void;
const NotifyContext = createContext<Notify>(() => {});

/** Says at the foot of the page that something was done, for ten seconds, with a way to undo it where there is one. */
export const useNotify = (): Notify => useContext(NotifyContext);

let next = 0;

export function NotifyProvider({ children }: { children: ReactNode }): ReactNode {
  const t = useT(componentTexts);
  const [shown, setShown] = useState<Notification[]>([]);
  const dismiss = useCallback((id: number) => setShown((all) => all.filter((each) => each.id !== id)), []);
  const notify = useCallback<Notify>(
    (text, undo) => {
      const id = ++next;
      setShown((all) => [...all.slice(-2), { id, text, undo }]);
      setTimeout(() => dismiss(id), 10_000);
    },
    [dismiss],
  );
  return (
    <NotifyContext value={notify}>
      {children}
      <div className="notifications" role="status">
        {shown.map(({ id, text, undo }) => (
          <div key={id}>
            {text}
            {undo && (
              <button
                type="button"
                className="button plain"
                onClick={() => {
                  undo();
                  dismiss(id);
                }}
              >
                {t.undo}
              </button>
            )}
            <button type="button" className="button plain" onClick={() => dismiss(id)}>
              {t.close}
            </button>
          </div>
        ))}
      </div>
    </NotifyContext>
  );
}
