import { z } from 'zod';
import type { Instance, Tables } from '../../src/domain.ts';
import type { Limits } from '../../src/kernel/model.ts';
import type { Candidates } from '../../src/policy/candidates.ts';
import { domain } from '../../src/policy/define.ts';
import type { TablesOf } from '../../src/policy/kind.ts';
import type { Settings } from '../../src/scenario/scenario.ts';
import { integer, text } from '../../src/tables/cells/cells.ts';
import { table } from '../../src/tables/table.ts';
import { type Axis, type Errand, rules, type World } from './errand-rules.ts';

const specs = {
  errands: table({
    name: 'errands',
    description: 'what is to be done',
    required: true,
    columns: {
      id: { schema: text, description: 'name', required: true },
      client: { schema: text, description: 'for whom', required: true },
      worth: { schema: integer, description: 'points', required: true },
    },
    key: ['id'],
  }),
};

export interface ErrandSettings extends Settings {
  readonly days: readonly string[];
  readonly weights: { readonly worth: number; readonly early: number };
  readonly rules: Readonly<Record<string, unknown>>;
}

/** How often each part of the kind was asked to begin anew. */
export interface Counts {
  open: number;
  axes: number;
  /** Whether Ann's errands have to be on different days. */
  readonly cuts?: boolean;
}

/** Days with two errands of Ann. */
function clashes(world: World, all: Candidates<Axis>, chosen: Int32Array): readonly Limits[] {
  const group = Int32Array.from(all.id, (id, j) => (world.errands[id]!.client === 'Ann' ? all.day[j]! : -1));
  const days = Array.from(chosen, (j) => group[j]!).filter((day) => day >= 0);
  if (new Set(days).size === days.length) return [];
  const most = new Float64Array(world.days.length).fill(1);
  const label = (day: number) => `two for Ann on ${world.days[day]}`;
  return [{ rule: 'quiet', groups: world.days.length, members: { group }, most, label, more: label }];
}

/** The smallest kind that has a little of everything, counting what it opens. */
export const kindWith = (counts: Counts) =>
  domain({
    kind: 'errands',
    title: 'Errands',
    noun: ['errand', 'errands'],
    tables: specs,
    row: { table: 'plan', key: { id: 'errand' }, place: { day: 'day' } },
    scope: ({ days }: ErrandSettings) => ({ days }),
    open: ({
      settings: { days },
      tables,
    }: {
      settings: Pick<ErrandSettings, 'days'>;
      tables: TablesOf<typeof specs>;
    }) => {
      counts.open++;
      return { days, errands: tables.errands.rows };
    },
    possibilities: 'every errand on every day',
    axes: ({ days, errands }: World) => {
      counts.axes++;
      return { day: days, id: errands.map(({ id }) => id) };
    },
    entries: ({ errands }) => ({
      day: { stranger: (day) => (day === 'sun' ? 'nothing is ever done on a sun' : undefined) },
      id: {
        traits: { client: { noun: 'errand of the client', of: (index) => errands[index]!.client } },
      },
    }),
    rules,
    terms: [
      {
        name: 'worth',
        title: 'Worth',
        meaning: 'What it brings.',
        formula: 'w_worth * worth',
        section: 'weights',
        parameters: z.strictObject({ worth: z.number() }),
        of:
          ({ settings, world, all }) =>
          (j) =>
            settings.weights.worth * world.errands[all.id[j]!]!.worth,
      },
      {
        name: 'early',
        title: 'Early',
        meaning: 'Points for each day that it is done before the last one.',
        formula: 'w_early * days to the last',
        section: 'weights',
        parameters: z.strictObject({ early: z.number() }),
        of:
          ({ settings, world, all }) =>
          (j) => {
            const before = world.days.length - 1 - all.day[j]!;
            return before === 0
              ? undefined
              : { points: settings.weights.early * before, text: `${before} before the last` };
          },
      },
    ],
    cuts: ({ world, all }, chosen) => (counts.cuts ? clashes(world, all, chosen) : []),
    audit: () => ({ violations: [], objective: {}, metrics: {}, tables: {} }),
    sample: () => [],
    page: () => ({ subtitle: '', tiles: [], sections: [] }),
  });

/** Three errands, two of them for Ann. */
export const ERRANDS: readonly Errand[] = [
  { id: 'post', client: 'Ann', worth: 30 },
  { id: 'shop', client: 'Bo', worth: 20 },
  { id: 'wash', client: 'Ann', worth: 10 },
];

export const tablesOf = (rows: readonly Errand[] = ERRANDS): Tables =>
  ({ errands: { name: 'errands', file: 'errands.csv', present: true, rows } }) as unknown as Tables;

/** Settings of a week of three days; every rule is off but those that a test says. */
export function settingsOf(
  own: Readonly<Record<string, unknown>> = {},
  more: Partial<Omit<ErrandSettings, 'rules'>> = {},
): ErrandSettings {
  const off = Object.fromEntries(rules.map(({ name }) => [name, false]));
  return {
    kind: 'errands',
    title: 'Errands',
    data: { sample: 1 },
    solver: { seed: 1, seconds: 10 },
    days: ['mon', 'tue', 'wed'],
    weights: { worth: 1, early: 0 },
    ...more,
    rules: { ...off, ...own },
  };
}

/** The question of three errands in three days, under some rules. */
export const opened = (
  own: Readonly<Record<string, unknown>> = {},
  more: Partial<Omit<ErrandSettings, 'rules'>> = {},
) => kindWith({ open: 0, axes: 0 }).open(settingsOf(own, more), tablesOf());

/** "post mon": every candidate in short. */
export const named = ({ model, row }: Instance): readonly string[] =>
  Array.from({ length: model.candidates }, (_, j) => `${row(j).id} ${row(j).day}`);

/** The candidates that have these names, ascending. */
export function chosenOf(instance: Instance, ...names: readonly string[]): Int32Array {
  const all = named(instance);
  return Int32Array.from(names, (name) => all.indexOf(name)).sort();
}
