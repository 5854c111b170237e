import { type ReactNode, useEffect, useState } from 'react';
import { v7 as uuidv7 } from 'uuid';
import { Link, useLocation, useParams } from 'wouter';
import { BothVersions } from '../components/both-versions.tsx';
import { ErrorSummary } from '../components/error-summary.tsx';
import { wrongWith } from '../components/field.tsx';
import { Loaded } from '../components/loaded.tsx';
import { useNotify } from '../components/notify.tsx';
import { useDraft } from '../device/draft.ts';
import { useLanguage, useT } from '../language/language.tsx';
import { type ProgrammeShown, useProgramme } from '../nominations/queries.ts';
import { SendButtons } from '../nominations/send-buttons.tsx';
import { officeTexts } from '../office/office-texts.ts';
import { useAction } from '../server/action.ts';
import { api, ask } from '../server/api.ts';
import { useAuthority } from '../server/authority.ts';
import { refusalOf } from '../server/problem.ts';
import { useWorking } from '../session/use-session.ts';
import { ChecklistChoice } from './checklist-choice.tsx';
import { comparedForms } from './compared.ts';
import { detailsOf, emptyForm, formOf, type ProgrammeForm } from './programme-form.ts';
import { Running } from './running.tsx';
import { CertificateFields, GeneralFields, RuleFields, WardFields } from './setup-fields.tsx';
import { setupTexts } from './setup-texts.ts';
import { TimelineFields } from './timeline-fields.tsx';
import '../styles/nominations.css';
import '../styles/office.css';

/** `/dot/moi` and `/dot/:id/thiet-lap`: a programme is set up, opened, extended and closed. */
export default function Setup(): ReactNode {
  const { id } = useParams<{ id?: string }>();
  return id ? <Existing id={id} /> : <New />;
}

function New(): ReactNode {
  const t = useT(setupTexts);
  const { authorityId } = useWorking();
  const own = useAuthority(authorityId);
  return (
    <>
      <h1>{t.newTitle}</h1>
      <Loaded query={own}>{(authority) => <SetupForm initial={emptyForm(authority, new Date().getFullYear())} />}</Loaded>
    </>
  );
}

function Existing({ id }: { id: string }): ReactNode {
  const t = useT(setupTexts);
  const office = useT(officeTexts);
  const programme = useProgramme(id);
  const [unsaved, setUnsaved] = useState(false);
  return (
    <Loaded query={programme}>
      {(of) => (
        <>
          <p>
            <Link href="/dot">{office.programmes}</Link> · <Link href={`/dot/${of.id}`}>{of.name}</Link>
          </p>
          <h1>{t.title}</h1>
          {of.state === 'draft' && <SetupForm key={of.id} programme={of} initial={formOf(of)} notifyUnsaved={setUnsaved} />}
          <Running programme={of} unsaved={of.state === 'draft' && unsaved} />
        </>
      )}
    </Loaded>
  );
}

type FormOf = { programme?: ProgrammeShown; initial: ProgrammeForm; notifyUnsaved?: (unsaved: boolean) => void };

function SetupForm({ programme, initial, notifyUnsaved }: FormOf): ReactNode {
  const t = useT(setupTexts);
  const { language } = useLanguage();
  const { me, authorityId } = useWorking();
  const [, go] = useLocation();
  const notify = useNotify();
  const [newId] = useState(() => uuidv7());
  const draft = useDraft<ProgrammeForm & { id: string }>(
    `programme ${programme?.id ?? `new ${authorityId}`} ${me.id}`,
    { ...initial, id: programme?.id ?? newId },
    programme?.version,
  );
  const form = draft.value;
  const unsaved = draft.state.kind !== 'clean' && draft.state.kind !== 'loading';
  useEffect(() => notifyUnsaved?.(unsaved), [unsaved, notifyUnsaved]);
  const set = (part: Partial<ProgrammeForm>) => draft.set((was) => ({ ...was, ...part }));
  const stale = programme && unsaved && draft.begunOn !== undefined && draft.begunOn < programme.version;

  const save = useAction({
    perform: ({ form: typed, version }: { form: ProgrammeForm & { id: string }; version: number | undefined }, actionId) => {
      const details = detailsOf(typed, programme?.advisingAuthorityId ?? authorityId);
      return programme
        ? ask(
            api.programmes[':id'].$put({ param: { id: programme.id }, json: { actionId, version: version ?? programme.version, details } }),
          )
        : ask(api.programmes.$post({ json: { id: typed.id, details } }));
    },
    changes: [['programmes'], ['programme', form.id]],
    done: (saved) => {
      void draft.clear();
      notify(t.saved);
      if (!programme) go(`/dot/${saved.id}/thiet-lap`, { replace: true });
    },
  });
  const refusal = save.error ? refusalOf(save.error) : undefined;
  // A timeline out of order names its field as a parameter.
  const wrong = (field: string) =>
    wrongWith(refusal, `details.${field}`) ?? (refusal?.params?.['field'] === field ? refusal.detail : undefined);
  const fields = { form, set, wrong };
  const advising = programme?.advisingAuthorityId ?? authorityId;
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        save.mutate({ form, version: draft.begunOn });
      }}
    >
      {stale ? (
        <BothVersions
          rows={comparedForms(initial, form, t, language)}
          take={() => void draft.clear()}
          keep={() => draft.rebase(programme.version)}
        />
      ) : (
        <ErrorSummary error={save.error} labels={labelsOf(t)} />
      )}
      <GeneralFields {...fields} authorityId={advising} />
      <TimelineFields {...fields} />
      <RuleFields {...fields} />
      <WardFields {...fields} authorityId={advising} />
      <ChecklistChoice
        chosen={form.checklist}
        choose={(checklist) => set({ checklist })}
        wrong={wrong('checklist')}
        authorityId={advising}
      />
      <CertificateFields {...fields} />
      {form.wardIds.length === 0 && <p className="quiet">{t.chooseWard}</p>}
      <SendButtons label={t.save} pending={save.isPending} disabled={form.wardIds.length === 0 || Boolean(stale)} state={draft.state} />
    </form>
  );
}

const labelsOf = (t: (typeof setupTexts)['vi']): Record<string, string> => ({
  'details.name': t.name,
  'details.year': t.year,
  'details.legalBasis': t.legalBasis,
  'details.wardIds': t.wards,
  'details.registrationOpensAt': t.opensOn,
  'details.registrationClosesAt': t.registrationUntil,
  'details.assessmentDueAt': t.assessmentUntil,
  'details.ceremonyAt': t.ceremony,
  'details.syncGraceHours': t.grace,
  'details.quota.street': t.quotaStreet,
  'details.quota.market': t.quotaMarket,
  'details.minMerchants': t.minMerchants,
  'details.checklist': t.checklist,
  'details.certificate.numberTemplate': t.numberTemplate,
  'details.certificate.authorityName': t.authorityName,
  'details.certificate.placeOfIssue': t.placeOfIssue,
  'details.certificate.signatory.name': t.signatory,
});
