import type { ReactNode } from 'react';
import { Link } from 'wouter';
import type { AssessmentSheet } from '../../shared/assessments/assessment.ts';
import { momentText } from '../language/format.ts';
import { useLanguage, useT } from '../language/language.tsx';
import { assessmentTexts } from './assessment-texts.ts';
import { isSame } from './outbox.ts';
import { outboxTexts } from './outbox-texts.ts';
import { questionsOf } from './score-so-far.ts';
import type { OpenFieldAssessment } from './use-field-assessment.ts';
import { WithAssessment } from './with-assessment.tsx';

/** Both copies of a sheet side by side, where they differ. */
export default function ComparePage(): ReactNode {
  return <WithAssessment>{(open) => <Compare open={open} />}</WithAssessment>;
}

function Compare({ open: { assignment, visit, sheet } }: { open: OpenFieldAssessment }): ReactNode {
  const t = useT(assessmentTexts);
  const o = useT(outboxTexts);
  const { language } = useLanguage();
  const theirs = visit.trouble?.kind === 'conflict' ? (visit.trouble.theirs.sheet as AssessmentSheet) : sheet;
  const rows = [
    ...questionsOf(assignment).map((each) => ({
      name: `${each.code}. ${each[language]}`,
      mine: sheet.answers[each.code],
      other: theirs.answers[each.code],
    })),
    ...assignment.sample.merchants.map(({ merchantId, name }) => ({
      name,
      mine: sheet.spotChecks.find((each) => each.merchantId === merchantId),
      other: theirs.spotChecks.find((each) => each.merchantId === merchantId),
    })),
    { name: t.arrival, mine: arrivalText(sheet), other: arrivalText(theirs) },
    { name: t.visitNote, mine: sheet.note, other: theirs.note },
  ].filter(({ mine, other }) => !isSame(mine, other));
  function arrivalText({ arrival }: AssessmentSheet): string | undefined {
    return arrival && `${momentText(arrival.at, language)} ${arrival.manualReason ?? ''}`;
  }
  return (
    <>
      <h1>{o.compare}</h1>
      <div className="scroll">
        <table>
          <thead>
            <tr>
              <th scope="col">{t.questions}</th>
              <th scope="col">{o.here}</th>
              <th scope="col">{o.there}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map(({ name, mine, other }) => (
              <tr key={name}>
                <th scope="row">{name}</th>
                <td>
                  <Wording what={mine} />
                </td>
                <td>
                  <Wording what={other} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <Link className="button" href={`/phieu/${visit.nominationId}`}>
        {t.toOverview}
      </Link>
    </>
  );
}

function Wording({
  what,
}: {
  what: AssessmentSheet['answers'][string] | AssessmentSheet['spotChecks'][number] | string | undefined;
}): ReactNode {
  const t = useT(assessmentTexts);
  if (what === undefined) return <span className="quiet">–</span>;
  if (typeof what === 'string') return what;
  const photos = what.evidence.length > 0 ? ` (${t.receiptPhotos(what.evidence.length)})` : '';
  const note = what.note ? ` – ${what.note}` : '';
  return `${wordsOf(what, t)}${photos}${note}`;
}

function wordsOf(
  what: AssessmentSheet['answers'][string] | AssessmentSheet['spotChecks'][number],
  t: (typeof assessmentTexts)['vi'],
): string {
  if ('outcome' in what) {
    if (what.outcome !== 'found') return t.outcomes[what.outcome];
    const wording = (yes: boolean) => (yes ? t.yes : t.no);
    const facts = [`${t.qrDisplayed} ${wording(what.qrDisplayed)}`, `${t.pricesDisplayed} ${wording(what.pricesDisplayed)}`, what.payload];
    return [t.outcomes.found, ...facts].filter(Boolean).join(' · ');
  }
  switch (what.kind) {
    case 'yesNo':
      return what.met ? t.yes : t.no;
    case 'count':
      return String(what.count);
    case 'share':
      return `${what.numerator}/${what.denominator}`;
    case 'notApplicable':
      return `${t.notApplicable}: ${what.reason}`;
  }
}
