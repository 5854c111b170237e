import { expect, test } from 'vitest';
import { openapiDocument } from '../../functions/api/openapi.ts';
import type { OpenApi, Schema } from '../../functions/reference/document.ts';
import { referenceRoutes } from '../../functions/reference/routes.ts';

const document = JSON.parse(JSON.stringify(await openapiDocument())) as OpenApi;
const operations = Object.entries(document.paths).flatMap(([path, methods]) =>
  Object.entries(methods).map(([method, operation]) => ({ path, method, operation })),
);

test('every reference of the document leads somewhere, and every operation has an id of its own and says what it does', () => {
  const references = [...JSON.stringify(document).matchAll(/"\$ref":"#\/components\/(schemas|responses)\/(\w+)"/g)];
  expect(references.length).toBeGreaterThan(100);
  for (const [, kind, name] of references)
    expect(Object.keys((document.components as Record<string, object>)[kind as string] ?? {})).toContain(name);
  const ids = operations.map(({ operation }) => operation.operationId);
  expect(new Set(ids).size).toBe(ids.length);
  for (const { operation } of operations) expect(operation.summary).toMatch(/^[A-Z]/);
});

test('every parameter in an address is declared, and no schema that has a name is written out twice', () => {
  for (const { path, operation } of operations) {
    const inPath = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name);
    const declared = (operation.parameters ?? []).filter((each) => each.in === 'path').map((each) => each.name);
    expect(new Set(declared)).toEqual(new Set(inPath));
  }
  expect(JSON.stringify(document).length).toBeLessThan(325_000);
});

test('the page shows every route and every schema, in both languages, and runs no script', async () => {
  const routes = referenceRoutes(async () => document);
  const page = await (await routes.request('/tai-lieu')).text();
  for (const { path } of operations) expect(page).toContain(`<code>${path}</code>`);
  for (const name of Object.keys(document.components.schemas ?? {})) expect(page).toContain(`id="schema-${name}"`);
  for (const [, anchor] of page.matchAll(/href="#([\w-]+)"/g)) expect(page).toContain(`id="${anchor}"`);
  expect(page).toContain('Tài liệu API');
  expect(page).not.toContain('<script');
  expect(await (await routes.request('/tai-lieu', { headers: { 'accept-language': 'en' } })).text()).toContain('API reference');
  expect(((await (await routes.request('/openapi.json')).json()) as OpenApi).paths).toEqual(document.paths);
});

test('the fields that people fill in are described', () => {
  const bare = Object.entries(document.components.schemas ?? {}).flatMap(([name, schema]) =>
    name.endsWith('Details') ? undescribed(name, schema) : [],
  );
  expect(bare).toEqual([]);
});

const undescribed = (name: string, schema: Schema): string[] =>
  Object.entries(schema.properties ?? {}).flatMap(([field, inner]) =>
    inner.$ref || inner.description || inner.const !== undefined || inner.items ? [] : [`${name}.${field}`],
  );
