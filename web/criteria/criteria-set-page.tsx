import type { ReactNode } from 'react';
import { Link, useLocation, useParams } from 'wouter';
import { defaultChecklist } from '../../shared/criteria/default-checklist.ts';
import type { CriteriaSetId } from '../../shared/ids.ts';
import { Icon } from '../components/icon.tsx';
import { Loaded } from '../components/loaded.tsx';
import { useNotify } from '../components/notify.tsx';
import { Refused } from '../components/refused.tsx';
import { RecordHistory } from '../history/history.tsx';
import { useT } from '../language/language.tsx';
import { useAction } from '../server/action.ts';
import { api, ask } from '../server/api.ts';
import { CriteriaEditor } from './criteria-editor.tsx';
import { SetState } from './criteria-page.tsx';
import { ChecklistShown } from './criteria-shown.tsx';
import { criteriaTexts } from './criteria-texts.ts';
import { type CriteriaSetShown, useCriteriaSet } from './queries.ts';

/** One edition of a set: a draft to be worked on, or a published one to be read. */
export default function CriteriaSetPage(): ReactNode {
  const { criteriaSetId: id = '', edition = '1' } = useParams();
  const set = useCriteriaSet(id, edition);
  return (
    <>
      <Back />
      <Loaded query={set}>{(found) => <OneSet key={`${found.id} ${found.edition}`} set={found} />}</Loaded>
    </>
  );
}

/** The set that comes with the system: read only. */
export function DefaultSetPage(): ReactNode {
  const t = useT(criteriaTexts);
  return (
    <>
      <Back />
      <h1>{t.default}</h1>
      <p>{t.defaultText}</p>
      <ChecklistShown checklist={defaultChecklist} />
    </>
  );
}

function Back(): ReactNode {
  const t = useT(criteriaTexts);
  return (
    <p>
      <Link href="/quan-tri/tieu-chi">
        <Icon name="back" /> {t.back}
      </Link>
    </p>
  );
}

function OneSet({ set }: { set: CriteriaSetShown }): ReactNode {
  const t = useT(criteriaTexts);
  return (
    <>
      <div className="title">
        <h1>{set.name}</h1>
        <span className="quiet">
          {t.edition} {set.edition}
        </span>
        <SetState set={set} />
      </div>
      {set.state === 'draft' ? (
        <CriteriaEditor key={set.version} set={set} />
      ) : (
        <>
          <Moves set={set} />
          <ChecklistShown checklist={set.checklist} />
        </>
      )}
      <RecordHistory of={{ kind: 'criteria', id: set.id, edition: String(set.edition) }} />
    </>
  );
}

/** What can be done with an edition that is no draft any more. */
function Moves({ set }: { set: CriteriaSetShown }): ReactNode {
  const t = useT(criteriaTexts);
  const notify = useNotify();
  const [, go] = useLocation();
  const param = { id: set.id as CriteriaSetId, edition: String(set.edition) };
  const changes = [['criteria-set', set.id], ['criteria-sets'], ['history', 'criteria', set.id]];
  const next = useAction({
    perform: (_: number, actionId) => ask(api['criteria-sets'][':id'].editions.$post({ param: { id: param.id }, json: { actionId } })),
    changes,
    done: (made) => {
      notify(t.nextDone);
      go(`/quan-tri/tieu-chi/${made.id}/${made.edition}`);
    },
  });
  const retire = useAction({
    perform: (version: number, actionId) =>
      ask(api['criteria-sets'][':id'].editions[':edition'].retirement.$post({ param, json: { actionId, version } })),
    changes,
    done: () => notify(t.retiredNow),
  });
  return (
    <>
      <Refused error={next.error ?? retire.error} />
      <div className="buttons">
        <button type="button" className="button main" disabled={next.isPending} onClick={() => next.mutate(set.version)}>
          {t.next}
        </button>
        {set.state === 'published' && (
          <button type="button" className="button danger" disabled={retire.isPending} onClick={() => retire.mutate(set.version)}>
            {t.retire}
          </button>
        )}
      </div>
    </>
  );
}
