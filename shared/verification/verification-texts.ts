import type { Language } from '../texts/words.ts';

/** What a citizen reads when a certificate is checked, wherever that is. */
export const verificationTexts = {
  vi: {
    valid: 'Giấy chứng nhận hợp lệ',
    validCode:
      'Giấy đang có hiệu lực. Hãy so tên, địa bàn và số dưới đây với giấy trước mặt bạn: khác nhau thì giấy đó không phải giấy đã cấp.',
    validFile: 'Tệp này đúng là tệp đã cấp, không bị sửa một chữ nào. Giấy đang có hiệu lực.',
    sameFile: 'Tệp này đúng là tệp đã cấp, nhưng không còn dùng được nữa.',
    superseded: 'Đã được thay bằng giấy mới',
    supersededOn: (day: string) => `Giấy này là giấy thật nhưng không còn dùng nữa: được thay thế ${day}.`,
    revoked: 'Giấy chứng nhận đã bị thu hồi',
    revokedOn: (day: string) => `Giấy này từng được cấp nhưng không còn hiệu lực: thu hồi ${day}.`,
    changed: 'Tệp này không còn đúng như khi cấp',
    changedAfterSigning: 'Nội dung tệp đã bị thay đổi sau khi ký. Đừng dùng tệp này; hãy xem giấy chứng nhận như đã cấp.',
    otherBytes:
      'Tệp mang mã của một giấy chứng nhận có thật nhưng khác với tệp đã cấp: có thể đã bị sửa, hoặc chỉ được lưu, in lại bằng chương trình khác. Dưới đây là nội dung đã cấp để so sánh.',
    unknown: {
      code: {
        title: 'Không có giấy chứng nhận mang mã này',
        text: 'Hãy so lại 12 ký tự in cạnh mã QR. Nếu đúng từng ký tự, giấy đó không có trong sổ: hãy báo phường nơi có tuyến đường.',
      },
      file: {
        title: 'Không có giấy chứng nhận nào là tệp này',
        text: 'Tệp PDF này không có trong sổ và không mang mã của giấy chứng nhận nào. Nếu có bản giấy, hãy nhập mã in cạnh mã QR.',
      },
      draft: {
        title: 'Đây là bản thảo, chưa phải giấy chứng nhận',
        text: 'Bản thảo được in để xem trước khi phê duyệt: chưa có số, chưa có mã và không có giá trị.',
      },
      signed: {
        title: 'Tệp có chữ ký của chúng tôi nhưng không có trong sổ',
        text: 'Chữ ký đúng, nhưng sổ không có giấy chứng nhận này. Đừng dùng tệp này và hãy báo cơ quan cấp.',
      },
    },
    unreadable: {
      code: {
        title: 'Mã không đúng dạng',
        text: 'Mã gồm 12 chữ và số, in cạnh mã QR trên giấy chứng nhận. Điều này chưa nói gì về giấy; hãy nhập lại.',
      },
      'not-a-pdf': {
        title: 'Không đọc được tệp này',
        text: 'Đây không phải tệp PDF. Hãy chọn tệp PDF của giấy chứng nhận; với ảnh chụp hoặc bản giấy, hãy quét mã QR hoặc nhập mã.',
      },
      'too-large': {
        title: 'Không đọc được tệp này',
        text: 'Tệp lớn hơn 4 MB nên không được gửi đi kiểm tra. Hãy quét mã QR hoặc nhập mã.',
      },
      'no-file': { title: 'Chưa có tệp', text: 'Hãy chọn tệp PDF của giấy chứng nhận.' },
    },
    cannotCheck: 'Chưa kiểm tra được lúc này',
    nothingAgainst: 'Điều này không có nghĩa là giấy không hợp lệ.',
    reasons: {
      busy: 'Hệ thống đang bận. Hãy thử lại sau ít phút.',
      'no-network': 'Máy của bạn chưa kết nối được với hệ thống. Hãy thử lại khi có mạng.',
      'too-many': 'Có quá nhiều lượt kiểm tra từ mạng của bạn.',
      'no-list': 'Máy này chưa có danh sách để kiểm tra khi không có mạng. Hãy mở trang này một lần khi có mạng.',
      'not-in-list': (at: string) =>
        `Mã không có trong danh sách trên máy này, cập nhật lúc ${at}: giấy có thể mới hơn danh sách. Hãy thử lại khi có mạng.`,
      'file-not-in-list': (at: string) =>
        `Tệp không có trong danh sách trên máy này, cập nhật lúc ${at}: giấy có thể mới hơn danh sách, hoặc tệp đã bị sửa. Hãy thử lại khi có mạng.`,
      'list-refused': 'Danh sách trên máy này đã bị thay đổi hoặc hỏng nên không được dùng. Hãy kết nối mạng để tải lại.',
      'key-unknown': 'Danh sách trên máy này được ký bằng khóa mà máy chưa biết. Hãy kết nối mạng để cập nhật.',
    },
    wait: (seconds: number) => `Hãy thử lại sau ${seconds} giây.`,
    authentic: 'Giấy chứng nhận có thật',
    asOf: (at: string) => `Theo danh sách đã ký, tình trạng lúc ${at}.`,
    sameListed: 'Tệp này đúng là tệp đã cấp, không bị sửa một chữ nào.',
    compareLater: 'Danh sách không có tên tuyến đường: hãy so số và ngày cấp với giấy, và kiểm tra lại khi có mạng để xem tên.',
    number: 'Số',
    street: 'Tuyến đường',
    market: 'Chợ',
    segment: 'Đoạn',
    address: 'Địa chỉ',
    place: 'Địa bàn',
    issuedBy: 'Nơi cấp',
    issuedOn: 'Ngày cấp',
    figures: 'Cơ sở nhận thanh toán không dùng tiền mặt',
  },
  en: {
    valid: 'Valid certificate',
    validCode:
      'It is in force. Compare name, place and number below with the paper before you: if they differ, that paper is not the one issued.',
    validFile: 'This file is exactly the one that was issued; nothing in it was changed. The certificate is in force.',
    sameFile: 'This file is exactly the one that was issued, but it can no longer be used.',
    superseded: 'Superseded by a newer certificate',
    supersededOn: (day: string) => `This certificate is genuine but no longer in use: it was replaced on ${day}.`,
    revoked: 'Revoked certificate',
    revokedOn: (day: string) => `This certificate was issued but is no longer in force: it was revoked on ${day}.`,
    changed: 'This file is not as it was issued',
    changedAfterSigning: 'What the file says was changed after it was signed. Do not use it; see the certificate as it was issued.',
    otherBytes:
      'The file bears the code of a genuine certificate but differs from the file that was issued: it may have been changed, or only saved or printed again by another program. Below is what was issued, to compare.',
    unknown: {
      code: {
        title: 'No certificate bears this code',
        text: 'Compare the 12 characters printed beside the QR code. If they all match, that paper is not in the register: please tell the ward.',
      },
      file: {
        title: 'No certificate is this file',
        text: 'This PDF is not in the register and bears no code of a certificate. If you have the paper, type the code printed beside its QR code.',
      },
      draft: {
        title: 'This is a draft, not a certificate',
        text: 'Drafts are printed to be looked at before approval: without number, without code and without effect.',
      },
      signed: {
        title: 'Signed by us, but not in the register',
        text: 'The signature is right, but the register has no such certificate. Do not use this file, and please tell the issuing authority.',
      },
    },
    unreadable: {
      code: {
        title: 'This is not a certificate code',
        text: 'The code has 12 letters and digits, printed beside the QR code on the certificate. This says nothing about the paper; type it again.',
      },
      'not-a-pdf': {
        title: 'This file cannot be read',
        text: 'It is not a PDF. Choose the PDF file of the certificate; for a photo or the paper, scan the QR code or type the code.',
      },
      'too-large': {
        title: 'This file cannot be read',
        text: 'It has more than 4 MB, so it is not sent to be checked. Scan the QR code or type the code.',
      },
      'no-file': { title: 'No file yet', text: 'Choose the PDF file of the certificate.' },
    },
    cannotCheck: 'Cannot check now',
    nothingAgainst: 'This does not mean that the certificate is false.',
    reasons: {
      busy: 'The system is busy. Try again in a few minutes.',
      'no-network': 'Your device cannot reach the system. Try again when you have a network.',
      'too-many': 'There are too many checks from your network.',
      'no-list': 'This device has no list to check without a network yet. Open this page once with a network.',
      'not-in-list': (at: string) =>
        `The code is not in this device's list, which is of ${at}: the certificate may be newer than the list. Try again with a network.`,
      'file-not-in-list': (at: string) =>
        `The file is not in this device's list, which is of ${at}: the certificate may be newer than the list, or the file was changed. Try again with a network.`,
      'list-refused': 'The list on this device was changed or damaged, so it is not used. Connect to load it again.',
      'key-unknown': 'The list on this device is signed with a key that the device does not know. Connect to bring it up to date.',
    },
    wait: (seconds: number) => `Try again in ${seconds} seconds.`,
    authentic: 'Authentic certificate',
    asOf: (at: string) => `By the signed list, status as of ${at}.`,
    sameListed: 'This file is exactly the one that was issued; nothing in it was changed.',
    compareLater:
      'The list holds no street names: compare number and date of issue with the paper, and check again with a network to see the name.',
    number: 'Number',
    street: 'Street',
    market: 'Market',
    segment: 'Segment',
    address: 'Address',
    place: 'Place',
    issuedBy: 'Issued by',
    issuedOn: 'Issued on',
    figures: 'Merchants taking cashless payment',
  },
} as const satisfies Record<Language, object>;
