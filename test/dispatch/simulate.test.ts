import { describe, expect, it } from 'vitest';
import { jobAfter } from '../../src/dispatch/job.ts';
import { simulate } from '../../src/dispatch/simulate.ts';
import { faulty } from './faults.ts';

describe('600 posts through refusals, timeouts and crashes', () => {
  const done = simulate(faulty(600, 7, 'right'));

  it('none is published twice and none is lost', () => {
    expect([done.twice, done.lost]).toEqual([0, 0]);
    expect(done.crashes).toBeGreaterThan(3);
    expect(done.jobs.every(({ state, held }) => held || state === 'published' || state === 'failed')).toBe(true);
  });

  it('holds only posts of the channel that cannot be asked', () => {
    expect(new Set(done.jobs.filter(({ held }) => held).map(({ channel }) => channel))).toEqual(new Set(['neither']));
  });

  it('less than 2 % of its calls are refused', () => {
    expect(done.limited / done.calls).toBeLessThan(0.02);
  });

  it('happens again in the same way', () => {
    expect(simulate(faulty(600, 7, 'right')).events).toEqual(done.events);
  });

  it('its log alone tells how each job ended', () => {
    const told = new Map();
    for (const event of done.events) told.set(event.job, jobAfter(told.get(event.job), event));
    expect([...told.values()].map(({ state }) => state)).toEqual(done.jobs.map(({ state }) => state));
  });
});

describe('what counts twice and lost', () => {
  it('sees posts that appear twice where a channel has settled later than the dispatcher believes', () => {
    const options = faulty(3000, 7, 'right');
    const hasty = options.channels!.map((each) => ({ ...each, settle: 0 }));
    expect(simulate({ ...options, channels: hasty, real: options.channels! }).twice).toBeGreaterThan(0);
  });
});
