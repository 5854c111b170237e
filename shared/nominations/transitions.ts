import { acknowledge } from './acknowledge.ts';
import { assess } from './assess.ts';
import { assign, unassign } from './assign.ts';
import { approve, decline, sendBack } from './decisions.ts';
import { draft } from './draft.ts';
import { edit } from './edit.ts';
import { extend } from './extend.ts';
import { recommend } from './recommend.ts';
import { askToCorrect, askToRevoke, confirmCorrection, confirmRevocation, dropRequest } from './requests.ts';
import { returnToWard } from './return.ts';
import { submit } from './submit.ts';
import { withdraw } from './withdraw.ts';

/** The lifecycle of a nomination: one row per action. The server's verbs, the pages and docs/lifecycle.md ask these rows and no others. */
export const transitions = {
  draft,
  edit,
  submit,
  withdraw,
  return: returnToWard,
  assign,
  unassign,
  assess,
  acknowledge,
  recommend,
  sendBack,
  approve,
  decline,
  askToCorrect,
  confirmCorrection,
  askToRevoke,
  confirmRevocation,
  dropRequest,
  extend,
} as const;

export type Action = keyof typeof transitions;
