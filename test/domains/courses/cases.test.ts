import { describe, expect, it } from 'vitest';
import { readScenario, runScenario } from '../../../src/index.ts';
import { recordsOf } from '../../../src/report/records.ts';
import { written } from '../../tables/folder.ts';
import { judge, open, placement, solved } from './weeks.ts';

const rules = (schedule: readonly string[], keys: object) =>
  judge(open({ ...keys }), schedule.map(placement)).violations.map(({ rule }) => rule);

/** A row of a timetable in short: "A tue:3+thu:3 10:30". */
const inShort = ({ course, pattern, start }: Readonly<Record<string, unknown>>) => `${course} ${pattern} ${start}`;

const SHARED = { a: { courses: { S: 6, B: 6 } }, b: { courses: { S: 6, C: 4 } } };

describe('acceptance cases of courses', () => {
  it('lock: a shared course locked Tue/Thu 10 is scheduled for both curricula', async () => {
    const at = ['tue', 'thu'].map((day) => ({ day, start: 10, len: 3 }));
    const { placements, audit } = await solved({ curricula: SHARED, locks: [{ course: 'S', at }] });
    expect(placements).toContain('S tue:3+thu:3 13:30');
    expect(audit.violations).toEqual([]);
    expect(audit.tables.timetable!.rows.find(([course]) => course === 'S')).toContain('a, b');
  });

  it('a shared course with one blocked hour on Tuesday may still be taught on Tuesday', async () => {
    const patterns = { 6: [['tue:3', 'thu:3']], 4: [['mon:2', 'wed:2']] };
    const unavailable = [{ course: 'S', day: 'tue', periods: [[0, 1]] }];
    const { solution, audit } = await solved({ patterns, curricula: SHARED, unavailable });
    expect([solution.status, audit.violations]).toEqual(['optimal', []]);
  });

  it('Mon 2 + Tue 2 + Thu 2, given as a schedule, is a violation', () => {
    const keys = { curricula: { a: { courses: { A: 6 } } } };
    expect(rules(['A mon:2+tue:2+thu:2 10:00'], keys)).toEqual(['fits']);
    // Patterns are data: who wants this one writes it.
    const patterns = { 6: [['mon:2', 'tue:2', 'thu:2']] };
    expect(rules(['A mon:2+tue:2+thu:2 10:00'], { ...keys, patterns })).toEqual([]);
  });

  it('two courses locked to the same slot in a curriculum: exactly these two locks are named', async () => {
    const at = ['tue', 'thu'].map((day) => ({ day, start: 10, len: 3 }));
    const locks = ['S', 'B'].map((course) => ({ course, at }));
    const { solution } = await solved({ curricula: SHARED, locks });
    expect(solution.status).toBe('infeasible');
    const named = solution
      .conflict!.members.filter(({ rule }) => rule === 'locks')
      .map(({ label }) => label.slice(0, 1));
    expect(named.toSorted()).toEqual(['B', 'S']);
  });

  it('an empty day costs 0 with empty_ok, a 27-period Tuesday costs 13 with a maximum of 14', async () => {
    const patterns = { 27: [['tue:27']] };
    const { audit } = await solved({ patterns, curricula: { a: { courses: { A: 27 } } }, rules: { day_total: {} } });
    expect(audit.objective.day_total_penalty).toBe(13);
    const strict = await solved({
      ...{ patterns, curricula: { a: { courses: { A: 27 } } } },
      rules: { day_total: { min: 4, empty_ok: false } },
    });
    expect(strict.audit.objective.day_total_penalty).toBe(13 + 4 * 4);
  });

  it('10 alternatives are 10 different timetables, and each keeps all rules', async () => {
    const keys = { curricula: SHARED, alternatives: { count: 10 } };
    const run = await runScenario(readScenario(written(JSON.stringify({ kind: 'courses', ...keys }))));
    const best = recordsOf(run.tables.timetable!).map(inShort);
    const changes = recordsOf(run.tables.alternative_rows!);
    const timetables = Array.from({ length: 10 }, (_, at) => {
      const own = changes.filter(({ alternative }) => alternative === at + 1);
      const some = (change: string) => own.filter((row) => row.change === change).map(inShort);
      const gone = new Set(some('goes'));
      return [...best.filter((row) => !gone.has(row)), ...some('comes')].toSorted();
    });
    expect(new Set([best.toSorted(), ...timetables].map((each) => each.join('; '))).size).toBe(11);
    for (const schedule of timetables) expect(rules(schedule, { curricula: SHARED })).toEqual([]);
  });

  it('moved, doubled, removed, unknown and strange rows are found', () => {
    const keys = { curricula: { a: { courses: { A: 6, B: 6 } } } };
    const [a, b] = ['A tue:6 08:30', 'B wed:6 08:30'];
    expect(rules([a, b], keys)).toEqual([]);
    expect(rules([a, 'B tue:6 09:30'], keys)).toEqual(['curriculum']);
    expect(rules([a, a, b], keys)).toContain('placed');
    expect(rules([a], keys)).toEqual(['placed']);
    expect(rules([a, b, 'Z tue:6 08:30'], keys)).toEqual(['structure']);
    expect(rules([a, 'B sun:6 08:30'], keys)).toContain('structure');
    expect(rules([a, 'B wed:6 08:45'], keys)).toContain('structure');
  });
});
