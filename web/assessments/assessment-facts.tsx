import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useT } from '../language/language.tsx';
import { api, ask } from '../server/api.ts';
import { useAuthority } from '../server/authority.ts';
import { todayTexts } from './today-texts.ts';

/** Where a visit leads, how far the sheet is, and which shops were drawn for the spot check. */
export function AssessmentFacts(of: { nominationId: string; wardId: string; answered: number; checked: number }): ReactNode {
  const t = useT(todayTexts);
  const ward = useAuthority(of.wardId);
  const assignment = useQuery({
    queryKey: ['assignment', of.nominationId],
    queryFn: () => ask(api.nominations[':id'].assessment.$get({ param: { id: of.nominationId } })),
    // Accounts of the drawn shops stand in it: it lies on the device only once the assessor takes it along.
    meta: { keep: false },
  });
  const street = assignment.data?.street;
  const place = street && (street.kind === 'street' ? [street.from, street.to].filter(Boolean).join(' – ') : street.address);
  const drawn = assignment.data?.sample.merchants ?? [];
  return (
    <>
      <p>
        {ward.data?.name}
        {place && `, ${place}`}
      </p>
      <p className="quiet">{of.answered + of.checked === 0 ? t.notBegun : t.begun(of.answered, of.checked, drawn.length)}</p>
      {drawn.length > 0 && (
        <details>
          <summary>{t.drawn(drawn.length)}</summary>
          <ul>
            {drawn.map(({ merchantId, name, place: at }) => (
              <li key={merchantId}>
                {name}, {at}
              </li>
            ))}
          </ul>
        </details>
      )}
    </>
  );
}
