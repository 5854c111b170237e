import type { StreetDetails } from '../../shared/streets/street.ts';
import type { Point } from '../components/line.ts';

/** A street or market as it is being typed: whatever was typed for one kind stays when the other is looked at. */
export type StreetForm = {
  kind: 'street' | 'market';
  name: string;
  from: string;
  to: string;
  side: '' | 'both' | 'even' | 'odd';
  address: string;
  line: Point[];
};

export const emptyForm: StreetForm = { kind: 'street', name: '', from: '', to: '', side: '', address: '', line: [] };

/** The form of a stored street. */
export function formOf(street: StreetDetails): StreetForm {
  const line = (street.line ?? []) as Point[];
  if (street.kind === 'market') return { ...emptyForm, kind: 'market', name: street.name, address: street.address ?? '', line };
  const { name, from = '', to = '', side = '' } = street;
  return { ...emptyForm, name, from, to, side, line };
}

/** What is sent: fields left empty are left out. */
export function detailsOf(form: StreetForm): StreetDetails {
  const line = form.line.length > 0 ? { line: form.line } : {};
  const text = (value: string) => value.trim();
  if (form.kind === 'market')
    return { kind: 'market', name: text(form.name), ...(text(form.address) && { address: text(form.address) }), ...line };
  return {
    kind: 'street',
    name: text(form.name),
    ...(text(form.from) && { from: text(form.from) }),
    ...(text(form.to) && { to: text(form.to) }),
    ...(form.side && { side: form.side }),
    ...line,
  };
}
