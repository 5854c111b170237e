import type { ReactNode } from 'react';
import { Link } from 'wouter';
import { Icon } from '../components/icon.tsx';
import { useT } from '../language/language.tsx';
import { noticeTexts } from './notice-texts.ts';
import { useUnread } from './queries.ts';

/** The way to the notices, with how many are unread. */
export function Bell(): ReactNode {
  const t = useT(noticeTexts);
  const unread = useUnread();
  const count = unread.data ?? 0;
  return (
    <Link className="button plain bell" href="/thong-bao">
      <Icon name="bell" />
      <span className="visually-hidden">{t.title}</span>
      {count > 0 && (
        <span className="count" role="status">
          {count > 99 ? '99+' : count}
          <span className="visually-hidden"> {t.isNew}</span>
        </span>
      )}
    </Link>
  );
}
