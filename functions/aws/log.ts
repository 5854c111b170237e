import type { Log } from '../http/app.ts';

/** Log lines as objects: with the JSON log format of Lambda they stand under `message`, beside the time, the level and the request id. */
export const cloudLog: Log = (line) => (line.level === 'error' ? console.error(line) : console.log(line));
