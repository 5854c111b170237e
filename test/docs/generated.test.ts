import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { openapiDocument } from '../../functions/api/openapi.ts';
import { lifecycleDocument } from '../../scripts/lifecycle-document.ts';
import { policy } from '../../shared/people/policy.ts';

test('docs/openapi.json says what the routes say (npm run generate)', async () => {
  expect(JSON.parse(readFileSync('docs/openapi.json', 'utf8'))).toEqual(JSON.parse(JSON.stringify(await openapiDocument())));
});

test('docs/lifecycle.md says what the lifecycle table says (npm run generate)', () => {
  expect(readFileSync('docs/lifecycle.md', 'utf8')).toBe(lifecycleDocument());
});

test('every route names its line of the policy, or that it is public', async () => {
  const document = (await openapiDocument()) as { paths: Record<string, Record<string, { 'x-policy'?: string; security?: unknown[] }>> };
  const routes = Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, route]) => ({ path, method, route })),
  );
  expect(routes.length).toBeGreaterThan(50);
  for (const { path, method, route } of routes)
    expect(route['x-policy'] !== undefined ? route['x-policy'] in policy : route.security?.length === 0, `${method} ${path}`).toBe(true);
});
