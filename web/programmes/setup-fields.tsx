import { type ReactNode, useId } from 'react';
import { Field } from '../components/field.tsx';
import { Refused } from '../components/refused.tsx';
import { useT } from '../language/language.tsx';
import { useAuthority } from '../server/authority.ts';
import type { ProgrammeForm } from './programme-form.ts';
import { useUnits } from './queries.ts';
import { setupTexts } from './setup-texts.ts';

export type FieldsOf = {
  form: ProgrammeForm;
  set: (part: Partial<ProgrammeForm>) => void;
  /** What the server found wrong with a field, as it names it. */
  wrong: (field: string) => string | undefined;
};

export function GeneralFields({ form, set, wrong, authorityId }: FieldsOf & { authorityId: string }): ReactNode {
  const t = useT(setupTexts);
  const own = useAuthority(authorityId);
  const parentId = own.data?.parentId;
  return (
    <fieldset className="card">
      <legend className="card-legend">{t.general}</legend>
      <Field label={t.name} hint={t.nameHint} name="details.name" wrong={wrong('name')}>
        {(given) => <input {...given} required maxLength={200} value={form.name} onChange={({ target }) => set({ name: target.value })} />}
      </Field>
      <div className="row">
        <Field label={t.year} name="details.year" wrong={wrong('year')}>
          {(given) => (
            <input
              {...given}
              type="number"
              required
              min={2000}
              max={2100}
              value={form.year}
              onChange={({ target }) => set({ year: target.value })}
            />
          )}
        </Field>
        <Field label={t.issuing} name="details.issuingAuthorityId" wrong={wrong('issuingAuthorityId')}>
          {(given) => (
            <select {...given} value={form.issuingAuthorityId} onChange={({ target }) => set({ issuingAuthorityId: target.value })}>
              <option value={authorityId}>{own.data?.name ?? authorityId}</option>
              {parentId && <UnitOption id={parentId} />}
            </select>
          )}
        </Field>
      </div>
      <Field label={t.legalBasis} hint={t.legalBasisHint} name="details.legalBasis" wrong={wrong('legalBasis')}>
        {(given) => <textarea {...given} rows={3} value={form.legalBasis} onChange={({ target }) => set({ legalBasis: target.value })} />}
      </Field>
    </fieldset>
  );
}

const UnitOption = ({ id }: { id: string }): ReactNode => <option value={id}>{useAuthority(id).data?.name ?? id}</option>;

export function RuleFields({ form, set, wrong }: FieldsOf): ReactNode {
  const t = useT(setupTexts);
  return (
    <fieldset className="card">
      <legend className="card-legend">{t.rules}</legend>
      <div className="row">
        {(
          [
            ['quotaStreet', 'quota.street', 0, 20],
            ['quotaMarket', 'quota.market', 0, 20],
            ['minMerchants', 'minMerchants', 1, 1000],
          ] as const
        ).map(([field, name, least, most]) => (
          <Field key={field} label={t[field]} name={`details.${name}`} wrong={wrong(name)}>
            {(given) => (
              <input
                {...given}
                type="number"
                required
                min={least}
                max={most}
                value={form[field]}
                onChange={({ target }) => set({ [field]: target.value })}
              />
            )}
          </Field>
        ))}
      </div>
    </fieldset>
  );
}

/** Which wards take part: those below the advising authority. */
export function WardFields({ form, set, wrong, authorityId }: FieldsOf & { authorityId: string }): ReactNode {
  const t = useT(setupTexts);
  const units = useUnits(authorityId);
  const own = useAuthority(authorityId);
  const id = useId();
  // Where a ward advises by itself, it is the one that takes part.
  const below = (units.data ?? []).filter((unit) => unit.level === 'ward');
  const wards = own.data?.level === 'ward' ? [own.data, ...below] : below;
  const fault = wrong('wardIds');
  return (
    <fieldset className="card" id="field-details-wardIds" aria-describedby={fault ? id : undefined}>
      <legend className="card-legend">{t.wards}</legend>
      <Refused error={units.error} />
      {units.data && wards.length === 0 && <p className="notice">{t.noUnits}</p>}
      <p role="status">{t.wardsText(form.wardIds.length, wards.length)}</p>
      {fault && (
        <p className="wrong" id={id}>
          {fault}
        </p>
      )}
      <div className="buttons">
        <button type="button" className="button" onClick={() => set({ wardIds: wards.map((ward) => ward.id) })}>
          {t.allWards}
        </button>
        <button type="button" className="button plain" onClick={() => set({ wardIds: [] })}>
          {t.noWards}
        </button>
      </div>
      <div className="ward-choices">
        {wards.map((ward) => (
          <label className="choice" key={ward.id}>
            <input
              type="checkbox"
              checked={form.wardIds.includes(ward.id)}
              onChange={({ target }) =>
                set({ wardIds: target.checked ? [...form.wardIds, ward.id] : form.wardIds.filter((each) => each !== ward.id) })
              }
            />
            {ward.name}
          </label>
        ))}
      </div>
    </fieldset>
  );
}

export function CertificateFields({ form, set, wrong }: FieldsOf): ReactNode {
  const t = useT(setupTexts);
  const text = (field: 'numberTemplate' | 'authorityName' | 'placeOfIssue' | 'signatory', name: string, most: number, hint?: string) => (
    <Field label={t[field]} hint={hint} name={`details.certificate.${name}`} wrong={wrong(`certificate.${name}`)}>
      {(given) => (
        <input {...given} required maxLength={most} value={form[field]} onChange={({ target }) => set({ [field]: target.value })} />
      )}
    </Field>
  );
  return (
    <fieldset className="card">
      <legend className="card-legend">{t.certificate}</legend>
      {text('authorityName', 'authorityName', 160)}
      <div className="row">
        {text('placeOfIssue', 'placeOfIssue', 80)}
        {text('numberTemplate', 'numberTemplate', 53, t.numberTemplateHint)}
      </div>
      <div className="row">
        <Field label={t.capacity} name="details.certificate.signatory.capacity">
          {(given) => (
            <select
              {...given}
              value={form.capacity}
              onChange={({ target }) => set({ capacity: target.value as ProgrammeForm['capacity'] })}
            >
              <option value="chairman">{t.capacities.chairman}</option>
              <option value="vice-chairman">{t.capacities['vice-chairman']}</option>
            </select>
          )}
        </Field>
        {text('signatory', 'signatory.name', 80)}
      </div>
    </fieldset>
  );
}
