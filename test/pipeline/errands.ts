import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { z } from 'zod';
import type { Audit } from '../../src/audit/audit.ts';
import type { Domain, Schedule } from '../../src/domain.ts';
import { domain } from '../../src/policy/define.ts';
import { noParameters, rule } from '../../src/policy/rule.ts';
import type { Settings } from '../../src/scenario/scenario.ts';
import { integer, text } from '../../src/tables/cells/cells.ts';
import { type Table, type TableSpec, table } from '../../src/tables/table.ts';

interface Errand {
  readonly id: string;
  readonly worth: number;
}

const errand = z.strictObject({ id: z.string(), worth: z.union([z.string(), z.number()]) });
const shape = {
  days: z.array(z.string()).default(['mon', 'tue']),
  /** How much more of its worth an errand brings for each day that it is done earlier. */
  early: z.int().default(1),
  errands: z.array(errand).optional(),
  commit: z.strictObject({ mode: z.enum(['dry_run', 'publish']), base_version: z.int().optional() }).optional(),
};
const whole = z.strictObject(shape);
export interface ErrandSettings extends Settings, z.output<typeof whole> {}

const spec: TableSpec<Errand> = table({
  name: 'errands',
  description: 'what is to be done',
  required: true,
  rows: 'permit',
  columns: {
    id: { schema: text, description: 'name', required: true },
    worth: { schema: integer, description: 'points', required: true },
  },
  key: ['id'],
});

interface ErrandTables {
  readonly errands: Table<Errand>;
}

/** The earlier the better, and the more so the more it is worth: no two schedules are equally good. */
const times = ({ days, early }: Pick<ErrandSettings, 'days' | 'early'>, day: number) =>
  1 + early * (days.length - 1 - day);

function audit(settings: ErrandSettings, tables: ErrandTables, schedule: Schedule): Audit {
  const worth = new Map(tables.errands.rows.map((row) => [row.id, row.worth]));
  const net_score = schedule.reduce(
    (sum, row) => sum + worth.get(String(row.id))! * times(settings, settings.days.indexOf(String(row.day))),
    0,
  );
  const columns = [
    { name: 'id', type: 'text', label: 'Errand' },
    { name: 'day', type: 'text', label: 'Day' },
    { name: 'worth', type: 'integer', label: 'Worth' },
  ] as const;
  const rows = schedule.map((row) => [row.id!, row.day!, worth.get(String(row.id))!]);
  return {
    violations: [],
    objective: { net_score },
    metrics: { done: schedule.length },
    tables: { plan: { columns, rows } },
  };
}

interface World {
  readonly days: readonly string[];
  readonly errands: readonly Errand[];
}

type Axis = 'id' | 'day';

/** One limit a value of an axis: at most one row. */
const one = (axis: Axis, valuesOf: (world: World) => readonly string[]) =>
  rule<typeof noParameters, World, Axis>({
    name: axis,
    title: `One ${axis}`,
    section: 'always',
    meaning: 'Every errand is done once at the most, and one errand a day.',
    formula: 'x <= 1',
    parameters: noParameters,
    limits: ({ world, all }) => {
      const values = valuesOf(world);
      const label = (group: number) => values[group]!;
      const most = new Float64Array(values.length).fill(1);
      return [{ rule: axis, groups: values.length, members: { group: all[axis] }, most, label, more: label }];
    },
  });

/** The smallest kind there is: every errand on one day at the most, one errand a day. Its tables may be inline. */
export const errands = domain({
  kind: 'errands',
  title: 'Errands',
  noun: ['errand', 'errands'],
  settings: shape,
  tables: { errands: spec },
  scope: ({ days }: ErrandSettings) => ({ days }),
  open: ({ settings, tables }: { settings: Pick<ErrandSettings, 'days'>; tables: ErrandTables }): World => ({
    days: settings.days,
    errands: tables.errands.rows,
  }),
  possibilities: 'every errand on every day',
  axes: ({ days, errands: all }) => ({ id: all.map(({ id }) => id), day: days }),
  rules: [one('id', (world) => world.errands.map(({ id }) => id)), one('day', (world) => world.days)],
  terms: [
    {
      name: 'worth',
      title: 'Worth',
      section: 'always',
      meaning: 'What the errand is worth, more on earlier days.',
      formula: 'worth * (1 + early * days left)',
      parameters: noParameters,
      of:
        ({ settings, world, all }) =>
        (j) =>
          world.errands[all.id[j]!]!.worth * times(settings, all.day[j]!),
    },
  ],
  inline: true,
  row: { table: 'plan', key: { id: 'errand' }, place: { day: 'day' } },
  sample: { errands: [{ id: 'sampled', worth: 1 }] },
  audit,
  page: () => ({ subtitle: 'Errands', tiles: [], sections: [] }),
});

/** Another kind, whose scenarios cannot hold their tables. */
export const filed: Domain = (({ inline: _, data: __, ...rest }) => ({ ...rest, kind: 'filed' }))(
  errands as unknown as Domain,
);

/** A scenario file in a folder of its own, gone when the test is over. */
export function scenarioFile(text: string, name = 'mine.yaml'): string {
  const folder = mkdtempSync(join(tmpdir(), 'evenhand-errands-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  writeFileSync(join(folder, name), text);
  return join(folder, name);
}
