import { isCashless, methodGroups } from '../merchants/merchant.ts';
import { isRefused, type ListTotals, type RowReading } from './reading.ts';

/** Counts the rows that become merchants, their methods, and the findings. */
export function totalsOf(rows: readonly RowReading[]): ListTotals {
  const totals: ListTotals = {
    rows: rows.length,
    good: 0,
    refused: 0,
    errors: 0,
    warnings: 0,
    cashless: 0,
    qr: 0,
    card: 0,
    wallet: 0,
    mobileMoney: 0,
    twoMethods: 0,
    eInvoice: 0,
    commitment: 0,
  };
  for (const row of rows) {
    for (const issue of row.issues) totals[issue.severity === 'error' ? 'errors' : 'warnings']++;
    if (isRefused(row)) {
      totals.refused++;
      continue;
    }
    totals.good++;
    const groups = methodGroups(row.details);
    if (isCashless(row.details)) totals.cashless++;
    for (const group of groups) totals[group]++;
    if (groups.size >= 2) totals.twoMethods++;
    if (row.details.eInvoice) totals.eInvoice++;
    if (row.details.commitment) totals.commitment++;
  }
  return totals;
}
