import type { Signer } from './certificates/signature/signer.ts';
import type { Blobs } from './data/blobs.ts';
import type { Table } from './data/table.ts';
import type { Accounts } from './people/accounts.ts';
import type { ListSigner } from './public/list-signer.ts';

/** Everything a verb may use of the world outside, handed in at the handler: time, ids and randomness are arguments too. */
export type Deps = {
  table: Table;
  blobs: Blobs;
  accounts: Accounts;
  now: () => Date;
  /** Random bytes for codes and seeds. */
  random: (bytes: number) => Uint8Array;
  /** Origin under which the public verifies certificates, for example https://xacthuc.haiphong.gov.vn */
  publicOrigin: string;
  /** Signs the list of certificates that devices keep. */
  listSigner: ListSigner;
};

/** What the renderer of certificates is handed beside what verbs have: it alone signs. */
export type RendererDeps = Deps & { signer: Signer };
