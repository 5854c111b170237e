import { certificationTexts } from '../certificates/certification-texts.ts';
import type { Language, Texts } from '../texts/words.ts';
import type { Failure, FailureCode } from './failure.ts';
import { registryTexts } from './registry-texts.ts';
import { requestTexts } from './request-texts.ts';

/** Every failure has its texts: this does not compile while one is missing. */
const texts: Texts<FailureCode> = { ...requestTexts, ...registryTexts, ...certificationTexts };

/** What a person reads for a failure: what is wrong and the way out, in the words of a good office. */
export const failureText = (failure: Failure, language: Language): string => {
  const text = texts[failure.code][language] as (failure: Failure) => string;
  return text(failure);
};

/** Whether a code is one of ours. */
export const isFailureCode = (code: string): code is FailureCode => Object.hasOwn(texts, code);
