import type { ReactNode } from 'react';
import { isOpenToWard } from '../../shared/nominations/edit.ts';
import type { AttachedFile } from '../../shared/nominations/nomination.ts';
import { useNotify } from '../components/notify.tsx';
import { Refused } from '../components/refused.tsx';
import { Upload, UploadHint } from '../components/upload.tsx';
import { sizeText } from '../language/format.ts';
import { useLanguage, useT } from '../language/language.tsx';
import { useAction } from '../server/action.ts';
import { api, ask } from '../server/api.ts';
import { wardTexts } from '../ward/ward-texts.ts';
import { FileLink } from './files.tsx';
import { dossierKey, type NominationShown } from './queries.ts';

const purposes = ['ward-report', 'photo', 'other'] as const;
type Change = { kind: 'attach' | 'remove'; file: AttachedFile };

/** The report and the other files of a dossier; each is in it as soon as it is sent. */
export function DossierFiles({ nomination }: { nomination: NominationShown }): ReactNode {
  const t = useT(wardTexts);
  const { language } = useLanguage();
  const notify = useNotify();
  const open = isOpenToWard(nomination);
  const action = useAction({
    perform: async ({ kind, file }: Change, actionId) => {
      // Read anew: a file goes to whatever stands there now, so two people attach without getting in each other's way.
      const param = { id: nomination.id };
      const { nomination: current } = await ask(api.nominations[':id'].$get({ param }));
      const others = current.files.filter((each) => each.sha256 !== file.sha256);
      const files = kind === 'attach' ? [...others, file] : others;
      if (JSON.stringify(files) === JSON.stringify(current.files)) return current;
      const { version, contact } = current;
      return ask(api.nominations[':id'].$put({ param, json: { actionId, version, files, ...(contact && { contact }) } }));
    },
    changes: [dossierKey(nomination.id), ['nominations']],
    done: (_, { kind, file }) =>
      kind === 'attach' ? notify(t.attached(file.name)) : notify(t.removed(file.name), () => action.mutate({ kind: 'attach', file })),
  });
  return (
    <section className="card" id="tep" aria-labelledby="files-title">
      <h2 id="files-title">{t.files}</h2>
      {nomination.files.length === 0 && <p>{t.noFiles}</p>}
      <ul className="tasks">
        {nomination.files.map((file) => (
          <li key={file.sha256}>
            <span>
              <FileLink nominationId={nomination.id} sha256={file.sha256} name={file.name} />{' '}
              <span className="quiet">
                {t.purposes[file.purpose]} · {sizeText(file.size, language)}
              </span>
            </span>
            {open && (
              <button
                type="button"
                className="button plain"
                disabled={action.isPending}
                onClick={() => action.mutate({ kind: 'remove', file })}
              >
                {t.remove} <span className="visually-hidden">{file.name}</span>
              </button>
            )}
          </li>
        ))}
      </ul>
      <Refused error={action.variables?.kind === 'remove' ? action.error : null} />
      {open && <UploadHint />}
      {open && (
        <div className="row">
          {purposes.map((purpose) => (
            <Upload
              key={purpose}
              label={t.attach[purpose]}
              attach={(file) => action.mutateAsync({ kind: 'attach', file: { ...file, purpose } })}
            />
          ))}
        </div>
      )}
    </section>
  );
}
