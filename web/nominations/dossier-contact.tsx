import type { ReactNode } from 'react';
import { useLocation } from 'wouter';
import { failureText } from '../../shared/failures/failure-texts.ts';
import { isOpenToWard } from '../../shared/nominations/edit.ts';
import { BothVersions } from '../components/both-versions.tsx';
import { ErrorSummary } from '../components/error-summary.tsx';
import { Field, wrongWith } from '../components/field.tsx';
import { useNotify } from '../components/notify.tsx';
import { SavedNote } from '../components/saved-note.tsx';
import { useDraft } from '../device/draft.ts';
import { useLanguage, useT } from '../language/language.tsx';
import { useAction } from '../server/action.ts';
import { api, ask } from '../server/api.ts';
import { Problem, refusalOf } from '../server/problem.ts';
import { useWorking } from '../session/use-session.ts';
import { useBackTo } from '../ward/back-to.ts';
import { wardTexts } from '../ward/ward-texts.ts';
import { dossierKey, type NominationShown } from './queries.ts';

type Contact = { name: string; phone: string };
const none: Contact = { name: '', phone: '' };
const same = (a: Contact, b: Contact): boolean => a.name === b.name && a.phone === b.phone;

/** Whom the office may call: typed while the ward holds the dossier, shown afterwards. */
export function Contact({ nomination }: { nomination: NominationShown }): ReactNode {
  const t = useT(wardTexts);
  return (
    <section className="card" id="lien-he" aria-labelledby="contact-title">
      <h2 id="contact-title">{t.contact}</h2>
      {isOpenToWard(nomination) ? (
        <ContactForm key={`${nomination.id} ${nomination.contact?.name} ${nomination.contact?.phone}`} nomination={nomination} />
      ) : (
        <p>{nomination.contact ? `${nomination.contact.name}, ${nomination.contact.phone}` : t.noContact}</p>
      )}
    </section>
  );
}

function ContactForm({ nomination }: { nomination: NominationShown }): ReactNode {
  const t = useT(wardTexts);
  const { language } = useLanguage();
  const { me } = useWorking();
  const [, go] = useLocation();
  const notify = useNotify();
  const back = useBackTo('');
  const stored = nomination.contact ?? none;
  // `was` is what stood there when the typing began: files attached meanwhile are no conflict, another contact is one.
  const draft = useDraft(`contact ${nomination.id} ${me.id}`, { ...stored, was: stored });
  const { value } = draft;
  const action = useAction({
    perform: async (input: { contact: Contact; was: Contact }, actionId) => {
      const param = { id: nomination.id };
      const { nomination: current } = await ask(api.nominations[':id'].$get({ param }));
      const theirs = current.contact ?? none;
      if (same(theirs, input.contact)) return current;
      if (!same(theirs, input.was)) {
        const failure = { code: 'changed-meanwhile', what: 'nomination', seen: nomination.version, current: theirs } as const;
        throw new Problem({ ...failure, status: 409, detail: failureText(failure, language), params: { current: theirs } });
      }
      const { version, files } = current;
      return ask(api.nominations[':id'].$put({ param, json: { actionId, version, contact: input.contact, files } }));
    },
    changes: [dossierKey(nomination.id), ['nominations']],
    done: () => {
      void draft.clear();
      notify(t.saved);
      if (back.given) go(back.to);
    },
  });
  const refusal = action.error ? refusalOf(action.error) : undefined;
  const theirs = refusal?.code === 'changed-meanwhile' ? ((refusal.params?.['current'] as Contact | undefined) ?? none) : undefined;
  const typed = { name: value.name.trim(), phone: value.phone.replaceAll(/[\s.-]/g, '') };
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        action.mutate({ contact: typed, was: value.was });
      }}
    >
      {theirs ? (
        <BothVersions
          rows={(['name', 'phone'] as const).map((field) => ({
            label: field === 'name' ? t.contactName : t.contactPhone,
            theirs: theirs[field],
            mine: typed[field],
            differs: theirs[field] !== typed[field],
          }))}
          take={() => {
            action.reset();
            draft.set({ ...theirs, was: theirs });
          }}
          keep={() => {
            draft.set({ ...value, was: theirs });
            action.mutate({ contact: typed, was: theirs });
          }}
        />
      ) : (
        <ErrorSummary error={action.error} labels={{ 'contact.name': t.contactName, 'contact.phone': t.contactPhone }} />
      )}
      <div className="row even">
        <Field label={t.contactName} name="contact.name" wrong={wrongWith(refusal, 'contact.name')}>
          {(given) => (
            <input
              {...given}
              value={value.name}
              maxLength={120}
              autoComplete="name"
              onChange={({ target }) => draft.set((was) => ({ ...was, name: target.value }))}
            />
          )}
        </Field>
        <Field label={t.contactPhone} hint={t.contactPhoneHint} name="contact.phone" wrong={wrongWith(refusal, 'contact.phone')}>
          {(given) => (
            <input
              {...given}
              type="tel"
              value={value.phone}
              maxLength={20}
              autoComplete="tel"
              onChange={({ target }) => draft.set((was) => ({ ...was, phone: target.value }))}
            />
          )}
        </Field>
      </div>
      <div className="buttons">
        <button type="submit" className="button" disabled={action.isPending}>
          {t.save}
        </button>
        <SavedNote state={draft.state} />
      </div>
    </form>
  );
}
