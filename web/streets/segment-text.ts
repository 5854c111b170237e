import type { StreetDetails } from '../../shared/streets/street.ts';
import type { streetTexts } from './street-texts.ts';

/** "Từ số 1 đến số 99", the address of a market, or that it is not named yet. */
export function segmentText(street: StreetDetails, t: (typeof streetTexts)['vi']): string {
  if (street.kind === 'market') return street.address ?? t.notLocated;
  return street.from && street.to ? t.fromTo(street.from, street.to) : t.notLocated;
}
