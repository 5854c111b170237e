import { type ReactNode, useState } from 'react';
import { Link } from 'wouter';
import type { ActionId } from '../../shared/ids.ts';
import type { PersonalExport } from '../../shared/personal-data/personal-data.ts';
import { componentTexts } from '../components/component-texts.ts';
import { Dialog } from '../components/dialog.tsx';
import { ErrorSummary } from '../components/error-summary.tsx';
import { Field, wrongWith } from '../components/field.tsx';
import { useNotify } from '../components/notify.tsx';
import { download } from '../device/download.ts';
import { leavesAsCsv } from '../history/leaves-as-csv.ts';
import { useT } from '../language/language.tsx';
import { useAction } from '../server/action.ts';
import { refusalOf } from '../server/problem.ts';
import { privacyTexts } from './personal-data-texts.ts';

type Request = { actionId: ActionId; version: number; reason: string };
type Subject = { id: string; name: string; version: number };
type Kept = PersonalExport['kept'];

/** Hands out everything that is stored about somebody; the reason comes first and stays. */
export function ExportPart(of: {
  subject: Subject;
  perform: (request: Request) => Promise<unknown>;
  changes: readonly (readonly unknown[])[];
}): ReactNode {
  const t = useT(privacyTexts);
  const [reason, setReason] = useState('');
  const [made, setMade] = useState<unknown>();
  const run = useAction({
    perform: (why: string, actionId) => of.perform({ actionId, version: of.subject.version, reason: why }),
    changes: of.changes,
    done: (exported) => setMade(exported),
  });
  const file = `du-lieu-ca-nhan-${of.subject.id.slice(-12)}`;
  return (
    <section className="card">
      <h2>{t.export}</h2>
      <p>{t.exportText}</p>
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          run.mutate(reason);
        }}
      >
        <ErrorSummary error={run.error} labels={{ reason: t.reason }} />
        <Reason value={reason} set={setReason} error={run.error} />
        <button type="submit" className="button main" disabled={run.isPending}>
          {t.exportButton}
        </button>
      </form>
      <div role="status">
        {made !== undefined && (
          <>
            <p>{t.exported}</p>
            <div className="buttons">
              <button
                type="button"
                className="button"
                onClick={() => download(new Blob([JSON.stringify(made, null, 2)], { type: 'application/json' }), `${file}.json`)}
              >
                {t.json}
              </button>
              <button
                type="button"
                className="button"
                onClick={() => download(new Blob([leavesAsCsv(made)], { type: 'text/csv' }), `${file}.csv`)}
              >
                {t.csv}
              </button>
            </div>
          </>
        )}
      </div>
    </section>
  );
}

/** Erases what is stored about somebody: says why it cannot be done before any typing, and asks twice. */
export function ErasePart<Output>(of: {
  subject: Subject;
  text: string;
  blocked?: string | undefined;
  perform: (request: Request) => Promise<Output>;
  changes: readonly (readonly unknown[])[];
  keptIn?: (output: Output) => Kept;
}): ReactNode {
  const t = useT(privacyTexts);
  const common = useT(componentTexts);
  const notify = useNotify();
  const [reason, setReason] = useState('');
  const [asking, setAsking] = useState(false);
  const [kept, setKept] = useState<Kept>();
  const run = useAction({
    perform: (why: string, actionId) => of.perform({ actionId, version: of.subject.version, reason: why }),
    changes: of.changes,
    done: (output) => {
      setReason('');
      setKept(of.keptIn?.(output));
      notify(t.erased);
    },
  });
  return (
    <section className="card">
      <h2>{t.erase}</h2>
      <p>{of.text}</p>
      {of.blocked && (
        <p className="notice warning" id="why-no-erasure">
          {of.blocked}
        </p>
      )}
      <ErrorSummary error={run.error} labels={{ reason: t.reason }} />
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          setAsking(true);
        }}
      >
        <Reason value={reason} set={setReason} error={run.error} disabled={of.blocked !== undefined} />
        <button
          type="submit"
          className="button danger"
          disabled={of.blocked !== undefined || reason.trim() === '' || run.isPending}
          aria-describedby={of.blocked ? 'why-no-erasure' : undefined}
        >
          {t.eraseButton}
        </button>
      </form>
      {asking && (
        <Dialog title={t.sure} close={() => setAsking(false)}>
          <p>{t.sureText(of.subject.name)}</p>
          <div className="buttons">
            <button
              type="button"
              className="button danger"
              onClick={() => {
                setAsking(false);
                run.mutate(reason);
              }}
            >
              {t.yes}
            </button>
            <button type="button" className="button" onClick={() => setAsking(false)}>
              {common.cancel}
            </button>
          </div>
        </Dialog>
      )}
      {kept && kept.length > 0 && (
        <div className="notice">
          <p>
            <strong>{t.kept}.</strong> {t.keptText}
          </p>
          <ul>
            {kept.map(({ what, sha256 }) => (
              <li key={what + sha256}>
                {t.keptFiles[what]} <code>{sha256.slice(0, 12)}</code>
              </li>
            ))}
          </ul>
        </div>
      )}
    </section>
  );
}

function Reason(of: { value: string; set: (reason: string) => void; error: Error | null; disabled?: boolean }): ReactNode {
  const t = useT(privacyTexts);
  const wrong = of.error ? wrongWith(refusalOf(of.error), 'reason') : undefined;
  return (
    <Field label={t.reason} hint={t.reasonHint} wrong={wrong}>
      {(given) => (
        <input {...given} autoComplete="off" disabled={of.disabled} value={of.value} onChange={({ target }) => of.set(target.value)} />
      )}
    </Field>
  );
}

/** The way back to the search. */
export function BackToSearch(): ReactNode {
  const t = useT(privacyTexts);
  return (
    <p>
      <Link href="/quan-tri/du-lieu-ca-nhan">{t.back}</Link>
    </p>
  );
}
