import { bothLanguages } from '../language/language.tsx';

export const documentTexts = bothLanguages({
  vi: {
    documents: 'Văn bản',
    about: 'Tệp Word soạn sẵn từ hồ sơ, theo thể thức Nghị định 30/2020/NĐ-CP; sửa được. Số và ngày để trống cho văn thư, trừ khi đã biết.',
    names: {
      submission: 'Tờ trình của phường',
      assessment: 'Báo cáo thẩm định',
      recommendation: 'Tờ trình lãnh đạo',
      draftDecision: 'Dự thảo quyết định',
      decision: 'Quyết định và danh sách',
      results: 'Báo cáo kết quả',
    },
    writing: 'Đang soạn…',
  },
  en: {
    documents: 'Papers',
    about:
      'Word files written from the dossier in the layout of Decree 30/2020/NĐ-CP, in Vietnamese; they can be edited. Number and date are left open for the clerk unless they are known.',
    names: {
      submission: "Ward's submission",
      assessment: 'Report on the assessment',
      recommendation: 'Advice to leadership',
      draftDecision: 'Draft decision',
      decision: 'Decision and list',
      results: 'Report on results',
    },
    writing: 'Writing…',
  },
});
