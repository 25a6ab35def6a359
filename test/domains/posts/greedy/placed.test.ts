import { describe, expect, it } from 'vitest';
import { costOf, type Placed, violationsOf } from '../../../../src/domains/posts/greedy/placed.ts';

/** A post that has its time: hours after the start. */
const at = (hours: number, channel = 'yt'): Placed => ({
  ...{ post: `${channel}${hours}`, channel, platform: 'youtube', type: null, at: hours * 60 },
  ...{ timing: 1, penalty: -1, violations: [] },
});
const cost = (placed: readonly Placed[], hours: number, gapHours?: number) =>
  costOf({
    ...{ placed, channel: 'yt', at: hours * 60, most: 3 },
    constraint: gapHours === undefined ? undefined : { gapHours, most: 3 },
  });

describe('What a slot costs', () => {
  it('10 within an hour of any other post, 5 within two hours, nothing from two hours on', () => {
    expect(cost([at(100, 'ig')], 100)).toBe(10);
    expect(cost([at(100, 'ig')], 99.75)).toBe(10);
    expect(cost([at(100, 'ig')], 101)).toBe(5);
    expect(cost([at(100, 'ig')], 99)).toBe(5);
    expect(cost([at(100, 'ig')], 102)).toBe(0);
    expect(cost([at(100, 'ig'), at(101, 'tt')], 100)).toBe(15);
  });

  it('5 for no distance at all, less the more of the gap is kept, nothing from the gap on', () => {
    expect(cost([at(0)], 24, 48)).toBe(2.5);
    expect(cost([at(0)], 47, 48)).toBeCloseTo(5 / 48, 12);
    expect(cost([at(0)], 48, 48)).toBe(0);
    expect(cost([at(0)], 0, 48)).toBe(15);
  });

  it('12.5 three days before another post with a gap of two: hours are signed', () => {
    expect(cost([at(72)], 0, 48)).toBe(12.5);
  });

  it('only for the first of the posts that are too near, in the order of placing', () => {
    expect(cost([at(72), at(12)], 48, 48)).toBe(7.5);
    expect(cost([at(12), at(72)], 48, 48)).toBe(1.25);
  });

  it('no gap for posts of other channels, without a constraint, and with a gap of nothing', () => {
    expect(cost([at(0, 'ig')], 24, 48)).toBe(0);
    expect(cost([at(0)], 24)).toBe(0);
    expect(cost([at(72)], 0, 0)).toBe(0);
  });

  it('20 more for each post beyond those that may be out at once, within 225 seconds', () => {
    const three = [at(100, 'a'), at(100, 'b'), at(100, 'c')];
    expect(cost(three.slice(1), 100)).toBe(20);
    expect(cost(three, 100)).toBe(30 + 20);
    expect(cost([...three, at(100, 'd')], 100)).toBe(40 + 40);
    expect(cost(three, 100 + 3 / 60)).toBe(30 + 20);
    expect(cost(three, 100 + 4 / 60)).toBe(30);
  });
});

describe('What is wrong with a slot', () => {
  const words = (placed: readonly Placed[], hours: number, most = 3) =>
    violationsOf({ placed, channel: 'yt', at: hours * 60, most: 9, constraint: { gapHours: 12, most } });

  it('every post of the channel that is too near or later', () => {
    expect(words([at(0), at(8), at(30)], 6.5)).toEqual([
      'spacing: 6.5 h after yt0, and the gap is 12 h',
      'spacing: -1.5 h after yt8, and the gap is 12 h',
      'spacing: -23.5 h after yt30, and the gap is 12 h',
    ]);
  });

  it('as many posts at the time as the channel may have, of whatever channel', () => {
    expect(words([at(50, 'ig'), at(50, 'tt')], 50, 2)).toEqual([
      'concurrency: 2 other posts at this time, and at most 2 are meant',
    ]);
    expect(words([at(50, 'ig'), at(50, 'tt')], 50, 3)).toEqual([]);
  });

  it('nothing without a constraint', () => {
    const slot = { placed: [at(0), at(0), at(0)], channel: 'yt', at: 0, most: 1, constraint: undefined };
    expect(violationsOf(slot)).toEqual([]);
  });
});
