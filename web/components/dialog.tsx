import { type ReactNode, useEffect, useRef } from 'react';

/** A dialog of the browser's own: focus stays in it, Escape closes it, and the focus goes back where it was. */
export function Dialog({ title, close, children }: { title: ReactNode; close: () => void; children: ReactNode }): ReactNode {
  const box = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    const dialog = box.current;
    dialog?.showModal();
    return () => dialog?.close();
  }, []);
  return (
    <dialog ref={box} onClose={close} aria-labelledby="dialog-title">
      <h2 id="dialog-title">{title}</h2>
      {children}
    </dialog>
  );
}
