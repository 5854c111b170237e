import { html } from 'hono/html';
import type { HtmlEscapedString } from 'hono/utils/html';
import type { Role } from '../../shared/people/person.ts';
import { type ActionName, type Grant, policy, type ScopeRelation } from '../../shared/people/policy.ts';
import type { Language } from '../../shared/texts/words.ts';
import type { OpenApi, Operation, Schema } from './document.ts';

type Html = HtmlEscapedString | Promise<HtmlEscapedString>;

const roleNames: Record<Role, { vi: string; en: string }> = {
  ward: { vi: 'cán bộ phường', en: 'ward staff' },
  officer: { vi: 'Phòng Kinh tế', en: 'Economics office' },
  assessor: { vi: 'tổ thẩm định', en: 'assessor' },
  leader: { vi: 'lãnh đạo', en: 'leadership' },
  city: { vi: 'sở, ngành thành phố', en: 'city department' },
  admin: { vi: 'quản trị', en: 'administrator' },
};
const places: Record<ScopeRelation, { vi: string; en: string }> = {
  ward: { vi: 'của chính phường đó', en: 'of the very ward' },
  over: { vi: 'của đơn vị đó hoặc cấp trên', en: 'of the unit or one above it' },
  advising: { vi: 'của cơ quan tham mưu', en: 'of the advising authority' },
  issuing: { vi: 'của cơ quan cấp', en: 'of the issuing authority' },
  assigned: { vi: 'được phân công', en: 'who is assigned' },
  any: { vi: 'bất kỳ', en: 'anywhere' },
};

/** The API reference: every route with who may call it, what it takes and gives, and the schemas behind it. Plain HTML, no script. */
export function referencePage(document: OpenApi, language: Language): Html {
  const t = (vi: string, en: string) => (language === 'vi' ? vi : en);
  const operations = Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ path, method: method.toUpperCase(), operation })),
  );
  const groups = [...new Set(operations.map(({ operation }) => operation.tags?.[0] ?? ''))].sort();
  const schemas = Object.entries(document.components.schemas ?? {}).sort(([a], [b]) => (a < b ? -1 : 1));
  return html`<!doctype html>
<html lang="${language}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>${t('Tài liệu API', 'API reference')} – ${document.info.title}</title><link rel="stylesheet" href="/tai-lieu.css"></head>
<body><header><h1>${t('Tài liệu API', 'API reference')} – ${document.info.title} ${document.info.version}</h1>
<p>${t(
    'Địa chỉ, trường và mã lỗi mang tên tiếng Anh như trong tài liệu OpenAPI. Mỗi lần ghi mang một mã hành động (UUIDv7) do máy khách đặt; gửi lại cùng mã thì nhận lại cùng câu trả lời.',
    'Every write carries a client-made action id (UUIDv7); sending it again gives the same answer and changes nothing.',
  )} <a href="/openapi.json">openapi.json</a></p></header>
<nav aria-label="${t('Các nhóm', 'Groups')}"><ul>${[...groups, 'schemas'].map((group) => html`<li><a href="#${group}">${group}</a></li>`)}</ul></nav>
<main>${groups.map(
    (group) =>
      html`<section id="${group}"><h2>${group}</h2>${operations
        .filter(({ operation }) => (operation.tags?.[0] ?? '') === group)
        .map(({ path, method, operation }) => operationPart(path, method, operation, language))}</section>`,
  )}
<section id="schemas"><h2>${t('Lược đồ', 'Schemas')}</h2>${schemas.map(
    ([name, schema]) => html`<article id="schema-${name}"><h3>${name}</h3>${fieldsPart(schema, language)}</article>`,
  )}</section></main></body></html>`;
}

function operationPart(path: string, method: string, operation: Operation, language: Language): Html {
  const t = (vi: string, en: string) => (language === 'vi' ? vi : en);
  const body = operation.requestBody?.content?.['application/json']?.schema;
  const answer = Object.values(operation.responses).find((each) => each.content?.['application/json'])?.content?.['application/json'];
  return html`<article id="${operation.operationId ?? ''}"><h3><code class="${method.toLowerCase()}">${method}</code> <code>${path}</code></h3>
<p>${operation.summary ?? ''}</p><p class="who">${t('Ai được gọi', 'Who may call it')}: ${whoMay(operation['x-policy'], language)}</p>
${operation.parameters?.length ? html`<h4>${t('Tham số', 'Parameters')}</h4>${parametersPart(operation)}` : ''}
${body ? html`<h4>${t('Nội dung gửi', 'Body')}</h4>${fieldsPart(body, language)}` : ''}
${answer?.schema ? html`<h4>${t('Trả lời', 'Answer')}</h4><p>${typeOf(answer.schema)}</p>` : ''}
<p>${t('Khi không được: problem+json', 'When refused: problem+json')} (RFC 9457)</p></article>`;
}

function whoMay(action: string | undefined, language: Language): string {
  if (action === undefined) return language === 'vi' ? 'mọi người, không cần đăng nhập' : 'anybody, without signing in';
  const grants: readonly Grant[] = policy[action as ActionName];
  return grants.map(({ role, relation }) => `${roleNames[role][language]} ${places[relation][language]}`).join('; ');
}

const parametersPart = (operation: Operation): Html =>
  html`<dl>${(operation.parameters ?? []).map(
    ({ name, in: where, required, schema }) =>
      html`<div><dt><code>${name}</code> <small>${where}${required ? ' *' : ''}</small></dt><dd>${schema ? typeOf(schema) : ''} ${schema?.description ?? ''}</dd></div>`,
  )}</dl>`;

/** The fields of an object, variant by variant for a union; anything else is its type in a line. */
function fieldsPart(schema: Schema, language: Language): Html {
  const variants = schema.oneOf ?? schema.anyOf;
  if (variants?.some((each) => each.properties))
    return html`${variants.map((each, at) => html`<h4>${variantName(each, at)}</h4>${fieldsPart(each, language)}`)}`;
  if (!schema.properties) return html`<p>${typeOf(schema)} ${schema.description ?? ''}</p>`;
  const required = new Set(schema.required);
  return html`<dl>${Object.entries(schema.properties).map(
    ([name, field]) =>
      html`<div><dt><code>${name}</code>${required.has(name) ? ' *' : ''}</dt><dd>${typeOf(field)} ${field.description ?? ''}</dd></div>`,
  )}</dl>`;
}

function variantName(schema: Schema, at: number): string {
  const discriminator = Object.values(schema.properties ?? {}).find((each) => typeof each.const === 'string')?.const;
  return schema.$ref?.split('/').at(-1) ?? (typeof discriminator === 'string' ? discriminator : String(at + 1));
}

function typeOf(schema: Schema): Html {
  if (schema.$ref) {
    const name = schema.$ref.split('/').at(-1) ?? '';
    return html`<a href="#schema-${name}">${name}</a>`;
  }
  const variants = schema.oneOf ?? schema.anyOf;
  if (variants) return html`${variants.map((each, at) => html`${at > 0 ? ' | ' : ''}${typeOf(each)}`)}`;
  if (schema.enum) return html`<code>${schema.enum.map((each) => JSON.stringify(each)).join(' | ')}</code>`;
  if (schema.const !== undefined) return html`<code>${JSON.stringify(schema.const)}</code>`;
  if (schema.items) return html`[ ${typeOf(schema.items)} ]${bounds(schema)}`;
  if (schema.properties)
    return html`{ ${Object.entries(schema.properties).map(([name, field], at) => html`${at > 0 ? ', ' : ''}${name}: ${typeOf(field)}`)} }`;
  return html`<code>${[schema.type].flat().filter(Boolean).join(' | ') || 'any'}${schema.format ? ` (${schema.format})` : ''}</code>${bounds(schema)}`;
}

function bounds(schema: Schema): string {
  const [least, most] = [schema.minLength ?? schema.minimum ?? schema.minItems, schema.maxLength ?? schema.maximum ?? schema.maxItems];
  const plain = most !== undefined && Math.abs(most) < Number.MAX_SAFE_INTEGER ? most : undefined;
  return least === undefined && plain === undefined ? '' : ` ${least ?? ''}…${plain ?? ''}`;
}

export const referenceCss = `:root{color-scheme:light dark}
body{font:16px/1.5 "Be Vietnam Pro",system-ui,sans-serif;margin:0 auto;max-width:70rem;padding:1rem;color:#1c2430;background:#f6f7f9;overflow-wrap:anywhere}
h1{font-size:1.5rem}h3{font-size:1rem;margin:0}h4{margin:.75rem 0 .25rem;font-size:.9rem}a{color:#0b4f8a}
nav ul{display:flex;flex-wrap:wrap;gap:.25rem 1rem;list-style:none;padding:0}nav a{display:inline-block;padding:.25rem 0}
article{background:#fff;border:1px solid #d5dbe3;border-radius:4px;padding:1rem;margin:.75rem 0}
dl{margin:0}dl div{display:grid;grid-template-columns:minmax(8rem,16rem) 1fr;gap:.5rem;border-top:1px solid #d5dbe3;padding:.25rem 0}dd{margin:0}
.who{color:#4a5565}code.get{color:#1b7a43}code.post,code.put{color:#8a5200}a:focus-visible{outline:3px solid #f2b100}
@media(max-width:600px){dl div{grid-template-columns:1fr}}
@media(prefers-color-scheme:dark){body{color:#e8ecf2;background:#111827}article{background:#1a2333;border-color:#334155}dl div{border-color:#334155}a{color:#8cc4ff}.who{color:#b6c2d1}code.get{color:#6fd19a}code.post,code.put{color:#f0b866}}`;
