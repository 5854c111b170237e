import { type ReactNode, useState } from 'react';
import { Link } from 'wouter';
import type { NominationId } from '../../shared/ids.ts';
import { componentTexts } from '../components/component-texts.ts';
import { Dialog } from '../components/dialog.tsx';
import { Field, wrongWith } from '../components/field.tsx';
import { Icon } from '../components/icon.tsx';
import { useNotify } from '../components/notify.tsx';
import { Refused } from '../components/refused.tsx';
import { SavedNote } from '../components/saved-note.tsx';
import { useDraft } from '../device/draft.ts';
import { calendarDay } from '../language/format.ts';
import { useT } from '../language/language.tsx';
import { leadershipTexts } from '../leadership/leadership-texts.ts';
import { decided, useLeaveQueue } from '../leadership/queries.ts';
import { useAction } from '../server/action.ts';
import { api, ask } from '../server/api.ts';
import { refusalOf } from '../server/problem.ts';
import { useWorking } from '../session/use-session.ts';
import { type NominationShown, useProgramme } from './queries.ts';

const none = { number: '', date: '' };

/** Approves one or many as one decision: number and date, what will happen, then once more, then the certificates. */
export function ApproveDialog({ nominations, close }: { nominations: readonly NominationShown[]; close: () => void }): ReactNode {
  const t = useT(leadershipTexts);
  const common = useT(componentTexts);
  const { me, authorityId } = useWorking();
  const draft = useDraft(`approve ${authorityId} ${me.id}`, none);
  const [step, setStep] = useState<'fill' | 'sure'>('fill');
  const [checked, setChecked] = useState(false);
  const { number, date } = draft.value;
  // What is decided stays what was chosen, whatever the list behind it shows meanwhile; versions are those of the list.
  const notify = useNotify();
  const leave = useLeaveQueue();
  const approve = useAction({
    perform: (of: { nominations: { id: NominationId; version: number }[]; number?: string; date?: string }, actionId) =>
      ask(api.decisions.$post({ json: { actionId, ...of } })),
    changes: decided(),
    done: ({ items }) => {
      leave(items.map(({ id }) => id));
      void draft.clear();
      notify(t.approved(items.length));
    },
  });
  const send = () =>
    approve.mutate({
      nominations: nominations.map(({ id, version }) => ({ id, version })),
      ...(number.trim() && { number: number.trim() }),
      ...(date && { date }),
    });
  const lacksNumber = date !== '' && number.trim() === '';
  const lacksDate = number.trim() !== '' && date === '';
  const refusal = approve.error ? refusalOf(approve.error) : undefined;
  if (approve.data)
    return (
      <Dialog title={t.approved(approve.data.items.length)} close={close}>
        <ul className="tasks">
          {approve.data.items.map((each) => (
            <li key={each.id}>
              <span>
                <strong>{each.streetName}</strong>
                <br />
                <span className="quiet">{each.wardName}</span>
              </span>
              {'certificateCode' in each && (
                <Link className="button" href={`/giay-chung-nhan/${each.certificateCode}`}>
                  <Icon name="award" /> {t.numberOf(each.certificateNumber)}
                </Link>
              )}
            </li>
          ))}
        </ul>
        <div className="buttons">
          <button type="button" className="button main" onClick={close}>
            {t.close}
          </button>
        </div>
      </Dialog>
    );
  return (
    <Dialog title={step === 'fill' ? t.approveTitle(nominations.length) : t.sure(nominations.length)} close={close}>
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          if (step === 'sure') return send();
          setChecked(true);
          if (!lacksNumber && !lacksDate) setStep('sure');
        }}
      >
        <Refused error={approve.error} />
        <ul className="plain-list">
          {nominations.map((each) => (
            <li key={each.id}>
              <strong>{each.streetName}</strong>, {each.wardName}
            </li>
          ))}
        </ul>
        {step === 'fill' ? (
          <>
            <div className="row">
              <Field
                label={t.decisionNumber}
                name="number"
                hint={t.decisionNumberHint}
                wrong={checked && lacksNumber ? t.numberNeeded : wrongWith(refusal, 'number')}
              >
                {(given) => (
                  <input
                    {...given}
                    maxLength={60}
                    value={number}
                    onChange={({ target }) => draft.set((was) => ({ ...was, number: target.value }))}
                  />
                )}
              </Field>
              <Field
                label={t.decisionDate}
                name="date"
                hint={t.decisionDateHint}
                wrong={checked && lacksDate ? t.dateNeeded : wrongWith(refusal, 'date')}
              >
                {(given) => (
                  <input
                    {...given}
                    type="date"
                    value={date}
                    onChange={({ target }) => draft.set((was) => ({ ...was, date: target.value }))}
                  />
                )}
              </Field>
            </div>
            <SavedNote state={draft.state} />
            <h3>{t.whatHappens}</h3>
            <Consequences nominations={nominations} />
          </>
        ) : (
          <>
            <p>{number.trim() ? t.byDecision(number.trim(), calendarDay(date)) : t.withoutNumber}</p>
            <Consequences nominations={nominations} />
          </>
        )}
        <div className="buttons">
          <button type="submit" className="button main" disabled={approve.isPending}>
            {approve.isPending ? common.sending : step === 'fill' ? t.next : t.approveDo(nominations.length)}
          </button>
          <button type="button" className="button" onClick={step === 'fill' ? close : () => setStep('fill')}>
            {step === 'fill' ? common.cancel : t.back}
          </button>
        </div>
      </form>
    </Dialog>
  );
}

function Consequences({ nominations }: { nominations: readonly NominationShown[] }): ReactNode {
  const t = useT(leadershipTexts);
  return (
    <ul>
      <li>{t.willIssue(nominations.length)}</li>
      {[...new Set(nominations.map(({ programmeId }) => programmeId))].map((id) => (
        <Signatory key={id} programmeId={id} />
      ))}
      <li>{t.public}</li>
      <li>{t.noWayBack}</li>
    </ul>
  );
}

function Signatory({ programmeId }: { programmeId: string }): ReactNode {
  const t = useT(leadershipTexts);
  const programme = useProgramme(programmeId);
  const signatory = programme.data?.certificate.signatory;
  return signatory ? <li>{t.signatory(t.capacities[signatory.capacity], signatory.name)}</li> : null;
}
