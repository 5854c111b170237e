import type { ReactNode } from 'react';
import { Link, useParams } from 'wouter';
import type { AuthorityId } from '../../shared/ids.ts';
import { BothVersions, type Compared } from '../components/both-versions.tsx';
import { ErrorSummary } from '../components/error-summary.tsx';
import { Field, wrongWith } from '../components/field.tsx';
import { Icon } from '../components/icon.tsx';
import { Loaded } from '../components/loaded.tsx';
import { useNotify } from '../components/notify.tsx';
import { SavedNote } from '../components/saved-note.tsx';
import { useDraft } from '../device/draft.ts';
import { RecordHistory } from '../history/history.tsx';
import { calendarDay } from '../language/format.ts';
import { useT } from '../language/language.tsx';
import { useAction } from '../server/action.ts';
import { api, ask } from '../server/api.ts';
import { useAuthority } from '../server/authority.ts';
import { refusalOf } from '../server/problem.ts';
import { useWorking } from '../session/use-session.ts';
import type { UnitShown } from './queries.ts';
import { Validity } from './units-page.tsx';
import { unitTexts } from './units-texts.ts';

/** One unit: what stands fixed, its name and the end of its validity, its history. */
export default function UnitPage(): ReactNode {
  const { authorityId: id = '' } = useParams();
  const unit = useAuthority(id);
  return <Loaded query={unit}>{(found) => <OneUnit unit={found} />}</Loaded>;
}

function OneUnit({ unit }: { unit: UnitShown }): ReactNode {
  const t = useT(unitTexts);
  const { authorityId } = useWorking();
  const parent = useAuthority(unit.parentId ?? authorityId);
  return (
    <>
      <p>
        <Link href="/quan-tri/don-vi">
          <Icon name="back" /> {t.back}
        </Link>
      </p>
      <div className="title">
        <h1>{unit.name}</h1>
        <Validity unit={unit} />
      </div>
      <section className="card">
        <dl className="facts">
          <div>
            <dt>{t.level}</dt>
            <dd>{t.levels[unit.level]}</dd>
          </div>
          <div>
            <dt>{t.code}</dt>
            <dd>{unit.code}</dd>
          </div>
          {unit.parentId && (
            <div>
              <dt>{t.parent}</dt>
              <dd>{parent.data?.name}</dd>
            </div>
          )}
          <div>
            <dt>{t.validFrom}</dt>
            <dd>{calendarDay(unit.validFrom)}</dd>
          </div>
        </dl>
        <p className="quiet">{t.fixed}</p>
        <div className="buttons">
          <Link className="button" href={`/quan-tri/nguoi-dung?don-vi=${unit.id}`}>
            {t.people}
          </Link>
          {unit.level !== 'ward' && (
            <Link className="button" href={`/quan-tri/don-vi/moi?thuoc=${unit.id}`}>
              {t.enterBelow(unit.name)}
            </Link>
          )}
        </div>
      </section>
      <Correct key={unit.version} unit={unit} />
      <RecordHistory of={{ kind: 'authority', id: unit.id }} />
    </>
  );
}

type Typed = { name: string; validUntil: string };

function Correct({ unit }: { unit: UnitShown }): ReactNode {
  const t = useT(unitTexts);
  const notify = useNotify();
  const { me } = useWorking();
  const stored: Typed = { name: unit.name, validUntil: unit.validUntil ?? '' };
  const draft = useDraft<Typed>(`unit ${unit.id} ${me.id}`, stored, unit.version);
  const { value, set } = draft;
  const changes = [['authority', unit.id], ['units'], ['history', 'authority', unit.id]];
  const put = (
    { name, validUntil, version }: Typed & { version: number },
    actionId: Parameters<Parameters<typeof useAction>[0]['perform']>[1],
  ) =>
    ask(
      api.authorities[':id'].$put({
        param: { id: unit.id as AuthorityId },
        json: { actionId, version, name, ...(validUntil && { validUntil }) },
      }),
    );
  const undo = useAction({ perform: put, changes });
  const change = useAction({
    perform: async (typed: Typed & { version: number }, actionId) => {
      const saved = await put(typed, actionId);
      await draft.clear();
      return saved;
    },
    changes,
    done: (saved) => notify(t.saved(saved.name), () => undo.mutate({ ...stored, version: saved.version })),
  });
  const refusal = change.error ? refusalOf(change.error) : undefined;
  const order = refusal?.code === 'unit-out-of-order' ? refusal.detail : undefined;
  const stale = draft.state.kind !== 'clean' && draft.begunOn !== undefined && draft.begunOn < unit.version;
  const compared = (theirs: Typed): Compared[] =>
    [
      { label: t.name, theirs: theirs.name, mine: value.name },
      { label: t.validUntil, theirs: calendarDay(theirs.validUntil), mine: calendarDay(value.validUntil) },
    ].map((row) => ({ ...row, differs: row.theirs !== row.mine }));
  return (
    <section className="card">
      <h2>{t.correct}</h2>
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          change.mutate({ ...value, version: draft.begunOn ?? unit.version });
        }}
      >
        {stale ? (
          <BothVersions
            rows={compared(stored)}
            take={() => void draft.clear()}
            keep={() => change.mutate({ ...value, version: unit.version })}
          />
        ) : (
          <ErrorSummary error={change.error} labels={{ name: t.name, validUntil: t.validUntil }} />
        )}
        <Field label={t.name} name="name" wrong={wrongWith(refusal, 'name')}>
          {(given) => (
            <input {...given} autoComplete="off" value={value.name} onChange={({ target }) => set({ ...value, name: target.value })} />
          )}
        </Field>
        <Field label={t.validUntil} name="validUntil" hint={t.validUntilHint} wrong={wrongWith(refusal, 'validUntil') ?? order}>
          {(given) => (
            <input {...given} type="date" value={value.validUntil} onChange={({ target }) => set({ ...value, validUntil: target.value })} />
          )}
        </Field>
        <div className="buttons">
          <button type="submit" className="button main" disabled={change.isPending}>
            {t.save}
          </button>
          <SavedNote state={draft.state} />
        </div>
      </form>
    </section>
  );
}
