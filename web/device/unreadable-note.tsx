import { type ReactNode, useCallback, useEffect, useState } from 'react';
import { bothLanguages, useT } from '../language/language.tsx';
import { useWorking } from '../session/use-session.ts';
import { download } from './download.ts';
import { onPutAside } from './reading.ts';
import { type Aside, asideFile, asideOf, forgetAside } from './unreadable.ts';

const texts = bothLanguages({
  vi: {
    title: (count: number) => `${count} mục trên máy này chưa đọc được`,
    text: 'Phiên bản này của Phố Số không hiểu những gì đã được lưu. Dữ liệu vẫn còn nguyên: hãy tải về và gửi cho người quản trị trước khi xóa.',
    save: 'Tải về tệp',
    drop: 'Đã tải, xóa khỏi máy',
  },
  en: {
    title: (count: number) => (count === 1 ? '1 item on this device cannot be read' : `${count} items on this device cannot be read`),
    text: 'This version of Phố Số does not understand what was kept. The data are still whole: save them and send them to the administrator before you delete them.',
    save: 'Save to a file',
    drop: 'Saved, delete from the device',
  },
});

/** What lies on the device and is not understood: said on every page until the person has taken it away. */
export function UnreadableNote(): ReactNode {
  const t = useT(texts);
  const { me } = useWorking();
  const [all, setAll] = useState<Aside[]>([]);
  const [saved, setSaved] = useState(false);
  const look = useCallback(() => void asideOf(me.id).then(setAll, () => {}), [me.id]);
  useEffect(() => {
    look();
    return onPutAside(look);
  }, [look]);
  if (all.length === 0) return null;
  return (
    <section className="card notice warning">
      <h2>{t.title(all.length)}</h2>
      <p>{t.text}</p>
      <div className="buttons">
        <button
          type="button"
          className="button main"
          onClick={() =>
            void asideFile(all).then((file) => {
              download(file, `pho-so-chua-doc-duoc-${new Date().toISOString().slice(0, 10)}.json`);
              setSaved(true);
            })
          }
        >
          {t.save}
        </button>
        {saved && (
          <button type="button" className="button" onClick={() => void forgetAside(all).then(look)}>
            {t.drop}
          </button>
        )}
      </div>
    </section>
  );
}
