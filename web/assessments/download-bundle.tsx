import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { Link } from 'wouter';
import type { NominationId } from '../../shared/ids.ts';
import { Refused } from '../components/refused.tsx';
import { momentText, sizeText } from '../language/format.ts';
import { useLanguage, useT } from '../language/language.tsx';
import { api, ask } from '../server/api.ts';
import { useWorking } from '../session/use-session.ts';
import { assessmentTexts } from './assessment-texts.ts';
import { findBundle, storeBundle } from './device-store.ts';
import { assessmentKey } from './device-types.ts';
import '../styles/assessments.css';

/** Takes one assignment along: street, drawn merchants, checklist, the code reader; says when it is complete and how large it is. */
export function DownloadBundle({ nominationId }: { nominationId: string }): ReactNode {
  const t = useT(assessmentTexts);
  const { language } = useLanguage();
  const { me } = useWorking();
  const queries = useQueryClient();
  const key = assessmentKey(nominationId, me.id);
  const bundle = useQuery({ queryKey: ['taken', key], queryFn: async () => (await findBundle(key)) ?? null, meta: { keep: false } });
  const take = useMutation({
    mutationFn: async () => {
      const assignment = await ask(api.nominations[':id'].assessment.$get({ param: { id: nominationId } }));
      // The reader is not part of every start of the app: with the assignment it comes onto the device.
      const reader = await preloadedReaderBytes();
      const bytes = new Blob([JSON.stringify(assignment)]).size + reader;
      await storeBundle({ assignment, takenAt: new Date().toISOString(), bytes }, nominationId as NominationId);
    },
    onSuccess: () => queries.invalidateQueries({ queryKey: ['taken'] }),
  });
  const stored = bundle.data;
  return (
    <div>
      <p className={stored ? 'quiet' : 'badge warning'}>
        {take.isPending ? t.taking : stored ? t.taken(sizeText(stored.bytes, language), momentText(stored.takenAt, language)) : t.notTaken}
      </p>
      <Refused error={take.error} />
      <div className="buttons">
        {stored && (
          <Link className="button main" href={`/phieu/${nominationId}`}>
            {t.open}
          </Link>
        )}
        <button type="button" className={`button ${stored ? '' : 'main'}`} disabled={take.isPending} onClick={() => take.mutate()}>
          {stored ? t.takeAgain : t.takeAlong}
        </button>
      </div>
    </div>
  );
}

/** Brings the code reader onto the device (the service worker keeps it); tells its size. */
async function preloadedReaderBytes(): Promise<number> {
  const { default: wasm } = await import('zxing-wasm/reader/zxing_reader.wasm?url');
  await import('./scan/camera.tsx');
  const answer = await fetch(wasm);
  return (await answer.blob()).size;
}
