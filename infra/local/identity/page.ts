import { createHash } from 'node:crypto';
import { html, raw } from 'hono/html';
import { type Language, words } from './words.ts';

/** Text with everything escaped; what hono/html gives. */
export type Markup = ReturnType<typeof html>;

/** A field of a form; a `fixed` one shows its value and cannot be changed. */
export type Field = {
  name: string;
  label: string;
  type: 'text' | 'password';
  autocomplete: string;
  value?: string;
  hint?: string;
  fixed?: boolean;
};

/** A whole page without script: heading, what is wrong (if anything), content, and the switch of language. */
export async function page(of: {
  language: Language;
  title: string;
  error?: string | undefined;
  content: Markup;
  otherAddress?: string | undefined;
}): Promise<string> {
  const t = words[of.language];
  const document = html`<!doctype html>
<html lang="${of.language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${of.error ? `${of.error} – ` : ''}${of.title} – ${t.product}</title>
<style>${raw(style)}</style>
</head>
<body>
<header>${t.product}</header>
<main>
<h1>${of.title}</h1>
${of.error ? html`<p class="error" id="error" role="alert">${of.error}</p>` : ''}
${of.content}
</main>
${of.otherAddress ? html`<footer><a href="${of.otherAddress}" lang="${of.language === 'vi' ? 'en' : 'vi'}">${t.other}</a></footer>` : ''}
</body>
</html>`;
  return String(await document);
}

/** A form that is sent to its own address; the first field takes the focus, and after an error the first that is empty. */
export function form(fields: Field[], button: string, error: boolean): Markup {
  const first = fields.find((field) => !field.value)?.name;
  return html`<form method="post">${fields.map(
    (field) => html`
<label for="${field.name}">${field.label}</label>
${field.hint ? html`<p class="hint" id="${field.name}-hint">${field.hint}</p>` : ''}
<input id="${field.name}" name="${field.name}" type="${field.type}" autocomplete="${field.autocomplete}" value="${field.value ?? ''}" required maxlength="200" autocapitalize="none" spellcheck="false"${raw(
      described(field, error) + (field.fixed ? ' readonly' : '') + (field.name === first ? ' autofocus' : ''),
    )}>`,
  )}
<button>${button}</button>
</form>`;
}

/** A sentence and a way on. */
export const notice = (text: string, link?: { address: string; label: string }): Markup =>
  html`<p>${text}</p>${link ? html`<p><a class="button" href="${link.address}">${link.label}</a></p>` : ''}`;

function described(field: Field, error: boolean): string {
  const by = [...(field.hint ? [`${field.name}-hint`] : []), ...(error ? ['error'] : [])];
  return (by.length > 0 ? ` aria-describedby="${by.join(' ')}"` : '') + (error ? ' aria-invalid="true"' : '');
}

const style = `
:root{--brand:#0b4f8a;--ink:#1c2430;--paper:#f6f7f9;--field:#fff;--line:#6b7787;--danger:#b3122b;--link:#0b4f8a;--on:#fff}
@media(prefers-color-scheme:dark){:root{--brand:#8cc4ff;--ink:#e8ecf2;--paper:#111827;--field:#1b2534;--line:#8a97a8;--danger:#ff9aa8;--link:#8cc4ff;--on:#111827}}
*{box-sizing:border-box}
body{margin:0;min-height:100vh;background:var(--paper);color:var(--ink);font:400 16px/1.5 'Be Vietnam Pro',system-ui,-apple-system,'Segoe UI',Roboto,'Noto Sans',sans-serif}
header,main,footer{max-width:24rem;margin:0 auto;padding:16px}
header{padding-top:48px;font-weight:600;color:var(--brand)}
h1{margin:0 0 16px;font-size:1.5rem;line-height:1.3}
label{display:block;margin-top:16px;font-weight:600}
.hint{margin:0}
input{width:100%;min-height:48px;margin-top:4px;padding:8px 12px;font:inherit;color:inherit;background:var(--field);border:1px solid var(--line);border-radius:4px}
button,.button{display:inline-block;min-height:48px;margin-top:24px;padding:10px 24px;font:inherit;font-weight:600;color:var(--on);background:var(--brand);border:0;border-radius:4px;text-decoration:none;cursor:pointer}
.second{color:var(--ink);background:none;border:1px solid var(--line)}
a{color:var(--link)}a.button{color:var(--on)}
:focus-visible{outline:3px solid #f2b100;outline-offset:2px;box-shadow:0 0 0 2px var(--ink)}
.error{padding:12px;border:2px solid var(--danger);border-radius:4px;color:var(--danger);font-weight:600}
`;

const styleHash = createHash('sha256').update(style).digest('base64');

/** Nothing may be loaded, run or framed; forms go to us and come back to the app. `appOrigins` are the origins of its redirect addresses. */
export const securityHeaders = (appOrigins: readonly string[]): Record<string, string> => ({
  'content-security-policy': `default-src 'none'; script-src 'none'; style-src 'sha256-${styleHash}'; form-action ${["'self'", ...appOrigins].join(' ')}; frame-ancestors 'none'; base-uri 'none'`,
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  // An invitation is in the address of its page: nobody else may see it. Without any referrer browsers hide even from us where a form
  // comes from (`Origin: null`).
  'referrer-policy': 'same-origin',
  'cache-control': 'no-store',
});
