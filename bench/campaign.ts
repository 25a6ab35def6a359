import { random } from './faculty/random.ts';

const DAY = 86_400_000;
const START = '2025-11-03';

const KINDS = [
  { platform: 'instagram', types: ['instagram_reels', 'instagram_feed', 'instagram_carousel'] },
  { platform: 'linkedin', types: ['linkedin_post', 'linkedin_carousel'] },
  { platform: 'tiktok', types: ['tiktok_video'] },
  { platform: 'youtube', types: ['youtube_long_form', 'youtube_shorts'] },
  { platform: 'twitter', types: ['twitter_post', 'twitter_thread'] },
  { platform: 'facebook', types: ['facebook_post', 'facebook_reels'] },
] as const;
const ZONES = ['America/New_York', 'Europe/London', 'Australia/Sydney', 'Asia/Kolkata'];

/** How large a campaign is. */
export interface Size {
  readonly posts: number;
  readonly days: number;
  readonly channels: number;
}

/** A scenario of posts, as JSON, which is YAML too: some have dates, some are urgent, some come after others. */
export function campaign({ posts, days, channels }: Size, seed: number): string {
  const draw = random(seed);
  const at = (day: number) => new Date(Date.parse(START) + day * DAY).toISOString().slice(0, 10);
  const accounts = Array.from({ length: channels }, (_, c) => ({
    channel: `c${c + 1}`,
    platform: KINDS[c % KINDS.length]!.platform,
    zone: ZONES[c % ZONES.length]!,
    per_week: 7,
  }));
  const rows = Array.from({ length: posts }, (_, p) => {
    const c = draw.int(0, channels - 1);
    const types = KINDS[c % KINDS.length]!.types;
    const from = draw.int(0, Math.max(0, days - 8));
    const dated = draw.percent(40);
    const chance = draw.int(1, 100);
    return {
      post: `p${String(p + 1).padStart(4, '0')}`,
      channel: `c${c + 1}`,
      type: types[draw.int(0, types.length - 1)]!,
      priority: chance <= 10 ? 'urgent' : chance <= 70 ? 'normal' : 'low',
      ...(dated && { earliest: at(from), deadline: at(Math.min(days - 1, from + draw.int(3, 14))) }),
    };
  });
  const title = `${posts} posts on ${channels} channels in ${days} days`;
  const horizon = { start: START, end: at(days), zone: 'America/New_York' };
  return JSON.stringify({ kind: 'posts', title, horizon, channels: accounts, posts: rows }, null, 1);
}
