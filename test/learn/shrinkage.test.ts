import { describe, expect, it } from 'vitest';
import { shrink } from '../../src/learn/shrinkage.ts';
import { bySlot, slotOf } from '../../src/learn/week.ts';
import { coverage } from './coverage.ts';
import { worth } from './made.ts';

const table = bySlot(worth);
const none = () => ({ samples: new Float64Array(168), successes: new Float64Array(168) });

describe('shrinkage', () => {
  it('says what the table says where there are no trials', () => {
    const { slots, base } = shrink(none(), table);
    expect(base).toBeCloseTo(0.5, 1);
    const [monday18, monday3] = [slots[18]!, slots[3]!];
    expect(monday18.mean).toBeGreaterThan(monday3.mean);
    expect(slots.every(({ mean }) => mean > 0.35 && mean < 0.65)).toBe(true);
  });

  it('does not believe one success of one', () => {
    const counts = none();
    counts.samples[10] = 1;
    counts.successes[10] = 1;
    const before = shrink(none(), table).slots[10]!.mean;
    const { mean } = shrink(counts, table).slots[10]!;
    expect(mean).toBeGreaterThan(before);
    expect(mean).toBeLessThan(before + 0.1);
  });

  it('believes a slot that has many trials of its own', () => {
    const counts = none();
    counts.samples.fill(40);
    counts.successes.fill(20);
    counts.samples[50] = 2000;
    counts.successes[50] = 1400;
    expect(shrink(counts, table).slots[50]!.mean).toBeCloseTo(0.7, 1);
  });

  it('lends a slot without trials what its weekday and its band of the day have shown', () => {
    const counts = none();
    counts.samples.fill(30);
    counts.successes.fill(12);
    for (let weekday = 0; weekday < 7; weekday++)
      for (const hour of [12, 13, 14]) counts.successes[slotOf({ weekday, hour })] = 24;
    const empty = slotOf({ weekday: 2, hour: 13 });
    counts.samples[empty] = 0;
    counts.successes[empty] = 0;
    const { slots } = shrink(counts, table);
    expect(slots[empty]!.mean).toBeGreaterThan(0.65);
    expect(slots[empty]!.variance).toBeGreaterThan(slots[empty + 1]!.variance);
  });

  it('has 80 % intervals that hold the true chance about so often, and confidences that come true: 6 seeds', () => {
    const { held, bins } = coverage(6, () => ({ trials: 1000, effect: 1 }));
    expect(held).toBeGreaterThan(0.73);
    expect(held).toBeLessThan(0.87);
    for (const { foretold, came } of bins) expect(Math.abs(foretold - came)).toBeLessThan(0.12);
  });
});
