import { describe, expect, it } from 'vitest';
import { placesOf } from '../../../src/kernel/anneal/places.ts';
import { partsOf } from '../../../src/kernel/decomposition/parts.ts';
import { attempt } from '../../../src/kernel/search/attempt.ts';
import { solve } from '../../../src/kernel/solve.ts';
import { bestNet, expectBest } from './reference/best.ts';
import { largerWeek } from './reference/larger.ts';
import { randomWeek } from './reference/random.ts';
import { judge, open } from './weeks.ts';

/** Complete timetables that are judged for one week; a week that has more is not counted. */
const MOST = 1000;
const WEEKS = 300;
/** How many seeds it takes at the most to have so many weeks. */
const SEEDS = 370;

describe('random weeks in every mode', () => {
  const seen = new Map<string, number>();
  const count = (mode: string) => seen.set(mode, (seen.get(mode) ?? 0) + 1);

  it(`${WEEKS} of them have the best timetable of all that there are, judged by the auditor alone`, async () => {
    let weeks = 0;
    for (let seed = 0; seed < SEEDS && weeks < WEEKS; seed++) {
      const keys = randomWeek(seed);
      const status = await expectBest(keys, `week ${seed}`, MOST);
      if (status === 'too many') continue;
      weeks++;
      for (const mode of [status, ...modesOf(keys)]) count(mode);
    }
    expect(weeks).toBe(WEEKS);
  });

  it('every mode was among them, often', () => {
    const few = MODES.filter((mode) => (seen.get(mode) ?? 0) < 15);
    expect(few).toEqual([]);
  });
});

const MODES = [
  ...[
    'optimal',
    'infeasible',
    'placed: hard',
    'placed: priced',
    'day_total: empty days cost',
    'day_total: they do not',
  ],
  ...['span', 'run', 'three_in_a_row', 'lunch', 'start', 'locks', 'instructors', 'free meetings', 'several a day'],
  ...['block of a course', 'block of a curriculum', 'block of an instructor', 'block by time', 'block of periods'],
  'block of a whole day',
];

/** What a week is made of. */
function modesOf(keys: ReturnType<typeof randomWeek>): readonly string[] {
  const rows = (name: string) => (keys[name] ?? []) as readonly Readonly<Record<string, unknown>>[];
  const rules = keys.rules as Readonly<Record<string, Readonly<Record<string, unknown>> | false>>;
  const { start } = keys.weights as { readonly start: Readonly<Record<string, number>> };
  const { placed, day_total } = rules;
  const blocks = rows('unavailable');
  const found: Readonly<Record<string, unknown>> = {
    'placed: hard': placed && placed.penalty === false,
    'placed: priced': placed && placed.penalty !== false,
    'day_total: empty days cost': day_total && day_total.empty_ok === false,
    'day_total: they do not': day_total && day_total.empty_ok === true,
    ...{ span: rules.span, run: rules.run, three_in_a_row: rules.three_in_a_row, lunch: rules.lunch },
    start: start.early_cost! > 0 || start.late_cost! > 0,
    locks: rows('locks').length > 0,
    instructors: rows('courses').some(({ instructors }) => instructors),
    'free meetings': rows('courses').some(({ meetings }) => meetings),
    'several a day': rows('courses').some(({ same_day }) => same_day),
    'block of a course': blocks.some(({ course }) => course),
    'block of a curriculum': blocks.some(({ curriculum }) => curriculum),
    'block of an instructor': blocks.some(({ instructor }) => instructor),
    'block by time': blocks.some(({ from }) => from),
    'block of periods': blocks.some(({ periods }) => periods),
    'block of a whole day': blocks.some(({ periods, from, to }) => !periods && !from && !to),
  };
  return Object.keys(found).filter((mode) => found[mode]);
}

describe('random weeks that are searched by annealing first', () => {
  const tried: string[] = [];

  it.each(Array.from({ length: 40 }, (_, seed) => seed))('larger week %i', async (seed) => {
    const week = open(largerWeek(seed));
    const { instance } = week;
    const { model } = instance;
    const effort = { seed: 42, seconds: 60 };
    const { solution: alone } = await attempt(model, { effort, options: { method: 'whole' } });
    const found = await solve(model, effort, { conflict: false });
    expect([found.status, found.net]).toEqual([alone.status, alone.net]);
    const annealed = partsOf(model).length === 0 && (placesOf(model, false)?.length ?? 0) >= 12;
    tried.push(annealed ? 'annealed' : 'in parts');
    const best = bestNet(week, MOST);
    if (found.status === 'optimal') {
      const { violations, objective } = judge(week, instance.schedule(found.chosen));
      expect([violations, objective.net_score]).toEqual([[], found.net / model.unit]);
    }
    if (best === 'too many') return;
    tried.push(annealed && best !== 'none' ? 'annealed and exhausted' : 'exhausted');
    expect(found.status === 'optimal' ? found.net / model.unit : 'none').toBe(best);
  });

  it('many of them were, and of many of these every timetable was tried', () => {
    const count = (what: string) => tried.filter((each) => each === what).length;
    expect(count('annealed')).toBeGreaterThanOrEqual(20);
    expect(count('annealed and exhausted')).toBeGreaterThanOrEqual(8);
  });
});
