import { type ReactNode, useState } from 'react';
import type { Answer } from '../../shared/assessments/assessment.ts';
import { useT } from '../language/language.tsx';
import { assessmentTexts } from './assessment-texts.ts';

type Quantity = { kind: 'count'; count: number } | { kind: 'share'; numerator: number; denominator: number };

/** One number that was counted, or two of a share. What is typed stays on the screen also while it is no whole answer yet. */
export function QuantityField(of: {
  answer: Answer | undefined;
  share: boolean;
  hint: string;
  set: (quantity: Quantity | undefined) => void;
}): ReactNode {
  const t = useT(assessmentTexts);
  const { answer, share, hint } = of;
  const [typed, setTyped] = useState<readonly [string, string]>([
    answer?.kind === 'count' ? String(answer.count) : answer?.kind === 'share' ? String(answer.numerator) : '',
    answer?.kind === 'share' ? String(answer.denominator) : '',
  ]);
  const type = (next: readonly [string, string]) => {
    setTyped(next);
    const [first, second] = next.map(numberOf) as [number | undefined, number | undefined];
    if (!share) of.set(first === undefined ? undefined : { kind: 'count', count: first });
    else of.set(isShare(first, second) ? { kind: 'share', numerator: first as number, denominator: second as number } : undefined);
  };
  const wrong = (at: 0 | 1): string | undefined => {
    const [first, second] = typed.map(numberOf);
    if (typed[at] !== '' && numberOf(typed[at]) === undefined) return t.noNumber;
    if (!share || at === 0 || second === undefined) return undefined;
    if (second === 0) return t.noneAtAll;
    return first !== undefined && first > second ? t.moreThanAll : undefined;
  };
  const input = (id: string, label: string, at: 0 | 1) => (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <input
        id={id}
        inputMode="decimal"
        autoComplete="off"
        value={typed[at]}
        aria-invalid={wrong(at) ? true : undefined}
        aria-describedby={wrong(at) ? `${id}-wrong` : undefined}
        onChange={({ target }) => type(at === 0 ? [target.value, typed[1]] : [typed[0], target.value])}
      />
      {wrong(at) && (
        <p className="wrong" id={`${id}-wrong`} role="alert">
          {wrong(at)}
        </p>
      )}
    </div>
  );
  return (
    <>
      <p className="quiet">{hint}</p>
      {share ? (
        <div className="row">
          {input('numerator', t.numerator, 0)}
          {input('denominator', t.denominator, 1)}
        </div>
      ) : (
        input('count', t.count, 0)
      )}
    </>
  );
}

const isShare = (part: number | undefined, whole: number | undefined): boolean =>
  part !== undefined && whole !== undefined && whole > 0 && part <= whole;

/** "1.234" and "1 234" are thousands, "12,5" has a decimal comma, as people in Vietnam write. */
const numberOf = (text: string): number | undefined => {
  const plain = text
    .trim()
    .replaceAll(/[ .](?=\d{3}(\D|$))/g, '')
    .replace(',', '.');
  return /^\d{1,9}([.]\d{1,4})?$/.test(plain) ? Number(plain) : undefined;
};
