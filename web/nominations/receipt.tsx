import type { ReactNode } from 'react';
import { Link, useParams } from 'wouter';
import { Icon } from '../components/icon.tsx';
import { Loaded } from '../components/loaded.tsx';
import { momentText, numberText } from '../language/format.ts';
import { useLanguage, useT } from '../language/language.tsx';
import { wardTexts } from '../ward/ward-texts.ts';
import { useNameOf } from './decided.tsx';
import { type DossierShown, useDossier, useProgramme } from './queries.ts';
import '../styles/ward.css';

/** `/ho-so/:nominationId/bien-nhan`: what was received, when, and the hash of the frozen list; made to be printed. */
export default function Receipt(): ReactNode {
  const { nominationId } = useParams<{ nominationId: string }>();
  const dossier = useDossier(nominationId);
  return <Loaded query={dossier}>{({ nomination }) => <Shown nomination={nomination} />}</Loaded>;
}

function Shown({ nomination }: Pick<DossierShown, 'nomination'>): ReactNode {
  const t = useT(wardTexts);
  const { language } = useLanguage();
  const programme = useProgramme(nomination.programmeId);
  const nameOf = useNameOf(nomination.id);
  const toDossier = (
    <Link href={`/ho-so/${nomination.id}`} className="button">
      {t.toDossier}
    </Link>
  );
  if (!('submission' in nomination))
    return (
      <>
        <h1>{t.receipt}</h1>
        <p>{t.noReceipt}</p>
        {toDossier}
      </>
    );
  const { submission } = nomination;
  const lines: [string, ReactNode][] = [
    [t.submittedAt, `${momentText(submission.submittedAt, language)} (${submission.onTime ? t.onTime : t.late})`],
    [t.submittedBy, nameOf(submission.by)],
    [t.ward, nomination.wardName],
    [t.street, nomination.streetName],
    [t.programme, programme.data?.name],
    [t.round, numberText(nomination.round, language)],
    [t.merchants, numberText(submission.figures.merchants, language)],
    [t.cashless, numberText(submission.figures.cashless, language)],
    [t.files, nomination.files.map(({ name }) => name).join(', ')],
    [t.snapshot, <code key="hash">{submission.snapshot}</code>],
    [t.code, <code key="id">{nomination.id}</code>],
  ];
  return (
    <article className="receipt">
      <h1>
        <Icon name="check" /> {t.receipt}
      </h1>
      <p>{t.receiptText}</p>
      <dl className="facts">
        {lines.map(([label, value]) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <div className="buttons no-print">
        <button type="button" className="button main" onClick={() => window.print()}>
          <Icon name="print" /> {t.print}
        </button>
        {toDossier}
      </div>
    </article>
  );
}
