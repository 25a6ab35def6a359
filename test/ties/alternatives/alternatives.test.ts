import { describe, expect, it } from 'vitest';
import { openSession, readScenario, renderReport, runScenario } from '../../../src/index.ts';
import { alternativesOf } from '../../../src/ties/alternatives/alternatives.ts';
import { alternativesLead } from '../../../src/ties/alternatives/words.ts';
import { written } from '../../tables/folder.ts';

/** One course of one period, on two days of two periods each: four places. */
function tiny(more: object = {}) {
  const week = { week: { days: ['mon', 'tue'], periods: 2 }, patterns: { 1: [['mon:1'], ['tue:1']] } };
  return readScenario(
    written(JSON.stringify({ kind: 'courses', ...week, courses: { MATH: { periods: 1 } }, ...more })),
  );
}

describe('alternatives', () => {
  it('lack so many rows of every schedule before them, and never net more', async () => {
    const session = await openSession(readScenario('scenarios/rotation/prime-evening.yaml'));
    const { found, end } = await alternativesOf(session, { count: 3, differ_by: 2 });
    const nets = found.map(({ net }) => net);
    expect(end).toBe('enough');
    expect(nets).toEqual(nets.toSorted((a, b) => b - a));
    for (const { net, audit, dropped } of found) {
      expect(dropped.length).toBeGreaterThanOrEqual(2);
      expect(audit.violations).toEqual([]);
      expect(audit.objective.net_score).toBe(net);
      expect(net).toBeLessThanOrEqual(session.run.objective.net_score ?? Number.NaN);
    }
  });

  it('are all different, and end where there is no other schedule', async () => {
    const session = await openSession(tiny());
    const { found, end } = await alternativesOf(session, { count: 10, differ_by: 1 });
    const places = [
      session.run.tables.timetable!.rows[0]!.slice(0, 3),
      ...found.map(({ added }) => Object.values(added[0]!)),
    ];
    expect(new Set(places.map((place) => place.join(' '))).size).toBe(4);
    expect([found.length, end]).toEqual([3, 'none']);
  });

  it('end where every other one gives up more than it may', async () => {
    const early = { weights: { start: { early: 1, early_cost: 5 } } };
    const session = await openSession(tiny(early));
    // Two places begin with the second period, which costs nothing; the others cost 5.
    expect((await alternativesOf(session, { count: 10, differ_by: 1, within: 0 })).found.map(({ net }) => net)).toEqual(
      [0],
    );
    expect((await alternativesOf(session, { count: 10, differ_by: 1, within: 4 })).end).toBe('worse');
    const all = await alternativesOf(session, { count: 10, differ_by: 1, within: 5 });
    expect([all.found.map(({ net }) => net), all.end]).toEqual([[0, -5, -5], 'none']);
  });

  it('stand side by side in the run and in its report, with what each gives up', async () => {
    const run = await runScenario(tiny({ alternatives: { count: 2 } }));
    expect(run.tables.alternatives?.rows.map((row) => row.slice(0, 3))).toEqual([
      [1, 0, 0],
      [2, 0, 0],
    ]);
    expect(run.tables.alternative_rows?.rows.map(([alternative, change]) => [alternative, change])).toEqual([
      [1, 'goes'],
      [1, 'comes'],
      [2, 'goes'],
      [2, 'comes'],
    ]);
    expect(await renderReport(run)).toContain('2 other schedules to choose from: each gives up nothing.');
  });

  it('are said in words, however many there are', () => {
    expect(alternativesLead([], 'no other schedule differs in so many rows')).toBe(
      'There is no other schedule to choose from: no other schedule differs in so many rows.',
    );
    expect(alternativesLead([3], '')).toBe('1 other schedule to choose from: it gives up 3 points.');
    expect(alternativesLead([0, 12], 'every other schedule gives up more than is allowed')).toBe(
      '2 other schedules to choose from: the first gives up nothing, the last 12 points. There are no more: every other schedule gives up more than is allowed.',
    );
  });
});
