import type { Keys } from '../plans.ts';

/** A stream of choices that is the same for the same seed. */
function drawing(seed: number) {
  let state = Math.imul(seed + 1, 2654435761) | 0;
  const int = (least: number, most: number) => {
    state = (Math.imul(state, 1664525) + 1013904223) | 0;
    return least + ((state >>> 8) % (most - least + 1));
  };
  return {
    int,
    percent: (share: number) => int(1, 100) <= share,
    one: <V>(items: readonly V[]): V => items[int(0, items.length - 1)]!,
  };
}

/** Days on which clocks change, on both hemispheres; and a day on which they do not. */
const CHANGES = [
  ['America/New_York', '2025-11-02T00:00', '2025-11-02T06:00'],
  ['America/New_York', '2026-03-08T00:00', '2026-03-08T08:00'],
  ['Europe/London', '2025-10-26T00:00', '2025-10-26T06:00'],
  ['Europe/Berlin', '2026-03-29T00:00', '2026-03-29T08:00'],
  ['Australia/Sydney', '2025-10-05T00:00', '2025-10-05T08:00'],
  ['Australia/Sydney', '2026-04-05T00:00', '2026-04-05T06:00'],
  ['Australia/Lord_Howe', '2025-10-05T00:00', '2025-10-05T07:00'],
  ['America/Santiago', '2026-04-04T21:00', '2026-04-05T04:00'],
] as const;
const USUAL = ['America/New_York', '2025-11-05T08:00', '2025-11-05T16:00'] as const;
const TYPES = ['instagram_reels', 'instagram_feed', 'instagram_stories'];
const ZONES = ['America/New_York', 'Europe/London', 'Australia/Sydney', 'Asia/Kolkata'];

/** A random plan of two to four posts and about eight instants; each third one is over a change of clocks. */
export function randomPlan(seed: number): Keys {
  const draw = drawing(seed);
  const [zone, start, end] = seed % 3 === 0 ? draw.one(CHANGES) : USUAL;
  const few = draw.int(2, 4);
  const second = draw.percent(50);
  const at = (hour: number) =>
    `${start.slice(0, 10)}T${String(Math.min(23, Number(start.slice(11, 13)) + hour)).padStart(2, '0')}:00`;
  const channels = [
    {
      channel: 'ig',
      platform: 'instagram',
      zone,
      ...(draw.percent(15) && { per_day: draw.int(1, 2) }),
      ...(draw.percent(15) && { per_week: draw.int(1, 3) }),
      ...(draw.percent(20) && { audience: 'fans' }),
      ...(draw.percent(15) && { types: 'instagram_reels; instagram_feed' }),
    },
    ...(second
      ? [
          {
            channel: 'ig2',
            platform: 'instagram',
            zone: draw.percent(50) ? zone : draw.one(ZONES),
            ...(draw.percent(40) && {
              queue: 'yes',
              slots: '00:00; 01:00; 01:30; 02:00; 03:00; 09:00; 10:00; 12:00; 14:00; 17:00',
            }),
            ...(draw.percent(20) && { cadence: 2 }),
          },
        ]
      : []),
  ];
  const posts = Array.from({ length: few }, (_, p) => ({
    post: `p${p + 1}`,
    channel: second && draw.percent(45) ? 'ig2' : 'ig',
    position: p + 1,
    ...(draw.percent(80) && { type: draw.one(TYPES) }),
    priority: draw.one(['urgent', 'normal', 'normal', 'low']),
    ...(draw.percent(20) && { earliest: at(draw.int(0, 3)) }),
    ...(draw.percent(20) && { deadline: at(draw.int(3, 7)) }),
    ...(draw.percent(12) && { at: at(draw.int(3, 6)) }),
    ...(p > 0 &&
      draw.percent(25) && { after: `p${draw.int(1, p)}`, ...(draw.percent(60) && { offset_hours: draw.int(0, 3) }) }),
    ...(draw.percent(25) && {
      preferred: `${draw.int(1, 5)}-${draw.int(9, 15)}`,
      only_preferred: draw.percent(40) ? 'yes' : 'no',
    }),
    ...(draw.percent(12) && { prohibited: `${draw.int(0, 4)}-${draw.int(10, 12)}` }),
    ...(draw.percent(30) && { text: draw.one(['Hello', 'hello ', 'Bye']) }),
  })).map((post) => ('at' in post ? { ...post, every: undefined } : post));
  return {
    horizon: { start, end, zone, step_minutes: draw.one([60, 60, 60, 120, 30]) === 30 && few < 4 ? 60 : 60 },
    channels,
    posts,
    ...(draw.percent(25) && {
      published: [
        { post: 'old', channel: 'ig', type: draw.one(TYPES), at: at(draw.int(-1, 2) < 0 ? 0 : 1), text: 'Hello' },
      ],
    }),
    ...(draw.percent(20) && { planned: [{ post: 'p1', at: at(draw.int(0, 5)) }] }),
    ...(draw.percent(15) && { blackouts: [{ ...(draw.percent(50) && { channel: 'ig' }), from: at(2), to: at(3) }] }),
    ...(draw.percent(15) && {
      caps: [
        { platform: 'instagram', hours: draw.int(3, 24), most: draw.int(1, 2), as_of: '2025-01-01', source: 'test' },
      ],
    }),
    ...(draw.percent(25) && { holidays: [{ date: start.slice(0, 10), channel: 'ig' }] }),
    audiences: [
      { audience: 'fans', trait: 'age', value: '18-24', share: 0.6 },
      { audience: 'fans', trait: 'device', value: 'mobile', share: 0.9 },
      { audience: 'fans', trait: 'zone', value: draw.one(ZONES), share: 0.7 },
      { audience: 'fans', trait: 'zone', value: 'UTC+2', share: 0.2 },
    ],
    scoring: { normalise: draw.one(['horizon', 'day']) },
    weights: { sooner: draw.int(0, 50), movement: { moved: draw.int(0, 500), hour: draw.int(0, 20) } },
    rules: {
      quiet_hours: draw.percent(30) ? { from: draw.one([23, 1]), to: 2 } : false,
      holidays: draw.one(['score', 'score', false]),
      spacing: draw.percent(85)
        ? {
            default: draw.one([0, 1, 2, 3]),
            types: draw.percent(60) ? { instagram_reels: draw.one([0.5, 2, 4]), instagram_feed: draw.one([1, 3]) } : {},
          }
        : false,
      same_hour: draw.percent(60),
      same_text: draw.percent(60) ? { days: 1 } : false,
      concurrency: draw.percent(60)
        ? { most: draw.int(1, 2), urgent: draw.int(1, 3), minutes: draw.one([15, 60, 90]) }
        : false,
      per_hour: draw.percent(40) ? draw.int(1, 3) : false,
      crowding: draw.percent(60) ? { penalty: draw.one([50, 400]) } : false,
      score_floor: draw.percent(15) ? 0.1 : 0,
    },
  };
}
