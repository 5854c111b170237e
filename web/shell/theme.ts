export type Theme = 'light' | 'dark' | 'system';
const kept = 'pho-so.theme';
const dark = window.matchMedia('(prefers-color-scheme: dark)');

/** The chosen theme; `system` follows the device. */
export const chosenTheme = (): Theme => {
  const stored = localStorage.getItem(kept);
  return stored === 'light' || stored === 'dark' ? stored : 'system';
};

export function chooseTheme(theme: Theme): void {
  localStorage.setItem(kept, theme);
  applyTheme();
}

/** Puts the theme on the page, and again whenever the device changes its own. */
export function applyTheme(): void {
  const theme = chosenTheme();
  document.documentElement.dataset['theme'] = theme === 'system' ? (dark.matches ? 'dark' : 'light') : theme;
}
dark.addEventListener('change', applyTheme);
