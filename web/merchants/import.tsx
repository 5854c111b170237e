import type { ReactNode } from 'react';
import type { Street } from '../../shared/streets/street.ts';
import { SavedNote } from '../components/saved-note.tsx';
import { Waiting } from '../components/waiting.tsx';
import { useDraft } from '../device/draft.ts';
import { useT } from '../language/language.tsx';
import { useWorking } from '../session/use-session.ts';
import { ImportList } from './import-list.tsx';
import { ImportRun } from './import-run.tsx';
import { ImportSourceForm } from './import-source.tsx';
import { type ImportWork, noWork } from './import-state.ts';
import { importTexts } from './import-texts.ts';
import { StreetPage } from './street-page.tsx';

/** Imports the list that a ward already has: choose, check, confirm. What was chosen so far outlives a reload. */
export default function ImportPage(): ReactNode {
  return <StreetPage part="import">{(street) => <Work street={street} />}</StreetPage>;
}

function Work({ street }: { street: Street }): ReactNode {
  const t = useT(importTexts);
  const { me } = useWorking();
  const draft = useDraft<ImportWork>(`import ${street.id} ${me.id}`, noWork);
  const { value: work, set } = draft;
  if (draft.state.kind === 'loading') return <Waiting />;
  if (work.started) {
    return (
      <ImportRun
        street={street}
        started={work.started}
        reconsider={() => set((was) => ({ ...was, started: undefined }))}
        again={() => void draft.clear()}
      />
    );
  }
  if (!work.source) return <ImportSourceForm street={street} choose={(source) => set({ ...noWork, source })} />;
  return (
    <>
      <p className="buttons">
        <strong>{t.source(work.source.kind === 'file' ? work.source.name : t.pasted)}</strong>
        <button type="button" className="button" onClick={() => void draft.clear()}>
          {t.another}
        </button>
        <SavedNote state={draft.state} />
      </p>
      <ImportList street={street} work={work} source={work.source} set={set} />
    </>
  );
}
