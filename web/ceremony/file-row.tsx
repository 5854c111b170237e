import { useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useEffect, useState } from 'react';
import type { CeremonyFileKind } from '../../shared/ceremony/ceremony.ts';
import { BlockedButton } from '../components/blocked-button.tsx';
import { Icon } from '../components/icon.tsx';
import { Refused } from '../components/refused.tsx';
import { sizeText } from '../language/format.ts';
import { useLanguage, useT } from '../language/language.tsx';
import { useAction } from '../server/action.ts';
import { api, ask } from '../server/api.ts';
import { ceremonyTexts } from './ceremony-texts.ts';
import { addressOfFile, ceremonyKey, type FileShown, useFile } from './queries.ts';

/** One file of the ceremony: made when somebody asks, told while it is being made, and downloaded; `waiting` while the order is not saved. */
export function CeremonyFileRow(of: { programmeId: string; file: FileShown; waiting: boolean; children?: ReactNode }): ReactNode {
  const t = useT(ceremonyTexts);
  const { programmeId, waiting } = of;
  const { what } = of.file;
  const queries = useQueryClient();
  const onItsWay = useFile(programmeId, of.file);
  const followed = onItsWay.data?.file;
  const file: FileShown = followed?.fingerprint === of.file.fingerprint && isUnderWay(of.file) ? followed : of.file;
  const make = useMake(programmeId);
  const ended = isUnderWay(of.file) && !isUnderWay(file);
  // The ceremony itself is asked once the file is there, not while it is being made.
  useEffect(() => {
    if (ended) void queries.invalidateQueries({ queryKey: ceremonyKey(programmeId) });
  }, [ended, queries, programmeId]);

  const nothing = file.of === 0 ? t.none[what === 'drafts' ? 'drafts' : 'others'] : undefined;
  const blocked = nothing ?? (waiting ? t.waitForOrder : undefined);
  return (
    <li className="card">
      <h3>{t.kinds[what]}</h3>
      <p className="quiet">{t.kindTexts[what]}</p>
      {file.missing > 0 && (
        <p>
          <Icon name="warning" /> {t.missing(file.missing)}
        </p>
      )}
      {file.state === 'failed' && <Failed file={file} />}
      {isUnderWay(file) && <Progress what={what} done={file.state === 'making' ? file.done : undefined} of={file.of} />}
      {(file.state === 'none' || file.state === 'failed') && (
        <BlockedButton blocked={blocked} busy={make.isPending} press={() => make.mutate(what)}>
          {file.state === 'failed' ? t.retry : t.make}
          <span className="visually-hidden"> {t.kinds[what]}</span>
        </BlockedButton>
      )}
      {file.state === 'ready' && <Ready programmeId={programmeId} file={file} blocked={waiting ? t.waitForOrder : undefined} />}
      <Refused error={make.error} />
      {of.children}
    </li>
  );
}

const isUnderWay = ({ state }: FileShown): boolean => state === 'asked' || state === 'making';

const useMake = (id: string) =>
  useAction({
    perform: (what: CeremonyFileKind) => ask(api.programmes[':id'].ceremony.files.$post({ param: { id }, json: { what } })),
    changes: [ceremonyKey(id)],
  });

function Progress({ what, done, of }: { what: CeremonyFileKind; done: number | undefined; of: number }): ReactNode {
  const t = useT(ceremonyTexts);
  return (
    <div>
      <progress aria-label={t.progress(t.kinds[what])} max={of} value={done ?? 0} />
      <p role="status" className="quiet">
        {done === undefined ? t.asked : t.making(done, of)}
      </p>
    </div>
  );
}

function Failed({ file }: { file: Extract<FileShown, { state: 'failed' }> }): ReactNode {
  const t = useT(ceremonyTexts);
  const { reason } = file;
  const why =
    reason.code === 'missing-glyph'
      ? t.reasons['missing-glyph'](reason.street, reason.characters.join(' '))
      : reason.code === 'file-damaged'
        ? t.reasons['file-damaged'](reason.street)
        : t.reasons['broke-off'];
  return (
    <p className="notice danger" role="alert">
      <strong>{t.failed}.</strong> {why}
    </p>
  );
}

type ReadyProps = { programmeId: string; file: Extract<FileShown, { state: 'ready' }>; blocked: string | undefined };

function Ready({ programmeId, file, blocked }: ReadyProps): ReactNode {
  const t = useT(ceremonyTexts);
  const { language } = useLanguage();
  const [state, setState] = useState<'idle' | 'asking' | 'started'>('idle');
  const [refused, setRefused] = useState<Error>();
  const fetchFile = async () => {
    setRefused(undefined);
    setState('asking');
    try {
      const url = await addressOfFile(programmeId, file.fingerprint);
      // The browser itself downloads, so that it can go on after a break.
      if (url) location.assign(url);
      setState('started');
    } catch (error) {
      setState('idle');
      setRefused(error instanceof Error ? error : new Error(String(error)));
    }
  };
  return (
    <>
      <p>
        <span className="badge ok">
          <Icon name="check" /> {t.ready}
        </span>{' '}
        {t.holds(file.of)}
      </p>
      <BlockedButton tone="main" blocked={blocked} busy={state === 'asking'} press={() => void fetchFile()}>
        <Icon name="download" /> {t.download(sizeText(file.size, language))}
        <span className="visually-hidden"> {t.kinds[file.what]}</span>
      </BlockedButton>
      <p role="status" className="quiet">
        {state === 'started' && t.started}
      </p>
      <details>
        <summary>{t.fingerprint}</summary>
        <code className="fingerprint">{file.sha256}</code>
      </details>
      <Refused error={refused} />
    </>
  );
}
