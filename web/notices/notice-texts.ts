import { bothLanguages } from '../language/language.tsx';

export const noticeTexts = bothLanguages({
  vi: {
    title: 'Thông báo',
    unread: (count: number) => (count === 0 ? 'Không có thông báo chưa đọc' : `${count} thông báo chưa đọc`),
    isNew: 'Chưa đọc',
    open: 'Mở hồ sơ',
    openWork: 'Mở việc cần làm',
    markRead: 'Đánh dấu đã đọc',
    markOf: (title: string) => `Đánh dấu đã đọc: ${title}`,
    markAll: 'Đánh dấu tất cả đã đọc',
    marked: (count: number) => `Đã đánh dấu ${count} thông báo là đã đọc.`,
    none: 'Chưa có thông báo nào.',
    noneText: 'Khi có hồ sơ cần xử lý, có quyết định hoặc sắp đến hạn, thông báo sẽ hiện ở đây.',
    about: 'Thông báo của vai trò đang dùng. Đổi vai trò ở đầu trang để xem thông báo của vai trò khác.',
  },
  en: {
    title: 'Notices',
    unread: (count: number) => (count === 0 ? 'No unread notices' : count === 1 ? 'One unread notice' : `${count} unread notices`),
    isNew: 'Unread',
    open: 'Open the dossier',
    openWork: 'Open what is to do',
    markRead: 'Mark as read',
    markOf: (title: string) => `Mark as read: ${title}`,
    markAll: 'Mark all as read',
    marked: (count: number) => (count === 1 ? 'One notice is marked as read.' : `${count} notices are marked as read.`),
    none: 'There are no notices yet.',
    noneText: 'When a dossier waits for you, a decision is taken or a deadline comes near, it is told here.',
    about: 'Notices of the role you work in. Change the role at the top of the page to see those of another.',
  },
});
