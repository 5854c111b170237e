import { type ReactNode, useState } from 'react';
import { Link, useLocation, useSearchParams } from 'wouter';
import type { Checklist } from '../../shared/criteria/checklist.ts';
import { totalWeight } from '../../shared/criteria/criteria-set.ts';
import { defaultChecklist } from '../../shared/criteria/default-checklist.ts';
import type { AuthorityId, CriteriaSetId } from '../../shared/ids.ts';
import { ErrorSummary } from '../components/error-summary.tsx';
import { Field, wrongWith } from '../components/field.tsx';
import { Icon } from '../components/icon.tsx';
import { Loaded } from '../components/loaded.tsx';
import { useNotify } from '../components/notify.tsx';
import { Scroll } from '../components/scroll.tsx';
import { dayText, numberText } from '../language/format.ts';
import { useLanguage, useT } from '../language/language.tsx';
import { useAction } from '../server/action.ts';
import { api, ask } from '../server/api.ts';
import { refusalOf } from '../server/problem.ts';
import { useWorking } from '../session/use-session.ts';
import { criteriaTexts } from './criteria-texts.ts';
import { type CriteriaSetShown, useCriteriaSets } from './queries.ts';
import '../styles/admin.css';
import { UnitSelect } from '../authorities/unit-select.tsx';

/** The sets of criteria of an authority, the default one first. */
export default function CriteriaPage(): ReactNode {
  const t = useT(criteriaTexts);
  const { authorityId: root } = useWorking();
  const [search, setSearch] = useSearchParams();
  const unit = search.get('don-vi') ?? root;
  const sets = useCriteriaSets(unit);
  return (
    <>
      <h1>{t.criteria}</h1>
      <p>{t.lead}</p>
      <Field label={t.unit}>
        {(given) => <UnitSelect root={root} value={unit} choose={(id) => setSearch({ 'don-vi': id })} given={given} />}
      </Field>
      <Scroll label={t.criteria}>
        <table className="roomy">
          <thead>
            <tr>
              <th scope="col">{t.name}</th>
              <th scope="col">{t.edition}</th>
              <th scope="col">{t.state}</th>
              <th scope="col" className="number">
                {t.count}
              </th>
              <th scope="col">{t.weight}</th>
            </tr>
          </thead>
          <tbody>
            <Row to="/quan-tri/tieu-chi/mac-dinh" name={t.default} edition="" checklist={defaultChecklist}>
              <span className="badge">
                <Icon name="check" /> {t.readOnly}
              </span>
            </Row>
            {sets.data?.items.map((set) => (
              <Row
                key={`${set.id} ${set.edition}`}
                to={`/quan-tri/tieu-chi/${set.id}/${set.edition}`}
                name={set.name}
                edition={String(set.edition)}
                checklist={set.checklist}
              >
                <SetState set={set} />
              </Row>
            ))}
          </tbody>
        </table>
      </Scroll>
      <Loaded query={sets}>{({ items }) => (items.length === 0 ? <p className="notice">{t.empty}</p> : null)}</Loaded>
      <NewSet key={unit} unit={unit} />
    </>
  );
}

function Row(of: { to: string; name: string; edition: string; checklist: Checklist; children: ReactNode }): ReactNode {
  const t = useT(criteriaTexts);
  const { language } = useLanguage();
  const total = (kind: 'street' | 'market') => numberText(totalWeight(of.checklist, kind), language, 2);
  return (
    <tr>
      <th scope="row">
        <Link href={of.to}>{of.name}</Link>
      </th>
      <td>{of.edition}</td>
      <td>{of.children}</td>
      <td className="number">{of.checklist.criteria.length}</td>
      <td>{t.weights(total('street'), total('market'))}</td>
    </tr>
  );
}

/** Where an edition stands: sign, word and colour, with the day of its publication. */
export function SetState({ set }: { set: CriteriaSetShown }): ReactNode {
  const t = useT(criteriaTexts);
  const { language } = useLanguage();
  const [tone, icon] = { draft: ['', 'draft'], published: ['ok', 'check'], retired: ['', 'cross'] }[set.state] as ['', 'draft'];
  return (
    <>
      <span className={`badge ${tone}`}>
        <Icon name={icon} /> {t[set.state]}
      </span>
      {'publishedAt' in set && set.publishedAt && <span className="quiet"> {t.publishedAt(dayText(set.publishedAt, language))}</span>}
    </>
  );
}

function NewSet({ unit }: { unit: string }): ReactNode {
  const t = useT(criteriaTexts);
  const notify = useNotify();
  const [, go] = useLocation();
  const [name, setName] = useState('');
  const enter = useAction({
    perform: (typed: string, actionId) =>
      ask(
        api['criteria-sets'].$post({
          json: {
            id: actionId as string as CriteriaSetId,
            authorityId: unit as AuthorityId,
            details: { name: typed, checklist: defaultChecklist },
          },
        }),
      ),
    changes: [['criteria-sets', unit]],
    done: (set) => {
      notify(t.created);
      go(`/quan-tri/tieu-chi/${set.id}/${set.edition}`);
    },
  });
  const refusal = enter.error ? refusalOf(enter.error) : undefined;
  return (
    <section className="card">
      <h2>{t.enter}</h2>
      <p>{t.enterText}</p>
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          enter.mutate(name);
        }}
      >
        <ErrorSummary error={enter.error} labels={{ 'details.name': t.newName }} />
        <Field label={t.newName} name="details.name" wrong={wrongWith(refusal, 'details.name')}>
          {(given) => <input {...given} autoComplete="off" value={name} onChange={({ target }) => setName(target.value)} />}
        </Field>
        <button type="submit" className="button main" disabled={enter.isPending}>
          <Icon name="plus" /> {t.enter}
        </button>
      </form>
    </section>
  );
}
