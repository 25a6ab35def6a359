import { type Change, diffVersions } from '../publish/diff.ts';
import { planOf } from '../publish/version.ts';
import type { Run } from '../runs/run.ts';
import type { ScheduleTable } from '../tables/result.ts';
import type { EntityChanges, EntityCounts, RowChange, ScheduleDifference } from './comparison.ts';

/** What became of each row of a schedule in another, and who gained or lost by it. */
export function schedulesOf(from: Run, to: Run, table: ScheduleTable): ScheduleDifference | null {
  if (!hasSchedule(from) || !hasSchedule(to)) return null;
  const diff = diffVersions(planOf(from, table), planOf(to, table), [from.name, to.name]);
  return {
    kept: diff.kept.length,
    moved: diff.moved.length,
    new: diff.new.length,
    dropped: diff.dropped.length,
    changes: [
      ...diff.moved.map((change) => rowOf('moved', change)),
      ...diff.new.map((change) => rowOf('new', change)),
      ...diff.dropped.map((change) => rowOf('dropped', change)),
    ],
    entities: [...table.place, ...table.key].flatMap((column) => entitiesOf(from, to, table, column)),
  };
}

/** Whether a run found any schedule at all; an empty one is one. */
export const hasSchedule = ({ status }: Pick<Run, 'status'>): boolean => status === 'optimal' || status === 'feasible';

/** How often each entity of the first column of a place stands in each schedule, most frequent first. */
export function countsOf(runs: readonly Run[], table: ScheduleTable): EntityCounts | null {
  const column = table.place[0];
  const first = runs.find(hasSchedule);
  if (column === undefined || first === undefined) return null;
  const names = runs.map((run) => namesOf(run, table, column));
  const counts = runs.map((run) => (hasSchedule(run) ? tally(run, table, column) : null));
  const keys = [...new Set(counts.flatMap((one) => [...(one?.keys() ?? [])]))].sort();
  const label = unique(new Map(names.flatMap((one) => [...one])));
  const entities = keys.map((key) => ({
    entity: label.get(key) ?? key,
    counts: counts.map((one) => (one === null ? null : (one.get(key) ?? 0))),
  }));
  const total = (row: (typeof entities)[number]) => row.counts.reduce<number>((sum, count) => sum + (count ?? 0), 0);
  // Sorting keeps the order of equals: the order of the keys.
  entities.sort((a, b) => total(b) - total(a));
  return { column, label: labelOf(first, table, column), entities };
}

function rowOf(change: RowChange['change'], { key, before, after }: Change): RowChange {
  const changed = change === 'moved' ? Object.keys(after ?? {}).filter((name) => before?.[name] !== after?.[name]) : [];
  return { change, key, before, after, changed };
}

function entitiesOf(from: Run, to: Run, table: ScheduleTable, column: string): readonly EntityChanges[] {
  const [before, after] = [tally(from, table, column), tally(to, table, column)];
  const names = unique(new Map([...namesOf(from, table, column), ...namesOf(to, table, column)]));
  const entities = [...new Set([...before.keys(), ...after.keys()])]
    .sort()
    .map((key) => ({ entity: names.get(key) ?? key, before: before.get(key) ?? 0, after: after.get(key) ?? 0 }))
    .filter((one) => one.before !== one.after);
  const change = (one: (typeof entities)[number]) => one.after - one.before;
  entities.sort((a, b) => Math.abs(change(b)) - Math.abs(change(a)) || change(b) - change(a));
  return entities.length === 0 ? [] : [{ column, label: labelOf(from, table, column), entities }];
}

/** How many rows of a schedule hold each value of a column. */
function tally(run: Run, table: ScheduleTable, column: string): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const [key] of pairsOf(run, table, column)) counts.set(key, (counts.get(key) ?? 0) + 1);
  return counts;
}

/** What people call the values of a column. */
const namesOf = (run: Run, table: ScheduleTable, column: string): ReadonlyMap<string, string> =>
  new Map(pairsOf(run, table, column));

function pairsOf(run: Run, table: ScheduleTable, column: string): readonly (readonly [string, string])[] {
  const result = Object.hasOwn(run.tables, table.table) ? run.tables[table.table] : undefined;
  if (result === undefined) return [];
  const index = (name: string) => result.columns.findIndex((one) => one.name === name);
  const own = index(column);
  const named = index(namedBy(table, column));
  return result.rows.map((row) => {
    const key = textOf(row[own]);
    return [key, textOf(row[named]) || key];
  });
}

const namedBy = ({ named }: ScheduleTable, column: string): string =>
  (named && Object.hasOwn(named, column) ? named[column] : undefined) ?? column;

function labelOf(run: Run, table: ScheduleTable, column: string): string {
  const columns = run.tables[table.table]?.columns ?? [];
  const label = (name: string) => columns.find((one) => one.name === name)?.label;
  return label(namedBy(table, column)) ?? label(column) ?? column;
}

/** Two entities may have one name: then the name alone would add them up. */
function unique(names: ReadonlyMap<string, string>): ReadonlyMap<string, string> {
  const often = new Map<string, number>();
  for (const name of names.values()) often.set(name, (often.get(name) ?? 0) + 1);
  return new Map([...names].map(([key, name]) => [key, often.get(name)! > 1 ? `${name} (${key})` : name]));
}

const textOf = (cell: unknown): string => (cell === null || cell === undefined ? '' : String(cell));
