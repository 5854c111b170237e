import type { ReactNode } from 'react';
import { Link } from 'wouter';
import { useUnitsBelow } from '../authorities/queries.ts';
import { today, validityOn } from '../authorities/validity.ts';
import { useCriteriaSets } from '../criteria/queries.ts';
import { useT } from '../language/language.tsx';
import { usePeople } from '../people/queries.ts';
import { useAuthority } from '../server/authority.ts';
import { useWorking } from '../session/use-session.ts';
import { adminHomeTexts } from './admin-texts.ts';

/** What an administrator looks after, with a figure where there is one. */
export default function AdminHome(): ReactNode {
  const t = useT(adminHomeTexts);
  const { authorityId } = useWorking();
  const unit = useAuthority(authorityId);
  const people = usePeople(authorityId).data?.pages[0];
  const units = useUnitsBelow(authorityId).data;
  const sets = useCriteriaSets(authorityId).data;
  const count = (found: readonly unknown[] | undefined, more: boolean) => found && `${found.length}${more ? '+' : ''}`;
  const active = count(
    people?.items.filter(({ state }) => state === 'active'),
    people?.next !== undefined,
  );
  const below = count(
    units?.items.filter((each) => validityOn(each, today()) === 'now'),
    units?.next !== undefined,
  );
  const drafts = sets?.items.filter(({ state }) => state === 'draft').length;
  const published = sets?.items.filter(({ state }) => state === 'published').length;
  return (
    <>
      <h1>{t.home}</h1>
      <p>{t.lead(unit.data?.name ?? authorityId)}</p>
      <div className="columns">
        <Part to="/quan-tri/nguoi-dung" title={t.people} text={t.peopleText} figure={active && t.active(active)} />
        <Part to="/quan-tri/don-vi" title={t.units} text={t.unitsText} figure={below && t.below(below)} />
        <Part
          to="/quan-tri/tieu-chi"
          title={t.criteria}
          text={t.criteriaText}
          figure={sets && `${t.published(published ?? 0)}, ${t.drafts(drafts ?? 0)}`}
        />
        <Part to="/quan-tri/nhat-ky" title={t.audit} text={t.auditText} />
        <Part to="/quan-tri/du-lieu-ca-nhan" title={t.privacy} text={t.privacyText} />
      </div>
    </>
  );
}

function Part(of: { to: string; title: string; text: string; figure?: string | undefined }): ReactNode {
  return (
    <section className="card">
      <h2>
        <Link href={of.to}>{of.title}</Link>
      </h2>
      <p>{of.text}</p>
      {of.figure && <p className="quiet">{of.figure}</p>}
    </section>
  );
}
