import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { useT } from '../language/language.tsx';
import { type DossierShown, dossierKey } from '../nominations/queries.ts';
import { Dialog } from '../pieces/dialog.tsx';
import { Icon } from '../pieces/icon.tsx';
import { Loaded } from '../pieces/loaded.tsx';
import { pieceTexts } from '../pieces/texts.ts';
import { api, ask } from '../server/api.ts';
import { actionTexts } from './action-texts.ts';

/** Compares a dossier with what it must have. */
export function CheckResult({ dossier }: { dossier: DossierShown }): ReactNode {
  const t = useT(actionTexts);
  const [open, setOpen] = useState(false);
  return (
    <li>
      <span>
        <strong>{t.check}</strong>
        <br />
        <span className="quiet">{t.checkText}</span>
      </span>
      <button type="button" className="button" onClick={() => setOpen(true)}>
        {t.check}
      </button>
      {open && <Checked dossier={dossier} close={() => setOpen(false)} />}
    </li>
  );
}

function Checked({ dossier: { nomination }, close }: { dossier: DossierShown; close: () => void }): ReactNode {
  const t = useT(actionTexts);
  const pieces = useT(pieceTexts);
  const param = { id: nomination.id };
  const check = useQuery({
    queryKey: [...dossierKey(nomination.id), 'check'],
    queryFn: () => ask(api.nominations[':id'].check.$get({ param })),
  });
  return (
    <Dialog title={t.check} close={close}>
      <Loaded query={check}>
        {({ missing }) =>
          missing.length === 0 ? (
            <p className="notice ok">
              <Icon name="check" /> {t.checkComplete}
            </p>
          ) : (
            <div className="notice warning">
              <p>{t.checkMissing}</p>
              <ul>
                {missing.map((code) => (
                  <li key={code}>{t.missing[code] ?? code}</li>
                ))}
              </ul>
            </div>
          )
        }
      </Loaded>
      <div className="buttons">
        <button type="button" className="button main" onClick={close}>
          {pieces.close}
        </button>
      </div>
    </Dialog>
  );
}
