import type { Learning } from '../../learning.ts';
import type { PostSettings } from './scenario.ts';
import { BUILT_IN, type Window, windowsIn } from './tables/windows.ts';
import { PLATFORMS, type Platform } from './tables/words.ts';
import type { PostTables } from './tables.ts';
import { windowWeight } from './world/factors.ts';

/** Platforms by names that exports use. */
const OTHER_NAMES: Readonly<Record<string, Platform>> = { x: 'twitter' };

const worthOf = (windows: readonly Window[], platform: Platform) => (weekday: number, hour: number) =>
  windowWeight(windows, platform, { day: weekday, weekday, minute: hour * 60 });

/**
 * Hours of channels. What an hour is worth before anything was learnt is the weight of its window: audiences and content
 * types are no part of it, since outcomes hold their effects already.
 */
export const learning: Learning<PostSettings> = {
  table: 'learnt',
  subjects: (_, tables) => {
    const { channels, windows } = tables as unknown as PostTables;
    const own = windowsIn(windows);
    return channels.rows.map(({ channel, platform, zone }) => ({
      ...{ name: channel, platform, zone },
      worth: worthOf(own, platform),
    }));
  },
  worthOn: (platform) => {
    const word = platform.toLowerCase();
    const known = OTHER_NAMES[word] ?? PLATFORMS.find((each) => each === word);
    return known && worthOf(BUILT_IN, known);
  },
};
