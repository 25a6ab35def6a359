import { describe, expect, it } from 'vitest';
import { adjust, BOUNDS } from '../../src/adapt/adjust.ts';
import { analyse } from '../../src/adapt/analyse.ts';
import { compareGoal } from '../../src/adapt/goal.ts';
import { measure } from '../../src/adapt/measure.ts';
import type { DispatchEvent } from '../../src/dispatch/event.ts';
import { PARAMETERS, type Parameters } from '../../src/dispatch/parameters.ts';

const MINUTE = 60_000;
const event = (minute: number, job: string, name: DispatchEvent['event'], planned?: number): DispatchEvent => ({
  at: minute * MINUTE,
  job,
  channel: 'x',
  event: name,
  ...(planned !== undefined && { plannedAt: planned * MINUTE }),
});

describe('measuring', () => {
  it('counts what is due, what began on time, and what never began as late', () => {
    const events = [
      event(0, 'a', 'planned', 10),
      event(0, 'b', 'planned', 10),
      event(0, 'c', 'planned', 10),
      event(0, 'd', 'planned', 110),
      event(10, 'a', 'started'),
      event(11, 'a', 'published'),
      event(40, 'b', 'started'),
      event(41, 'b', 'rate_limited'),
    ];
    expect(measure(events, { from: -1, to: 120 * MINUTE })).toMatchObject({
      planned: 3,
      published: 1,
      limited: { of: 2, hits: 1 },
      latency: { p50: 1800, p95: 6600 },
      adherence: { of: 3, hits: 1 },
      success: { of: 3, hits: 1 },
      hours: expect.closeTo(2, 3),
    });
  });

  it('holds nothing against what was cancelled before it began', () => {
    const events = [event(0, 'a', 'planned', 10), event(5, 'a', 'cancelled')];
    expect(measure(events, { from: -1, to: 120 * MINUTE }).planned).toBe(0);
  });

  it('sees what the log calls published twice', () => {
    const events = [event(1, 'a', 'published', 1), event(2, 'a', 'published', 1)];
    const measures = measure(events, { from: 0, to: 60 * MINUTE });
    expect(analyse(measures)[0]).toEqual({ name: 'published twice', value: 1, threshold: 0 });
  });
});

it('an empty log asks for nothing', () => {
  expect(analyse(measure([], { from: 0, to: 0 }))).toEqual([]);
});

describe('adjusting', () => {
  it('never leaves floor and ceiling, and no step is longer than a fifth or than 1', () => {
    for (const name of ['limited high', 'latency high', 'adherence poor', 'throughput low', 'few good'] as const) {
      let parameters: Parameters = PARAMETERS;
      for (let n = 0; n < 60; n++) {
        const next = adjust(parameters, [{ name, value: 0, threshold: 0 }]);
        for (const { parameter, from, to } of next.steps) {
          const { floor, ceiling, whole } = BOUNDS[parameter];
          expect(to).toBeGreaterThanOrEqual(floor);
          expect(to).toBeLessThanOrEqual(ceiling);
          expect(Math.abs(to - from)).toBeLessThanOrEqual(whole ? Math.max(1, 0.2 * from) : 0.2 * from + 1e-9);
        }
        parameters = next.parameters;
      }
      expect(adjust(parameters, [{ name, value: 0, threshold: 0 }]).steps).toEqual([]);
    }
  });

  it('presses no more on platforms that refuse calls', () => {
    const findings = (['limited high', 'latency high'] as const).map((name) => ({ name, value: 1, threshold: 0 }));
    expect(adjust(PARAMETERS, findings).steps.map(({ parameter }) => parameter)).toEqual([
      'bucketShare',
      'spacing',
      'backoffInitial',
    ]);
  });
});

describe('comparing two windows', () => {
  it.each([
    ['a fall of half of 40', { hits: 40, of: 40 }, { hits: 20, of: 40 }, 'rolled back'],
    ['a fall that chance explains: 27 and 24 of 30', { hits: 27, of: 30 }, { hits: 24, of: 30 }, 'kept'],
    ['the same shares of 3000', { hits: 2700, of: 3000 }, { hits: 2400, of: 3000 }, 'rolled back'],
    ['29 are too few', { hits: 29, of: 29 }, { hits: 0, of: 100 }, 'not enough'],
    ['a rise', { hits: 20, of: 40 }, { hits: 40, of: 40 }, 'kept'],
  ] as const)('%s', (_, before, now, verdict) => {
    expect(compareGoal('adherence', before, now, 0.1).verdict).toBe(verdict);
  });

  it('a throughput that fell since less was planned is no reason', () => {
    const before = { hits: 100, of: 10, wanted: 10 };
    expect(compareGoal('throughput', before, { hits: 50, of: 10, wanted: 5 }, 0.1).verdict).toBe('kept');
    expect(compareGoal('throughput', before, { hits: 50, of: 10, wanted: 10 }, 0.1).verdict).toBe('rolled back');
  });
});
