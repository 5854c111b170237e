import { handlerDeps } from '../aws/deps.ts';
import { cloudLog } from '../aws/log.ts';
import { errorLine } from '../http/error-line.ts';
import { catchUp } from '../notices/catch-up.ts';
import { remind } from '../notices/remind.ts';
import { begunProgrammes } from '../programmes/store.ts';
import { summarise } from '../programmes/summarise.ts';

/** Every hour: recalls what is due, and makes up for whatever a lost or early report left out, in every programme that has begun. */
const deps = handlerDeps(process.env);

export async function handler(): Promise<{ programmes: number }> {
  const programmes = await begunProgrammes(deps.table);
  let failed = 0;
  for (const id of programmes)
    for (const job of [remind, catchUp, summarise])
      await job(deps, id).catch((error: unknown) => {
        failed += 1;
        cloudLog({ level: 'error', event: 'remind', error: errorLine(error) });
      });
  // Thrown after all had their turn: the schedule then calls once more, and what was done already changes nothing.
  if (failed > 0) throw new Error(`${failed} of ${programmes.length} programmes failed`);
  return { programmes: programmes.length };
}
