import { Validator } from '@seriousme/openapi-schema-validator';
import { Ajv2020 } from 'ajv/dist/2020.js';
import formats from 'ajv-formats';
import { expect, test } from 'vitest';
import { checkedIn } from '../support/contract.ts';

test('docs/openapi.json is OpenAPI 3.1, and each of its schemas JSON Schema 2020-12, by checkers of others', async () => {
  const validator = new Validator();
  expect(await validator.validate(checkedIn())).toEqual({ valid: true });
  expect(validator.version).toBe('3.1');

  const ajv = new Ajv2020({ strict: false });
  formats.default(ajv);
  const schemas = schemasIn(checkedIn());
  expect(schemas.length).toBeGreaterThan(300);
  for (const { at, schema } of schemas) expect([at, ajv.validateSchema(schema as object), ajv.errors]).toEqual([at, true, null]);
});

test('a pair that is described by a list in `items`, as drafts before 2020-12 did, is found', () => {
  const ajv = new Ajv2020({ strict: false });
  expect(ajv.validateSchema({ type: 'array', items: [{ type: 'string' }, { type: 'string' }] })).toBe(false);
});

/** Every schema of the document, with where it stands. */
function schemasIn(value: unknown, at = '', found: { at: string; schema: unknown }[] = []): { at: string; schema: unknown }[] {
  if (typeof value !== 'object' || value === null) return found;
  for (const [name, inner] of Object.entries(value)) {
    const here = `${at}/${name}`;
    if (name === 'schema' || at === '/components/schemas') found.push({ at: here, schema: inner });
    else schemasIn(inner, here, found);
  }
  return found;
}
