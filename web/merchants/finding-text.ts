import type { Language } from '../../shared/texts/words.ts';
import { findingTexts, type VietQrFinding } from '../../shared/vietqr/finding-texts.ts';

/** What is wrong or odd about a payment code, as a sentence. */
export const findingText = ({ code, tag = '', detail = '' }: VietQrFinding, language: Language): string =>
  findingTexts[code][language].replace('{tag}', tag).replace('{detail}', detail);
