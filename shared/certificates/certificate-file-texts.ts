import type { Language } from '../texts/words.ts';
import type { Belonging, FileFault, SignedFileFault } from './certificate.ts';

/** Why a certificate has no file yet, as the end of a sentence. */
export const fileFaults: Record<FileFault, Record<Language, string>> = {
  'missing-glyph': { vi: 'có ký tự không in được', en: 'it has a character that cannot be printed' },
  signing: { vi: 'dịch vụ ký số không trả lời', en: 'the signing service does not answer' },
  storage: { vi: 'kho lưu tệp không nhận tệp', en: 'the file store does not take the file' },
  fault: { vi: 'có lỗi của hệ thống', en: 'there is a fault in the system' },
};

/** Why a file that was signed elsewhere is not taken, as the end of a sentence. */
export const signedFileFaults: Record<SignedFileFault, Record<Language, string>> = {
  'not-a-pdf': { vi: 'đây không phải tệp PDF', en: 'it is not a PDF' },
  'not-signed': { vi: 'tệp chưa được ký số', en: 'it bears no digital signature' },
  changed: { vi: 'tệp đã bị sửa sau khi ký', en: 'it was changed after it was signed' },
  wrong: { vi: 'chữ ký số không hợp lệ', en: 'its digital signature is not valid' },
  'signed-here': {
    vi: 'đây là tệp do hệ thống ký, chưa có chữ ký nào khác',
    en: 'it is the file that was signed here, without another signature',
  },
  'another-certificate': { vi: 'tệp không mang mã của giấy chứng nhận này', en: 'it does not carry the code of this certificate' },
  'too-many': {
    vi: 'giấy chứng nhận này đã được thay tệp quá nhiều lần',
    en: 'the file of this certificate was replaced too many times already',
  },
  taken: { vi: 'tệp này đã dùng cho một giấy chứng nhận khác', en: 'it is already the file of another certificate' },
};

/** How a file that was signed elsewhere belongs to its certificate. */
export const belongings: Record<Belonging, Record<Language, string>> = {
  'on-ours': {
    vi: 'Được ký thêm trên chính tệp của hệ thống (phần gốc còn nguyên từng byte); hãy mở tệp xem lại trước khi thay',
    en: 'Signed on top of our own file, which it holds byte for byte; open it and look before it takes the place of ours',
  },
  'names-it': {
    vi: 'Tệp lập lại, có mang mã của giấy chứng nhận này: hãy đọc lại nội dung trước khi thay',
    en: 'Made anew, and it carries the code of this certificate: read it before it takes the place of ours',
  },
};
