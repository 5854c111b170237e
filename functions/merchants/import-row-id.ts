import { type ImportId, MerchantId } from '../../shared/ids.ts';
import { sha256 } from '../data/audit.ts';

/**
 * The id of the merchant that an import makes of a row: always the same, so that nothing is ever written twice. A UUIDv8 of the import's
 * time, the row and a hash of both ids, so that merchants stand in the order of their list between those entered before and after.
 */
export function importRowId(importId: ImportId, row: number): MerchantId {
  const time = importId.replaceAll('-', '').slice(0, 12);
  const [high, low] = [row >> 12, row & 0xfff].map((part) => part.toString(16).padStart(3, '0'));
  const hash = sha256(`${importId}:${row}`).slice(0, 12);
  return MerchantId.parse(`${time.slice(0, 8)}-${time.slice(8)}-8${high}-8${low}-${hash}`);
}
