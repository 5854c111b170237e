import { type ReactNode, useState } from 'react';
import { fileFaults } from '../../shared/certificates/certificate-file-texts.ts';
import { Icon } from '../components/icon.tsx';
import { useNotify } from '../components/notify.tsx';
import { Refused } from '../components/refused.tsx';
import { momentText } from '../language/format.ts';
import { useLanguage, useT } from '../language/language.tsx';
import { useAction } from '../server/action.ts';
import { api, ask } from '../server/api.ts';
import { refusalOf } from '../server/problem.ts';
import { certificateTexts } from './certificate-texts.ts';
import type { CertificateShown } from './queries.ts';

/** Waits between asking, in milliseconds: a PDF is made in a second, and a busy renderer is not pressed. */
const waits = [1000, 1500, 2500, 4000, 6000, 8000];

/** The certificate's file; while it is being made this asks again, less and less often. */
export function CertificateDownload(of: { certificate: CertificateShown; mayRetry: boolean }): ReactNode {
  const { code, file, signedElsewhere } = of.certificate;
  const there = signedElsewhere !== undefined || file.state === 'ready';
  const t = useT(certificateTexts);
  const { language } = useLanguage();
  const notify = useNotify();
  const [state, setState] = useState<'idle' | 'waiting' | 'started' | 'late'>('idle');
  const [refused, setRefused] = useState<Error>();
  const retry = useAction({
    perform: (_: object, actionId) => ask(api.certificates[':code'].file.retry.$post({ param: { code }, json: { actionId } })),
    changes: [['certificate', code]],
    done: () => notify(t.retried),
  });
  const fetchFile = async () => {
    setRefused(undefined);
    setState('waiting');
    try {
      const url = await addressOf(code);
      setState(url ? 'started' : 'late');
      if (url) location.assign(url);
    } catch (error) {
      setState('idle');
      setRefused(error instanceof Error ? error : new Error(String(error)));
    }
  };
  return (
    <>
      {file.state === 'failed' && (
        <div className="notice danger">
          <p>{t.failed(fileFaults[file.fault][language], momentText(file.since, language))}</p>
          {of.mayRetry && (
            <button type="button" className="button" disabled={retry.isPending} onClick={() => retry.mutate({})}>
              {t.retry}
            </button>
          )}
          <Refused error={retry.error} />
        </div>
      )}
      <div className="buttons">
        <button type="button" className="button main" disabled={state === 'waiting'} onClick={() => void fetchFile()}>
          <Icon name="download" /> {t.download}
        </button>
        <span role="status" className="quiet">
          {(state === 'waiting' || file.state === 'pending') && !there && t.making}
          {state === 'started' && t.downloadStarted}
          {state === 'late' && t.stillMaking}
        </span>
      </div>
      <Refused error={refused} />
    </>
  );
}

/** The address of the file, or undefined when it still is not there after half a minute. */
async function addressOf(code: string): Promise<string | undefined> {
  for (const wait of [0, ...waits]) {
    await new Promise((resolve) => setTimeout(resolve, wait));
    try {
      return (await ask(api.certificates[':code'].file.$get({ param: { code } }))).url;
    } catch (error) {
      if (refusalOf(error).code !== 'certificate-not-ready') throw error;
    }
  }
  return undefined;
}
