import type { IssueCode } from './reading.ts';

/** What the screen says about a cell, beside its row, column and text. */
export const issueTexts = {
  'no-name': { vi: 'Dòng không có tên cơ sở nên không nhập được.', en: 'The row has no name, so it cannot be imported.' },
  'no-place': {
    vi: 'Dòng không có số nhà hoặc số quầy nên không nhập được.',
    en: 'The row has no house number or stall, so it cannot be imported.',
  },
  'place-became-date': {
    vi: 'Số nhà đã bị bảng tính đổi thành ngày tháng (ví dụ 12/3); hãy ghi lại số nhà.',
    en: 'The spreadsheet turned the house number into a date (such as 12/3); type it again.',
  },
  'number-rounded': {
    vi: 'Bảng tính đã làm tròn số này, các chữ số cuối không còn; ô được để trống.',
    en: 'The spreadsheet has rounded this number and its last digits are lost; the cell is left empty.',
  },
  'phone-unreadable': { vi: 'Không đọc được số điện thoại; ô được để trống.', en: 'This is no phone number; the cell is left empty.' },
  'tax-id-unreadable': {
    vi: 'Không đọc được mã số thuế hoặc số định danh; ô được để trống.',
    en: 'This is no tax code or personal number; the cell is left empty.',
  },
  'tax-id-check-digit': {
    vi: 'Mã số thuế không hợp lệ (sai chữ số kiểm tra); ô được để trống.',
    en: 'The check digit of this tax code is wrong; the cell is left empty.',
  },
  'account-unreadable': { vi: 'Không đọc được số tài khoản; ô được để trống.', en: 'This is no account number; the cell is left empty.' },
  'card-number': {
    vi: 'Đây là số thẻ. Hệ thống không lưu số thẻ; hãy ghi số tài khoản.',
    en: 'This is a card number. Card numbers are never stored; give the account number.',
  },
  'mark-unreadable': {
    vi: 'Không rõ ô này là có hay không; ô được tính là không.',
    en: 'It is not clear whether this cell means yes or no; it counts as no.',
  },
  'type-unreadable': {
    vi: 'Không rõ là hộ kinh doanh hay doanh nghiệp; ô được để trống.',
    en: 'This is neither a household business nor an enterprise; the cell is left empty.',
  },
  'outreach-unreadable': {
    vi: 'Không rõ tình trạng vận động; được ghi là chưa đến vận động.',
    en: 'The state of the visits is not clear; it is stored as “to visit”.',
  },
  'zero-restored': {
    vi: 'Đã thêm lại số 0 ở đầu mà bảng tính làm mất.',
    en: 'The leading zero that the spreadsheet dropped was put back.',
  },
  'phone-old-area-code': { vi: 'Mã vùng cũ đã được đổi sang mã vùng mới.', en: 'The old area code was replaced by the new one.' },
  'phone-second-number': {
    vi: 'Ô có nhiều số điện thoại; chỉ giữ số đầu.',
    en: 'The cell has several phone numbers; only the first is kept.',
  },
  'phone-other-text': {
    vi: 'Ô có chữ bên cạnh số điện thoại; chỉ giữ số.',
    en: 'The cell has words beside the phone number; only the number is kept.',
  },
  'bank-unknown': {
    vi: 'Ngân hàng không có trong danh mục; tên được giữ nguyên như đã ghi.',
    en: 'The bank is not in the list; its name is kept as written.',
  },
  'wallet-unknown': {
    vi: 'Ví điện tử không có trong danh mục; tên được giữ nguyên như đã ghi.',
    en: 'The wallet is not in the list; its name is kept as written.',
  },
  'method-unknown': {
    vi: 'Không rõ phương thức thanh toán; được ghi là “khác”.',
    en: 'The payment method is not known; it is stored as “other”.',
  },
  'too-many-methods': {
    vi: 'Có hơn 20 phương thức thanh toán; chỉ giữ 20 phương thức đầu.',
    en: 'More than 20 payment methods; only 20 are kept.',
  },
  'account-without-tick': {
    vi: 'Có số tài khoản nhưng ô chuyển khoản/QR để trống; được tính là có nhận chuyển khoản.',
    en: 'There is an account, but the transfer/QR cell is empty; it counts as accepting transfers.',
  },
  'account-from-number': {
    vi: 'Số tài khoản được lưu dạng số trong bảng tính; nếu tài khoản bắt đầu bằng số 0 thì số 0 đã mất.',
    en: 'The spreadsheet stored the account as a number; if the account begins with zero, that zero is lost.',
  },
  'bank-without-tick': {
    vi: 'Có tên ngân hàng nhưng không đánh dấu chuyển khoản/QR và không có số tài khoản; không được tính.',
    en: 'There is a bank, but neither a transfer/QR tick nor an account; it does not count.',
  },
  'account-despite-no': {
    vi: 'Ghi là không nhận chuyển khoản nhưng vẫn có tài khoản; tài khoản không được lưu.',
    en: 'Transfers are marked “no”, yet there is an account; the account is not stored.',
  },
  'mark-is-number': { vi: 'Ô đánh dấu chứa một con số; được tính là có.', en: 'The tick cell holds a number; it counts as yes.' },
  'mark-not-yet': {
    vi: 'Ô cho biết sẽ có hoặc đang làm; được tính là chưa có.',
    en: 'The cell says “planned” or “in progress”; it counts as not yet.',
  },
  'street-differs': {
    vi: 'Địa chỉ ghi tên đường khác với tuyến đường của danh sách.',
    en: 'The address names another street than the list does.',
  },
  'text-cut': { vi: 'Nội dung quá dài và đã bị cắt bớt.', en: 'The text is too long and was cut.' },
  'formula-text': {
    vi: 'Ô trông như công thức; được lưu như chữ thường.',
    en: 'The cell looks like a formula; it is stored as plain text.',
  },
} as const satisfies Record<IssueCode, { vi: string; en: string }>;
