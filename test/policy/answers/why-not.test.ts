import { describe, expect, it } from 'vitest';
import { type Possibilities, whyNot } from '../../../src/policy/answers/why-not.ts';
import type { Filter } from '../../../src/policy/filter.ts';

type Axis = 'day' | 'id';
const axes = { day: ['mon', 'tue', 'wed'], id: ['post', 'shop', 'wash'] };
const clients = ['Ann', 'Bo', 'Ann'];

const shut: Filter<Axis> = {
  step: 'shut',
  text: 'the day is shut',
  on: ['day'],
  removes: ({ day }) => day === 0,
  why: ({ day }) => `${axes.day[day]} is shut`,
};
const far: Filter<Axis> = {
  step: 'far',
  text: 'too far',
  on: ['id'],
  removes: ({ id }) => id > 0,
  why: ({ id }) => `${axes.id[id]} is too far`,
};

const known = (filters: readonly Filter<Axis>[], more: Partial<Possibilities<Axis>> = {}): Possibilities<Axis> => ({
  axes,
  filters,
  texts: {
    day: { noun: 'day', stranger: (day) => (day === 'sun' ? 'nobody works on a sun' : undefined) },
    id: {
      noun: 'errand',
      traits: { client: { noun: 'errand of the client', of: (index) => clients[index]! } },
    },
  },
  ...more,
});

describe('why one possibility is no candidate', () => {
  it('has every filter that removes it, each with its figures', () => {
    expect(whyNot(known([shut, far]), { day: 'mon', id: 'shop' })).toEqual(['mon is shut', 'shop is too far']);
    expect(whyNot(known([shut, far]), { day: 'tue', id: 'shop' })).toEqual(['shop is too far']);
  });

  it('is silent where it is a candidate', () => {
    expect(whyNot(known([shut, far]), { day: 'tue', id: 'post' })).toEqual([]);
  });
});

describe('why none of several is a candidate', () => {
  it('counts what each filter removed first, the commonest first, with an example', () => {
    expect(whyNot(known([shut, far]), { id: 'shop' })).toEqual([
      '2 of 3 possibilities: shop is too far',
      '1 of 3 possibilities: mon is shut',
    ]);
  });

  it('is silent as soon as one of them is a candidate', () => {
    expect(whyNot(known([shut, far]), { id: 'post' })).toEqual([]);
    expect(whyNot(known([shut, far]), {})).toEqual([]);
  });

  it('says “and the like” only where the reasons differ', () => {
    const all: Filter<Axis> = { ...far, removes: () => true };
    expect(whyNot(known([all]), { day: 'mon' })).toEqual(['3 of 3 possibilities: post is too far, and the like']);
    expect(whyNot(known([all]), { id: 'wash' })).toEqual(['3 of 3 possibilities: wash is too far']);
    expect(whyNot(known([{ ...all, why: () => 'all is too far' }]), { day: 'mon' })).toEqual([
      '3 of 3 possibilities: all is too far',
    ]);
  });

  it('tells the nearest first, and shows the nearest, where there is a distance', () => {
    const all: Filter<Axis> = { ...far, removes: ({ id }) => id !== 1 };
    const one: Filter<Axis> = { ...shut, step: 'one', removes: () => true };
    const distance = ({ id }: { readonly id: number }) => 2 - id;
    expect(whyNot(known([all], { distance }), { day: 'tue', client: 'Ann' })).toEqual([
      '2 of 2 possibilities: wash is too far, and the like',
    ]);
    expect(whyNot(known([all, one], { distance: ({ id }) => Math.abs(1 - id) }), { day: 'tue' })).toEqual([
      '1 of 3 possibilities: tue is shut',
      '2 of 3 possibilities: post is too far, and the like',
    ]);
  });
});

describe('strangers', () => {
  it('are named by the kind where it knows them, else as not in the data', () => {
    expect(whyNot(known([]), { day: 'sun' })).toEqual(['nobody works on a sun']);
    expect(whyNot(known([]), { day: 'someday' })).toEqual(['there is no day someday in the data']);
  });

  it('are taken for a slip of the pen where a value is near', () => {
    expect(whyNot(known([]), { id: 'wahs' })).toEqual(['there is no errand wahs; maybe wash is meant']);
  });

  it('are all named, in the order in which they are asked, and nothing else is', () => {
    const both = { id: 'xyzzy', day: 'sun' };
    expect(whyNot(known([shut]), both)).toEqual(['there is no errand xyzzy in the data', 'nobody works on a sun']);
    expect(whyNot(known([shut]), { day: both.day, id: both.id })).toEqual([
      'nobody works on a sun',
      'there is no errand xyzzy in the data',
    ]);
    expect(whyNot(known([shut]), { day: 'mon', id: 'xyzzy' })).toEqual(['there is no errand xyzzy in the data']);
  });
});

describe('traits', () => {
  it('stand for all entries that have them', () => {
    expect(whyNot(known([shut]), { day: 'mon', client: 'Ann' })).toEqual(['2 of 2 possibilities: mon is shut']);
    expect(whyNot(known([shut]), { day: 'mon', client: 'Bo' })).toEqual(['mon is shut']);
    expect(whyNot(known([shut]), { client: 'Bo' })).toEqual([]);
  });

  it('that nobody has are strangers too', () => {
    expect(whyNot(known([]), { client: 'Cy' })).toEqual(['there is no errand of the client Cy in the data']);
    expect(whyNot(known([]), { client: 'Anne' })).toEqual([
      'there is no errand of the client Anne; maybe Ann is meant',
    ]);
  });

  it('that contradict the entry leave nothing', () => {
    expect(whyNot(known([]), { id: 'post', client: 'Bo' })).toEqual(['there is no errand with all of these fields']);
  });

  it('that belong to no axis are none', () => {
    expect(whyNot(known([shut]), { day: 'mon', id: 'post', constructor: 'x' })).toEqual(['mon is shut']);
  });
});
