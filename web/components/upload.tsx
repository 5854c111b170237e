import { type ReactNode, useRef, useState } from 'react';
import { numberText } from '../language/format.ts';
import { bothLanguages, useLanguage, useT } from '../language/language.tsx';
import { type Uploaded, uploadFile } from '../server/upload.ts';
import { Icon } from './icon.tsx';
import { Refused } from './refused.tsx';

const types: Record<string, string> = {
  pdf: 'application/pdf',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  csv: 'text/csv',
  txt: 'text/plain',
  jpg: 'image/jpeg',
  jpeg: 'image/jpeg',
  png: 'image/png',
  webp: 'image/webp',
};
const mostBytes = 20_000_000;

export type UploadedFile = Uploaded & { contentType: string };

/**
 * Sends a chosen file with its progress and then hands it to `attach`, which names it in a record: only then it belongs anywhere. After a
 * failure the same file is sent again with one press.
 */
export function Upload(of: { label: string; disabled?: boolean; attach: (file: UploadedFile) => Promise<unknown> }): ReactNode {
  const t = useT(uploadTexts);
  const { language } = useLanguage();
  const input = useRef<HTMLInputElement>(null);
  const [share, setShare] = useState<number>();
  const [file, setFile] = useState<File>();
  const [error, setError] = useState<Error>();
  const [wrong, setWrong] = useState('');
  const send = async (chosen: File) => {
    const contentType = types[chosen.name.split('.').at(-1)?.toLowerCase() ?? ''];
    const unfit = !contentType
      ? t.wrongType(chosen.name)
      : chosen.size === 0
        ? t.empty(chosen.name)
        : chosen.size > mostBytes
          ? t.tooLarge(chosen.name)
          : '';
    setWrong(unfit);
    setError(undefined);
    if (unfit || !contentType) return;
    setFile(chosen);
    setShare(0);
    try {
      await of.attach({ ...(await uploadFile(chosen, contentType, setShare)), contentType });
      setFile(undefined);
    } catch (reason) {
      setError(reason instanceof Error ? reason : new Error(String(reason)));
    } finally {
      setShare(undefined);
      if (input.current) input.current.value = '';
    }
  };
  return (
    <div className="field">
      <label className="button upload">
        <Icon name="plus" /> {of.label}
        <input
          className="visually-hidden"
          ref={input}
          type="file"
          accept={Object.keys(types)
            .map((ending) => `.${ending}`)
            .join(',')}
          disabled={of.disabled || share !== undefined}
          onChange={({ target }) => {
            const chosen = target.files?.[0];
            if (chosen) void send(chosen);
          }}
        />
      </label>
      {share !== undefined && file && (
        <p role="status">
          {t.sending(file.name, `${numberText(100 * share, language)}%`)} <progress value={share} aria-label={of.label} />
        </p>
      )}
      {wrong && (
        <p className="wrong" role="alert">
          {wrong}
        </p>
      )}
      <Refused error={error} {...(file && { retry: () => void send(file) })} />
    </div>
  );
}

/** Which files are taken; said once where several kinds are attached. */
export const UploadHint = (): ReactNode => <p className="quiet">{useT(uploadTexts).hint}</p>;

const uploadTexts = bothLanguages({
  vi: {
    hint: 'PDF, Word, Excel, CSV hoặc ảnh; mỗi tệp nhiều nhất 20 MB.',
    sending: (name: string, percent: string) => `Đang gửi ${name}: ${percent}`,
    tooLarge: (name: string) => `${name} lớn hơn 20 MB. Hãy nén hoặc chia nhỏ.`,
    empty: (name: string) => `${name} là tệp trống.`,
    wrongType: (name: string) => `Không nhận loại tệp của ${name}. Hãy dùng PDF, Word, Excel, CSV hoặc ảnh.`,
  },
  en: {
    hint: 'PDF, Word, Excel, CSV or a picture; at most 20 MB each.',
    sending: (name: string, percent: string) => `Sending ${name}: ${percent}`,
    tooLarge: (name: string) => `${name} is larger than 20 MB. Compress or split it.`,
    empty: (name: string) => `${name} is empty.`,
    wrongType: (name: string) => `Files like ${name} are not taken. Use PDF, Word, Excel, CSV or a picture.`,
  },
});
