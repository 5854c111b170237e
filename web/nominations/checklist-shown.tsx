import type { ReactNode } from 'react';
import type { Checklist } from '../../shared/criteria/checklist.ts';
import { Scroll } from '../components/scroll.tsx';
import { numberText } from '../language/format.ts';
import { useLanguage, useT } from '../language/language.tsx';
import { setupTexts } from '../programmes/setup-texts.ts';
import { neededText } from './measured.ts';

/** A set of criteria to read. */
export function ChecklistShown({ checklist }: { checklist: Checklist }): ReactNode {
  const t = useT(setupTexts);
  const { language } = useLanguage();
  return (
    <>
      <p>{t.passScore(numberText(checklist.passScore, language, 1))}</p>
      <details>
        <summary>{t.showCriteria(checklist.criteria.length)}</summary>
        <Scroll label={t.checklist}>
          <table>
            <thead>
              <tr>
                <th>{t.code}</th>
                <th>{t.criterion}</th>
                <th className="number">{t.weight}</th>
                <th className="number">{t.threshold}</th>
                <th>{t.appliesTo}</th>
              </tr>
            </thead>
            <tbody>
              {checklist.criteria.map((each) => (
                <tr key={each.code}>
                  <td>{each.code}</td>
                  <td>
                    {each[language]} {each.mandatory && <em>({t.mandatory})</em>}
                  </td>
                  <td className="number">{numberText(each.weight, language, 1)}</td>
                  <td className="number">{neededText(each, language, t)}</td>
                  <td>{each.appliesTo.map((kind) => t.kinds[kind]).join(', ')}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </Scroll>
      </details>
    </>
  );
}
