import { expect, test } from 'vitest';
import { disposition } from '../../../functions/office-documents/file-name.ts';

const shownIn = (header: string) => decodeURIComponent(/filename\*=UTF-8''(\S+)$/.exec(header)?.[1] ?? '');

test('a file is named in plain letters for every system, and as people write it', () => {
  const header = disposition('Tờ trình Đường Điện Biên Phủ, phường Minh Khai');
  expect(header).toMatch(/^attachment; filename=to-trinh-duong-dien-bien-phu-phuong-minh-khai\.docx; /);
  expect(shownIn(header)).toBe('Tờ trình Đường Điện Biên Phủ, phường Minh Khai.docx');
});

test('nothing in a name reaches the header or leaves the folder', () => {
  const header = disposition('../../a"; x="\r\nSet-Cookie: b\u0000\u202e<script>\ud800');
  expect(header).toMatch(/^[ -~]+$/);
  expect(header).toBe(`attachment; filename=a-x-set-cookie-b-script.docx; filename*=UTF-8''${header.split("''")[1]}`);
  expect(shownIn(header)).not.toMatch(/[/\\"<>:]/);
});

test('a name that is too long is cut, and one without a letter gets one', () => {
  expect(shownIn(disposition('Ờ'.repeat(500)))).toHaveLength(85);
  expect(disposition('/////')).toBe('attachment; filename=van-ban.docx');
});
