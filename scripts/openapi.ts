import { writeFileSync } from 'node:fs';
import { openapiDocument } from '../functions/openapi.ts';

writeFileSync('docs/openapi.json', `${JSON.stringify(await openapiDocument(), null, 1)}\n`);
