import { readdirSync, readFileSync, readlinkSync } from 'node:fs';
import { basename, resolve } from 'node:path';

/** An engine process of this machine; `abandoned` when the server that started it has died. */
export type Engine = {
  pid: number;
  abandoned: boolean;
  alive(): boolean;
  /** Whether every thread of it is stopped (SIGSTOP), or it has ended: nothing of it writes. */
  isStill(): boolean;
  signal(signal: NodeJS.Signals): void;
};

/** The variable in an engine's environment that says which server started it. */
export const ownerVariable = 'PHO_SO_OWNER';

/** Names this process for good: a process id alone would soon belong to somebody else. */
export const ownerMark = (): string => markOf(process.pid) ?? String(process.pid);

/**
 * The engines on this machine that serve this database file, or without a file the abandoned ones of tests that live in memory.
 * Reads /proc: a record in a file could be stale, a process is not. Where there is none (macOS, Windows) it finds nothing, and the port
 * of the folder alone keeps a second server away.
 */
export function enginesServing(file: string | undefined): Engine[] {
  return (tryTo(() => readdirSync('/proc')) ?? [])
    .filter((name) => /^\d+$/.test(name))
    .map(Number)
    .flatMap((pid) => {
      const [program, ...args] = words(pid, 'cmdline');
      const mark = markOf(pid);
      if (!mark || basename(program ?? '') !== 'dynoxide') return [];
      if (served(pid, args) !== file) return [];
      const owner = words(pid, 'environ')
        .find((word) => word.startsWith(`${ownerVariable}=`))
        ?.slice(ownerVariable.length + 1);
      const alive = () => markOf(pid) === mark;
      return [
        {
          pid,
          abandoned: owner !== undefined && markOf(Number(owner.split(':')[0])) !== owner,
          alive,
          isStill: () => threadStates(pid).every((state) => 'TtZX'.includes(state)),
          signal: (signal: NodeJS.Signals) => void (alive() && process.kill(pid, signal)),
        },
      ];
    });
}

function served(pid: number, args: string[]): string | undefined {
  const path = args[args.indexOf('--db-path') + 1];
  return args.includes('--db-path') && path ? resolve(tryTo(() => readlinkSync(`/proc/${pid}/cwd`)) ?? '/', path) : undefined;
}

/** Process id and start time, as long as it runs; one that waits to be reaped (Z) has ended. */
function markOf(pid: number): string | undefined {
  const stat = tryTo(() => readFileSync(`/proc/${pid}/stat`, 'utf8'));
  // The program's name in brackets may hold spaces, so fields are counted after it: state is the first, start time the 20th.
  const fields = stat?.slice(stat.lastIndexOf(')') + 2).split(' ');
  return fields && fields[0] !== 'Z' ? `${pid}:${fields[19]}` : undefined;
}

/** The state letter of each thread of a process (proc(5)): T is stopped, Z and X have ended. */
const threadStates = (pid: number): string[] =>
  (tryTo(() => readdirSync(`/proc/${pid}/task`)) ?? []).flatMap((thread) => {
    const stat = tryTo(() => readFileSync(`/proc/${pid}/task/${thread}/stat`, 'utf8'));
    return stat ? [stat.charAt(stat.lastIndexOf(')') + 2)] : [];
  });

const words = (pid: number, name: string): string[] => (tryTo(() => readFileSync(`/proc/${pid}/${name}`, 'utf8')) ?? '').split('\0');

/** Processes come and go while we look, and those of other people are closed to us. */
function tryTo<T>(read: () => T): T | undefined {
  try {
    return read();
  } catch {
    return undefined;
  }
}
