import type { ReactNode } from 'react';

const shapes = {
  check: <path d="m5 12 5 5 9-11" />,
  cross: <path d="M6 6l12 12M18 6 6 18" />,
  warning: <path d="M12 3 2 20h20L12 3Zm0 6v5m0 3v.01" />,
  clock: <path d="M12 7v5l3 2M21 12a9 9 0 1 1-18 0 9 9 0 0 1 18 0Z" />,
  draft: <path d="M4 20h4L19 9l-4-4L4 16v4Z" />,
  sent: <path d="M4 12h14m-5-6 6 6-6 6" />,
  back: <path d="M20 12H6m5-6-6 6 6 6" />,
  search: <path d="m20 20-4-4M11 18a7 7 0 1 1 0-14 7 7 0 0 1 0 14Z" />,
  people: <path d="M9 11a3.5 3.5 0 1 0 0-7 3.5 3.5 0 0 0 0 7Zm-6 9a6 6 0 0 1 12 0m1-9a3 3 0 1 0-1-6m2 9a5 5 0 0 1 4 5" />,
  award: <path d="M12 14a5 5 0 1 0 0-10 5 5 0 0 0 0 10Zm-3-1-1 8 4-2 4 2-1-8" />,
  offline: <path d="m3 3 18 18M5 9a10 10 0 0 1 4-2m3 0a10 10 0 0 1 7 3m-11 3a6 6 0 0 1 2-1m4 1 1 1m-3 4v.01" />,
  bell: <path d="M6 16V10a6 6 0 0 1 12 0v6l2 2H4l2-2Zm4 5h4" />,
  plus: <path d="M12 5v14M5 12h14" />,
  print: <path d="M7 9V3h10v6M7 17H4V9h16v8h-3M7 14h10v7H7v-7Z" />,
  download: <path d="M12 4v11m-5-5 5 5 5-5M4 20h16" />,
  map: <path d="m3 6 6-2 6 2 6-2v14l-6 2-6-2-6 2V6Zm6-2v14m6-12v14" />,
  camera: <path d="M4 8h3l2-3h6l2 3h3v11H4V8Zm8 8a3 3 0 1 0 0-6 3 3 0 0 0 0 6Z" />,
  up: <path d="M12 19V5m-6 6 6-6 6 6" />,
  down: <path d="M12 5v14m-6-6 6 6 6-6" />,
  jump: <path d="M4 6h9M4 12h9M4 18h9m4-3V6m-3 3 3-3 3 3" />,
  grip: <path d="M5 7h14M5 12h14M5 17h14" />,
  screen: <path d="M3 4h18v12H3V4Zm5 17h8m-4-5v5" />,
} as const;
export type IconName = keyof typeof shapes;

/** A sign beside a word, never alone: screen readers pass over it. */
export const Icon = ({ name }: { name: IconName }): ReactNode => (
  <svg className="icon" viewBox="0 0 24 24" aria-hidden="true" focusable="false">
    {shapes[name]}
  </svg>
);
