import { writeFileSync } from 'node:fs';
import { lifecycleDocument } from './lifecycle-document.ts';

writeFileSync('docs/lifecycle.md', lifecycleDocument());
