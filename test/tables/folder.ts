import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { type Problem, Refusal } from '../../src/problems/problem.ts';

/** A folder with these files, gone when the test is over. */
export function folder(files: Readonly<Record<string, string | Uint8Array>> = {}): string {
  const dir = mkdtempSync(join(tmpdir(), 'evenhand-tables-'));
  onTestFinished(() => rmSync(dir, { recursive: true, force: true }));
  for (const [name, content] of Object.entries(files)) writeFileSync(join(dir, name), content);
  return dir;
}

/** A file of a scenario with this text, gone when the test is over. */
export const written = (text: string): string => join(folder({ 'week.yaml': text }), 'week.yaml');

/** The problems of the refusal that this must throw. */
export function refusal(run: () => unknown): readonly Problem[] {
  try {
    run();
  } catch (error) {
    if (error instanceof Refusal) return error.problems;
    throw error;
  }
  throw new Error('nothing was refused');
}
