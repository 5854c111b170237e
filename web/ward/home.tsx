import type { ReactNode } from 'react';
import { useWorking } from '../session/use-session.ts';

/** What a ward has to do next. */
export default function WardHome(): ReactNode {
  return <h1>{useWorking().me.name}</h1>;
}
