import { once } from 'node:events';
import { readdirSync, readFileSync } from 'node:fs';
import { createServer } from 'node:net';

/** The process id of the database that serves a data folder: a child that our server started. */
export const databasePid = (folder: string): number =>
  Number(readdirSync('/proc').find((pid) => /^\d+$/.test(pid) && ['dynoxide', folder].every((word) => commandOf(pid).includes(word))));

function commandOf(pid: string): string {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8');
  } catch {
    return '';
  }
}

/** A port on loopback that nobody listens on just now. */
export async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const address = probe.address();
  probe.close();
  return address && typeof address === 'object' ? address.port : 0;
}
