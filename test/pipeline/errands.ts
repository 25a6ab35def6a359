import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { z } from 'zod';
import type { Audit } from '../../src/audit/audit.ts';
import type { Domain, Schedule, Tables } from '../../src/domain.ts';
import type { Settings } from '../../src/scenario/scenario.ts';
import { integer, text } from '../../src/tables/cells.ts';
import { type RawTable, type TableSpec, table } from '../../src/tables/table.ts';
import { limitsOf, modelOf } from '../kernel/made.ts';

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
interface ErrandSettings extends Settings, z.output<typeof whole> {}

const spec: TableSpec<Errand> = table({
  name: 'errands',
  description: 'what is to be done',
  required: true,
  columns: {
    id: { schema: text, description: 'name', required: true },
    worth: { schema: integer, description: 'points', required: true },
  },
  key: ['id'],
});

const raw = (file: string, rows: readonly (readonly string[])[], lines?: readonly number[]): RawTable => ({
  name: 'errands',
  file,
  header: ['id', 'worth'],
  rows,
  ...(lines && { lines }),
});

const rowsOf = (tables: Tables): readonly Errand[] => (tables.errands?.rows ?? []) as unknown as readonly Errand[];

/** The earlier the better, and the more so the more it is worth: no two schedules are equally good. */
const times = ({ days, early }: ErrandSettings, day: number) => 1 + early * (days.length - 1 - day);

function audit(settings: ErrandSettings, tables: Tables, schedule: Schedule): Audit {
  const worth = new Map(rowsOf(tables).map((row) => [row.id, row.worth]));
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

/** The smallest kind there is: every errand on one day at the most, one errand a day. Its tables may be inline. */
export const errands: Domain<ErrandSettings> = {
  kind: 'errands',
  title: 'Errands',
  shape,
  tables: [spec as unknown as TableSpec],
  rules: [],
  starter: 'kind: errands\n',
  data: 'inline',
  schedule: { table: 'plan', key: ['id'], place: ['day'] },
  sample: () => [raw('sample:errands', [['sampled', '1']])],
  inline: (scenario) => {
    const rows = scenario.settings.errands;
    if (rows === undefined) return [];
    const lines = rows.map((_, row) => scenario.place(['errands', row]).line ?? 0);
    return [
      raw(
        scenario.file,
        rows.map(({ id, worth }) => [id, String(worth)]),
        lines,
      ),
    ];
  },
  build: (settings, tables) => {
    const pairs = rowsOf(tables).flatMap((row, errand) => settings.days.map((day, d) => ({ ...row, errand, day, d })));
    const most = (count: number) => Array.from({ length: count }, () => 1);
    const limits = [
      limitsOf(
        'once',
        pairs.map(({ errand }) => errand),
        { most: most(rowsOf(tables).length) },
      ),
      limitsOf(
        'day',
        pairs.map(({ d }) => d),
        { groups: settings.days.length, most: most(settings.days.length) },
      ),
    ];
    const scores = pairs.map(({ worth, d }) => worth * times(settings, d));
    return {
      model: modelOf(scores, limits),
      funnel: [{ step: 'all', removed: 0, left: pairs.length, text: 'every errand on every day' }],
      schedule: (chosen) => Array.from(chosen, (j) => ({ id: pairs[j]!.id, day: pairs[j]!.day })),
      notes: [],
    };
  },
  audit,
  page: () => ({ subtitle: 'Errands', tiles: [], sections: [] }),
};

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
