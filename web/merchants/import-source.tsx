import { useMutation } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import type { ImportSource } from '../../shared/merchants/import.ts';
import type { Street } from '../../shared/streets/street.ts';
import { Field } from '../components/field.tsx';
import { Icon } from '../components/icon.tsx';
import { Refused } from '../components/refused.tsx';
import { download } from '../device/download.ts';
import { useT } from '../language/language.tsx';
import { uploadFile } from '../server/upload.ts';
import { blankList, workbook } from './import-files.ts';
import { importTexts } from './import-texts.ts';

const types: Record<string, string> = {
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  csv: 'text/csv',
  txt: 'text/plain',
};

/** Where the list comes from: a file, cells pasted, or the blank list to begin with. */
export function ImportSourceForm({ street, choose }: { street: Street; choose: (source: ImportSource) => void }): ReactNode {
  const t = useT(importTexts);
  const [text, setText] = useState('');
  const [wrongType, setWrongType] = useState(false);
  const upload = useMutation({
    mutationFn: ({ file, type }: { file: File; type: string }) => uploadFile(file, type),
    onSuccess: ({ sha256, name }) => choose({ kind: 'file', sha256, name }),
  });
  const take = (file: File | undefined) => {
    if (!file) return;
    const type = types[file.name.split('.').at(-1)?.toLowerCase() ?? ''];
    setWrongType(!type);
    if (type) upload.mutate({ file, type });
  };
  const locked = street.lockedBy !== undefined;
  return (
    <>
      <p>{t.intro}</p>
      <div className="columns">
        <section className="card">
          <Field label={t.file} hint={t.fileHint} wrong={wrongType ? t.wrongType : undefined}>
            {(given) => (
              <input
                {...given}
                type="file"
                accept=".xlsx,.csv,.txt"
                disabled={locked || upload.isPending}
                onChange={({ target }) => take(target.files?.[0])}
              />
            )}
          </Field>
          <p role="status">{upload.isPending && t.uploading}</p>
          <Refused error={upload.error} />
          <p className="hint quiet">{t.blankHint}</p>
          <button type="button" className="button" onClick={() => void blank(street, t.fileNames.blank)}>
            <Icon name="download" /> {t.blank}
          </button>
        </section>
        <section className="card">
          <Field label={t.paste} hint={t.pasteHint}>
            {(given) => (
              <textarea
                {...given}
                rows={8}
                className="cells"
                wrap="off"
                spellCheck={false}
                maxLength={2_000_000}
                disabled={locked}
                value={text}
                onChange={({ target }) => setText(target.value)}
              />
            )}
          </Field>
          <button
            type="button"
            className="button main"
            disabled={locked || text.trim() === ''}
            onClick={() => choose({ kind: 'pasted', text })}
          >
            {t.readPasted}
          </button>
        </section>
      </div>
    </>
  );
}

async function blank(street: Street, name: string): Promise<void> {
  download(
    await workbook(blankList(street), [6, 28, 22, 16, 12, 20, 12, 16, 14, 14, 8, 16, 18, 8, 14, 14, 14, 10, 14, 14, 24]),
    `${name}.xlsx`,
  );
}
