// Started by database.test.ts as a process of its own, so that it can be killed: prints what starting the database answered.
import { startDatabase } from '../../../infra/local/database.ts';

const started = await startDatabase({ dataDir: process.argv[2] ?? '' });
console.log(JSON.stringify(started));
setInterval(() => undefined, 1_000);
