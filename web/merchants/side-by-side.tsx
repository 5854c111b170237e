import type { ReactNode } from 'react';
import { fieldNames } from '../../shared/merchants/list-names.ts';
import type { MerchantDetails } from '../../shared/merchants/merchant.ts';
import { nameKey } from '../../shared/text/fold.ts';
import { useLanguage } from '../language/language.tsx';
import { cellText } from './import-rows.tsx';

const compared = ['name', 'place', 'owner', 'type', 'category', 'taxId', 'phone', 'methods'] as const;
type Side = { title: ReactNode; details: MerchantDetails | undefined };

/** Two merchants beside each other, field by field; what is alike stands out. */
export function SideBySide({ a, b }: { a: Side; b: Side }): ReactNode {
  const { language } = useLanguage();
  const text = (side: Side, field: (typeof compared)[number]) => (side.details ? cellText(side.details, field, language) : '');
  const fields = compared.filter((field) => text(a, field) !== '' || text(b, field) !== '');
  return (
    <div className="scroll">
      <table className="compare">
        <thead>
          <tr>
            <td />
            <th scope="col">{a.title}</th>
            <th scope="col">{b.title}</th>
          </tr>
        </thead>
        <tbody>
          {fields.map((field) => {
            const alike = text(a, field) !== '' && nameKey(text(a, field)) === nameKey(text(b, field));
            return (
              <tr key={field} className={alike ? 'alike' : undefined}>
                <th scope="row">{fieldNames[language][field]}</th>
                <td>{text(a, field)}</td>
                <td>{text(b, field)}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}
