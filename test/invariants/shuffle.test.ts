import { beforeAll, describe, expect, it } from 'vitest';
import { sampleTables } from '../../src/domains/loans/sample/index.ts';
import type { Run } from '../../src/runs/run.ts';
import type { RawTable } from '../../src/tables/table.ts';
import { toCsv } from '../../src/tables/write.ts';
import { randomWeek } from './random-week.ts';
import { choices, runWeek, scheduleOf, times, type Week } from './weeks.ts';

/** The same tables with their rows, and the columns of each, in another order. */
function shuffled(raw: readonly RawTable[], seed: number): readonly RawTable[] {
  const { shuffled: mix } = choices(seed);
  return mix(raw).map((table) => {
    const columns = mix(table.header.map((_, index) => index));
    const inOrder = (cells: readonly string[]) => columns.map((index) => cells[index]!);
    return { ...table, header: inOrder(table.header), rows: mix(table.rows).map(inOrder) };
  });
}

/** All of a run that a reader sees, its tables as the bytes of their files. */
function visible(run: Run) {
  const { tables, timing: _, ...rest } = run;
  const files = Object.entries(tables).map(([name, table]): [string, string] => [name, toCsv(table)]);
  return { ...rest, files: Object.fromEntries(files) };
}

/** A week of forty cars and thirty partners: large enough for equal optima without number. */
const medium = (seed: number): Week => randomWeek(seed, { cars: 40, partners: 30, days: 5 });

describe('the order of rows changes nothing', () => {
  it.each(times(60, (seed) => 3000 + seed))('random week %i', async (seed) => {
    const week = randomWeek(seed);
    const run = visible(await runWeek(week));
    for (const order of [1, 2]) {
      expect(visible(await runWeek({ ...week, raw: shuffled(week.raw, order) }))).toEqual(run);
    }
  });

  it.each(times(12, (seed) => 100 + seed))('random week %i of forty cars', async (seed) => {
    const week = medium(seed);
    const run = visible(await runWeek(week));
    expect(visible(await runWeek({ ...week, raw: shuffled(week.raw, seed) }))).toEqual(run);
  });
});

describe('another seed decides among equal schedules, and only among them', () => {
  it.each(times(40, (seed) => 3100 + seed))('random week %i', async (seed) => {
    const week = randomWeek(seed);
    const nets = await netsOf(week);
    expect(new Set(nets).size).toBe(1);
  });

  it('also where there are many: forty cars', async () => {
    const schedules = new Set<string>();
    for (const seed of times(6, (k) => 100 + k)) {
      const week = medium(seed);
      expect(new Set(await netsOf(week, (run) => schedules.add(JSON.stringify(scheduleOf(run))))).size).toBe(1);
    }
    // Were there one schedule a week, the seed would have decided nothing.
    expect(schedules.size).toBeGreaterThan(6);
  });

  async function netsOf(week: Week, see: (run: Run) => void = () => {}): Promise<readonly (number | undefined)[]> {
    const nets: (number | undefined)[] = [];
    for (const seed of [1, 2, 31337]) {
      const run = await runWeek({ ...week, keys: { ...week.keys, seed } });
      see(run);
      nets.push(run.objective.net_score);
    }
    return nets;
  }
});

describe('the sample week', () => {
  const keys = { office: 'Los Angeles', rules: { budgets: { default_cost: 400 } } };
  let week: Week;
  let run: Run;
  beforeAll(async () => {
    week = { raw: sampleTables(1), keys };
    run = await runWeek(week);
  });

  it('is the same schedule, byte for byte, when every table is shuffled', async () => {
    const other = await runWeek({ ...week, raw: shuffled(week.raw, 7) });
    expect(other.provenance).toEqual(run.provenance);
    expect(toCsv(other.tables.assignments!)).toBe(toCsv(run.tables.assignments!));
    expect(visible(other)).toEqual(visible(run));
  });

  it('nets the same with another seed, by another schedule', async () => {
    const other = await runWeek({ ...week, keys: { ...keys, seed: 7 } });
    expect(other.objective).toEqual(run.objective);
    expect(scheduleOf(other)).not.toEqual(scheduleOf(run));
  });
});
