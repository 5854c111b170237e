import { useQuery, useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useEffect, useState } from 'react';
import { Link } from 'wouter';
import { useNotify } from '../components/notify.tsx';
import { readAll } from '../device/reading.ts';
import { sizeText, timeText } from '../language/format.ts';
import { useLanguage, useT } from '../language/language.tsx';
import { useWorking } from '../session/use-session.ts';
import { assessmentTexts } from './assessment-texts.ts';
import { ConflictNotice } from './conflict-notice.tsx';
import { keptAside, keptTry } from './device-schemas.ts';
import { onFieldWork } from './device-store.ts';
import type { SetAside, Try } from './device-types.ts';
import { discardPhoto, discardSetAside } from './discard.ts';
import type { Item } from './outbox.ts';
import { outboxTexts } from './outbox-texts.ts';
import { sendAtOnce, useUnsent } from './sending.ts';
import { Storage } from './storage.tsx';
import { exportDevice, importDevice } from './transfer.ts';
import '../styles/assessments.css';

/** Everything that waits to be sent: state, reason, next try; and the ways out of this device. */
export default function OutboxPage(): ReactNode {
  const t = useT(assessmentTexts);
  const o = useT(outboxTexts);
  const notify = useNotify();
  const { me } = useWorking();
  const items = useUnsent(me.id);
  const { tries, aside } = useTries();
  const [failed, setFailed] = useState<string>();
  const troubled = [...new Map(items.filter(({ visit }) => visit.trouble).map(({ visit }) => [visit.key, visit])).values()];
  return (
    <div className="visit">
      <h1>{t.outbox}</h1>
      <Storage />
      {troubled.map((visit) => (
        <section key={visit.key}>
          <h2>
            <Link href={`/phieu/${visit.nominationId}`}>{visit.streetName}</Link>
          </h2>
          <ConflictNotice visit={visit} />
        </section>
      ))}
      {items.length === 0 ? (
        <p className="notice ok">{o.outboxEmpty}</p>
      ) : (
        <>
          <p role="status">{t.unsent(items.length)}</p>
          <button type="button" className="button main wide" onClick={() => void sendAtOnce(me.id, 'everything')}>
            {o.sendNow}
          </button>
          <ul className="tasks">
            {items.map((item) => (
              <Row key={item.id} item={item} tried={tries.get(item.id)} />
            ))}
          </ul>
        </>
      )}
      <section className="card">
        <h2>{o.exportAll}</h2>
        <p>{o.exportText}</p>
        <div className="buttons">
          <button type="button" className="button" onClick={() => void exportDevice(me.id).then(download)}>
            {o.exportAll}
          </button>
          <label className="button">
            {o.importFile}
            <input
              className="visually-hidden"
              type="file"
              accept="application/json,.json"
              onChange={({ target }) => {
                const [file] = target.files ?? [];
                target.value = '';
                setFailed(undefined);
                if (file)
                  importDevice(file, me.id)
                    .then((count) => notify(o.imported(count)))
                    .catch((error: unknown) =>
                      setFailed(error instanceof DOMException && error.name === 'QuotaExceededError' ? t.storageFull : o.importFailed),
                    );
              }}
            />
          </label>
        </div>
        {failed && (
          <p className="wrong" role="alert">
            {failed}
          </p>
        )}
      </section>
      {aside.length > 0 && (
        <section className="card">
          <h2>{o.setAside}</h2>
          <p>{o.setAsideText}</p>
          <ul className="tasks">
            {aside.map((each) => (
              <li key={each.key}>
                <span>{each.streetName}</span>
                <button type="button" className="button" onClick={() => void discardSetAside(each.key)}>
                  {o.drop}
                </button>
              </li>
            ))}
          </ul>
        </section>
      )}
    </div>
  );
}

function Row({ item, tried }: { item: Item; tried: Try | undefined }): ReactNode {
  const t = useT(assessmentTexts);
  const o = useT(outboxTexts);
  const { language } = useLanguage();
  const notify = useNotify();
  const state = item.visit.trouble ? 'refused' : item.kind === 'completion' && !item.ready ? 'blocked' : tried ? 'later' : 'waiting';
  return (
    <li>
      <span>
        <strong>{o.kinds[item.kind]}</strong> · {item.visit.streetName}
        {item.kind === 'photo' && ` · ${sizeText(item.photo.bytes.size, language)}`}
        <br />
        <span className="quiet">
          {o.itemStates[state]}
          {tried &&
            ` · ${tried.refusal.code === 'offline' ? t.offlineNow : tried.refusal.detail} · ${o.tries(tried.count)} · ${o.nextTry(timeText(new Date(tried.nextAt), language))}`}
        </span>
      </span>
      {item.kind === 'photo' && (
        <button
          type="button"
          className="button"
          onClick={() => void discardPhoto(item).then((undo) => notify(o.dropped, () => void undo()))}
        >
          {o.drop}
        </button>
      )}
    </li>
  );
}

function useTries(): { tries: ReadonlyMap<string, Try>; aside: SetAside[] } {
  const queries = useQueryClient();
  useEffect(() => onFieldWork(() => void queries.invalidateQueries({ queryKey: ['tries'] })), [queries]);
  const { data } = useQuery({
    queryKey: ['tries'],
    meta: { keep: false },
    queryFn: async () => {
      const [tries, aside] = await Promise.all([readAll('tries', keptTry), readAll('setAside', keptAside)]);
      return { tries: new Map(tries.map(({ key, value }) => [key, value])), aside: aside.map(({ value }) => value) };
    },
  });
  return data ?? { tries: new Map(), aside: [] };
}

function download(file: Blob): void {
  const url = URL.createObjectURL(file);
  const link = document.createElement('a');
  link.href = url;
  link.download = `pho-so-${new Date().toISOString().slice(0, 10)}.json`;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}
