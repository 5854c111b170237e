import { type ReactNode, useEffect, useState } from 'react';
import type { Sha256 } from '../../shared/ids.ts';
import { Icon } from '../components/icon.tsx';
import { useT } from '../language/language.tsx';
import { assessmentTexts } from './assessment-texts.ts';
import { photosNamed, savePhoto } from './device-store.ts';
import type { StoredAssessment, StoredPhoto } from './device-types.ts';
import { photoOf } from './photos.ts';

/** Photos of one answer or shop: several at once, kept on the device together with the sheet that names them. */
export function PhotoField(of: {
  visit: StoredAssessment;
  evidence: readonly Sha256[];
  needed?: readonly ('photo' | 'file' | 'scan')[];
  /** Writes the hashes into the sheet where they belong. */
  name: (hashes: (before: readonly Sha256[]) => Sha256[]) => void;
}): ReactNode {
  const t = useT(assessmentTexts);
  const { visit, evidence, needed = [] } = of;
  const [busy, setBusy] = useState<{ done: number; all: number }>();
  const [failed, setFailed] = useState<string>();
  const shown = useThumbnails(visit, evidence);

  const add = async (files: readonly File[]) => {
    setFailed(undefined);
    for (const [at, file] of files.entries()) {
      setBusy({ done: at + 1, all: files.length });
      const photo = await photoOf(visit.key, file).catch(() => undefined);
      if (!photo) {
        setFailed(t.photoFailed(file.name));
        continue;
      }
      try {
        await savePhoto(photo);
        of.name((before) => [...new Set([...before, photo.sha256])]);
      } catch {
        setFailed(t.storageFull);
        break;
      }
    }
    setBusy(undefined);
  };
  const remove = (hash: Sha256) => of.name((before) => before.filter((each) => each !== hash));
  return (
    <div className="field">
      <span className="label">{t.evidence}</span>
      {needed.length > 0 && <p className="hint">{t.evidenceNeeded(needed.map((kind) => t.evidenceKinds[kind]).join(', '))}</p>}
      <ul className="photos">
        {shown.map(({ hash, url }, at) => (
          <li key={hash}>
            {url ? (
              <img src={url} alt={t.photoOf(at + 1)} loading="lazy" decoding="async" />
            ) : (
              <span className="file">{t.photoOf(at + 1)}</span>
            )}
            <button type="button" className="button" aria-label={t.removePhoto(at + 1)} onClick={() => remove(hash)}>
              <Icon name="cross" />
            </button>
          </li>
        ))}
      </ul>
      <label className="button">
        <Icon name="camera" /> {needed.includes('file') ? t.addFiles : t.addPhotos}
        <input
          className="visually-hidden"
          type="file"
          accept="image/*,application/pdf"
          multiple
          onChange={({ target }) => {
            const files = [...(target.files ?? [])];
            target.value = '';
            void add(files);
          }}
        />
      </label>
      <p role="status">{busy && t.photosBusy(busy.done, busy.all)}</p>
      {failed && (
        <p className="wrong" role="alert">
          {failed}
        </p>
      )}
    </div>
  );
}

function useThumbnails(visit: StoredAssessment, evidence: readonly Sha256[]): { hash: Sha256; url: string | undefined }[] {
  const [photos, setPhotos] = useState<ReadonlyMap<string, { url: string | undefined; photo: StoredPhoto }>>(new Map());
  const wanted = evidence.join();
  useEffect(() => {
    let urls: string[] = [];
    let left = false;
    void photosNamed(visit.key, wanted.split(',').filter(Boolean)).then((named) => {
      if (left) return;
      const made = named.map((photo) => {
        const url = photo.contentType.startsWith('image/') ? URL.createObjectURL(photo.bytes) : undefined;
        return [photo.sha256, { url, photo }] as const;
      });
      urls = made.flatMap(([, { url }]) => url ?? []);
      setPhotos(new Map(made));
    });
    return () => {
      left = true;
      for (const url of urls) URL.revokeObjectURL(url);
    };
  }, [visit.key, wanted]);
  return evidence.map((hash) => ({ hash, url: photos.get(hash)?.url }));
}
