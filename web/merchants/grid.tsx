import { type ReactNode, useCallback, useMemo, useState } from 'react';
import { v7 as uuidv7 } from 'uuid';
import type { MerchantId } from '../../shared/ids.ts';
import type { Merchant } from '../../shared/merchants/merchant.ts';
import type { Street } from '../../shared/streets/street.ts';
import { ExportLinks } from '../components/export-links.tsx';
import { Loaded } from '../components/loaded.tsx';
import { SavedNote } from '../components/saved-note.tsx';
import { Waiting } from '../components/waiting.tsx';
import { useDraft } from '../device/draft.ts';
import { useT } from '../language/language.tsx';
import { useWorking } from '../session/use-session.ts';
import { type Edits, heldBy, type Step } from './grid-changes.ts';
import type { Edit, GridColumn } from './grid-columns.ts';
import { type Filter, GridFilters, matches, noFilter } from './grid-filters.tsx';
import { useSaving } from './grid-saving.ts';
import { GridTable } from './grid-table.tsx';
import { gridTexts } from './grid-texts.ts';
import { useUndo } from './grid-undo.ts';
import { MerchantPanel } from './merchant-panel.tsx';
import { merchantTexts } from './merchant-texts.ts';
import { useMerchants } from './street.ts';
import { StreetPage } from './street-page.tsx';
import { useClosing } from './use-closing.ts';
import '../styles/grid.css';

/** The merchants of a street in a grid that is filled in with the keyboard. */
export default function GridPage(): ReactNode {
  return <StreetPage part="grid">{(street) => <Held street={street} />}</StreetPage>;
}

function Held({ street }: { street: Street }): ReactNode {
  const merchants = useMerchants(street.id);
  return <Loaded query={merchants}>{(all) => <Grid street={street} merchants={all} />}</Loaded>;
}

const newId = (): MerchantId => uuidv7() as MerchantId;
const noEdits: Edits = {};

function Grid({ street, merchants }: { street: Street; merchants: Merchant[] }): ReactNode {
  const t = useT(gridTexts);
  const m = useT(merchantTexts);
  const { me } = useWorking();
  const draft = useDraft<Edits>(`grid ${street.id} ${me.id}`, noEdits);
  const { value: edits, set } = draft;
  const [filter, setFilter] = useState<Filter>(noFilter);
  const [stay, setStay] = useState<MerchantId>();
  const [panel, setPanel] = useState<MerchantId>();
  // The row at the end that is not begun yet has its id already, so that its cell stays the same when it begins.
  const [blank, setBlank] = useState(newId);
  const locked = street.lockedBy !== undefined;

  const stored = useMemo(() => new Map(merchants.map((each) => [each.id, each])), [merchants]);
  const drop = useCallback(
    (rows: readonly (readonly [MerchantId, Edit])[]) => {
      if (rows.length === 0) return;
      set((was) => {
        const next = { ...was };
        for (const [id, edit] of rows) if (next[id] === edit) delete next[id];
        return next;
      });
    },
    [set],
  );
  const saving = useSaving({ streetId: street.id, edits, drop, stay, held: locked || draft.state.kind === 'loading' });
  const closing = useClosing(street.id);
  const undo = useUndo({ set, stored, gridState: saving.standing, closing, reason: t.undoEntry });

  const rows = useMemo(() => {
    const shown = merchants.filter((each) => edits[each.id] || matches(each, filter)).map(({ id }) => id);
    const begun = (Object.keys(edits) as MerchantId[]).filter((id) => !stored.has(id) && id !== blank);
    return locked ? shown : [...shown, ...begun, blank];
  }, [merchants, edits, filter, stored, blank, locked]);

  const apply = useCallback(
    (step: Step) => {
      if (step.changes.some(({ id }) => id === blank)) setBlank(newId());
      undo.add({ ...step, made: step.changes.some(({ id }) => id === blank) && !edits[blank] ? [...step.made, blank] : step.made });
    },
    [undo, blank, edits],
  );
  const now = useCallback((id: MerchantId, column: GridColumn) => heldBy(stored.get(id), edits[id], column), [stored, edits]);

  if (draft.state.kind === 'loading') return <Waiting />;
  const unsent = Object.keys(edits).length;
  const sending = [...saving.sent.values()].some(({ state }) => state === 'saving');
  return (
    <>
      {merchants.length === 0 && !locked && <p className="notice">{m.noMerchants}</p>}
      <GridFilters merchants={merchants} filter={filter} change={setFilter} shown={rows.filter((id) => stored.has(id)).length} />
      <p className="quiet" id="grid-help">
        {t.help}
      </p>
      <GridTable
        market={street.kind === 'market'}
        locked={locked}
        rows={rows}
        blank={blank}
        stored={stored}
        edits={edits}
        sent={saving.sent}
        now={now}
        newId={newId}
        apply={apply}
        undo={undo.undo}
        redo={undo.redo}
        stayIn={setStay}
        open={setPanel}
        dropRow={(id) => edits[id] && drop([[id, edits[id]]])}
        settle={saving.settle}
        closing={closing}
      />
      <p role="status" className="quiet">
        {sending ? t.saving(unsent) : t.unsent(unsent)} {unsent > 0 && <SavedNote state={draft.state} />}
      </p>
      {merchants.length > 0 && <ExportLinks path={`streets/${street.id}/merchants`} />}
      {panel && (
        <MerchantPanel
          street={street}
          locked={locked}
          merchant={stored.get(panel)}
          edit={edits[panel]}
          keep={(methods) =>
            apply({ changes: [{ id: panel, column: 'methods', before: now(panel, 'methods'), after: methods }], made: [] })
          }
          revealed={(merchant) => saving.put([merchant])}
          close={() => setPanel(undefined)}
        />
      )}
    </>
  );
}
