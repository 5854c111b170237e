import { type ReactNode, useState } from 'react';
import { useLanguage, useT } from '../language/language.tsx';
import { shellTexts } from './shell-texts.ts';
import { chooseTheme, chosenTheme, type Theme } from './theme.ts';

/** Language and theme: both change everything at once. */
export function Preferences(): ReactNode {
  const t = useT(shellTexts);
  const { language, setLanguage } = useLanguage();
  const [theme, setTheme] = useState(chosenTheme);
  const other = language === 'vi' ? 'en' : 'vi';
  return (
    <>
      <select
        aria-label={t.theme}
        value={theme}
        onChange={({ target }) => {
          const next = target.value as Theme;
          chooseTheme(next);
          setTheme(next);
        }}
      >
        {(['system', 'light', 'dark'] as const).map((each) => (
          <option key={each} value={each}>
            {t.themes[each]}
          </option>
        ))}
      </select>
      <button type="button" className="button plain" lang={other} onClick={() => setLanguage(other)}>
        {t.language}
      </button>
    </>
  );
}
