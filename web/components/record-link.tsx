import { type ReactNode, useState } from 'react';
import { api, ask } from '../server/api.ts';
import { refusalOf } from '../server/problem.ts';
import { Icon } from './icon.tsx';
import { useNotify } from './notify.tsx';

/** Downloads the assessment report as a PDF: of one person's visit, or of the whole round. It takes a moment to make. */
export function RecordLink({ nominationId, person, label }: { nominationId: string; person?: string; label: string }): ReactNode {
  const notify = useNotify();
  const [busy, setBusy] = useState(false);
  const query = person === undefined ? {} : { person };
  return (
    <button
      type="button"
      className="button no-print"
      disabled={busy}
      onClick={() => {
        setBusy(true);
        void ask(api.nominations[':id'].record.$get({ param: { id: nominationId }, query }))
          .then(({ url }) => location.assign(url))
          .catch((error: unknown) => notify(refusalOf(error).detail))
          .finally(() => setBusy(false));
      }}
    >
      <Icon name="download" /> {label}
    </button>
  );
}
