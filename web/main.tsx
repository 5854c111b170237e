import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './app.tsx';
import { device } from './device/database.ts';
import { currentSession } from './session/session.ts';
import { loadAhead } from './shell/pages.tsx';
import { applyTheme } from './shell/theme.ts';
import './styles/tokens.css';
import './styles/base.css';
import './styles/components.css';
import './styles/shell.css';

applyTheme();
if (currentSession().state === 'signed-in') {
  // What every page behind the sign-in waits for, before the first of them is drawn.
  loadAhead(location.pathname);
  void device().catch(() => {});
}
createRoot(document.getElementById('app') as HTMLElement).render(
  <StrictMode>
    <App />
  </StrictMode>,
);
if ('serviceWorker' in navigator && import.meta.env.PROD) void navigator.serviceWorker.register('/sw.js');
// The list of certificates for checking without a network: when the app has had time to open, and no harm if it does not come.
setTimeout(() => void import('./verification/list.ts').then(({ keepUpToDate }) => keepUpToDate()).catch(() => undefined), 5000);
