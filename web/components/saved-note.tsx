import type { ReactNode } from 'react';
import type { Draft } from '../device/draft.ts';
import { timeText } from '../language/format.ts';
import { useLanguage, useT } from '../language/language.tsx';
import { componentTexts } from './component-texts.ts';

/** Whether what is being typed lies safe on the device: "Đã lưu trên máy 10:42". Never says "sent". */
export function SavedNote({ state }: { state: Draft<unknown>['state'] }): ReactNode {
  const t = useT(componentTexts);
  const { language } = useLanguage();
  const text = {
    loading: '',
    clean: '',
    typing: t.typing,
    kept: state.kind === 'kept' ? t.kept(timeText(state.at, language)) : '',
    'not-kept': t.notKept,
  };
  return (
    <span role="status" className={state.kind === 'not-kept' ? 'badge danger' : 'quiet'}>
      {text[state.kind]}
    </span>
  );
}
