import type { ReactNode } from 'react';

/** A frame in which something wide scrolls, so that the page never does; the keyboard reaches it too. */
export const Scroll = ({ label, children }: { label: string; children: ReactNode }): ReactNode => (
  // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
  <section className="scroll" aria-label={label} tabIndex={0}>
    {children}
  </section>
);
