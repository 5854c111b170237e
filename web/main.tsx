import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './app.tsx';
import { applyTheme } from './shell/theme.ts';
import './styles/tokens.css';
import './styles/base.css';
import './styles/pieces.css';
import './styles/shell.css';

applyTheme();
createRoot(document.getElementById('app') as HTMLElement).render(
  <StrictMode>
    <App />
  </StrictMode>,
);
if ('serviceWorker' in navigator && import.meta.env.PROD) void navigator.serviceWorker.register('/sw.js');
// The list of certificates for checking without a network: when the app has had time to open, and no harm if it does not come.
setTimeout(() => void import('./verification/list.ts').then(({ keepUpToDate }) => keepUpToDate()).catch(() => undefined), 5000);
