import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliDecompressSync } from 'node:zlib';
import { ScanCommand } from '@aws-sdk/lib-dynamodb';
import type { Table } from '../../functions/data/table.ts';
import type { Answered, Ids } from './answers.ts';
import { unpacked } from './archive.ts';

/** What was written down when the folder was made. */
export type Made = {
  madeAt: string;
  origin: string;
  records: number;
  entries: number;
  kinds: Record<string, number>;
  ids: Ids;
  answers: Answered;
};

/** A JSON file of a version that was given out. */
export const readOld = <T>(version: string, name: string): T =>
  JSON.parse(brotliDecompressSync(readFileSync(join(import.meta.dirname, version, `${name}.json.br`))).toString());

/** Its data folder, laid out in a place of its own. */
export function oldFolder(version: string): string {
  const folder = mkdtempSync(join(tmpdir(), 'pho-so-outlive-'));
  unpacked(readFileSync(join(import.meta.dirname, version, 'folder.br')), folder);
  return folder;
}

export async function everyItem({ doc, name }: Pick<Table, 'doc' | 'name'>): Promise<Record<string, unknown>[]> {
  const all: Record<string, unknown>[] = [];
  for (let from: Record<string, unknown> | undefined, first = true; first || from; first = false) {
    const page = await doc.send(new ScanCommand({ TableName: name, ExclusiveStartKey: from }));
    all.push(...(page.Items ?? []));
    from = page.LastEvaluatedKey;
  }
  return all;
}

/** How many items of each kind and state. */
export function countsOf(items: readonly Record<string, unknown>[]): Record<string, number> {
  const kinds: Record<string, number> = {};
  for (const { type, state, PK } of items) {
    const kind = [type ?? String(PK).split('#')[0], state].filter(Boolean).join(' ');
    kinds[kind] = (kinds[kind] ?? 0) + 1;
  }
  return lasting(kinds);
}

/** Without what a sign-in leaves behind for minutes. */
export const lasting = (kinds: Record<string, number>): Record<string, number> =>
  Object.fromEntries(Object.entries(kinds).filter(([kind]) => !/^(OIDC|ATTEMPT)/.test(kind)));
