import { describe, expect, it } from 'vitest';
import { metricsOf } from '../../../../src/domains/posts/greedy/metrics.ts';
import type { Placed } from '../../../../src/domains/posts/greedy/placed.ts';

/** A post at so many minutes after the start, with so many violations. */
const at = (minutes: number, violations = 0, channel = 'ig'): Placed => ({
  ...{ post: 'p', channel, platform: 'instagram', type: null, at: minutes, timing: 1, penalty: -1 },
  violations: Array.from({ length: violations }, () => 'too near'),
});
const of = (...placed: readonly Placed[]) => metricsOf(placed, { ig: { gapHours: 12, most: 1 } });

describe('Throughput', () => {
  it('0 without posts, 1 for one, 1 where all are at one time', () => {
    expect(of().throughput).toBe(0);
    expect(of(at(60)).throughput).toBe(1);
    expect(of(at(60), at(60)).throughput).toBe(1);
  });

  it('one by the mean gap in hours, whatever the order of placing, and at most 10', () => {
    expect(of(at(600), at(0), at(120)).throughput).toBe(0.2);
    expect(of(at(0), at(3)).throughput).toBe(10);
  });
});

describe('Quota', () => {
  it('a tenth less for each post of a clock hour beyond the fifth', () => {
    const hour = (count: number) => Array.from({ length: count }, (_, k) => at(60 + k, 0, `c${k}`));
    expect(of(...hour(5)).quota).toBe(1);
    expect(of(...hour(7)).quota).toBe(0.8);
    expect(of(...hour(16)).quota).toBe(0);
  });

  it('a tenth less for each channel with more than ten times the posts that it may have at once', () => {
    const days = (count: number) => Array.from({ length: count }, (_, k) => at(k * 1440));
    expect(of(...days(10)).quota).toBe(1);
    expect(of(...days(11)).quota).toBe(0.9);
    expect(metricsOf(days(11), {}).quota).toBe(1);
  });
});

describe('Adherence', () => {
  it('is 0 from two violations a post on', () => {
    expect(of(at(0, 1), at(60)).adherence).toBe(0.75);
    expect(of(at(0, 5), at(60)).adherence).toBe(0);
  });
});
