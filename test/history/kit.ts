import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { HistoryOptions } from '../../src/history/outcome.ts';
import { readHistory } from '../../src/history/read.ts';
import { printProblems } from '../../src/problems/print.ts';
import { Refusal } from '../../src/problems/problem.ts';

export const NOW = Date.UTC(2026, 5, 1);

/** A new file with this content. */
export function fileOf(content: string | Uint8Array, name = 'export.csv'): string {
  const file = join(mkdtempSync(join(tmpdir(), 'evenhand-history-')), name);
  writeFileSync(file, content);
  return file;
}

/** What a file's content is read as. */
export const read = (content: string | Uint8Array, options: Partial<HistoryOptions> = {}) =>
  readHistory([fileOf(content)], { platform: 'x', now: NOW, ...options });

/** Its rows as texts: key, instant, metrics. */
export const rowsOf = (content: string | Uint8Array, options: Partial<HistoryOptions> = {}) =>
  read(content, options).rows.map(
    ({ key, at, metrics }) =>
      `${key} ${new Date(at).toISOString().replace(/:00\.000Z$/, 'Z')} ${[...metrics].map(([name, value]) => `${name}=${value}`).join(' ')}`,
  );

/** Why rows are put aside: line and reason. */
export const asideOf = (content: string | Uint8Array, options: Partial<HistoryOptions> = {}) =>
  read(content, options).aside.map(({ line, reason }) => `${line}: ${reason}`);

/** What reading it refuses, without the folder. */
export function refused(content: string | Uint8Array, options: Partial<HistoryOptions> = {}): string {
  try {
    read(content, options);
  } catch (error) {
    if (error instanceof Refusal) return printProblems(error.problems).replaceAll(/\S*evenhand-history-\w+\//g, '');
    throw error;
  }
  throw new Error('nothing was refused');
}
