import { createCriteriaSet } from '../../functions/criteria/create.ts';
import { nextEdition } from '../../functions/criteria/next-edition.ts';
import { publish } from '../../functions/criteria/publish.ts';
import { defaultChecklist } from '../../shared/criteria/default-checklist.ts';
import { AuthorityId, CriteriaSetId } from '../../shared/ids.ts';
import { idOf, must, type Step, type Then } from './demo-scenario.ts';

const id = CriteriaSetId.parse(idOf('criteria set of the city'));
const city = AuthorityId.parse('hai-phong');
const name = 'Bộ tiêu chí thành phố Hải Phòng (dữ liệu minh họa)';
const byAdmin = (day: number, what: string, play: (then: Then) => Promise<unknown>): Step => ({ day, by: 'quantri', what, play });

/** The city's own set of criteria: an edition that programmes may choose, and the draft of the next one. */
export const criteriaSteps: readonly Step[] = [
  byAdmin(-410, 'criteria set', async ({ deps, act }) =>
    must(await createCriteriaSet(deps, act, id, city, { name, checklist: defaultChecklist })),
  ),
  byAdmin(-409, 'criteria set published', async ({ deps, act }) => must(await publish(deps, act, { id, edition: 1, version: 1 }))),
  byAdmin(-30, 'criteria set, next edition', async ({ deps, act }) => must(await nextEdition(deps, act, id))),
];
