// Weeks of courses, each for the same seconds by Evenhand, by large neighbourhoods, and by the solver alone:
// npx tsx bench/courses.ts [seconds] [courses …]
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { domainOf, importFile, loadTables, readScenario } from '../src/index.ts';
import { improve } from '../src/kernel/improve/improve.ts';
import type { Model } from '../src/kernel/model.ts';
import { solve } from '../src/kernel/solve.ts';
import { alone, effortOf } from './alone.ts';
import { madeTimetable } from './timetable.ts';

/** The model of a scenario. */
async function modelOf(file: string): Promise<Model> {
  const { kind, settings } = readScenario(file);
  const domain = domainOf(kind);
  const { tables } = await loadTables(domain.tablesFor?.(settings) ?? domain.tables, settings.data, domain.sample);
  return domain.open(settings, tables).model;
}

async function madeModel(courses: number): Promise<Model> {
  const folder = mkdtempSync(join(tmpdir(), 'evenhand-bench-'));
  try {
    const file = join(folder, 'made.ctt');
    writeFileSync(file, madeTimetable(courses, 1));
    const out = join(folder, 'made');
    const { scenario } = importFile(domainOf('courses').formats!, file, { format: 'itc2007', kind: 'courses', out });
    return await modelOf(scenario);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

interface Reached {
  readonly seconds: number;
  /** In points; null where there is no schedule. */
  readonly net: number | null;
  readonly bound: number | null;
}

async function timed(
  { unit }: Model,
  work: () => Promise<{ status: string; net: number; bound: number }>,
): Promise<Reached> {
  const began = performance.now();
  const { status, net, bound } = await work();
  const found = status === 'optimal' || status === 'feasible';
  const points = (value: number) => (found && Number.isFinite(value) ? value / unit : null);
  return { seconds: (performance.now() - began) / 1000, net: points(net), bound: points(bound) };
}

/** What the solver reaches by itself. */
async function byHighs(model: Model, seconds: number) {
  const { hasSolution, net, bound } = await alone(model, effortOf(seconds));
  return { status: hasSolution ? 'feasible' : 'unknown', net, bound };
}

/** A first schedule in a tenth of the seconds, then large neighbourhoods alone. */
async function neighbourhoods(model: Model, seconds: number) {
  const effort = effortOf(seconds);
  const first = await solve(model, { ...effort, seconds: seconds / 10, fuse: effortOf(seconds / 10).fuse! });
  return first.status === 'feasible' ? improve(model, first, effort) : first;
}

const cell = ({ seconds: took, net, bound }: Reached) =>
  `${net ?? 'nothing'} of ${bound === null ? '?' : Math.ceil(bound)}, ${took.toFixed(1)} s`.padStart(24);
const line = (name: string, candidates: number | string, cells: readonly string[]) =>
  process.stdout.write(`${name.padEnd(14)}${String(candidates).padStart(11)}${cells.join('')}\n`);

/** Prints for each week what each method reaches, and its bound. */
export async function benchCourses(seconds: number, sizes: readonly number[]): Promise<void> {
  const methods = ['Evenhand', 'neighbourhoods', 'HiGHS alone'];
  line(
    'net of bound',
    'candidates',
    methods.map((each) => each.padStart(24)),
  );
  const winter = fileURLToPath(new URL('../scenarios/courses/winter.yaml', import.meta.url));
  const weeks = [
    { name: 'winter', model: () => modelOf(winter) },
    ...sizes.map((courses) => ({ name: `${courses} courses`, model: () => madeModel(courses) })),
  ];
  for (const { name, model: make } of weeks) {
    const model = await make();
    const found = [
      await timed(model, () => solve(model, effortOf(seconds))),
      await timed(model, () => neighbourhoods(model, seconds)),
      await timed(model, () => byHighs(model, seconds)),
    ];
    line(name, model.candidates, found.map(cell));
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const [seconds = 30, ...asked] = process.argv.slice(2).map(Number);
  await benchCourses(seconds, asked.length > 0 ? asked : [30, 60]);
}
