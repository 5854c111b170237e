import type { PasswordFault } from './password-rule.ts';

export type Language = 'vi' | 'en';

/** What the sign-in pages say. Vietnamese is the original, English has the same keys by type. */
export type Words = {
  product: string;
  signIn: string;
  login: string;
  password: string;
  forgotten: string;
  change: string;
  oldPassword: string;
  newPassword: string;
  repeat: string;
  hint: string;
  choose: (login: string) => string;
  save: string;
  saved: string;
  savedText: string;
  toApp: string;
  other: string;
  wrong: string;
  busy: string;
  locked: (minutes: number) => string;
  differ: string;
  expired: string;
  expiredText: string;
  noInvitation: string;
  noInvitationText: string;
  failed: string;
  failedText: string;
  signedOut: string;
  signedOutText: string;
  signOut: string;
  signOutText: string;
  stay: string;
  faults: Record<PasswordFault, string>;
};

export const words: Record<Language, Words> = {
  vi: {
    product: 'Phố Số',
    signIn: 'Đăng nhập',
    login: 'Tên đăng nhập',
    password: 'Mật khẩu',
    forgotten: 'Quên mật khẩu? Hãy đề nghị quản trị viên của đơn vị gửi liên kết đặt lại mật khẩu.',
    change: 'Đổi mật khẩu',
    oldPassword: 'Mật khẩu hiện tại',
    newPassword: 'Mật khẩu mới',
    repeat: 'Nhập lại mật khẩu mới',
    hint: 'Ít nhất 10 ký tự. Một câu ngắn dễ nhớ là mật khẩu tốt.',
    choose: (login) => `Đặt mật khẩu cho ${login}`,
    save: 'Lưu mật khẩu',
    saved: 'Đã lưu mật khẩu',
    savedText: 'Các thiết bị đăng nhập bằng mật khẩu cũ đã được đăng xuất.',
    toApp: 'Đến trang đăng nhập',
    other: 'English',
    wrong: 'Tên đăng nhập hoặc mật khẩu không đúng.',
    busy: 'Nhiều người đang đăng nhập cùng lúc. Hãy thử lại sau ít giây.',
    locked: (minutes) => `Đã thử quá nhiều lần. Hãy thử lại sau ${minutes} phút.`,
    differ: 'Hai mật khẩu mới không giống nhau.',
    expired: 'Trang đăng nhập đã hết hạn',
    expiredText: 'Trang này đã mở quá lâu hoặc đã được sử dụng. Hãy đăng nhập lại từ đầu.',
    noInvitation: 'Liên kết không còn hiệu lực',
    noInvitationText: 'Liên kết đặt mật khẩu chỉ dùng một lần, trong 72 giờ. Hãy đề nghị quản trị viên gửi liên kết mới.',
    failed: 'Không đăng nhập được',
    failedText: 'Yêu cầu đăng nhập không hợp lệ hoặc hệ thống gặp lỗi. Hãy bắt đầu lại.',
    signedOut: 'Đã đăng xuất',
    signedOutText: 'Có thể đóng trang này.',
    signOut: 'Đăng xuất',
    signOutText: 'Đăng xuất khỏi Phố Số trên trình duyệt này?',
    stay: 'Ở lại',
    faults: {
      'too-short': 'Mật khẩu quá ngắn: cần ít nhất 10 ký tự.',
      'too-long': 'Mật khẩu quá dài: nhiều nhất 200 ký tự.',
      'too-common': 'Mật khẩu này quá phổ biến nên dễ bị đoán. Hãy chọn mật khẩu khác.',
      'contains-login': 'Mật khẩu gần giống tên đăng nhập. Hãy chọn mật khẩu khác.',
      'too-simple': 'Mật khẩu gồm các ký tự lặp lại hoặc theo thứ tự nên dễ bị đoán. Hãy chọn mật khẩu khác.',
    },
  },
  en: {
    product: 'Phố Số',
    signIn: 'Sign in',
    login: 'Login',
    password: 'Password',
    forgotten: 'Forgotten your password? The administrator of your office sends you a link to set a new one.',
    change: 'Change password',
    oldPassword: 'Current password',
    newPassword: 'New password',
    repeat: 'New password again',
    hint: 'At least 10 characters. A short sentence you remember is a good password.',
    choose: (login) => `Set a password for ${login}`,
    save: 'Save password',
    saved: 'Password saved',
    savedText: 'Every device that was signed in with the old password has been signed out.',
    toApp: 'Go to sign-in',
    other: 'Tiếng Việt',
    wrong: 'The login or the password is not right.',
    busy: 'Many people are signing in at this moment. Try again in a few seconds.',
    locked: (minutes) => `Too many attempts. Try again in ${minutes} ${minutes === 1 ? 'minute' : 'minutes'}.`,
    differ: 'The two new passwords differ.',
    expired: 'This sign-in page has expired',
    expiredText: 'It was open too long or has been used already. Start signing in again.',
    noInvitation: 'This link is no longer valid',
    noInvitationText: 'A link for setting a password works once and for 72 hours. Ask your administrator for a new one.',
    failed: 'Sign-in did not work',
    failedText: 'The request to sign in was not valid, or the system failed. Start again.',
    signedOut: 'Signed out',
    signedOutText: 'You may close this page.',
    signOut: 'Sign out',
    signOutText: 'Sign out of Phố Số in this browser?',
    stay: 'Stay',
    faults: {
      'too-short': 'The password is too short: at least 10 characters.',
      'too-long': 'The password is too long: at most 200 characters.',
      'too-common': 'This password is too common; attackers try it first. Choose another.',
      'contains-login': 'The password is almost the login. Choose another.',
      'too-simple': 'The password repeats or counts, which is easy to guess. Choose another.',
    },
  },
};

/** The language the app asked for (`ui_locales`), or else the browser: Vietnamese unless English comes first. */
export const languageOf = (...wishes: (string | undefined | null)[]): Language => {
  const requested = wishes.find((each) => each);
  return /^\s*en\b/i.test(requested ?? '') ? 'en' : 'vi';
};
