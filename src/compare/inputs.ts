import type { Run } from '../runs/run.ts';
import type { DataDifference, InputDifference, SettingChange } from './comparison.ts';

/** One setting that differs, by its keys: a key may hold a dot. */
export interface SettingPath {
  readonly keys: readonly string[];
  readonly old: unknown;
  readonly new: unknown;
}

/** Keys that name a scenario and ask nothing of it. */
const NAMES: ReadonlySet<string> = new Set(['title', 'description']);

/** What two runs were asked that is not the same: settings, and data. */
export function inputsOf(from: Run, to: Run): InputDifference {
  return { settings: changedSettings(from, to).map(changeOf), data: dataOf(from, to) };
}

/**
 * The settings that differ, in the order of the scenario. A map is taken apart; a list, a source of data, and a map
 * that is no map on the other side (a rule that is off) change as a whole.
 */
export function changedSettings(from: Run, to: Run): readonly SettingPath[] {
  const [before, after] = [from.scenario.settings, to.scenario.settings];
  return changed(before, after, []).filter(({ keys }) => !NAMES.has(keys[0]!));
}

/** A path as the YAML would be spoken of. */
export const dotted = (keys: readonly string[]): string => keys.join('.');

function changed(before: unknown, after: unknown, keys: readonly string[]): readonly SettingPath[] {
  const [left, right] = [mapOf(before), mapOf(after)];
  if (left === undefined || right === undefined || (keys.length === 1 && keys[0] === 'data'))
    return same(before, after) ? [] : [{ keys, old: before, new: after }];
  const names = [...new Set([...left.keys(), ...right.keys()])];
  return names.flatMap((name) => changed(left.get(name), right.get(name), [...keys, name]));
}

function mapOf(value: unknown): ReadonlyMap<string, unknown> | undefined {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined;
  return new Map(Object.entries(value));
}

/** Whether two values say the same, in whatever order their keys stand. */
function same(a: unknown, b: unknown): boolean {
  if (Array.isArray(a) && Array.isArray(b)) return a.length === b.length && a.every((value, k) => same(value, b[k]));
  const [left, right] = [mapOf(a), mapOf(b)];
  if (left === undefined || right === undefined) return a === b;
  const names = new Set([...left.keys(), ...right.keys()]);
  return [...names].every((name) => same(left.get(name), right.get(name)));
}

function changeOf({ keys, old, new: next }: SettingPath): SettingChange {
  return {
    path: dotted(keys),
    ...(old === undefined ? {} : { old }),
    ...(next === undefined ? {} : { new: next }),
  };
}

function dataOf(from: Run, to: Run): DataDifference {
  const isSame = from.provenance.data === to.provenance.data;
  if (from.data === undefined || to.data === undefined) return { same: isSame, tables: null };
  const [before, after] = [from.data, to.data].map((tables) => new Map(tables.map((one) => [one.table, one])));
  const names = [...new Set([...before!.keys(), ...after!.keys()])].sort();
  const tables = names.map((table) => ({
    table,
    same: before!.get(table)?.fingerprint === after!.get(table)?.fingerprint,
  }));
  return { same: isSame, tables };
}
