import { type ComponentType, lazy } from 'react';
import type { Role } from '../../shared/people/person.ts';
import type { shellTexts } from './shell-texts.ts';

export type Page = {
  path: string;
  /** Loaded when it is opened: each area is its own part of the app. */
  show: ComponentType;
  load: () => Promise<unknown>;
  roles: readonly Role[];
  /** In the navigation of these roles, under this name. */
  nav?: keyof (typeof shellTexts)['vi']['nav'];
};

const everyone: readonly Role[] = ['ward', 'officer', 'assessor', 'leader', 'city', 'admin'];

const page = (path: string, roles: readonly Role[], load: () => Promise<{ default: ComponentType }>, nav?: Page['nav']): Page => ({
  path,
  roles,
  load,
  show: lazy(load),
  ...(nav && { nav }),
});

/** Every page behind the sign-in: its address, who sees it, and which file shows it. */
export const pages: readonly Page[] = [
  page('/', ['leader'], () => import('../leadership/queue.tsx'), 'queue'),
  page('/ho-so/:nominationId', ['leader', 'admin'], () => import('../leadership/dossier.tsx')),
  page('/le-trao', ['leader'], () => import('../ceremony/programmes.tsx'), 'ceremony'),
  page('/le-trao/:id', ['leader'], () => import('../ceremony/ceremony.tsx')),
  page('/le-trao/:id/trinh-chieu', ['leader'], () => import('../ceremony/slides.tsx')),
  page('/', ['ward'], () => import('../ward/home.tsx'), 'home'),
  page('/duong', ['ward'], () => import('../streets/list.tsx'), 'streets'),
  page('/duong/moi', ['ward'], () => import('../streets/edit.tsx')),
  page('/duong/:streetId', ['ward'], () => import('../streets/street.tsx')),
  page('/duong/:streetId/sua', ['ward'], () => import('../streets/edit.tsx')),
  page('/duong/:streetId/nhap', ['ward'], () => import('../merchants/import.tsx')),
  page('/', ['officer'], () => import('../office/home.tsx'), 'home'),
  page('/dot', ['officer', 'leader'], () => import('../programmes/programmes.tsx'), 'programmes'),
  page('/dot/moi', ['officer'], () => import('../programmes/setup.tsx')),
  page('/dot/:id/thiet-lap', ['officer'], () => import('../programmes/setup.tsx')),
  page('/dot/:id', ['officer', 'leader', 'city'], () => import('../programmes/board.tsx')),
  page('/dot/:id/ho-so', ['officer', 'leader', 'city'], () => import('../office/worklist.tsx')),
  page('/ho-so/:nominationId', ['ward'], () => import('../ward/dossier.tsx')),
  page('/ho-so/:nominationId/nop', ['ward'], () => import('../nominations/submit.tsx')),
  page('/ho-so/:nominationId/bien-nhan', ['ward'], () => import('../nominations/receipt.tsx')),
  page('/ho-so/:nominationId', ['officer'], () => import('../office/dossier.tsx')),
  page('/tai-khoan-dung-chung', ['officer'], () => import('../merchants/shared-accounts.tsx'), 'sharedAccounts'),
  page('/tra-cuu', ['officer'], () => import('../merchants/search.tsx'), 'search'),
  page('/tra-cuu/:streetId/:merchantId', ['officer'], () => import('../merchants/registry-merchant.tsx')),
  page('/', ['city'], () => import('../city/overview.tsx'), 'city'),
  page('/ho-so/:nominationId', ['city'], () => import('../city/dossier.tsx')),
  page('/', ['admin'], () => import('../admin/home.tsx'), 'home'),
  page('/quan-tri/nguoi-dung', ['admin'], () => import('../people/people-page.tsx'), 'people'),
  page('/quan-tri/nguoi-dung/moi', ['admin'], () => import('../people/new-person.tsx')),
  page('/quan-tri/nguoi-dung/:personId', ['admin'], () => import('../people/person-page.tsx')),
  page('/quan-tri/don-vi', ['admin'], () => import('../authorities/units-page.tsx'), 'units'),
  page('/quan-tri/don-vi/moi', ['admin'], () => import('../authorities/new-unit.tsx')),
  page('/quan-tri/don-vi/:authorityId', ['admin'], () => import('../authorities/unit-page.tsx')),
  page('/quan-tri/tieu-chi', ['admin'], () => import('../criteria/criteria-page.tsx'), 'criteria'),
  page('/quan-tri/tieu-chi/mac-dinh', ['admin'], () => import('../criteria/default-set-page.tsx')),
  page('/quan-tri/tieu-chi/:criteriaSetId/:edition', ['admin'], () => import('../criteria/criteria-set-page.tsx')),
  page('/quan-tri/nhat-ky', ['admin'], () => import('../history/audit-page.tsx'), 'audit'),
  page('/quan-tri/du-lieu-ca-nhan', ['admin'], () => import('../personal-data/personal-data-page.tsx'), 'personalData'),
  page('/quan-tri/du-lieu-ca-nhan/co-so/:streetId/:merchantId', ['admin'], () => import('../personal-data/merchant-data-page.tsx')),
  page('/quan-tri/du-lieu-ca-nhan/can-bo/:personId', ['admin'], () => import('../personal-data/person-data-page.tsx')),
  page('/giay-chung-nhan', ['leader', 'officer', 'city', 'admin'], () => import('../certificates/list.tsx'), 'certificates'),
  page('/giay-chung-nhan/:code', ['leader', 'officer', 'city', 'admin', 'ward'], () => import('../certificates/certificate.tsx')),
  page('/thong-bao', everyone, () => import('../notices/notices.tsx')),
  page('/kiem-tra', everyone, () => import('../verification/check-page.tsx'), 'check'),
  page('/duong/:streetId/co-so', ['ward'], () => import('../merchants/grid.tsx')),
  page('/duong/:streetId/can-kiem', ['ward'], () => import('../merchants/duplicates.tsx')),
  page('/duong/:streetId/di-tung-nha', ['ward'], () => import('../merchants/visits.tsx')),
  page('/', ['assessor'], () => import('../assessments/today.tsx')),
  page('/phieu/:nominationId', ['assessor'], () => import('../assessments/assessment-page.tsx')),
  page('/phieu/:nominationId/cau/:code', ['assessor'], () => import('../assessments/question-page.tsx')),
  page('/phieu/:nominationId/co-so/:merchantId', ['assessor'], () => import('../assessments/shop-page.tsx')),
  page('/phieu/:nominationId/gui', ['assessor'], () => import('../assessments/finish-page.tsx')),
  page('/phieu/:nominationId/doi-chieu', ['assessor'], () => import('../assessments/compare-page.tsx')),
  page('/quet', ['assessor'], () => import('../assessments/scan-page.tsx')),
  page('/cho-gui', ['assessor'], () => import('../assessments/outbox-page.tsx')),
  page('/duong/:streetId/ma-qr', ['ward'], () => import('../merchants/signs.tsx')),
];

/** Begins to load the page of an address while the app itself still starts; where the role decides which page it is, the role comes first. */
export function loadAhead(address: string): void {
  const [only, ...others] = pages.filter(({ path }) => fits(path.split('/'), address.split('/')));
  if (only && others.length === 0) void only.load().catch(() => {});
}
const fits = (path: readonly string[], address: readonly string[]): boolean =>
  path.length === address.length && path.every((part, at) => part.startsWith(':') || part === address[at]);
