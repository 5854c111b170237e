import type { ReactNode } from 'react';
import { auditActionName } from '../../shared/audit/actions.ts';
import { fieldText } from '../../shared/audit/wording.ts';
import { stateName } from '../../shared/texts/names.ts';
import { Icon } from '../components/icon.tsx';
import { Loaded } from '../components/loaded.tsx';
import { momentText } from '../language/format.ts';
import { useLanguage, useT } from '../language/language.tsx';
import { dossierTexts } from './dossier-texts.ts';
import { type HistoryShown, useNominationHistory } from './queries.ts';

/** The history of a dossier, the newest step first. */
export function NominationHistory({ id }: { id: string }): ReactNode {
  const t = useT(dossierTexts);
  const history = useNominationHistory(id);
  return (
    <section className="card">
      <h2>{t.history}</h2>
      <Loaded query={history}>{(of) => <Timeline history={of} />}</Loaded>
    </section>
  );
}

/** What became of a record, step by step and the newest first, with a word on whether the chain of hashes holds. */
export function Timeline({ history }: { history: HistoryShown }): ReactNode {
  const t = useT(dossierTexts);
  return (
    <>
      <p>
        <span className={`badge ${history.intact ? 'ok' : 'danger'}`}>
          <Icon name={history.intact ? 'check' : 'warning'} /> {history.intact ? t.intact : t.broken}
        </span>
      </p>
      <ol className="timeline" reversed>
        {[...history.items].reverse().map((step) => (
          <Step key={step.version} step={step} />
        ))}
      </ol>
    </>
  );
}

function Step({ step }: { step: HistoryShown['items'][number] }): ReactNode {
  const t = useT(dossierTexts);
  const { language } = useLanguage();
  const state = step.changes.find(({ field }) => field === 'state');
  return (
    <li>
      <time dateTime={step.at}>{momentText(step.at, language)}</time>
      <div>
        <strong>{auditActionName(step.action, language)}</strong>
        {typeof state?.now === 'string' && step.version > 1 && <span className="quiet"> → {stateName(state.now, language)}</span>}
        <br />
        <span className="quiet">{step.byName}</span>
        {step.note && <p>{step.note}</p>}
        {step.erased.length > 0 && (
          <p className="quiet">
            {t.erased}: {step.erased.map((field) => fieldText(field, language)).join(', ')}
          </p>
        )}
      </div>
    </li>
  );
}
