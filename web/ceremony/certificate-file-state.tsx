import type { ReactNode } from 'react';
import { Icon } from '../components/icon.tsx';
import { Refused } from '../components/refused.tsx';
import { useT } from '../language/language.tsx';
import { useAction } from '../server/action.ts';
import { api, ask } from '../server/api.ts';
import { ceremonyTexts } from './ceremony-texts.ts';
import type { HandoverShown } from './queries.ts';

/** A certificate whose file is not there: being made, or failed with a way to try again. Nothing to say where it is there. */
export function CertificateFileState({
  handover: { file, code, name },
}: {
  handover: Extract<HandoverShown, { state: 'final' }>;
}): ReactNode {
  const t = useT(ceremonyTexts);
  const retry = useAction({
    perform: (of: string, actionId) => ask(api.certificates[':code'].file.retry.$post({ param: { code: of }, json: { actionId } })),
    changes: [['ceremony']],
  });
  if (file === 'ready') return null;
  return (
    <>
      {' '}
      <span className={`badge ${file === 'failed' ? 'danger' : 'warning'}`}>
        <Icon name={file === 'failed' ? 'warning' : 'clock'} /> {t.fileStates[file]}
      </span>
      {file === 'failed' && (
        <>
          {' '}
          <button
            type="button"
            className="button"
            aria-label={t.retryFileOf(name)}
            disabled={retry.isPending}
            onClick={() => retry.mutate(code)}
          >
            {t.retryFile}
          </button>
          <Refused error={retry.error} />
        </>
      )}
    </>
  );
}
