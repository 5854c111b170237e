import { type ReactNode, useEffect, useState } from 'react';
import { useT } from '../language/language.tsx';
import { assessmentTexts } from './assessment-texts.ts';

const scarce = 50_000_000;

/** Asks the browser to keep the data of this app for good, and says so when it refuses or when the device is nearly full. */
export function Storage(): ReactNode {
  const t = useT(assessmentTexts);
  const [state, setState] = useState<'good' | 'denied' | 'low'>('good');
  useEffect(() => {
    // Old browsers have no storage manager: then there is nothing to say.
    const { storage } = navigator as { storage?: StorageManager };
    if (!storage) return;
    void (async () => {
      const { quota = Number.POSITIVE_INFINITY, usage = 0 } = await storage.estimate();
      const persisted = (await storage.persisted()) || (await storage.persist());
      setState(quota - usage < scarce ? 'low' : persisted ? 'good' : 'denied');
    })().catch(() => {});
  }, []);
  if (state === 'good') return null;
  return <p className="notice warning">{state === 'low' ? t.storageLow : t.storageDenied}</p>;
}
