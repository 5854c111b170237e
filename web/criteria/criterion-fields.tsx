import type { ReactNode } from 'react';
import { type Criterion, computations, type Measure, spotQuestions } from '../../shared/criteria/checklist.ts';
import { isSourced } from '../../shared/criteria/criteria-set.ts';
import { Field, wrongWith } from '../components/field.tsx';
import { useT } from '../language/language.tsx';
import type { Refusal } from '../server/problem.ts';
import { criteriaTexts } from './criteria-texts.ts';

type Kind = Measure['kind'];
const kinds: readonly Kind[] = ['computed', 'spotCheck', 'share', 'count', 'yesNo'];
const evidences = ['photo', 'file', 'scan'] as const;

/** The measure of another kind, keeping the threshold where both have one. */
function measureOf(kind: Kind, was: Measure): Measure {
  const threshold = 'threshold' in was ? was.threshold : kind === 'count' ? 1 : 0.8;
  switch (kind) {
    case 'computed':
      return { kind, from: 'cashless-share', threshold };
    case 'spotCheck':
      return { kind, question: 'qr-pays-the-merchant', threshold };
    case 'yesNo':
      return { kind };
    default:
      return { kind, threshold };
  }
}

/** Everything that is typed about one criterion; `name` is where it stands in the request, so that faults find their field. */
export function CriterionFields(of: {
  criterion: Criterion;
  name: string;
  set: (next: Criterion) => void;
  refusal: Refusal | undefined;
}): ReactNode {
  const t = useT(criteriaTexts);
  const { criterion, name, set, refusal } = of;
  const { measure } = criterion;
  const wrong = (field: string) => wrongWith(refusal, `${name}.${field}`);
  const text = (field: 'code' | 'vi' | 'en' | 'of', hint?: string) => (
    <Field label={t[field]} name={`${name}.${field}`} hint={hint} wrong={wrong(field)}>
      {(given) => (
        <input
          {...given}
          autoComplete="off"
          value={criterion[field]}
          onChange={({ target }) => set({ ...criterion, [field]: target.value })}
        />
      )}
    </Field>
  );
  const number = (field: string, label: string, value: number, put: (value: number) => void, hint?: string) => (
    <Field label={label} name={`${name}.${field}`} hint={hint} wrong={wrong(field)}>
      {(given) => (
        <input
          {...given}
          type="number"
          step="any"
          min="0"
          value={Number.isNaN(value) ? '' : value}
          onChange={({ target }) => put(target.valueAsNumber)}
        />
      )}
    </Field>
  );
  const isShare =
    measure.kind === 'share' || measure.kind === 'spotCheck' || (measure.kind === 'computed' && measure.from !== 'enough-merchants');
  return (
    <div>
      <div className="row">
        {text('code', t.codeHint)}
        {number('weight', t.points, criterion.weight, (weight) => set({ ...criterion, weight }))}
      </div>
      {text('vi')}
      {text('en')}
      <label className="choice">
        <input type="checkbox" checked={criterion.mandatory} onChange={({ target }) => set({ ...criterion, mandatory: target.checked })} />
        {t.mandatory}
      </label>
      <fieldset id={`field-${name.replaceAll(/[^\w]/g, '-')}-appliesTo`} tabIndex={-1}>
        <legend>{t.appliesTo}</legend>
        <div className="choices">
          {(['street', 'market'] as const).map((kind) => (
            <label className="choice" key={kind}>
              <input
                type="checkbox"
                checked={criterion.appliesTo.includes(kind)}
                onChange={({ target }) => set({ ...criterion, appliesTo: toggled(criterion.appliesTo, kind, target.checked) })}
              />
              {t[kind]}
            </label>
          ))}
        </div>
        {wrong('appliesTo') && <p className="wrong">{wrong('appliesTo')}</p>}
      </fieldset>
      <div className="row">
        <Field label={t.measure} name={`${name}.measure`}>
          {(given) => (
            <select
              {...given}
              value={measure.kind}
              onChange={({ target }) => set({ ...criterion, measure: measureOf(target.value as Kind, measure) })}
            >
              {kinds.map((kind) => (
                <option key={kind} value={kind}>
                  {t.kinds[kind]}
                </option>
              ))}
            </select>
          )}
        </Field>
        {measure.kind === 'computed' && (
          <Field label={t.from}>
            {(given) => (
              <select
                {...given}
                value={measure.from}
                onChange={({ target }) =>
                  set({ ...criterion, measure: { ...measure, from: target.value as (typeof computations)[number] } })
                }
              >
                {computations.map((each) => (
                  <option key={each} value={each}>
                    {t.computations[each]}
                  </option>
                ))}
              </select>
            )}
          </Field>
        )}
        {measure.kind === 'spotCheck' && (
          <Field label={t.question}>
            {(given) => (
              <select
                {...given}
                value={measure.question}
                onChange={({ target }) =>
                  set({ ...criterion, measure: { ...measure, question: target.value as (typeof spotQuestions)[number] } })
                }
              >
                {spotQuestions.map((each) => (
                  <option key={each} value={each}>
                    {t.questions[each]}
                  </option>
                ))}
              </select>
            )}
          </Field>
        )}
        {'threshold' in measure &&
          number(
            'measure.threshold',
            t.threshold,
            measure.threshold,
            (threshold) => set({ ...criterion, measure: { ...measure, threshold } }),
            isShare ? t.shareHint : undefined,
          )}
      </div>
      {text('of')}
      <fieldset>
        <legend>{t.evidence}</legend>
        <div className="choices">
          {evidences.map((each) => (
            <label className="choice" key={each}>
              <input
                type="checkbox"
                checked={criterion.evidence.includes(each)}
                onChange={({ target }) => set({ ...criterion, evidence: toggled(criterion.evidence, each, target.checked) })}
              />
              {t.evidences[each]}
            </label>
          ))}
        </div>
      </fieldset>
      <div className="row">
        <Field label={t.basis}>
          {(given) => (
            <select
              {...given}
              value={isSourced(criterion.basis) ? 'sourced' : 'proposal'}
              onChange={({ target }) => set({ ...criterion, basis: target.value })}
            >
              <option value="sourced">{t.sourced}</option>
              <option value="proposal">{t.proposal}</option>
            </select>
          )}
        </Field>
        <Field label={t.source} name={`${name}.source`} hint={t.sourceHint} wrong={wrong('source')}>
          {(given) => (
            <input
              {...given}
              autoComplete="off"
              value={criterion.source ?? ''}
              onChange={({ target }) => set({ ...criterion, source: target.value || null })}
            />
          )}
        </Field>
      </div>
    </div>
  );
}

const toggled = <T,>(all: readonly T[], one: T, on: boolean): T[] =>
  on ? [...new Set([...all, one])] : all.filter((each) => each !== one);
