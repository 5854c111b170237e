import { fold } from '../text/fold.ts';

/**
 * Whether a line of business must issue e-invoices from the cash register: food and retail (Dương Kinh plan 2025, criterion C10).
 * Wards write the category in their own words; only services are outside, and an empty cell says nothing, so it stays inside.
 */
export const categoryNeedsEInvoice = (category: string | undefined): boolean => !outside.test(fold(category ?? ''));

const outside = /\b(dich vu|sua chua|sua xe|salon|cat toc|spa|giat la|in an|van phong|ngan hang|giao duc|y te)\b/;
