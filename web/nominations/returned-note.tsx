import type { ReactNode } from 'react';
import { Link } from 'wouter';
import { DeadlineText } from '../components/deadline-text.tsx';
import { Icon } from '../components/icon.tsx';
import { useT } from '../language/language.tsx';
import { pageOfField } from '../ward/tasks.ts';
import { wardTexts } from '../ward/ward-texts.ts';
import { fieldNames } from './names.ts';
import type { DossierShown } from './queries.ts';
import { RemarkList, remarksOf } from './remarks.tsx';

/** Why a dossier came back, until when it is to be answered, and each remark with the place where its field is put right. */
export function ReturnedNote({ dossier }: { dossier: DossierShown }): ReactNode {
  const t = useT(wardTexts);
  const names = useT(fieldNames);
  const { nomination } = dossier;
  const remarks = remarksOf(dossier);
  if (nomination.state !== 'returned') return null;
  const fields = [...new Set(remarks.map(({ field }) => field))];
  return (
    <section className="notice warning" id="nhan-xet" aria-labelledby="returned-title">
      <h2 id="returned-title">
        <Icon name="back" /> {t.returned}
      </h2>
      <p>{nomination.returned.reason}</p>
      <p>
        {t.answerBy}: <DeadlineText until={nomination.returned.answerBy} />
      </p>
      {fields.length > 0 && (
        <dl className="facts">
          {fields.map((field) => (
            <div key={field}>
              <dt>
                <Link href={pageOfField(field, nomination)}>{names[field] ?? field}</Link>
              </dt>
              <dd>
                <RemarkList remarks={remarks.filter((each) => each.field === field)} />
              </dd>
            </div>
          ))}
        </dl>
      )}
    </section>
  );
}
