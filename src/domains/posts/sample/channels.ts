const NEW_YORK = 'America/New_York';
const LONDON = 'Europe/London';
const SYDNEY = 'Australia/Sydney';

/** The five accounts of the agency. */
export const channels = [
  { channel: 'ny-photos', platform: 'instagram', zone: NEW_YORK, audience: 'commuters', per_week: 7, cadence: 2 },
  { channel: 'ny-films', platform: 'youtube', zone: NEW_YORK, audience: 'commuters', cadence: 1 },
  {
    ...{ channel: 'london-jobs', platform: 'linkedin', zone: LONDON, queue: 'yes' },
    slots: 'tue 09:00; wed 12:00; thu 12:00',
  },
  { channel: 'london-news', platform: 'twitter', zone: LONDON, per_day: 2, cadence: 2 },
  { channel: 'sydney-photos', platform: 'instagram', zone: SYDNEY, per_week: 5, cadence: 1 },
];

export const audiences = [
  { audience: 'commuters', trait: 'age', value: '18-24', share: 0.35 },
  { audience: 'commuters', trait: 'age', value: '25-34', share: 0.4 },
  { audience: 'commuters', trait: 'age', value: '35-44', share: 0.25 },
  { audience: 'commuters', trait: 'device', value: 'mobile', share: 0.82 },
  { audience: 'commuters', trait: 'device', value: 'desktop', share: 0.18 },
  { audience: 'commuters', trait: 'zone', value: NEW_YORK, share: 0.7 },
  { audience: 'commuters', trait: 'zone', value: 'America/Los_Angeles', share: 0.3 },
];

export const holidays = ['ny-photos', 'ny-films'].map((channel) => ({
  ...{ date: '2025-11-27', channel, name: 'Thanksgiving' },
}));

export const blackouts = [
  { channel: 'london-news', from: '2025-11-11T10:00', to: '2025-11-11T12:00', reason: 'Armistice Day' },
  { channel: 'london-jobs', from: '2025-11-11', to: '2025-11-11', reason: 'Armistice Day' },
  { channel: 'sydney-photos', from: '2025-11-22', to: '2025-11-23', reason: 'the shop moves' },
];

/** Sources differ: others have 50 or 25 for Instagram. Each row says whose figure it is. */
export const caps = [
  { platform: 'instagram', hours: 24, most: 100, as_of: '2025-10-31', source: 'repostit.io, of Meta’s API v24' },
  { platform: 'youtube', hours: 24, most: 6, as_of: '2025-10-31', source: 'repostit.io: 10,000 units at 1,600 each' },
  { platform: 'twitter', hours: 24, most: 17, as_of: '2025-10-31', source: 'omnisocials.com, of the basic plan' },
];

/** The last week of October. */
export const published = [
  { post: 'pumpkins', channel: 'ny-photos', type: 'instagram_reels', at: '2025-10-31T18:00', text: 'Ten pumpkins' },
  { post: 'late-night', channel: 'ny-photos', type: 'instagram_feed', at: '2025-11-02T20:00', text: 'Open until nine' },
  { post: 'autumn-film', channel: 'ny-films', type: 'youtube_long_form', at: '2025-11-01T12:00', text: 'Our autumn' },
  { post: 'clocks', channel: 'london-news', type: 'twitter_post', at: '2025-10-26T09:00', text: 'An hour more' },
  { post: 'spring', channel: 'sydney-photos', type: 'instagram_reels', at: '2025-11-02T18:00', text: 'Spring at last' },
];
