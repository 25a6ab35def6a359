import { weekdayOf } from '../../../calendar/offsets.ts';
import type { Window } from '../tables/windows.ts';
import type { Platform } from '../tables/words.ts';
import { audienceOf, type Crowd, formatOf, seasonOf, windowWeight } from '../world/factors.ts';

/** What the timing score of a day is found from. */
export interface DayQuestion {
  readonly windows: readonly Window[];
  readonly platform: Platform;
  readonly type: string | null;
  readonly audience: Pick<Crowd, 'ages' | 'mobile'>;
  /** Days since 1970-01-01. */
  readonly day: number;
}

/** The weights that the earlier scheduler had fixed. */
const WEIGHTS = { audience: 0.3, format: 0.2, season: 0.1 } as const;

/**
 * The timing scores of the 24 hours of a day, the best one being 1. It is the score of the kind without time zones, and
 * with these differences: the masks are in it, nothing is known of holidays and seasons, and earlier posts do not count.
 */
export function dayVector({ windows, platform, type, audience, day }: DayQuestion): readonly number[] {
  const raw = Array.from({ length: 24 }, (_, hour) => {
    if (isMasked(platform, type, hour)) return 0;
    const local = { day, minute: hour * 60, weekday: weekdayOf(day) };
    return (
      windowWeight(windows, platform, local) *
      (1 + WEIGHTS.audience * audienceOf(audience, local)) *
      (1 + WEIGHTS.format * formatOf(platform, type, hour)) *
      (1 + WEIGHTS.season * seasonOf({ back_to_school: [] }, local, false))
    );
  });
  const best = Math.max(...raw);
  return best === 0 ? raw : raw.map((score) => score / best);
}

/** The earlier scheduler lost the hours from 0 to 5 of the night by a slip: of the quiet hours only 23 remained. */
const isMasked = (platform: Platform, type: string | null, hour: number): boolean =>
  (type === 'linkedin_post' && platform === 'linkedin' && (hour < 8 || hour > 14)) ||
  (platform !== 'tiktok' && hour === 23);
