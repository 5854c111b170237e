import type { ReactNode } from 'react';
import { Link } from 'wouter';
import { noticeText } from '../../shared/notices/notice-texts.ts';
import { componentTexts } from '../components/component-texts.ts';
import { Icon, type IconName } from '../components/icon.tsx';
import { Loaded } from '../components/loaded.tsx';
import { useNotify } from '../components/notify.tsx';
import { Refused } from '../components/refused.tsx';
import { momentText } from '../language/format.ts';
import { useLanguage, useT } from '../language/language.tsx';
import { useWorking } from '../session/use-session.ts';
import { noticeTexts } from './notice-texts.ts';
import { type NoticeShown, useNotices, useReading } from './queries.ts';
import '../styles/notices.css';

/** Everything that somebody was told in the role they work in: what is new stands out until it is read. */
export default function Notices(): ReactNode {
  const t = useT(noticeTexts);
  const common = useT(componentTexts);
  const notify = useNotify();
  const notices = useNotices();
  const reading = useReading();
  const readAll = useReading((count) => notify(t.marked(count)));
  const all = notices.data?.pages.flatMap(({ items }) => items) ?? [];
  const unread = all.filter(({ read }) => !read).map(({ id }) => id);
  return (
    <>
      <div className="title">
        <h1>{t.title}</h1>
        <span className="quiet" role="status">
          {notices.data && t.unread(unread.length)}
        </span>
      </div>
      <p className="quiet">{t.about}</p>
      {unread.length > 0 && (
        <div className="buttons">
          <button type="button" className="button" disabled={readAll.isPending} onClick={() => readAll.mutate(unread.slice(0, 100))}>
            <Icon name="check" /> {t.markAll}
          </button>
        </div>
      )}
      <Refused error={reading.error ?? readAll.error} />
      <Loaded query={notices}>
        {() =>
          all.length === 0 ? (
            <div className="card">
              <h2>{t.none}</h2>
              <p>{t.noneText}</p>
            </div>
          ) : (
            <ol className="notices">
              {all.map((notice) => (
                <li key={notice.id}>
                  <OneNotice notice={notice} read={() => reading.mutate([notice.id])} />
                </li>
              ))}
            </ol>
          )
        }
      </Loaded>
      {notices.hasNextPage && (
        <button type="button" className="button" disabled={notices.isFetchingNextPage} onClick={() => void notices.fetchNextPage()}>
          {common.more}
        </button>
      )}
    </>
  );
}

function OneNotice({ notice, read }: { notice: NoticeShown; read: () => void }): ReactNode {
  const t = useT(noticeTexts);
  const { language } = useLanguage();
  const { role } = useWorking();
  const { title, text } = noticeText(notice, language);
  const [tone, icon] = looks[notice.kind === 'due' && notice.days === 0 ? 'overdue' : notice.kind];
  const to = role === 'assessor' || !notice.nominationId ? '/' : `/ho-so/${notice.nominationId}`;
  return (
    <article className={`card one-notice ${notice.read ? '' : 'unread'}`}>
      <span className={`sign ${tone}`}>
        <Icon name={icon} />
      </span>
      <div>
        <h2>
          {title}{' '}
          {!notice.read && (
            <span className="badge brand">
              <Icon name="bell" /> {t.isNew}
            </span>
          )}
        </h2>
        <p>{text}</p>
        <p className="quiet">
          <time dateTime={notice.at}>{momentText(notice.at, language)}</time>
        </p>
        <div className="buttons">
          <Link className="button" href={to} onClick={() => notice.read || read()}>
            {to === '/' ? t.openWork : t.open}
          </Link>
          {!notice.read && (
            <button type="button" className="button plain" aria-label={t.markOf(title)} onClick={read}>
              {t.markRead}
            </button>
          )}
        </div>
      </div>
    </article>
  );
}

const looks: Record<NoticeShown['kind'] | 'overdue', [tone: string, icon: IconName]> = {
  submitted: ['brand', 'sent'],
  returned: ['warning', 'back'],
  assigned: ['brand', 'people'],
  assessed: ['brand', 'check'],
  recommended: ['brand', 'sent'],
  sentBack: ['warning', 'back'],
  declined: ['danger', 'cross'],
  issued: ['ok', 'award'],
  correctionAsked: ['warning', 'draft'],
  revocationAsked: ['danger', 'warning'],
  revoked: ['danger', 'cross'],
  due: ['warning', 'clock'],
  overdue: ['danger', 'clock'],
};
