import { type ReactNode, Suspense } from 'react';
import { Route, Switch } from 'wouter';
import type { Role } from '../../shared/people/person.ts';
import { Waiting } from '../components/waiting.tsx';
import { useT } from '../language/language.tsx';
import { Broken } from './broken.tsx';
import { pages } from './pages.tsx';
import { shellTexts } from './shell-texts.ts';

/** The page of the address, as far as this role has it. */
export const Routes = ({ role }: { role: Role }): ReactNode => (
  <Broken>
    <Suspense fallback={<Waiting />}>
      <Switch>
        {pages
          .filter(({ roles }) => roles.includes(role))
          .map(({ path, show: Show }) => (
            <Route key={path} path={path}>
              <Show />
            </Route>
          ))}
        <Route>
          <NotFound />
        </Route>
      </Switch>
    </Suspense>
  </Broken>
);

function NotFound(): ReactNode {
  const t = useT(shellTexts);
  return (
    <>
      <h1>{t.notFound}</h1>
      <p>{t.notFoundText}</p>
      <p>
        <a className="button" href="/">
          {t.home}
        </a>
      </p>
    </>
  );
}
