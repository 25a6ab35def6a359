import type { z } from 'zod';
import type { Domain } from '../domain.ts';
import { domainOf } from '../domains/find.ts';
import { type ReadScenarioOptions, readScenario } from '../domains/read.ts';
import { type Problem, Refusal } from '../problems/problem.ts';
import type { ReadScenario } from '../scenario/read.ts';
import { resolve } from '../scenario/resolve.ts';
import type { Settings } from '../scenario/scenario.ts';
import { schemaOf } from '../scenario/shape/general.ts';
import { stem } from '../scenario/yaml/source.ts';
import { find, keyPlaceOf, merge, plain, type Tree, type TreeMap } from '../scenario/yaml/tree.ts';
import { type List, listsOf, nested } from './lists.ts';
import * as messages from './problems.ts';
import type { Parameter, SweptValue } from './record.ts';

/**
 * Every run of a sweep, before the first of them is made.
 *
 * @example
 * const { parameters, policies, worlds, runs } = planSweep('scenarios/loans/sweep-fairness.yaml');
 * [policies, worlds, runs.length] // [20, 10, 200]
 * parameters.filter(({ axis }) => axis === 'policy').map(({ path }) => path)
 * // ['rules.fairness.penalty', 'rules.fairness.mode']
 */
export interface SweepPlan {
  readonly scenario: ReadScenario;
  readonly parameters: readonly Parameter[];
  readonly policies: number;
  readonly worlds: number;
  readonly runs: readonly PlannedRun[];
  /** Kinds of the user's own, of which the scenario may be. */
  readonly kinds: readonly Domain[];
}

/** One run to make: its settings, or why these values do not go together. */
export interface PlannedRun {
  /** From 1. */
  readonly number: number;
  readonly policy: number;
  readonly world: number;
  readonly values: readonly SweptValue[];
  readonly settings?: Settings;
  /** The scenario as it stands in this world, without what policy varies. */
  readonly yardstick?: Settings;
  readonly problems?: readonly Problem[];
}

/** More runs than anyone waits for; fewer than would fill a disk. */
const MOST_RUNS = 10_000;

/**
 * Reads the `sweep:` of a scenario file and lists its runs: every policy (the grid, times the rows of zip) in every
 * world. All runs of a world stand together, and those of one policy after another differ in the last setting first.
 *
 * @throws Refusal with every problem, at its place: an unknown path, a value that its setting cannot have, values that
 * repeat, zipped lists of unequal length, too many runs. Values that are right alone and wrong together refuse only
 * their own run.
 * @example
 * const sweep = { grid: { 'rules.separation': [900, 1800] } };
 * const plan = planSweep('scenarios/rotation/prime-evening.yaml', { with: [{ sweep }] });
 * plan.runs.map(({ values }) => values) // [[900], [1800]]
 */
export function planSweep(file: string, options: ReadScenarioOptions = {}): SweepPlan {
  const scenario = readScenario(file, options);
  const written = scenario.written as TreeMap;
  if (find(written, ['sweep']) === undefined) throw new Refusal([messages.noSweep(written.at)]);
  const domain = domainOf(scenario.kind, options.kinds);
  const schema = schemaOf(domain, stem(scenario.file));
  const { lists, problems: found } = listsOf(written, schema);
  messages.refuseSet(
    options.set,
    lists.map(({ path }) => path),
  );
  const overlay = overlayOf(scenario, domain, schema);
  const sound = lists.filter((list) => !found.some(({ place }) => place === list.place));
  // What only a combination makes wrong is left to the runs: with other values beside it, the same value may be right.
  const wrong = sound.flatMap((list) => list.values.flatMap((value) => overlay([[list, value]]).misfits));
  if (found.length + wrong.length > 0) throw new Refusal(distinct([...found, ...wrong]));
  const count = countOf(lists);
  if (count > MOST_RUNS) throw new Refusal([messages.tooManyRuns(count, MOST_RUNS, keyPlaceOf(written, ['sweep']))]);
  const policies = policiesOf(lists);
  const worlds = product(lists.filter((list) => list.from === 'worlds'));
  const runs = worlds.flatMap((outer, world) => {
    const { settings: yardstick = scenario.settings } = overlay(outer);
    return policies.map((inner, policy) => {
      const chosen = [...inner, ...outer];
      const { settings, problems: clash } = overlay(chosen);
      return {
        number: world * policies.length + policy + 1,
        policy,
        world,
        values: chosen.map(([, value]) => plain(value)),
        ...(settings ? { settings, yardstick } : { problems: clash }),
      };
    });
  });
  return {
    scenario,
    parameters: ordered(lists).map(parameterOf),
    policies: policies.length,
    worlds: worlds.length,
    runs,
    kinds: options.kinds ?? [],
  };
}

type Choice = readonly [List, Tree];

/** Grid, then zip, then worlds: the order of the values of a run. */
const ordered = (lists: readonly List[]): readonly List[] =>
  (['grid', 'zip', 'worlds'] as const).flatMap((from) => lists.filter((list) => list.from === from));

const parameterOf = ({ from, path, values }: List): Parameter => ({
  path,
  axis: from === 'worlds' ? 'world' : 'policy',
  values: values.map(plain),
});

/** How many runs there are, without listing them: a few long lists multiply to more than the memory holds. */
function countOf(lists: readonly List[]): number {
  const zipped = lists.find((list) => list.from === 'zip')?.values.length ?? 1;
  return lists.reduce((count, { from, values }) => (from === 'zip' ? count : count * values.length), zipped);
}

function policiesOf(lists: readonly List[]): readonly (readonly Choice[])[] {
  const zipped = lists.filter((list) => list.from === 'zip');
  const rows = zipped[0]
    ? zipped[0].values.map((_, row) => zipped.map((list): Choice => [list, list.values[row]!]))
    : [[]];
  return product(lists.filter((list) => list.from === 'grid')).flatMap((cell) => rows.map((row) => [...cell, ...row]));
}

function product(lists: readonly List[]): readonly (readonly Choice[])[] {
  return lists.reduce<readonly (readonly Choice[])[]>(
    (cells, list) => cells.flatMap((cell) => list.values.map((value) => [...cell, [list, value] as const])),
    [[]],
  );
}

/** The scenario with chosen values. */
interface Overlaid {
  /** Absent where anything is wrong. */
  readonly settings?: Settings;
  readonly problems: readonly Problem[];
  /** Those of the problems that a single setting has, whatever the others are. */
  readonly misfits: readonly Problem[];
}

/** Lays chosen values over the scenario and resolves it again. */
function overlayOf(
  scenario: ReadScenario,
  domain: Domain,
  schema: z.ZodObject,
): (choices: readonly Choice[]) => Overlaid {
  return (choices) => {
    const layer = choices.map(([list, value]) => nested(list, value));
    const written = layer.reduce<TreeMap>(merge, scenario.written as TreeMap);
    const { resolved, problems } = resolve(written, schema, domain);
    if (!resolved) return { problems, misfits: problems };
    return problems.length > 0 ? { problems, misfits: [] } : { settings: resolved.settings, problems, misfits: [] };
  };
}

function distinct(all: readonly Problem[]): readonly Problem[] {
  return [...new Map(all.map((problem) => [JSON.stringify([problem.message, problem.place]), problem])).values()];
}
