import { createContext, type ReactNode, useContext, useEffect, useMemo, useState } from 'react';
import type { Language } from '../../shared/texts/words.ts';

/** The same keys in another language, with the same parameters. */
type Same<V> = {
  [K in keyof V]: V[K] extends string ? string : V[K] extends (...of: infer A) => string ? (...of: A) => string : Same<V[K]>;
};

/** The texts of one part of the app in both languages: a key that one of them lacks does not compile. */
export const bothLanguages = <V extends object>(both: { vi: V; en: Same<V> }): { vi: V; en: V } => both as { vi: V; en: V };

type Switch = { language: Language; setLanguage: (language: Language) => void };
const LanguageContext = createContext<Switch>({ language: 'vi', setLanguage: () => {} });

const kept = 'pho-so.language';

/** The language that this device speaks, also outside components (requests name it). */
export const currentLanguage = (): Language => (localStorage.getItem(kept) === 'en' ? 'en' : 'vi');

/** Lets everything below speak the chosen language; the choice stays on the device. */
export function LanguageProvider({ children }: { children: ReactNode }): ReactNode {
  const [language, choose] = useState(currentLanguage);
  useEffect(() => {
    document.documentElement.lang = language;
  }, [language]);
  const value = useMemo(
    () => ({
      language,
      setLanguage: (next: Language) => {
        localStorage.setItem(kept, next);
        choose(next);
      },
    }),
    [language],
  );
  return <LanguageContext value={value}>{children}</LanguageContext>;
}

export const useLanguage = (): Switch => useContext(LanguageContext);

/** The texts of one part in the current language. */
export function useT<V>(both: { vi: V; en: V }): V {
  return both[useLanguage().language];
}
