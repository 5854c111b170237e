import { writeFileSync } from 'node:fs';
import { openapiDocument } from '../functions/api/openapi.ts';

writeFileSync('docs/openapi.json', `${printed(await openapiDocument())}\n`);

/** JSON to be read: what fits stands on one line. */
function printed(value: unknown, indent = ''): string {
  const line = JSON.stringify(value);
  if (typeof value !== 'object' || value === null || indent.length + line.length <= 130) return line;
  const inner = `${indent} `;
  const parts = Array.isArray(value)
    ? value.map((each) => `${inner}${printed(each, inner)}`)
    : Object.entries(value).flatMap(([name, each]) =>
        each === undefined ? [] : [`${inner}${JSON.stringify(name)}: ${printed(each, inner)}`],
      );
  const [open, close] = Array.isArray(value) ? ['[', ']'] : ['{', '}'];
  return `${open}\n${parts.join(',\n')}\n${indent}${close}`;
}
