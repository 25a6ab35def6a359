import { describe, expect, it } from 'vitest';
import { type FoundSchedule, readScenario, runScenario } from '../../src/index.ts';
import { recordsOf } from '../../src/report/chapter.ts';
import { written } from '../tables/folder.ts';

/** One course of one period, on two days of two periods each: four places, of which the early ones cost 5 points. */
const tiny = (more: object = {}) =>
  readScenario(
    written(
      JSON.stringify({
        kind: 'courses',
        week: { days: ['mon', 'tue'], periods: 2 },
        patterns: { 1: [['mon:1'], ['tue:1']] },
        courses: { MATH: { periods: 1 } },
        weights: { start: { early: 1, early_cost: 5 } },
        ...more,
      }),
    ),
  );

describe('schedules are told as they are found', () => {
  it('the best one first, then each alternative with its rows, tables and net score', async () => {
    const found: FoundSchedule[] = [];
    const run = await runScenario(tiny({ alternatives: { count: 9 } }), {
      onSolution: (one) => void found.push(one),
    });
    expect(found.map(({ number, net_score }) => [number, net_score])).toEqual([
      [0, 0],
      [1, 0],
      [2, -5],
      [3, -5],
    ]);
    expect(new Set(found.map(({ schedule }) => JSON.stringify(schedule))).size).toBe(4);
    expect(found[0]!.tables.timetable).toEqual(run.tables.timetable);
    for (const { schedule, tables, metrics } of found) {
      expect(recordsOf(tables.timetable)[0]).toMatchObject({ ...schedule[0], course: 'MATH' });
      expect(metrics.courses_placed).toBe(1);
    }
    expect(run.tables.alternatives?.rows.map(([number, net]) => [number, net])).toEqual(
      found.slice(1).map(({ number, net_score }) => [number, net_score]),
    );
  });

  it('before the next one is looked for, and whoever is told is waited for', async () => {
    const events: string[] = [];
    const watch = { begin: (_: string, doing: string) => void events.push(doing), end: () => {} };
    const onSolution = async ({ number }: FoundSchedule) => {
      await new Promise((resolve) => setTimeout(resolve, 1));
      events.push(`told ${number}`);
    };
    await runScenario(tiny({ alternatives: { count: 2 } }), { watch, onSolution });
    expect(events.slice(events.indexOf('told 0'))).toEqual([
      'told 0',
      'looking for 2 other schedules',
      'looking for 2 other schedules: 1 found, the last nets 0 points',
      'told 1',
      'looking for 2 other schedules: 2 found, the last nets −5 points',
      'told 2',
    ]);
  });

  it('none where there is none, and what is thrown ends the run', async () => {
    const told: number[] = [];
    const onSolution = ({ number }: FoundSchedule) => void told.push(number);
    const blocked = tiny({ unavailable: [{ course: 'MATH' }], alternatives: { count: 2 } });
    expect((await runScenario(blocked, { onSolution })).status).toBe('infeasible');
    expect(told).toEqual([]);
    const stop = () => {
      throw new Error('enough');
    };
    await expect(runScenario(tiny(), { onSolution: stop })).rejects.toThrow('enough');
  });

  it('not of many weeks, each of which has its own', async () => {
    const quarter = readScenario('scenarios/loans/quarter.yaml');
    await expect(runScenario(quarter, { onSolution: () => {} })).rejects.toThrow('onSolution asks for one');
  });
});
