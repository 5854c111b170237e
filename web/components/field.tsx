import { type ReactNode, useId } from 'react';
import type { Refusal } from '../server/problem.ts';

type Given = { id: string; 'aria-describedby': string | undefined; 'aria-invalid': true | undefined };

/** A label, a hint, the control and what is wrong with it, tied together for screen readers. `name` is the field as the server names it. */
export function Field(of: {
  label: ReactNode;
  name?: string;
  hint?: ReactNode;
  wrong?: string | undefined;
  children: (given: Given) => ReactNode;
}): ReactNode {
  const made = useId();
  const id = of.name ? fieldId(of.name) : made;
  const [hint, wrong] = [`${id}-hint`, `${id}-wrong`];
  const describedBy = [of.hint ? hint : '', of.wrong ? wrong : ''].filter(Boolean).join(' ');
  return (
    <div className="field">
      <label htmlFor={id}>{of.label}</label>
      {of.hint && (
        <p className="hint" id={hint}>
          {of.hint}
        </p>
      )}
      {of.children({ id, 'aria-describedby': describedBy || undefined, 'aria-invalid': of.wrong ? true : undefined })}
      {of.wrong && (
        <p className="wrong" id={wrong}>
          {of.wrong}
        </p>
      )}
    </div>
  );
}

/** The id in the page of a field that the server names, so that the error summary can lead there. */
export const fieldId = (name: string): string => `field-${name.replaceAll(/[^\w]/g, '-')}`;

/** What the server found wrong with one field (or a part of it), as one sentence. */
export const wrongWith = (refusal: Refusal | undefined, name: string): string | undefined =>
  refusal?.fields
    ?.filter(({ field }) => field === name || field.startsWith(`${name}.`) || field.startsWith(`${name}[`))
    .map(({ message }) => message)
    .join(' ') || undefined;
