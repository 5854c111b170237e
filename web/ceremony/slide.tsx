import type { ReactNode } from 'react';
import { momentText, numberText, shareText } from '../language/format.ts';
import { useLanguage, useT } from '../language/language.tsx';
import { ceremonyTexts } from './ceremony-texts.ts';
import type { CeremonyShown, HandoverShown } from './queries.ts';

/** The first slide: whose ceremony it is, of what, when. */
export function TitleSlide({ programme }: { programme: CeremonyShown['programme'] }): ReactNode {
  const t = useT(ceremonyTexts);
  const { language } = useLanguage();
  return (
    <>
      <p className="authority" lang="vi">
        {programme.authorityName}
      </p>
      <h1 className="heading">{t.title}</h1>
      <div className="divider" />
      <p className="place" lang="vi">
        {programme.name}
      </p>
      <p className="number">
        <span lang="vi">{programme.placeOfIssue}</span>, {momentText(programme.ceremonyAt, language)}
      </p>
    </>
  );
}

/** How large a street's slide can be set: the longest names of streets and wards still fit. */
export function sizeOf({ name, segment = '', place }: HandoverShown): 'large' | 'middle' | 'small' | 'smallest' {
  if (name.length > 56) return 'smallest';
  if (name.length > 28 || segment.length > 70 || place.length > 75) return 'small';
  return name.length > 18 ? 'middle' : 'large';
}

/** One street in the words of its certificate. */
export function StreetSlide({ handover }: { handover: HandoverShown }): ReactNode {
  const t = useT(ceremonyTexts).slides;
  const { language } = useLanguage();
  const { kind, name, segment, place, figures } = handover;
  const { cashless, merchants } = figures;
  return (
    <>
      <p className="subject">{t[kind]}</p>
      <h1 className="name" lang="vi">
        {name}
      </h1>
      {segment && (
        <p className="segment" lang="vi">
          {segment}
        </p>
      )}
      <p className="place" lang="vi">
        {place}
      </p>
      <div className="divider" />
      <p className="share">{shareText(cashless, merchants, language)}</p>
      <p className="figures">{t.figures(numberText(cashless, language), numberText(merchants, language))}</p>
      <p className="number">{handover.state === 'final' ? t.number(handover.number) : t.draft}</p>
    </>
  );
}
