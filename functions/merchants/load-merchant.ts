import type { AuditAction } from '../../shared/audit/actions.ts';
import type { Failure } from '../../shared/failures/failure.ts';
import type { Merchant } from '../../shared/merchants/merchant.ts';
import type { Result } from '../../shared/result.ts';
import { addFigures, figuresOf } from '../../shared/streets/street.ts';
import type { Act } from '../data/audit.ts';
import { change, save } from '../data/save.ts';
import type { Table } from '../data/table.ts';
import { figuresWrite } from './store.ts';

/** Saves a merchant's next version with the difference in the street's figures, while no nomination holds the street. */
export function saveCounted(
  table: Table,
  act: Act,
  action: AuditAction,
  seen: Merchant,
  next: Parameters<typeof change<'merchant'>>[5],
): Promise<Result<Merchant, Failure>> {
  const changed = change(table, act, action, 'merchant', seen, next);
  const delta = addFigures(figuresOf(changed.record), figuresOf(seen), -1);
  return save(table, changed, [figuresWrite(table, seen.streetId, delta, { byWard: true })]);
}
