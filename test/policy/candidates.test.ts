import { describe, expect, it } from 'vitest';
import { type At, pair } from '../../src/policy/candidates.ts';
import type { Filter } from '../../src/policy/filter.ts';

type Axis = 'day' | 'car' | 'who';
const axes = { day: ['mon', 'tue', 'wed'], car: ['V1', 'V2'], who: ['P1', 'P2', 'P3'] };

/** A filter that counts how often it is asked. */
function counting(step: string, on: readonly Axis[] | undefined, removes: (at: At<Axis>) => boolean) {
  const asked = { count: 0 };
  const filter: Filter<Axis> = {
    step,
    text: `for the reason ${step}`,
    ...(on && { on }),
    removes: (at) => {
      asked.count++;
      return removes(at);
    },
    why: () => step,
  };
  return { asked, filter };
}

const shut = () => counting('shut', ['day'], ({ day }) => day === 1);
const busy = () => counting('busy', ['day', 'car'], ({ day, car }) => day === 0 && car === 0);
const away = () => counting('away', ['who'], ({ who }) => who === 2);
const never = () => counting('never', undefined, ({ day, car, who }) => day === 2 && car === 1 && who === 0);

const text = 'every car to everybody on every day';
const counts = (filters: readonly Filter<Axis>[]) =>
  pair({ axes, filters, text }).funnel.map(({ step, removed, left }) => [step, removed, left]);

describe('candidates', () => {
  it('are all combinations, numbered along the first axis, then the second', () => {
    const { candidates, funnel } = pair({ axes: { day: ['mon', 'tue'], car: ['V1', 'V2'] }, filters: [], text });
    expect(candidates).toEqual({
      count: 4,
      level: new Uint8Array(4),
      day: Int32Array.of(0, 0, 1, 1),
      car: Int32Array.of(0, 1, 0, 1),
    });
    expect(funnel).toEqual([{ step: 'pairs', removed: 0, left: 4, text }]);
  });

  it('are none where an axis has no value, or there is none', () => {
    const empty = pair({ axes: { ...axes, car: [] }, filters: [shut().filter], text });
    expect([empty.candidates.count, empty.candidates.car]).toEqual([0, new Int32Array()]);
    expect(empty.funnel.map(({ removed, left }) => [removed, left])).toEqual([
      [0, 0],
      [0, 0],
    ]);
    expect(pair({ axes: {}, filters: [], text }).candidates.count).toBe(0);
  });

  it('are those that no filter removes', () => {
    const filters = [shut(), busy(), away(), never()].map(({ filter }) => filter);
    const { candidates: of } = pair({ axes, filters, text });
    const names = Array.from(of.day, (day, j) => [axes.day[day], axes.car[of.car[j]!], axes.who[of.who[j]!]].join(' '));
    expect(names).toEqual(['mon V2 P1', 'mon V2 P2', 'wed V1 P1', 'wed V1 P2', 'wed V2 P2']);
  });
});

describe('the funnel', () => {
  it('counts all that stands behind what a filter of the first axes removes', () => {
    expect(counts([shut().filter])).toEqual([
      ['pairs', 0, 18],
      ['shut', 6, 12],
    ]);
    expect(counts([busy().filter])).toEqual([
      ['pairs', 0, 18],
      ['busy', 3, 15],
    ]);
  });

  it('asks filters of the first axes first, whatever their order, and counts each possibility once', () => {
    const all = [never(), away(), busy(), shut()].map(({ filter }) => filter);
    expect(counts(all)).toEqual([
      ['pairs', 0, 18],
      ['shut', 6, 12],
      ['busy', 3, 9],
      ['never', 1, 8],
      ['away', 3, 5],
    ]);
    expect(pair({ axes, filters: all, text }).filters.map(({ step }) => step)).toEqual([
      'shut',
      'busy',
      'never',
      'away',
    ]);
  });

  it('asks a filter of the first axis once for each of its values, and later ones not where it removes', () => {
    const [first, second, third] = [shut(), busy(), never()];
    pair({ axes, filters: [first.filter, second.filter, third.filter], text });
    expect([first.asked.count, second.asked.count, third.asked.count]).toEqual([3, 4, 9]);
  });

  it('has the text of each filter', () => {
    const { funnel } = pair({ axes, filters: [shut().filter], text });
    expect(funnel[1]).toEqual({ step: 'shut', removed: 6, left: 12, text: 'for the reason shut' });
  });
});

describe('levels, where rules may give way', () => {
  const small = { day: ['mon', 'tue'], id: ['post', 'shop'] };
  const filter = (step: string, lifts: string | undefined, removes: Filter<'day' | 'id'>['removes']) => ({
    step,
    text: step,
    ...(lifts !== undefined && { lifts }),
    removes,
    why: () => step,
  });
  const filters = [
    filter('time', 'time', ({ day }) => day === 1),
    filter('place', undefined, ({ day, id }) => day === 1 && id === 1),
  ];

  it('enter possibilities again that only the lifted rules remove', () => {
    const { candidates, funnel } = pair({
      axes: small,
      filters,
      text,
      relaxed: 'at another time',
      levels: (_, first, removedBy) => {
        if (first < 0) return [0];
        return removedBy(['time']) < 0 ? [1] : [];
      },
    });
    expect([...candidates.day]).toEqual([0, 0, 1]);
    expect([...candidates.id]).toEqual([0, 1, 0]);
    expect([...candidates.level]).toEqual([0, 0, 1]);
    expect(funnel.map(({ step, removed, left }) => [step, removed, left])).toEqual([
      ['pairs', 0, 4],
      ['time', 2, 2],
      ['place', 0, 2],
      ['relaxed', -1, 3],
    ]);
    expect(funnel.at(-1)!.text).toBe('at another time');
  });

  it('know where a possibility stands, and may enter it more than once', () => {
    const seen: string[] = [];
    const { candidates } = pair({
      axes: small,
      filters: [],
      text,
      levels: ({ day, id }) => {
        seen.push(`${small.day[day]} ${small.id[id]}`);
        return day === 0 ? [0, 1, 2] : [];
      },
    });
    expect(seen).toEqual(['mon post', 'mon shop', 'tue post', 'tue shop']);
    expect([...candidates.level]).toEqual([0, 1, 2, 0, 1, 2]);
  });

  it('leave the order of filters as it is, and have no further line where none gave way', () => {
    const { funnel } = pair({
      axes: small,
      filters: filters.toReversed(),
      text,
      levels: (_, first) => (first < 0 ? [0] : []),
    });
    expect(funnel.map(({ step, removed }) => [step, removed])).toEqual([
      ['pairs', 0],
      ['place', 1],
      ['time', 1],
    ]);
  });
});
