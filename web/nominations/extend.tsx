import type { ReactNode } from 'react';
import { laterOf } from '../../shared/deadline.ts';
import { lastMoment } from '../../shared/texts/words.ts';
import { Dialog } from '../components/dialog.tsx';
import { useNotify } from '../components/notify.tsx';
import { useDraft } from '../device/draft.ts';
import { useLanguage, useT } from '../language/language.tsx';
import { type Extension, ExtensionFields, untilOf } from '../programmes/extension-fields.tsx';
import { api, ask } from '../server/api.ts';
import { useWorking } from '../session/use-session.ts';
import { actionTexts } from './action-texts.ts';
import type { DossierShown, ProgrammeShown } from './queries.ts';
import { useMove } from './use-move.ts';

/** More time for this one dossier, with a reason. */
export function ExtendForm({
  dossier: { nomination },
  programme,
  close,
}: {
  dossier: DossierShown;
  programme: ProgrammeShown;
  close: () => void;
}): ReactNode {
  const t = useT(actionTexts);
  const notify = useNotify();
  const { language } = useLanguage();
  const { me } = useWorking();
  const draft = useDraft<Extension>(`extension ${nomination.id} ${me.id}`, { reason: '', registration: '', assessment: '' });
  const extend = useMove(
    nomination,
    (typed: Extension, actionId) =>
      ask(
        api.nominations[':id'].extension.$post({
          param: { id: nomination.id },
          json: { actionId, version: nomination.version, reason: typed.reason, ...untilOf(typed) },
        }),
      ),
    () => {
      void draft.clear();
      notify(t.extended);
      close();
    },
  );
  const current = {
    registration: lastMoment(laterOf(programme.registrationClosesAt, nomination.extended.registrationClosesAt), language),
    assessment: lastMoment(laterOf(programme.assessmentDueAt, nomination.extended.assessmentDueAt), language),
  };
  return (
    <Dialog title={t.extend} close={close}>
      <ExtensionFields draft={draft} current={current} sending={extend} label={t.extend} cancel={close} />
    </Dialog>
  );
}
