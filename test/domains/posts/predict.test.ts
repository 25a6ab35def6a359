import { describe, expect, it } from 'vitest';
import { posts } from '../../../src/domains/posts/index.ts';
import { predict, tableConfidence } from '../../../src/domains/posts/predict.ts';
import { type Keys, open } from './plans.ts';

const CHANNELS = [
  { channel: 'ig', platform: 'instagram', zone: 'UTC' },
  { channel: 'li', platform: 'linkedin', zone: 'America/New_York' },
];
const POSTS = [{ post: 'a', channel: 'ig' }];

function asked(keys: Keys, subject: string, type?: string) {
  const { settings, tables } = open({ channels: CHANNELS, posts: POSTS, ...keys });
  return predict(settings, tables as never, { subject, type });
}
const closed = (keys: Keys, subject: string, type?: string) =>
  Object.fromEntries(asked(keys, subject, type).closed.map(({ step, count }) => [step, count]));

describe('instants of a channel', () => {
  it('are those of the horizon that no rule closes, with the hours of its own clocks', () => {
    const { instants } = asked({}, 'li', 'linkedin_post');
    expect(new Set(instants.map(({ hour }) => hour))).toEqual(new Set([8, 9, 10, 11, 12, 13, 14]));
    expect(instants[0]).toMatchObject({ at: '2025-11-03T13:00Z', local: 'Mon 2025-11-03 08:00', weekday: 0, hour: 8 });
  });

  it('count once, with the first rule that closes them', () => {
    // Three days of 24 hours in UTC, which begin and end at 19:00 in New York; 23:00 to 6:00 is quiet.
    expect(closed({}, 'li', 'linkedin_post')).toEqual({ quiet_hours: 21, type_hours: 30 });
    expect(asked({}, 'li', 'linkedin_post').instants).toHaveLength(21);
  });

  it('are closed by blackouts, holidays and gaps to what is out', () => {
    const keys = {
      blackouts: [{ channel: 'ig', from: '2025-11-03T10:00', to: '2025-11-03T12:00' }],
      holidays: [{ date: '2025-11-04', channel: 'ig' }],
      published: [{ channel: 'ig', at: '2025-11-05T12:00', type: 'instagram_feed' }],
    };
    expect(closed(keys, 'ig', 'instagram_feed')).toEqual({ quiet_hours: 21, blackouts: 3, holidays: 17, spacing: 17 });
  });

  it('are open whatever other posts of the plan there are', () => {
    const locked = { posts: [{ post: 'a', channel: 'ig', at: '2025-11-04T12:00' }] };
    expect(asked(locked, 'ig').instants).toEqual(asked({}, 'ig').instants);
  });

  it('have the score that a plan counts', () => {
    const row = { post: 'a', channel: 'ig', type: 'instagram_reels' };
    const { settings, tables, instance } = open({ channels: CHANNELS, posts: [row], published: [] });
    const found = predict(settings, tables as never, { subject: 'ig', type: 'instagram_reels' });
    for (const { at, score } of found.instants.slice(0, 40)) {
      const candidate = instance.candidateOf({ post: 'a', at })!;
      const points = instance.terms(candidate).find(({ name }) => name === 'timing')?.points ?? 0;
      const { normal } = settings.weights.timing;
      expect(points).toBe(Math.round(score * normal));
    }
  });

  it('are refused for a channel or a type that there is not, with the nearest one', () => {
    expect(() => asked({}, 'lo')).toThrow('no row of channels has the channel "lo"');
    expect(() => asked({}, 'li', 'instagram_reels')).toThrow(
      'li, an account of linkedin, publishes no "instagram_reels"',
    );
  });
});

describe('what is known of an instant', () => {
  const LEARNT = { channel: 'ig', weekday: 'tue', hour: 9, mean: 0.6, low: 0.5, high: 0.7, samples: 12 };
  const keys = { learnt: [{ ...LEARNT, confidence: 0.8, method: 'shrinkage' }] };

  it('is what the table of lessons says of its hour', () => {
    const { instants, notes } = asked(keys, 'ig');
    const found = instants.filter(({ method }) => method === 'shrinkage');
    expect(found).toHaveLength(1);
    expect(found[0]).toMatchObject({
      weekday: 1,
      hour: 9,
      mean: 0.6,
      low: 0.5,
      high: 0.7,
      samples: 12,
      confidence: 0.8,
    });
    expect(notes).toEqual([]);
  });

  it('is no chance where nothing was learnt, and that is said', () => {
    const { instants, notes } = asked({}, 'ig');
    expect(
      instants.every(
        ({ mean, low, high, method }) => mean === null && low === null && high === null && method === 'table',
      ),
    ).toBe(true);
    expect(notes).toEqual(['nothing is learnt of ig: the timing table alone counts, which knows no account']);
  });

  it('is nothing learnt either where the scenario gives it no weight', () => {
    const { instants, notes } = asked({ ...keys, scoring: { learnt: 0 } }, 'ig');
    expect(instants.some(({ method }) => method !== 'table')).toBe(false);
    expect(notes).toEqual(['scoring.learnt is 0: the timing table alone counts']);
  });

  it.each([
    [0.1, false, 0.33],
    [0.95, false, 0.585],
    [1, false, 0.6],
    [1, true, 0.7],
  ])('the table alone, at weight %d, with an audience %s: %d', (base, hasAudience, confidence) => {
    expect(tableConfidence({ base }, hasAudience)).toBe(confidence);
  });
});

describe('what hours of posts are learnt for', () => {
  it('are the channels of a scenario, each with the weight of its windows', () => {
    const { settings, tables } = open({ channels: CHANNELS, posts: POSTS });
    const subjects = posts.learning!.subjects(settings, tables as never);
    expect(subjects.map(({ name, platform, zone }) => [name, platform, zone])).toEqual([
      ['ig', 'instagram', 'UTC'],
      ['li', 'linkedin', 'America/New_York'],
    ]);
    expect([subjects[1]!.worth(1, 9), subjects[1]!.worth(1, 20)]).toEqual([0.9, 0.1]);
  });

  it('go by the windows of the scenario where it has any', () => {
    const windows = [{ platform: 'instagram', day: 'mon', from: 7, to: 8, weight: 0.77 }];
    const { settings, tables } = open({ channels: CHANNELS, posts: POSTS, windows });
    const [ig] = posts.learning!.subjects(settings, tables as never);
    expect([ig!.worth(0, 7), ig!.worth(0, 11)]).toEqual([0.77, 0.1]);
  });

  it('are known by platform without a scenario, also by names that exports use', () => {
    expect(posts.learning!.worthOn('x')!(2, 9)).toBe(1);
    expect(posts.learning!.worthOn('Instagram')!(0, 10)).toBe(0.9);
    expect(posts.learning!.worthOn('myspace')).toBeUndefined();
  });
});
