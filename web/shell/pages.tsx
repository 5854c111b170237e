import { type ComponentType, lazy } from 'react';
import type { Role } from '../../shared/person.ts';
import type { shellTexts } from './texts.ts';

export type Page = {
  path: string;
  /** Loaded when it is opened: each area is its own part of the app. */
  show: ComponentType;
  roles: readonly Role[];
  /** In the navigation of these roles, under this name. */
  nav?: keyof (typeof shellTexts)['vi']['nav'];
};

const page = (path: string, roles: readonly Role[], load: () => Promise<{ default: ComponentType }>, nav?: Page['nav']): Page => ({
  path,
  roles,
  show: lazy(load),
  ...(nav && { nav }),
});

/** Every page behind the sign-in: its address, who sees it, and which file shows it. */
export const pages: readonly Page[] = [
  page('/', ['ward'], () => import('../ward/home.tsx'), 'home'),
  page('/duong/:streetId/nhap', ['ward'], () => import('../merchants/import.tsx')),
];
