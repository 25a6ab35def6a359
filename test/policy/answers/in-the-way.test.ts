import { describe, expect, it } from 'vitest';
import type { Limits } from '../../../src/kernel/model.ts';
import { inTheWay } from '../../../src/policy/answers/in-the-way.ts';
import { limitsOf, modelOf } from '../../kernel/made.ts';
import { chosenOf, opened } from '../errands.ts';

const scores = (count: number) => Array.from({ length: count }, () => 1);

/** What stands in the way of one candidate of a model of some limits. */
function way(limits: readonly Limits[], chosen: readonly number[], candidate: number, more: readonly Limits[] = []) {
  const model = modelOf(scores(8), limits);
  const known = {
    model,
    title: (rule: string) => rule.toUpperCase(),
    text: (j: number) => `c${j}`,
    ...(more.length > 0 && { cuts: () => more }),
  };
  return inTheWay(known, Int32Array.from(chosen), candidate);
}

describe('a hard limit of whole places', () => {
  const slots = (most: number) => limitsOf('slot', [0, 0, 0, 0, 0, 0, 1, -1], { most: [most, 1] });

  it('is not in the way while there is room, nor of those that are in none of its groups', () => {
    expect(way([slots(2)], [0], 1)).toEqual([]);
    expect(way([slots(1)], [0], 6)).toEqual([]);
    expect(way([slots(1)], [0], 7)).toEqual([]);
  });

  it('names the rows that hold its places, where they are three at the most', () => {
    expect(way([slots(1)], [0], 1)).toEqual(['SLOT (slot 0): 1 of 1 taken by c0']);
    expect(way([slots(3)], [0, 2, 4], 1)).toEqual(['SLOT (slot 0): 3 of 3 taken by c0 and c2 and c4']);
    expect(way([slots(4)], [0, 2, 3, 4], 1)).toEqual(['SLOT (slot 0): 4 of 4 taken']);
  });

  it('names nobody of another group', () => {
    expect(way([slots(1)], [0, 6, 7], 1)).toEqual(['SLOT (slot 0): 1 of 1 taken by c0']);
  });

  it('says that none is allowed where nobody holds it', () => {
    expect(way([slots(0)], [], 1)).toEqual(['SLOT (slot 0): none is allowed']);
  });

  it('does not count the candidate itself twice', () => {
    expect(way([slots(1)], [1], 1)).toEqual([]);
  });

  it('is named with every other that is in the way, in their order', () => {
    const cars = limitsOf('car', [0, 1, 0, 1, 2, 2, 3, 3], { most: [1, 1, 1, 1] });
    expect(way([slots(1), cars], [0], 2)).toEqual([
      'SLOT (slot 0): 1 of 1 taken by c0',
      'CAR (car 0): 1 of 1 taken by c0',
    ]);
  });
});

describe('a hard limit of amounts', () => {
  const use = [300, 300, 450, 900, 0, 0, 0, 0];
  const money = limitsOf('money', scores(8).fill(0), { use, most: [700] });
  const dollars: Limits = { ...money, amount: (cents) => `$${cents / 100}` };

  it('says what is used, and what it needs', () => {
    expect(way([money], [0, 1], 2)).toEqual(['MONEY (money 0): 600 of 700 used, and it needs 450']);
    expect(way([dollars], [0, 1], 2)).toEqual(['MONEY (money 0): $6 of $7 used, and it needs $4.5']);
  });

  it('says so where one alone needs too much', () => {
    expect(way([dollars], [], 3)).toEqual(['MONEY (money 0): it needs $9 of $7']);
  });

  it('is not in the way of what needs nothing', () => {
    expect(way([money], [0, 1], 4)).toEqual([]);
  });
});

it('penalties and lower limits are not in the way', () => {
  const soft = limitsOf('fair', scores(8).fill(0), { over: [[0, 5]], least: [3] });
  expect(way([soft], [0, 1], 2)).toEqual([]);
});

describe('limits that only a schedule shows', () => {
  const cut = limitsOf('apart', [0, 0, 1], { most: [1, 1] });

  it('are named by their group where no other limit is in the way', () => {
    expect(way([limitsOf('slot', [0, 0], { most: [2] })], [0], 1, [cut])).toEqual(['APART: apart 0']);
  });

  it('are not looked at where another limit is', () => {
    expect(way([limitsOf('slot', [0, 0], { most: [1] })], [0], 1, [cut])).toEqual([
      'SLOT (slot 0): 1 of 1 taken by c0',
    ]);
  });
});

describe('helper columns', () => {
  const trips = (most: number) => opened({ trips: { most } });
  const ask = (most: number, candidate: string, ...chosen: readonly string[]) => {
    const instance = trips(most);
    return instance.inTheWay(chosenOf(instance, ...chosen), chosenOf(instance, candidate)[0]!);
  };

  it('are in the way where a candidate would raise one too many', () => {
    expect(ask(1, 'shop tue', 'post mon')).toEqual(['Trips (the week): 1 of 1 taken by id post, day mon']);
    expect(ask(0, 'shop tue')).toEqual(['Trips (the week): none is allowed']);
  });

  it('that are raised already count once', () => {
    expect(ask(1, 'shop mon', 'post mon')).toEqual([]);
    expect(ask(2, 'wash tue', 'post mon', 'shop mon')).toEqual([]);
    expect(ask(2, 'wash wed', 'post mon', 'shop tue')).toEqual([
      'Trips (the week): 2 of 2 taken by id post, day mon and id shop, day tue',
    ]);
  });
});

it('rows are told by the title of their rule, in the words of the kind', () => {
  const instance = opened({ per_day: { most: 1 } });
  const [post, shop] = chosenOf(instance, 'post mon', 'shop mon');
  expect(instance.inTheWay(Int32Array.of(post!), shop!)).toEqual([
    'Errands a day (mon): 1 of 1 taken by id post, day mon',
  ]);
});
