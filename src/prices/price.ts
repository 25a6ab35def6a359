import type { Schedule } from '../domain.ts';
import type { AimDifference } from '../explain/losses.ts';

/**
 * What loosening one limit would bring, found by solving again.
 *
 * @example
 * const [{ rule, change, gain, shadow }] = await priceList(session, 1);
 * [rule, gain, shadow] // ['competitive', 116, 116.06]
 * change // 'a second advertiser of auto from 20:14 to 20:44 on 2025-03-10'
 */
export interface Price {
  readonly rule: string;
  /** Whose limit; of a whole rule, how many. */
  readonly label: string;
  /** What was changed: "one more slot on Thursday 25 September". */
  readonly change: string;
  /**
   * Its shadow price for the same step, in points: what it brings is at the most that, and may be 0, where the prices
   * leave no gap. Absent where no limit of the model speaks of it.
   */
  readonly shadow?: number;
  /** What it brings, exactly, in points of net score. */
  readonly gain: number;
  /** What it brings in every aim, most important first: where it is not only the net score that counts. */
  readonly gains: readonly AimDifference[];
  readonly added: Schedule;
  readonly dropped: Schedule;
}
