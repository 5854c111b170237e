import type { ReactNode } from 'react';
import { Link, useParams } from 'wouter';
import { Waiting } from '../components/waiting.tsx';
import { timeText } from '../language/format.ts';
import { useLanguage, useT } from '../language/language.tsx';
import { assessmentTexts } from './assessment-texts.ts';
import { ConflictNotice } from './conflict-notice.tsx';
import { type OpenFieldAssessment, useFieldAssessment } from './use-field-assessment.ts';
import '../styles/assessments.css';

/** The visit of the address, opened from this device; what is wrong with it stands above every one of its pages. */
export function WithAssessment({ children }: { children: (open: OpenFieldAssessment) => ReactNode }): ReactNode {
  const t = useT(assessmentTexts);
  const { nominationId } = useParams<{ nominationId: string }>();
  const open = useFieldAssessment(nominationId);
  if (open === 'loading') return <Waiting />;
  if (open === 'absent')
    return (
      <>
        <h1>{t.nothingHere}</h1>
        <p>{t.nothingHereText}</p>
        <Link className="button main" href="/">
          {t.today}
        </Link>
      </>
    );
  return (
    <div className="visit">
      <ConflictNotice visit={open.visit} />
      {children(open)}
      <SavedLine open={open} />
    </div>
  );
}

/** Whether what was just entered lies on the disk: two words that are never mixed up with "sent". */
function SavedLine({ open: { kept, visit } }: { open: OpenFieldAssessment }): ReactNode {
  const t = useT(assessmentTexts);
  const { language } = useLanguage();
  if (kept.kind === 'not-kept')
    return (
      <p className="notice danger" role="alert">
        {t.storageFull}
      </p>
    );
  const sent = visit.revision === visit.sent.revision && !visit.sending;
  return (
    <p className="quiet kept" role="status">
      {kept.kind === 'saving' ? t.saving : t.savedOnDevice(timeText(kept.at, language))}
      {kept.kind === 'kept' && sent && visit.revision > 0 ? ` · ${t.sentAt}` : ''}
    </p>
  );
}
