import { QueryClientProvider } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { NotifyProvider } from './components/notify.tsx';
import { LanguageProvider } from './language/language.tsx';
import { queries } from './server/queries.ts';
import { SignedIn } from './shell/signed-in.tsx';

/** The app: what every page stands in. */
export const App = (): ReactNode => (
  <LanguageProvider>
    <QueryClientProvider client={queries}>
      <NotifyProvider>
        <SignedIn />
      </NotifyProvider>
    </QueryClientProvider>
  </LanguageProvider>
);
