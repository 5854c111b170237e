import type { FileFailure } from '../spreadsheet/file-failure.ts';
import type { Language } from '../texts/words.ts';

type Params = Record<string, string | number>;

/** Why a ward's file is not read, and what the person does about it. */
export const fileRefusedTexts: Record<FileFailure['code'], Record<Language, (params: Params) => string>> = {
  'file-empty': { vi: () => 'Tệp trống, không có nội dung nào.', en: () => 'The file is empty.' },
  'file-too-large': {
    vi: ({ mostBytes }) => `Tệp quá lớn (tối đa ${megabytes(mostBytes)} MB). Hãy bỏ ảnh và các trang không cần, hoặc chia thành nhiều tệp.`,
    en: ({ mostBytes }) =>
      `The file is too large (at most ${megabytes(mostBytes)} MB). Take out pictures and sheets not needed, or split it.`,
  },
  'file-unreadable': {
    vi: () => 'Không đọc được tệp: đây không phải bảng tính .xlsx hoặc .csv, hoặc tệp bị hỏng. Hãy mở bằng Excel và lưu lại dạng .xlsx.',
    en: () => 'The file cannot be read: it is no .xlsx or .csv spreadsheet, or it is damaged. Open it in Excel and save it as .xlsx.',
  },
  'file-encrypted': {
    vi: () => 'Tệp có mật khẩu nên không đọc được. Hãy gỡ mật khẩu, lưu lại rồi gửi.',
    en: () => 'The file has a password and cannot be read. Remove the password, save it and send it again.',
  },
  'file-macros': {
    vi: () => 'Tệp có chứa macro nên không được nhận. Hãy lưu lại dạng .xlsx (không macro) rồi gửi.',
    en: () => 'The file holds macros and is not accepted. Save it as .xlsx without macros and send it again.',
  },
  'file-old-excel': {
    vi: ({ format }) => `Tệp ở định dạng ${kinds[String(format)] ?? format}, không phải .xlsx. Hãy mở tệp và lưu lại dạng .xlsx rồi gửi.`,
    en: ({ format }) =>
      `The file is in the format ${kinds[String(format)] ?? format}, not .xlsx. Open it, save it as .xlsx and send it again.`,
  },
  'file-bomb': {
    vi: ({ mostBytes }) => `Tệp nén chứa quá nhiều dữ liệu (tối đa ${megabytes(mostBytes)} MB khi giải nén) nên không được mở.`,
    en: ({ mostBytes }) => `The file hides too much data (at most ${megabytes(mostBytes)} MB when unpacked) and was not opened.`,
  },
  'too-many-rows': {
    vi: ({ rows, most }) => `Danh sách có ${rows} dòng, nhiều hơn mức cho phép (${most}). Hãy chia thành nhiều tệp.`,
    en: ({ rows, most }) => `The list has ${rows} rows, more than allowed (${most}). Split it into several files.`,
  },
};

const kinds: Record<string, string> = { xls: 'Excel 97-2003 (.xls)', xlsb: '.xlsb', ods: '.ods', html: 'HTML', xml: 'XML' };
const megabytes = (bytes: string | number | undefined): number => Math.floor(Number(bytes) / 1024 / 1024);
