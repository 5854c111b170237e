import { type ReactNode, useCallback, useEffect, useState } from 'react';
import { momentWords } from '../../shared/verification/verification-words.ts';
import { numberText } from '../language/format.ts';
import { useLanguage, useT } from '../language/language.tsx';
import { freshList, type StoredList, storedList } from './list.ts';
import { preloadReader } from './preload-reader.ts';
import { verificationPageTexts } from './verification-page-texts.ts';

/** The list on this device: of when it is, whether it may be used, and loading the newest. Opening the page with a network loads it by itself. */
export function ListCard(): ReactNode {
  const t = useT(verificationPageTexts);
  const { language } = useLanguage();
  const [kept, setKept] = useState<StoredList>();
  const [state, setState] = useState<'idle' | 'loading' | 'failed'>('idle');
  const load = useCallback(async (asked: boolean) => {
    setState('loading');
    try {
      setKept(await freshList());
      setState('idle');
      await preloadReader().catch(() => undefined);
    } catch {
      setKept(await storedList());
      setState(asked ? 'failed' : 'idle');
    }
  }, []);
  useEffect(() => {
    void storedList()
      .then(setKept)
      .then(() => load(false));
  }, [load]);
  const good = kept?.state === 'good' ? kept.list : undefined;
  return (
    <section className="card">
      <h2>{t.list}</h2>
      <div role="status">
        {good && <p>{t.listOf(numberText(good.entries.length, language), momentWords(good.asOf, language))}</p>}
        {kept && kept.state !== 'good' && <p className={kept.state === 'none' ? '' : 'notice danger'}>{t.listStates[kept.state]}</p>}
        {state === 'failed' && <p className="notice warning">{t.notReached}</p>}
      </div>
      <button type="button" className="button" disabled={state === 'loading'} onClick={() => void load(true)}>
        {state === 'loading' ? t.refreshing : t.refresh}
      </button>
    </section>
  );
}
