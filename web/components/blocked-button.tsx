import { type ReactNode, useId } from 'react';

/** A button that says why it cannot be pressed, where it cannot. */
export function BlockedButton(of: {
  blocked: string | undefined;
  tone?: 'main' | 'danger' | 'plain';
  busy?: boolean;
  press: () => void;
  children: ReactNode;
}): ReactNode {
  const why = useId();
  return (
    <span className="blocked">
      <button
        type="button"
        className={`button ${of.tone ?? ''}`}
        disabled={of.blocked !== undefined || of.busy === true}
        aria-describedby={of.blocked === undefined ? undefined : why}
        onClick={of.press}
      >
        {of.children}
      </button>
      {of.blocked !== undefined && (
        <span className="quiet" id={why}>
          {of.blocked}
        </span>
      )}
    </span>
  );
}
