import type { ReactNode } from 'react';
import { SavedNote } from '../components/saved-note.tsx';
import type { Draft } from '../device/draft.ts';
import { useT } from '../language/language.tsx';
import { actionTexts } from './action-texts.ts';

/** The foot of a form: send, or leave it for later; what was typed stays on the device. */
export function SendButtons(of: {
  label: string;
  pending: boolean;
  cancel?: () => void;
  disabled?: boolean;
  state?: Draft<unknown>['state'];
}): ReactNode {
  const t = useT(actionTexts);
  return (
    <div className="buttons">
      <button type="submit" className="button main" disabled={of.pending || of.disabled}>
        {of.pending ? t.sending : of.label}
      </button>
      {of.cancel && (
        <button type="button" className="button" onClick={of.cancel}>
          {t.cancel}
        </button>
      )}
      {of.state && <SavedNote state={of.state} />}
    </div>
  );
}
