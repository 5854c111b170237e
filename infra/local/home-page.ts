import { Hono } from 'hono';
import { html } from 'hono/html';
import { languageOf } from '../../functions/http/problem.ts';
import { demoPassword, demoPeople } from './demo-town.ts';

/** The plain page at `/`: what runs here, who may sign in with the demonstration, where the API is described. */
export function homePage({ demo }: { demo: boolean }): Hono {
  return new Hono().get('/', (c) => {
    const language = languageOf(c);
    const t = (vi: string, en: string) => (language === 'vi' ? vi : en);
    const people = demo
      ? html`<h2>${t('Tài khoản minh họa', 'Demonstration sign-ins')}</h2><p>${t('Mật khẩu chung', 'Password')}: <code>${demoPassword}</code></p>
<dl>${demoPeople.map((person) => html`<div><dt>${person.title}</dt><dd><code>${person.login}</code> – ${person.name}</dd></div>`)}</dl>
<p>${t('Đây là dữ liệu minh họa.', 'This is demonstration data.')}</p>`
      : '';
    return c.html(html`<!doctype html>
<html lang="${language}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>Phố Số</title><link rel="stylesheet" href="/public.css"></head>
<body><main><h1>Phố Số</h1><p>${t('Sổ đăng ký và chứng nhận tuyến đường thanh toán không dùng tiền mặt đang chạy trên máy này.', 'The registry and certification of cashless streets runs on this machine.')}</p>
<ul><li><a href="/api/health">${t('Tình trạng', 'Health')}</a></li><li><a href="/api/public/streets">${t('Tuyến đường đã được chứng nhận', 'Certified streets')}</a></li><li><a href="/tai-lieu">${t('Tài liệu API', 'API reference')}</a></li></ul>${people}</main></body></html>`);
  });
}
