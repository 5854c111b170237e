import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { componentTexts } from '../components/component-texts.ts';
import { Dialog } from '../components/dialog.tsx';
import { Icon } from '../components/icon.tsx';
import { Loaded } from '../components/loaded.tsx';
import { useT } from '../language/language.tsx';
import { api, ask } from '../server/api.ts';
import { actionTexts } from './action-texts.ts';
import { type DossierShown, dossierKey } from './queries.ts';

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
  const common = useT(componentTexts);
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
          {common.close}
        </button>
      </div>
    </Dialog>
  );
}
