import type { ReactNode } from 'react';
import { Link, useLocation, useParams } from 'wouter';
import { failureText } from '../../shared/failures/failure-texts.ts';
import { isOpenToWard } from '../../shared/nominations/edit.ts';
import { heldPlaces } from '../../shared/nominations/quota.ts';
import { submit } from '../../shared/nominations/submit.ts';
import { DeadlineText } from '../components/deadline-text.tsx';
import { Icon } from '../components/icon.tsx';
import { Loaded } from '../components/loaded.tsx';
import { dueOf } from '../components/next-step.tsx';
import { useNotify } from '../components/notify.tsx';
import { Refused } from '../components/refused.tsx';
import { numberText, shareText, sizeText } from '../language/format.ts';
import { useLanguage, useT } from '../language/language.tsx';
import { useAction } from '../server/action.ts';
import { api, ask } from '../server/api.ts';
import { useWorking } from '../session/use-session.ts';
import { type StreetShown, useStreet } from '../streets/queries.ts';
import { segmentText } from '../streets/segment-text.ts';
import { streetTexts } from '../streets/street-texts.ts';
import { andBack } from '../ward/back-to.ts';
import { useCheck, useWardNominations, type WardNomination } from '../ward/queries.ts';
import { pageOfMissing } from '../ward/tasks.ts';
import { wardTexts } from '../ward/ward-texts.ts';
import { ChangesSince } from './changes-since.tsx';
import { type DossierShown, dossierKey, type ProgrammeShown, useDossier, useProgramme } from './queries.ts';
import { ReturnedNote } from './returned-note.tsx';
import { useAsked } from './why-not.ts';
import '../styles/nominations.css';
import '../styles/ward.css';

type Answers = {
  dossier: DossierShown;
  programme: ProgrammeShown;
  street: StreetShown;
  missing: readonly string[];
  nominations: readonly WardNomination[];
};

/** `/ho-so/:nominationId/nop`: everything once more before it is handed in; "Sửa" comes back to this page. */
export default function Submit(): ReactNode {
  const { nominationId } = useParams<{ nominationId: string }>();
  const dossier = useDossier(nominationId);
  return <Loaded query={dossier}>{(found) => <Gathered dossier={found} />}</Loaded>;
}

function Gathered({ dossier }: { dossier: DossierShown }): ReactNode {
  const { authorityId } = useWorking();
  const { id, programmeId, streetId } = dossier.nomination;
  const [programme, street, check, nominations] = [
    useProgramme(programmeId),
    useStreet(streetId),
    useCheck(id),
    useWardNominations(authorityId),
  ];
  return (
    <Loaded query={programme}>
      {(rules) => (
        <Loaded query={street}>
          {(place) => (
            <Loaded query={check}>
              {({ missing }) => (
                <Loaded query={nominations}>
                  {(all) => <CheckAnswers dossier={dossier} programme={rules} street={place} missing={missing} nominations={all} />}
                </Loaded>
              )}
            </Loaded>
          )}
        </Loaded>
      )}
    </Loaded>
  );
}

function CheckAnswers({ dossier, programme, street, missing, nominations }: Answers): ReactNode {
  const t = useT(wardTexts);
  const { language } = useLanguage();
  const asked = useAsked();
  const notify = useNotify();
  const [, go] = useLocation();
  const { nomination } = dossier;
  const action = useAction({
    perform: (input: { version: number }, actionId) =>
      ask(api.nominations[':id'].submission.$post({ param: { id: nomination.id }, json: { actionId, ...input } })),
    changes: [dossierKey(nomination.id), ['nominations'], ['street', nomination.streetId], ['streets'], ['merchants', nomination.streetId]],
    done: () => {
      notify(t.submitted);
      go(`/ho-so/${nomination.id}/bien-nhan`, { replace: true });
    },
  });
  const why = submit.whyNot(asked, nomination, { programme, street, missing, held: heldPlaces(nominations, nomination) });
  const due = dueOf(nomination, programme);
  return (
    <>
      <h1>{t.submitTitle}</h1>
      <p>{t.submitText}</p>
      {due && (
        <p>
          <DeadlineText until={due} />
        </p>
      )}
      <ReturnedNote dossier={dossier} />
      <AnswerList nomination={nomination} street={street} programme={programme} />
      <ChangesSince nomination={nomination} />
      {why && (
        <div className="notice warning" id="why">
          <p>
            <Icon name="warning" /> <strong>{t.cannotSubmit}.</strong> {missing.length === 0 && failureText(why, language)}
          </p>
          {why.code === 'dossier-incomplete' && (
            <ul>
              {missing.map((item) => (
                <li key={item}>
                  <Link href={andBack(pageOfMissing(item, nomination), `/ho-so/${nomination.id}/nop`)}>{t.missingItem[item] ?? item}</Link>
                </li>
              ))}
            </ul>
          )}
          {why.code !== 'dossier-incomplete' && missing.length > 0 && <p>{failureText(why, language)}</p>}
        </div>
      )}
      <Refused error={action.error} />
      <div className="buttons">
        <button
          type="button"
          className="button main"
          disabled={why !== undefined || action.isPending}
          aria-describedby={why && 'why'}
          onClick={() => action.mutate({ version: nomination.version })}
        >
          {nomination.state === 'returned' ? t.submitAgain : t.submit}
        </button>
        <Link href={`/ho-so/${nomination.id}`} className="button">
          {t.toDossier}
        </Link>
      </div>
    </>
  );
}

/** What will be handed in, each part with the way to change it. */
function AnswerList({
  nomination,
  street,
  programme,
}: Pick<Answers, 'street' | 'programme'> & Pick<DossierShown, 'nomination'>): ReactNode {
  const t = useT(wardTexts);
  const words = useT(streetTexts);
  const { language } = useLanguage();
  const here = `/ho-so/${nomination.id}/nop`;
  const { figures } = street;
  const editable = isOpenToWard(nomination);
  const parts: [label: string, value: ReactNode, to?: string][] = [
    [t.programme, programme.name],
    [words.kinds[street.kind], street.name, `/duong/${street.id}/sua`],
    [t.segmentLabel, segmentText(street, words), `/duong/${street.id}/sua`],
    [
      t.merchants,
      `${numberText(figures.merchants, language)} · ${t.cashless}: ${numberText(figures.cashless, language)} (${shareText(figures.cashless, figures.merchants, language)})`,
      `/duong/${street.id}/co-so`,
    ],
    [
      t.contact,
      nomination.contact ? `${nomination.contact.name}, ${nomination.contact.phone}` : t.noContact,
      `/ho-so/${nomination.id}#lien-he`,
    ],
    [
      t.files,
      nomination.files.length === 0
        ? t.noFiles
        : nomination.files.map((file) => (
            <span key={file.sha256} className="answer-file">
              {t.purposes[file.purpose]}: {file.name} ({sizeText(file.size, language)})
            </span>
          )),
      `/ho-so/${nomination.id}#tep`,
    ],
  ];
  return (
    <dl className="facts answers">
      {parts.map(([label, value, to]) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>
            {value}{' '}
            {to && editable && (
              <Link href={andBack(to, here)}>
                {t.change} <span className="visually-hidden">{label}</span>
              </Link>
            )}
          </dd>
        </div>
      ))}
    </dl>
  );
}
