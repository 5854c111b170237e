import { type ReactNode, useState } from 'react';
import { Link, useSearchParams } from 'wouter';
import { Field } from '../components/field.tsx';
import { Icon } from '../components/icon.tsx';
import { Loaded } from '../components/loaded.tsx';
import { calendarDay } from '../language/format.ts';
import { useT } from '../language/language.tsx';
import { useAuthority } from '../server/authority.ts';
import { useWorking } from '../session/use-session.ts';
import { type UnitShown, useUnitsBelow } from './queries.ts';
import { unitTexts } from './units-texts.ts';
import { today, validityOn } from './validity.ts';
import '../styles/admin.css';

type View = { day: string; all: boolean };

/** The tree of units below the administrator's, as it stood on a day. */
export default function UnitsPage(): ReactNode {
  const t = useT(unitTexts);
  const { authorityId: root } = useWorking();
  const [search, setSearch] = useSearchParams();
  const view: View = { day: search.get('ngay') ?? today(), all: search.has('tat-ca') };
  const unit = useAuthority(root);
  const show = (next: View) => setSearch({ ngay: next.day, ...(next.all && { 'tat-ca': '1' }) }, { replace: true });
  return (
    <>
      <div className="title">
        <h1>{t.units}</h1>
        <Link className="button main" href={`/quan-tri/don-vi/moi?thuoc=${root}`}>
          <Icon name="plus" /> {t.enter}
        </Link>
      </div>
      <p>{t.lead}</p>
      <p className="notice">{t.reform}</p>
      <div className="row">
        <Field label={t.day}>
          {(given) => (
            <input
              {...given}
              type="date"
              value={view.day}
              disabled={view.all}
              onChange={({ target }) => target.value && show({ ...view, day: target.value })}
            />
          )}
        </Field>
      </div>
      <label className="choice">
        <input type="checkbox" checked={view.all} onChange={({ target }) => show({ ...view, all: target.checked })} />
        {t.all}
      </label>
      <Loaded query={unit}>
        {(found) => (
          <ul className="unit-tree">
            <Branch unit={found} view={view} open />
          </ul>
        )}
      </Loaded>
    </>
  );
}

function Branch({ unit, view, open: first = false }: { unit: UnitShown; view: View; open?: boolean }): ReactNode {
  const t = useT(unitTexts);
  const [open, setOpen] = useState(first);
  return (
    <li>
      <div className="unit">
        <strong>
          <Link href={`/quan-tri/don-vi/${unit.id}`}>{unit.name}</Link>
        </strong>
        <span className="quiet">
          {t.levels[unit.level]} · {unit.code}
        </span>
        <Validity unit={unit} />
        {unit.level !== 'ward' && (
          <button type="button" className="button plain" aria-expanded={open} onClick={() => setOpen(!open)}>
            {open ? t.hide : t.below} <span className="visually-hidden">{unit.name}</span>
          </button>
        )}
      </div>
      {open && <Below unit={unit} view={view} />}
    </li>
  );
}

function Below({ unit, view }: { unit: UnitShown; view: View }): ReactNode {
  const t = useT(unitTexts);
  const below = useUnitsBelow(unit.id);
  return (
    <Loaded query={below}>
      {({ items }) => {
        const shown = items.filter((each) => view.all || validityOn(each, view.day) === 'now');
        return (
          <ul className="unit-tree">
            {shown.map((each) => (
              <Branch key={each.id} unit={each} view={view} open={shown.length === 1} />
            ))}
            {shown.length === 0 && (
              <li>
                <p className="quiet">
                  {t.noneBelow} {t.noneBelowText} <Link href={`/quan-tri/don-vi/moi?thuoc=${unit.id}`}>{t.enterBelow(unit.name)}</Link>
                </p>
              </li>
            )}
          </ul>
        );
      }}
    </Loaded>
  );
}

/** From when to when a unit is valid, and how that stands to today. */
export function Validity({ unit }: { unit: UnitShown }): ReactNode {
  const t = useT(unitTexts);
  const { validFrom, validUntil } = unit;
  const validity = validityOn(unit, today());
  if (validity === 'later')
    return (
      <span className="badge brand">
        <Icon name="clock" /> {t.later(calendarDay(validFrom))}
      </span>
    );
  if (validity === 'ended')
    return (
      <span className="badge">
        <Icon name="cross" /> {t.ended(calendarDay(validUntil as string))}
      </span>
    );
  return (
    <span className="badge ok">
      <Icon name="check" /> {t.inForce} {validUntil ? t.until(calendarDay(validUntil)) : t.from(calendarDay(validFrom))}
    </span>
  );
}
