import { bothLanguages } from '../language/language.tsx';

export const signTexts = bothLanguages({
  vi: {
    intro: 'Bảng mã QR được dựng từ ngân hàng và số tài khoản đã đăng ký, rồi được quét lại để kiểm tra trước khi in.',
    choose: 'Cơ sở cần bảng mã',
    all: 'Chọn tất cả',
    nobody: 'Chọn ít nhất một cơ sở.',
    without: (count: number) => `${count} cơ sở chưa có ngân hàng và số tài khoản nên chưa làm được bảng mã.`,
    noneReady: 'Chưa có cơ sở nào đủ ngân hàng và số tài khoản. Hãy bổ sung trong danh sách cơ sở.',
    toGrid: 'Đến danh sách cơ sở',
    size: 'Khổ giấy',
    sizes: { a5: 'A5, mỗi tờ một bảng', a6: 'A6, mỗi tờ một bảng', a4: 'A4, mỗi tờ bốn bảng' },
    reason: 'Lý do xem đủ số tài khoản',
    reasonDefault: 'In bảng mã QR cho cơ sở',
    reasonHint:
      'Bảng mã ghi đủ số tài khoản: lý do, người xem và thời điểm được ghi vào nhật ký của từng cơ sở. Số đầy đủ không được lưu trên máy này.',
    make: (count: number) => `Làm bảng mã cho ${count} cơ sở`,
    making: (done: number, of: number) => `Đã làm ${done} trên ${of} cơ sở`,
    print: 'In',
    pdf: 'Tải PDF',
    pdfBusy: 'Đang tạo PDF…',
    again: 'Làm lại',
    ready: (count: number) => `${count} bảng mã đã sẵn sàng.`,
    checked: 'Quét lại đúng',
    broken: 'Quét lại không đúng: đừng in',
    checking: 'Đang quét lại…',
    fileName: 'bang-ma-qr',
    sign: {
      title: 'Quét mã để thanh toán',
      account: 'Số tài khoản',
      cashless: 'Thanh toán không dùng tiền mặt',
    },
  },
  en: {
    intro: 'Signs are built from the registered bank and account, and scanned back before they are printed.',
    choose: 'Merchants that need a sign',
    all: 'Choose all',
    nobody: 'Choose at least one merchant.',
    without: (count: number) =>
      count === 1
        ? 'One merchant has no bank and account yet, so no sign can be made.'
        : `${count} merchants have no bank and account yet, so no signs can be made for them.`,
    noneReady: 'No merchant has bank and account yet. Add them in the list of merchants.',
    toGrid: 'Go to the merchants',
    size: 'Paper',
    sizes: { a5: 'A5, one a sheet', a6: 'A6, one a sheet', a4: 'A4, four a sheet' },
    reason: 'Why the full accounts are shown',
    reasonDefault: 'Printing QR signs for the merchants',
    reasonHint:
      'A sign shows the whole account: reason, person and time are recorded in the history of each merchant. Full accounts are not kept on this device.',
    make: (count: number) => (count === 1 ? 'Make the sign of one merchant' : `Make the signs of ${count} merchants`),
    making: (done: number, of: number) => `${done} of ${of} merchants done`,
    print: 'Print',
    pdf: 'Download PDF',
    pdfBusy: 'Making the PDF…',
    again: 'Start again',
    ready: (count: number) => (count === 1 ? 'One sign is ready.' : `${count} signs are ready.`),
    checked: 'Scans right',
    broken: 'Scans wrong: do not print',
    checking: 'Scanning…',
    fileName: 'qr-signs',
    sign: {
      title: 'Scan to pay',
      account: 'Account',
      cashless: 'Cashless payment',
    },
  },
});
