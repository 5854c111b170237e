import { Component, type ReactNode } from 'react';
import { useT } from '../language/language.tsx';
import { shellTexts } from './shell-texts.ts';

/** A page that threw says so instead of vanishing; the frame around it goes on working. */
export class Broken extends Component<{ children: ReactNode }, { failed: boolean }> {
  override state = { failed: false };
  static getDerivedStateFromError(): { failed: boolean } {
    return { failed: true };
  }
  override render(): ReactNode {
    return this.state.failed ? <Sorry /> : this.props.children;
  }
}

function Sorry(): ReactNode {
  const t = useT(shellTexts);
  return (
    <div role="alert">
      <h1>{t.broken}</h1>
      <p>{t.brokenText}</p>
      <button type="button" className="button main" onClick={() => location.reload()}>
        {t.reload}
      </button>
    </div>
  );
}
