import { type ReactNode, useEffect, useMemo, useState } from 'react';
import type { Checklist, Criterion } from '../../shared/criteria/checklist.ts';
import type { CriteriaSetId } from '../../shared/ids.ts';
import { BothVersions } from '../components/both-versions.tsx';
import { ErrorSummary } from '../components/error-summary.tsx';
import { Field, wrongWith } from '../components/field.tsx';
import { Icon } from '../components/icon.tsx';
import { useNotify } from '../components/notify.tsx';
import { SavedNote } from '../components/saved-note.tsx';
import { useDraft } from '../device/draft.ts';
import { useT } from '../language/language.tsx';
import { useAction } from '../server/action.ts';
import { api, ask } from '../server/api.ts';
import { Problem, refusalOf } from '../server/problem.ts';
import { useWorking } from '../session/use-session.ts';
import { CriterionHead, Totals } from './criteria-shown.tsx';
import { criteriaTexts } from './criteria-texts.ts';
import { CriterionFields } from './criterion-fields.tsx';
import type { CriteriaSetShown } from './queries.ts';

type Typed = { name: string; checklist: Checklist };

/** The draft of an edition: its criteria one below the other, the total always in sight, faults at their fields. Shown anew for each version. */
export function CriteriaEditor({ set: stored }: { set: CriteriaSetShown }): ReactNode {
  const t = useT(criteriaTexts);
  const notify = useNotify();
  const { me } = useWorking();
  const own: Typed = { name: stored.name, checklist: stored.checklist };
  const draft = useDraft<Typed>(`criteria ${stored.id} ${stored.edition} ${me.id}`, own, stored.version);
  const { value, set } = draft;
  const [open, setOpen] = useState<ReadonlySet<number>>(new Set());
  const param = { id: stored.id as CriteriaSetId, edition: String(stored.edition) };
  const changes = [['criteria-set', stored.id], ['criteria-sets'], ['history', 'criteria', stored.id]];
  const one = api['criteria-sets'][':id'].editions[':edition'];
  const save = useAction({
    perform: async ({ version, ...details }: Typed & { version: number }, actionId) => {
      const saved = await ask(one.$put({ param, json: { actionId, version, details } }));
      await draft.clear();
      return saved;
    },
    changes,
    done: () => notify(t.saved),
  });
  const publish = useAction({
    perform: (version: number, actionId) => ask(one.publication.$post({ param, json: { actionId, version } })),
    changes,
    done: ({ name }) => notify(t.publishedNow(name)),
  });
  const giveUp = useAction({
    perform: (version: number, actionId) => ask(one.retirement.$post({ param, json: { actionId, version } })),
    changes,
    done: () => notify(t.retiredNow),
  });
  const thrown = save.error ?? publish.error ?? giveUp.error;
  const error = useMemo(() => thrown && named(thrown), [thrown]);
  const refusal = error ? refusalOf(error) : undefined;
  useEffect(() => setOpen((was) => withFaults(was, error)), [error]);
  const edited = draft.state.kind !== 'clean' && draft.state.kind !== 'loading';
  const stale = edited && draft.begunOn !== undefined && draft.begunOn < stored.version;
  const { criteria } = value.checklist;
  const put = (next: Criterion[]) => set({ ...value, checklist: { ...value.checklist, criteria: next } });
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        publish.reset();
        save.mutate({ ...value, version: draft.begunOn ?? stored.version });
      }}
    >
      {stale ? (
        <BothVersions
          rows={[
            { label: t.name, theirs: own.name, mine: value.name, differs: own.name !== value.name },
            ...[...new Set([...own.checklist.criteria, ...criteria].map(({ code }) => code))].map((code) => compared(code, own, value)),
          ].filter(({ differs }) => differs)}
          take={() => void draft.clear()}
          keep={() => save.mutate({ ...value, version: stored.version })}
        />
      ) : (
        <ErrorSummary error={error} labels={labelsOf(criteria, t)} />
      )}
      <Field label={t.name} name="details.name" wrong={wrongWith(refusal, 'details.name')}>
        {(given) => (
          <input {...given} autoComplete="off" value={value.name} onChange={({ target }) => set({ ...value, name: target.value })} />
        )}
      </Field>
      <Field label={t.passScore} name="details.checklist.passScore" wrong={wrongWith(refusal, 'details.checklist.passScore')}>
        {(given) => (
          <input
            {...given}
            type="number"
            min="0"
            max="100"
            step="any"
            value={Number.isNaN(value.checklist.passScore) ? '' : value.checklist.passScore}
            onChange={({ target }) => set({ ...value, checklist: { ...value.checklist, passScore: target.valueAsNumber } })}
          />
        )}
      </Field>
      <Totals checklist={value.checklist} />
      {criteria.map((criterion, at) => (
        <details
          className="criterion"
          // biome-ignore lint/suspicious/noArrayIndexKey: the code is being typed, the place stays
          key={at}
          open={open.has(at)}
          onToggle={({ currentTarget }) => setOpen(toggled(open, at, currentTarget.open))}
        >
          <CriterionHead criterion={criterion} />
          {open.has(at) && (
            <>
              <CriterionFields
                criterion={criterion}
                name={`details.checklist.criteria[${at}]`}
                set={(next) => put(criteria.map((each, index) => (index === at ? next : each)))}
                refusal={refusal}
              />
              <div className="buttons">
                <button
                  type="button"
                  className="button danger"
                  disabled={criteria.length === 1}
                  onClick={() => {
                    const before = criteria;
                    setOpen(new Set());
                    put(criteria.filter((_, index) => index !== at));
                    notify(t.removed(criterion.code), () => put(before));
                  }}
                >
                  {t.remove(criterion.code)}
                </button>
              </div>
            </>
          )}
        </details>
      ))}
      <button
        type="button"
        className="button"
        disabled={criteria.length >= 60}
        onClick={() => {
          put([...criteria, blank(criteria)]);
          setOpen(toggled(open, criteria.length, true));
        }}
      >
        <Icon name="plus" /> {t.add}
      </button>
      <div className="buttons">
        <button type="submit" className="button main" disabled={save.isPending}>
          {t.save}
        </button>
        <button
          type="button"
          className="button"
          disabled={edited || publish.isPending}
          aria-describedby={edited ? 'why-not-publish' : undefined}
          onClick={() => {
            save.reset();
            publish.mutate(stored.version);
          }}
        >
          {t.publish}
        </button>
        <button type="button" className="button plain" disabled={giveUp.isPending} onClick={() => giveUp.mutate(stored.version)}>
          {t.giveUp}
        </button>
        <SavedNote state={draft.state} />
      </div>
      {edited && (
        <p className="quiet" id="why-not-publish">
          {t.publishFirst}
        </p>
      )}
    </form>
  );
}

/** Faults of a publication name the record's fields, those of a change the request's: here they are one. */
function named(error: Error): Error {
  const refusal = refusalOf(error);
  const fields = refusal.fields?.map((fault) =>
    fault.field.startsWith('checklist') ? { ...fault, field: `details.${fault.field}` } : fault,
  );
  return fields ? new Problem({ ...refusal, fields }) : error;
}

/** The criteria at which something is wrong, opened. */
function withFaults(open: ReadonlySet<number>, error: Error | null): ReadonlySet<number> {
  const fields = error ? (refusalOf(error).fields ?? []) : [];
  const at = fields.flatMap(({ field }) => /criteria\[(\d+)\]/.exec(field)?.[1] ?? []).map(Number);
  return at.length > 0 ? new Set([...open, ...at]) : open;
}

const toggled = (open: ReadonlySet<number>, at: number, on: boolean): ReadonlySet<number> =>
  new Set(on ? [...open, at] : [...open].filter((each) => each !== at));

function labelsOf(criteria: readonly Criterion[], t: (typeof criteriaTexts)['vi']): Record<string, string> {
  const fields = { code: t.code, vi: t.vi, en: t.en, weight: t.points, of: t.of, appliesTo: t.appliesTo, 'measure.threshold': t.threshold };
  const at = 'details.checklist';
  return {
    'details.name': t.name,
    [`${at}.passScore`]: t.passScore,
    [`${at}.criteria`]: t.criteria,
    ...Object.fromEntries(
      criteria.flatMap(({ code }, index) =>
        Object.entries(fields).map(([field, label]) => [`${at}.criteria[${index}].${field}`, `${code} ${label}`]),
      ),
    ),
  };
}

function compared(code: string, theirs: Typed, mine: Typed) {
  const text = (of: Typed) => {
    const found = of.checklist.criteria.find((each) => each.code === code);
    return found ? `${found.vi} (${found.weight})` : '';
  };
  const whole = (of: Typed) => JSON.stringify(of.checklist.criteria.find((each) => each.code === code));
  return { label: code, theirs: text(theirs), mine: text(mine), differs: whole(theirs) !== whole(mine) };
}

/** A new criterion with the next free code. */
function blank(criteria: readonly Criterion[]): Criterion {
  const used = new Set(criteria.map(({ code }) => code));
  const free = Array.from({ length: 99 }, (_, at) => `C${String(at + 1).padStart(2, '0')}`).find((code) => !used.has(code)) ?? '';
  return {
    code: free,
    vi: '',
    en: '',
    appliesTo: ['street', 'market'],
    weight: 1,
    mandatory: false,
    measure: { kind: 'yesNo' },
    of: '',
    evidence: [],
    basis: 'proposal',
    source: null,
  };
}
