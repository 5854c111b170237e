import type { Compared } from '../components/both-versions.tsx';
import { pointText } from '../components/line.ts';
import type { StreetForm } from './form.ts';
import type { streetTexts } from './street-texts.ts';

type Words = (typeof streetTexts)['vi'];

/** Two versions of a street, field by field, as people read them. */
export function comparedStreets(theirs: StreetForm, mine: StreetForm, t: Words): Compared[] {
  const lineText = ({ line }: StreetForm) => (line.length === 0 ? t.empty : `${t.points(line.length)}: ${line.map(pointText).join(' · ')}`);
  const words: Record<keyof Words['fields'], (of: StreetForm) => string> = {
    kind: (of) => t.kinds[of.kind],
    name: (of) => of.name,
    from: (of) => of.from,
    to: (of) => of.to,
    side: (of) => (of.side ? t.sides[of.side] : t.noSide),
    address: (of) => of.address,
    line: lineText,
  };
  const ofKind = (kind: StreetForm['kind']): readonly (keyof StreetForm)[] => (kind === 'market' ? ['address'] : ['from', 'to', 'side']);
  const shown = new Set<keyof StreetForm>(['kind', 'name', 'line', ...ofKind(theirs.kind), ...ofKind(mine.kind)]);
  return (Object.keys(words) as (keyof Words['fields'])[])
    .filter((field) => shown.has(field))
    .map((field) => {
      const [their, my] = [words[field](theirs), words[field](mine)];
      return { label: t.fields[field], theirs: their || t.empty, mine: my || t.empty, differs: their !== my };
    });
}
