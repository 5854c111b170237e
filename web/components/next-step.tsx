import type { ReactNode } from 'react';
import { laterOf } from '../../shared/deadline.ts';
import type { NominationState } from '../../shared/nominations/nomination.ts';
import { bothLanguages, useT } from '../language/language.tsx';
import { DeadlineText } from './deadline-text.tsx';
import { Icon } from './icon.tsx';

export type Holder = 'ward' | 'office' | 'assessors' | 'leaders' | 'nobody';

/** Who has to act on a dossier in this state. */
export const holders: Record<NominationState, Holder> = {
  draft: 'ward',
  submitted: 'office',
  returned: 'ward',
  withdrawn: 'nobody',
  assessing: 'assessors',
  assessed: 'office',
  recommended: 'leaders',
  certified: 'nobody',
  declined: 'nobody',
  revoked: 'nobody',
};

type Dossier = {
  state: NominationState;
  extended: { registrationClosesAt?: string | undefined; assessmentDueAt?: string | undefined };
  returned?: { answerBy: string };
};
type Times = { registrationClosesAt: string; assessmentDueAt: string; ceremonyAt: string };

/** Until when the next step is due; undefined when nobody has to do anything. */
export function dueOf(dossier: Dossier, times: Times): string | undefined {
  switch (dossier.state) {
    case 'draft':
      return laterOf(times.registrationClosesAt, dossier.extended.registrationClosesAt);
    case 'returned':
      return dossier.returned?.answerBy;
    case 'submitted':
    case 'assessing':
      return laterOf(times.assessmentDueAt, dossier.extended.assessmentDueAt);
    case 'assessed':
    case 'recommended':
      return times.ceremonyAt;
    default:
      return undefined;
  }
}

/** Who holds a dossier, what comes next, and until when. */
export function NextStep({ dossier, times }: { dossier: Dossier; times: Times | undefined }): ReactNode {
  const t = useT(nextStepTexts);
  const due = times && dueOf(dossier, times);
  return (
    <span className="next-step">
      <span>
        <Icon name="people" /> {t.holders[holders[dossier.state]]}
      </span>
      <span>{t.next[dossier.state]}</span>
      {due && <DeadlineText until={due} />}
    </span>
  );
}

const nextStepTexts = bothLanguages({
  vi: {
    holders: {
      ward: 'Phường đang giữ',
      office: 'Phòng Kinh tế đang giữ',
      assessors: 'Tổ thẩm định đang giữ',
      leaders: 'Lãnh đạo đang giữ',
      nobody: 'Không còn việc',
    },
    next: {
      draft: 'Tiếp theo: hoàn thiện và nộp',
      submitted: 'Tiếp theo: kiểm tra, phân công thẩm định',
      returned: 'Tiếp theo: bổ sung và nộp lại',
      withdrawn: 'Đã rút; có thể lập hồ sơ mới',
      assessing: 'Tiếp theo: thẩm định tại chỗ',
      assessed: 'Tiếp theo: lập tờ trình',
      recommended: 'Tiếp theo: quyết định',
      certified: 'Đã có giấy chứng nhận',
      declined: 'Không được phê duyệt; có thể lập hồ sơ mới',
      revoked: 'Giấy chứng nhận đã bị thu hồi',
    },
  },
  en: {
    holders: {
      ward: 'With the ward',
      office: 'With the Economics office',
      assessors: 'With the assessment team',
      leaders: 'With leadership',
      nobody: 'Nothing left to do',
    },
    next: {
      draft: 'Next: complete and submit',
      submitted: 'Next: check and assign assessors',
      returned: 'Next: complete and submit again',
      withdrawn: 'Withdrawn; a new dossier may begin',
      assessing: 'Next: assessment on site',
      assessed: 'Next: recommendation',
      recommended: 'Next: decision',
      certified: 'Has its certificate',
      declined: 'Declined; a new dossier may begin',
      revoked: 'Its certificate is revoked',
    },
  },
});
