import { type ReactNode, useMemo, useState } from 'react';
import { v7 as uuidv7 } from 'uuid';
import { Link, useLocation, useParams } from 'wouter';
import type { StreetId } from '../../shared/ids.ts';
import { Street } from '../../shared/streets/street.ts';
import { BothVersions } from '../components/both-versions.tsx';
import { ErrorSummary } from '../components/error-summary.tsx';
import { Field, wrongWith } from '../components/field.tsx';
import { Loaded } from '../components/loaded.tsx';
import { useNotify } from '../components/notify.tsx';
import { SavedNote } from '../components/saved-note.tsx';
import { Waiting } from '../components/waiting.tsx';
import { useDraft } from '../device/draft.ts';
import { useT } from '../language/language.tsx';
import { useAction } from '../server/action.ts';
import { api, ask } from '../server/api.ts';
import { refusalOf } from '../server/problem.ts';
import { useWorking } from '../session/use-session.ts';
import { useBackTo } from '../ward/back-to.ts';
import { useWardStreets } from '../ward/queries.ts';
import { comparedStreets } from './compared.ts';
import { detailsOf, emptyForm, formOf, type StreetForm } from './form.ts';
import { LineEditor } from './line-editor.tsx';
import { LockNote } from './lock-note.tsx';
import { type StreetShown, useStreet } from './queries.ts';
import { streetTexts } from './street-texts.ts';
import '../styles/map.css';
import '../styles/ward.css';

type Draft = StreetForm & { id: string };

/** `/duong/moi` and `/duong/:streetId/sua`: a street or market is entered or put right. */
export default function EditStreet(): ReactNode {
  const { streetId } = useParams<{ streetId?: string }>();
  return streetId ? <Existing id={streetId} /> : <Form />;
}

function Existing({ id }: { id: string }): ReactNode {
  const street = useStreet(id, 0);
  // A form stands on what it was opened with, so it waits for what is there now; without a network for the answer that there is none.
  if (street.data && !street.isFetchedAfterMount) return <Waiting />;
  return <Loaded query={street}>{(found) => <Form key={found.id} street={found} />}</Loaded>;
}

function Form({ street }: { street?: StreetShown }): ReactNode {
  const t = useT(streetTexts);
  const { me, authorityId } = useWorking();
  const [, go] = useLocation();
  const notify = useNotify();
  const back = useBackTo(street ? `/duong/${street.id}` : '/duong');
  // The form stands on what was there when it was opened; what comes in meanwhile shows when saving, not under the typing hands.
  const [base] = useState(street);
  const [newId] = useState(() => uuidv7());
  const name = `street ${base?.id ?? `new ${authorityId}`} ${me.id}`;
  const draft = useDraft<Draft>(name, base ? { ...formOf(base), id: base.id } : { ...emptyForm, id: newId }, base?.version);
  const form = draft.value;
  const all = useWardStreets(authorityId).data;
  const others = useMemo(() => all?.flatMap(({ id, line }) => (line && id !== form.id ? [line] : [])) ?? [], [all, form.id]);
  const set = (part: Partial<StreetForm>) => draft.set((was) => ({ ...was, ...part }));

  const action = useAction({
    perform: (input: { form: Draft; version?: number | undefined }, actionId) => {
      const details = detailsOf(input.form);
      const id = input.form.id as StreetId;
      return base
        ? ask(api.streets[':id'].$put({ param: { id }, json: { actionId, version: input.version ?? base.version, details } }))
        : ask(api.streets.$post({ json: { id, wardId: authorityId, details } }));
    },
    changes: [['streets'], ['street', base?.id]],
    done: (saved) => {
      void draft.clear();
      notify(t.saved);
      go(back.given ? back.to : `/duong/${saved.id}`, { replace: true });
    },
  });
  const refusal = action.error ? refusalOf(action.error) : undefined;
  const theirs = refusal?.code === 'changed-meanwhile' ? currentStreet(refusal.params) : undefined;
  const wrong = (field: string) => wrongWith(refusal, `details.${field}`);
  const labels = Object.fromEntries(Object.entries(t.fields).map(([field, label]) => [`details.${field}`, label]));
  const locked = street?.lockedBy !== undefined;
  const market = form.kind === 'market';

  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        action.mutate({ form, version: draft.begunOn });
      }}
    >
      <h1>{base ? t.editTitle(base.name) : t.newTitle}</h1>
      {street && <LockNote street={street} />}
      {theirs ? (
        <BothVersions
          rows={comparedStreets(formOf(theirs), form, t)}
          take={() => {
            action.reset();
            draft.rebase(theirs.version);
            draft.set({ ...formOf(theirs), id: theirs.id });
          }}
          keep={() => {
            draft.rebase(theirs.version);
            action.mutate({ form, version: theirs.version });
          }}
        />
      ) : (
        <ErrorSummary error={action.error} labels={labels} />
      )}
      <fieldset disabled={locked}>
        <fieldset>
          <legend>{t.kind}</legend>
          {(['street', 'market'] as const).map((kind) => (
            <label key={kind} className="choice">
              <input type="radio" name="kind" checked={form.kind === kind} onChange={() => set({ kind })} /> {t.kinds[kind]}
            </label>
          ))}
        </fieldset>
        <Field
          label={market ? t.marketName : t.streetName}
          hint={market ? t.marketNameHint : t.streetNameHint}
          name="details.name"
          wrong={wrong('name')}
        >
          {(given) => <input {...given} value={form.name} maxLength={120} onChange={({ target }) => set({ name: target.value })} />}
        </Field>
        {market ? (
          <Field label={t.address} name="details.address" wrong={wrong('address')}>
            {(given) => <input {...given} value={form.address} maxLength={200} onChange={({ target }) => set({ address: target.value })} />}
          </Field>
        ) : (
          <>
            <div className="row">
              <Field label={t.from} hint={t.endHint} name="details.from" wrong={wrong('from')}>
                {(given) => <input {...given} value={form.from} maxLength={120} onChange={({ target }) => set({ from: target.value })} />}
              </Field>
              <Field label={t.to} hint={t.endHint} name="details.to" wrong={wrong('to')}>
                {(given) => <input {...given} value={form.to} maxLength={120} onChange={({ target }) => set({ to: target.value })} />}
              </Field>
            </div>
            <Field label={t.side} name="details.side" wrong={wrong('side')}>
              {(given) => (
                <select {...given} value={form.side} onChange={({ target }) => set({ side: target.value as StreetForm['side'] })}>
                  <option value="">{t.noSide}</option>
                  {(['both', 'even', 'odd'] as const).map((side) => (
                    <option key={side} value={side}>
                      {t.sides[side]}
                    </option>
                  ))}
                </select>
              )}
            </Field>
          </>
        )}
        <section aria-labelledby="line-title">
          <h2 id="line-title">{market ? t.marketLine : t.line}</h2>
          <p className="quiet">{t.lineHint}</p>
          <LineEditor label={t.mapOf(form.name)} line={form.line} change={(line) => set({ line })} others={others} />
        </section>
        <div className="buttons">
          <button type="submit" className="button main" disabled={locked || action.isPending}>
            {base ? t.save : t.create}
          </button>
          <Link href={back.to} className="button">
            {t.cancel}
          </Link>
          {draft.state.kind === 'kept' && (
            <button type="button" className="button plain" onClick={() => void draft.clear()}>
              {t.discard}
            </button>
          )}
          <SavedNote state={draft.state} />
        </div>
      </fieldset>
    </form>
  );
}

/** The street as the refusal shows it. */
function currentStreet(params: Record<string, unknown> | undefined): StreetShown | undefined {
  const current = params?.['current'] as StreetShown | undefined;
  return current && Street.safeParse({ ...current, trail: { actionId: '', digest: '', hash: '' } }).success ? current : undefined;
}
