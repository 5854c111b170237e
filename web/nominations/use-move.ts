import type { UseMutationResult } from '@tanstack/react-query';
import type { ActionId } from '../../shared/ids.ts';
import { boardKey } from '../programmes/queries.ts';
import { useAction } from '../server/action.ts';
import { dossierKey, type NominationShown } from './queries.ts';

/** A move of one dossier: afterwards the dossier and the board of its programme are asked again. */
export const useMove = <Input, Output>(
  nomination: Pick<NominationShown, 'id' | 'programmeId'>,
  perform: (input: Input, actionId: ActionId) => Promise<Output>,
  done?: (output: Output, input: Input) => void,
): UseMutationResult<Output, Error, Input> =>
  useAction({ perform, changes: [dossierKey(nomination.id), boardKey(nomination.programmeId)], ...(done && { done }) });
