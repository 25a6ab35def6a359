import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { Temporal } from 'temporal-polyfill';
import { Refusal } from '../problems/problem.ts';
import type { ResultTable } from '../tables/result.ts';
import type { RunRecord } from './record.ts';
import { loadRecord } from './store.ts';

/**
 * A run in a folder of runs.
 *
 * @example
 * await saveRun(run, html, folder);
 * const [listed] = listRuns(folder);
 * [listed.name, listed.id === run.id, listed.settings] // ['prime-evening', true, {}]
 */
export interface ListedRun {
  /** `la-week`, `la-week@linear`. */
  readonly name: string;
  readonly id: string;
  readonly folder: string;
  /** When it was run last, as an instant. */
  readonly when: string;
  readonly status: RunRecord['status'];
  /** Null where there is no schedule. */
  readonly netScore: number | null;
  /** The settings in which runs of the scenario differ, by dotted path: what this run has there. */
  readonly settings: Readonly<Record<string, unknown>>;
}

/** A run folder as the disk has it. */
export interface RunFolder {
  readonly name: string;
  readonly id: string;
  readonly folder: string;
  /** Milliseconds since 1970. */
  readonly when: number;
}

/** Every run below a folder, newest first. */
export function runFolders(root: string): readonly RunFolder[] {
  return namesIn(root)
    .flatMap((name) => namesIn(join(root, name)).map((id) => ({ name, id, folder: join(root, name, id) })))
    .flatMap((one) => {
      const stat = statSync(join(one.folder, 'run.json'), { throwIfNoEntry: false });
      return stat === undefined ? [] : [{ ...one, when: stat.mtimeMs }];
    })
    .sort((a, b) => b.when - a.when || (a.folder < b.folder ? -1 : 1));
}

function namesIn(folder: string): readonly string[] {
  try {
    const entries = readdirSync(folder, { withFileTypes: true });
    return entries.flatMap((entry) => (entry.isDirectory() && !entry.name.startsWith('.') ? [entry.name] : []));
  } catch {
    return [];
  }
}

/**
 * What was run when, newest first, with the settings in which the runs of one scenario and its variants differ. A
 * folder whose record is damaged is left out.
 *
 * @param root The folder of all runs.
 * @param scenario Only runs of this scenario and its variants.
 * @example
 * const saved = await saveRun(run, html, folder);
 * listRuns(folder).map(({ name, status, netScore }) => [name, status, netScore]) // [['prime-evening', 'optimal', -326]]
 */
export function listRuns(root = 'runs', scenario?: string): readonly ListedRun[] {
  const found = runFolders(root)
    .filter(({ name }) => scenario === undefined || scenarioOf(name) === scenario || name === scenario)
    .flatMap((one) => {
      const record = recordIn(one.folder);
      return record === undefined ? [] : [{ ...one, record, leaves: leavesOf(record.scenario.settings) }];
    });
  return found.map(({ name, id, folder, when, record, leaves }) => {
    const family = found.filter((other) => scenarioOf(other.name) === scenarioOf(name)).map((other) => other.leaves);
    return {
      name,
      id,
      folder,
      when: Temporal.Instant.fromEpochMilliseconds(Math.trunc(when)).toString(),
      status: record.status,
      netScore: record.objective.net_score ?? null,
      settings: Object.fromEntries([...leaves].filter(([path, value]) => differs(family, path, value))),
    };
  });
}

/**
 * The same as a table: a run in each row, and what it has where runs of its scenario differ.
 *
 * @example
 * await saveRun(run, html, folder);
 * runsTable(listRuns(folder)).rows.length // 1
 */
export const runsTable = (runs: readonly ListedRun[]): ResultTable => ({
  columns: [
    { name: 'run', type: 'text', label: 'Run' },
    { name: 'when', type: 'text', label: 'When' },
    { name: 'status', type: 'text', label: 'Status' },
    { name: 'net_score', type: 'number', label: 'Net score' },
    { name: 'settings', type: 'text', label: 'Settings that differ' },
    { name: 'folder', type: 'text', label: 'Folder' },
  ],
  rows: runs.map((run) => [
    `${run.name}@${run.id.slice(0, 8)}`,
    run.when,
    run.status,
    run.netScore,
    settingsText(run.settings).join(', '),
    run.folder,
  ]),
});

/**
 * The settings that differ, as `--set` takes them.
 *
 * @example
 * settingsText({ 'rules.separation': 900 }) // ['rules.separation=900']
 */
export const settingsText = (settings: ListedRun['settings']): readonly string[] =>
  Object.entries(settings).map(
    ([path, value]) => `${path}=${typeof value === 'string' ? value : JSON.stringify(value)}`,
  );

/** A variant belongs to its scenario. */
const scenarioOf = (name: string): string => name.replace(/@.*$/, '');

function recordIn(folder: string): RunRecord | undefined {
  try {
    return loadRecord(folder);
  } catch (error) {
    if (error instanceof Refusal) return undefined;
    throw error;
  }
}

const differs = (family: readonly ReadonlyMap<string, unknown>[], path: string, value: unknown): boolean =>
  family.some((leaves) => JSON.stringify(leaves.get(path)) !== JSON.stringify(value));

/** Settings by dotted path; a list is one setting. What only names a scenario asks nothing of it. */
function leavesOf(settings: Readonly<Record<string, unknown>>): ReadonlyMap<string, unknown> {
  const { title: _, description: __, ...asked } = settings;
  const leaves = new Map<string, unknown>();
  const walk = (value: unknown, path: string): void => {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) leaves.set(path, value);
    else for (const [key, inner] of Object.entries(value)) walk(inner, path === '' ? key : `${path}.${key}`);
  };
  walk(asked, '');
  return leaves;
}
