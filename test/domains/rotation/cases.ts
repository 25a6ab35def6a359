import { expect } from 'vitest';
import { stringify } from 'yaml';
import { priceOf } from '../../../src/audit/price.ts';
import type { Instance, Schedule } from '../../../src/domain.ts';
import { rotation } from '../../../src/domains/rotation/index.ts';
import type { RotationSettings } from '../../../src/domains/rotation/scenario.ts';
import { type RotationTables, rotationTables } from '../../../src/domains/rotation/tables.ts';
import type { Model, Solution } from '../../../src/kernel/model.ts';
import { solve } from '../../../src/kernel/solve.ts';
import { Refusal } from '../../../src/problems/problem.ts';
import type { Scenario } from '../../../src/scenario/scenario.ts';
import { schemaOf } from '../../../src/scenario/shape/general.ts';
import { validateAll } from '../../../src/tables/load.ts';
import type { Data, RawTable } from '../../../src/tables/table.ts';

/** The keys of a rotation scenario, as YAML has them. */
export type Keys = Readonly<Record<string, unknown>>;

/** An evening in New York, with nothing in it. */
export const EVENING: Keys = {
  market: { zone: 'America/New_York', prime: { from: '20:00', to: '23:00' } },
  date: '2025-03-10',
};

/** Settings with every default. Rows of the tables are part of them. */
export function settingsOf(keys: Keys): RotationSettings {
  const schema = schemaOf(rotation);
  const parsed = schema.safeParse({ kind: 'rotation', ...EVENING, ...keys });
  if (!parsed.success) throw new Error(JSON.stringify(parsed.error.issues));
  return parsed.data as unknown as RotationSettings;
}

/** A scenario as a file would give it; row i of a table stands at line i + 1. */
export const scenarioOf = (settings: RotationSettings): Scenario<RotationSettings> => ({
  kind: 'rotation',
  name: 'case',
  file: 'case.yaml',
  settings,
  expect: {},
  overrides: [],
  text: stringify(settings),
  place: (path) => ({ file: 'case.yaml', line: Number(path[1] ?? 0) + 1 }),
});

export interface Prepared {
  readonly settings: RotationSettings;
  readonly data: Data;
  readonly tables: RotationTables;
  readonly instance: Instance;
}

/** Validated tables and the model of a case. */
export function prepare(
  keys: Keys,
  rows: (tables: readonly RawTable[]) => readonly RawTable[] = (all) => all,
): Prepared {
  const settings = settingsOf(keys);
  const problems = rotation.check!(settings);
  if (problems.length > 0) throw new Refusal(problems);
  const data = validateAll(rotation.tablesFor!(settings), rows(rotation.inline!(scenarioOf(settings))));
  const tables = data.tables as unknown as RotationTables;
  return { settings, data, tables, instance: rotation.open(settings, data.tables) };
}

/** The best log of a case. */
export interface Outcome extends Prepared {
  readonly solution: Solution;
  readonly model: Model;
  readonly status: Solution['status'];
  /** "s1 b2014": spot and break, by spot. */
  readonly log: readonly string[];
  /** "b2014: s1 s2": the spots of each break in their order. */
  readonly breaks: readonly string[];
  /** Columns left out of the tables: "spots 3 wish: no zone …". */
  readonly quarantine: readonly string[];
  /** Points. */
  readonly net: number;
}

/** Solves a case, with the limits that its schedules turn out to break. */
export async function best(keys: Keys, rows?: (tables: readonly RawTable[]) => readonly RawTable[]): Promise<Outcome> {
  const prepared = prepare(keys, rows);
  const { instance, settings, data } = prepared;
  let { model } = instance;
  for (;;) {
    const solution = await solve(model, settings.solver);
    const cuts = solution.chosen.length > 0 ? instance.cuts!(solution.chosen) : [];
    if (cuts.length > 0) {
      model = { ...model, limits: [...model.limits, ...cuts] };
      continue;
    }
    const schedule = instance.schedule(solution.chosen);
    if (solution.status === 'optimal')
      expect(priceOf(model, solution.chosen, solution.auxiliary)).toEqual({ net: solution.net, broken: [] });
    return {
      ...prepared,
      solution,
      model,
      status: solution.status,
      log: schedule.map((row) => `${row.spot} ${row.break}`),
      breaks: linesOf(schedule),
      quarantine: data.quarantined.map((row) => `${row.table} ${row.line} ${row.column}: ${row.reason}`),
      net: solution.net,
    };
  }
}

function linesOf(schedule: Schedule): readonly string[] {
  const inside = new Map<string, string[]>();
  for (const { spot, break: at, position } of schedule) {
    const line = inside.get(String(at)) ?? [];
    line[Number(position) - 1] = String(spot);
    inside.set(String(at), line);
  }
  return [...inside].map(([at, line]) => `${at}: ${line.join(' ')}`).sort();
}

/** Breaks of 120 s and 4 spots at these local times: "20:14" is b2014. */
export const breaksAt = (...times: readonly string[]): readonly Keys[] =>
  times.map((local) => ({ id: `b${local.replaceAll(':', '')}`, local, seconds: 120, spots: 4 }));

/** A spot of advertiser A, guaranteed, 30 s, cpm 20. */
export const spot = (id: string, more: Keys = {}): Keys => ({
  ...{ id, advertiser: 'A', seconds: 30, cpm: 20, tier: 'guaranteed' },
  ...more,
});

export { rotationTables };
