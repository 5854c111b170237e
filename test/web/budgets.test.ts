import { statSync } from 'node:fs';
import { expect, test } from 'vitest';
import { assetWeight, extraOf, pageSources, weightOf } from './budgets.ts';

// Sizes in KB as they travel (gzip): what quality and the phones of assessors allow.
test("an assessor's first page and a question of the checklist are light enough for a cheap phone", () => {
  expect(weightOf('assessments/today.tsx', 'assessments/bottom-bar.tsx')).toBeLessThanOrEqual(95);
  expect(weightOf('assessments/question-page.tsx', 'assessments/bottom-bar.tsx')).toBeLessThanOrEqual(110);
  expect(weightOf('assessments/shop-page.tsx', 'assessments/bottom-bar.tsx')).toBeLessThanOrEqual(110);
});

test('no page weighs more than the office page with its grid may', () => {
  expect(pageSources().length).toBeGreaterThan(20);
  for (const page of pageSources()) expect([page, weightOf(page) <= 190]).toEqual([page, true]);
});

test('the one script of the public pages is far lighter than ten kilobytes', () => {
  expect(statSync('.build/web/verify-file.js').size / 1024).toBeLessThanOrEqual(10);
});

test('the map, the code reader and the spreadsheet come only when they are needed, and are small enough then', () => {
  expect(extraOf('components/map-canvas.tsx', 'streets/edit.tsx')).toBeLessThanOrEqual(50);
  expect(extraOf('assessments/scan/camera.tsx', 'assessments/shop-page.tsx') + assetWeight('reader.worker')).toBeLessThanOrEqual(20);
  expect(assetWeight('zxing_reader')).toBeLessThanOrEqual(320);
});
