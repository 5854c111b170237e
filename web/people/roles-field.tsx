import type { ReactNode } from 'react';
import type { AuthorityId } from '../../shared/ids.ts';
import { type HeldRole, type Role, roles } from '../../shared/people/person.ts';
import { roleName } from '../../shared/texts/names.ts';
import { UnitSelect } from '../authorities/unit-select.tsx';
import { useLanguage, useT } from '../language/language.tsx';
import { peopleTexts } from './people-texts.ts';

/** Roles, each with the authority it is held in; a new one begins at `at`. */
export function RolesField(of: {
  root: string;
  at: AuthorityId;
  value: readonly HeldRole[];
  set: (roles: HeldRole[]) => void;
  wrong?: string | undefined;
}): ReactNode {
  const t = useT(peopleTexts);
  const { language } = useLanguage();
  const replace = (index: number, next: HeldRole) => of.set(of.value.map((each, at) => (at === index ? next : each)));
  return (
    <fieldset id="field-roles" tabIndex={-1}>
      <legend>{t.roles}</legend>
      {of.value.length === 0 && <p className="quiet">{t.noRoles}</p>}
      {of.value.map((held, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a role has no other name than its place
        <div className="row" key={index}>
          <div className="field">
            <label htmlFor={`role-${index}`}>{t.role(index + 1)}</label>
            <select
              id={`role-${index}`}
              value={held.role}
              onChange={({ target }) => replace(index, { ...held, role: target.value as Role })}
            >
              {roles.map((role) => (
                <option key={role} value={role}>
                  {roleName(role, language)}
                </option>
              ))}
            </select>
          </div>
          <div className="field">
            <label htmlFor={`role-unit-${index}`}>{t.roleIn(index + 1)}</label>
            <UnitSelect
              root={of.root}
              value={held.authorityId}
              choose={(id) => replace(index, { ...held, authorityId: id as AuthorityId })}
              given={{ id: `role-unit-${index}` }}
            />
          </div>
          <div className="buttons">
            <button type="button" className="button" onClick={() => of.set(of.value.filter((_, at) => at !== index))}>
              {t.removeRole(index + 1)}
            </button>
          </div>
        </div>
      ))}
      {of.wrong && <p className="wrong">{of.wrong}</p>}
      <button type="button" className="button" onClick={() => of.set([...of.value, { role: 'ward', authorityId: of.at }])}>
        {t.addRole}
      </button>
    </fieldset>
  );
}
