import type { MetricText } from '../audit/audit.ts';
import { same } from '../runs/expected.ts';
import type { Keep } from './baseline-file.ts';

/** The smallest and largest value of a metric over all schedules of the same net score. */
export interface Range {
  readonly least: number;
  readonly most: number;
}

/** How a value is held against its baseline where the baseline does not say: by the way that policy wants it to go. */
export function keepBy({ better }: MetricText): Keep {
  return better === 'more' ? 'should_not_fall' : better === 'less' ? 'should_not_rise' : 'exact';
}

/**
 * How to hold a value against its baseline, in words.
 *
 * @example
 * keepText('should_not_fall', 40) // 'at least 40'
 */
export function keepText(keep: Keep, value: number | string | null): string {
  const shown = value === null ? 'no value' : String(value);
  if (keep === 'ignore') return 'anything';
  if (typeof keep === 'object') return `within ${keep.within_percent} % of ${shown}`;
  if (typeof value !== 'number' || keep === 'exact') return shown;
  return `${keep === 'should_not_fall' ? 'at least' : 'at most'} ${shown}`;
}

/**
 * Whether some value from `least` to `most` keeps a baseline; a single value is a range of one.
 *
 * @example
 * keeps('should_not_fall', 40, { least: 39, most: 39 }) // false
 * keeps('should_not_fall', 40, { least: 38, most: 42 }) // true
 */
export function keeps(keep: Keep, before: number, { least, most }: Range): boolean {
  if (keep === 'ignore') return true;
  const room = typeof keep === 'object' ? (Math.abs(before) * keep.within_percent) / 100 : 0;
  const reaches = most >= before - room || same(most, before - room);
  const stays = least <= before + room || same(least, before + room);
  if (keep === 'should_not_fall') return reaches;
  return keep === 'should_not_rise' ? stays : reaches && stays;
}

/** Whether a value that is kept is better than its baseline, so that an update would raise the bar. */
export function isBetter(keep: Keep, before: number, now: number): boolean {
  if (same(before, now)) return false;
  return keep === 'should_not_fall' ? now > before : keep === 'should_not_rise' && now < before;
}
