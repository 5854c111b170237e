// Makes what all certificates share, once: `npm run generate -- certificate-template`. A test says when it is out of date.
import { writeFileSync } from 'node:fs';
import { makeTemplate } from './certificate-template/make.ts';

writeFileSync('functions/certificates/pdf/template.gen.json', await makeTemplate());
