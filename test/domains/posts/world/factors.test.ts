import { describe, expect, it } from 'vitest';
import { weekdayOf } from '../../../../src/calendar/offsets.ts';
import { BUILT_IN } from '../../../../src/domains/posts/tables/windows.ts';
import { dayOf, type Local } from '../../../../src/domains/posts/world/clock.ts';
import { audienceOf, formatOf, seasonOf, windowWeight } from '../../../../src/domains/posts/world/factors.ts';

/** What clocks show on a day of November 2025: the 3rd is a Monday. */
function local(date: number, hour: number, minute = 0): Local {
  const day = dayOf(`2025-11-${String(date).padStart(2, '0')}`);
  return { day, minute: hour * 60 + minute, weekday: weekdayOf(day) };
}
const [MONDAY, WEDNESDAY, FRIDAY, SATURDAY, SUNDAY] = [3, 5, 7, 8, 9];
/** Hours with the value that they have: the first hour of each stretch, where it is not 0. */
const hoursOf = (value: (hour: number) => number) =>
  Array.from({ length: 24 }, (_, hour) => hour).flatMap((hour) => (value(hour) === 0 ? [] : [[hour, value(hour)]]));

describe('Windows', () => {
  const weight = (date: number, hour: number, minute = 0) =>
    windowWeight(BUILT_IN, 'youtube', local(date, hour, minute));

  it('hold their first hour and not their last', () => {
    expect([14, 15, 16, 17, 18, 19, 20].map((hour) => weight(MONDAY, hour))).toEqual([
      0.1, 0.8, 0.8, 0.1, 0.9, 0.9, 0.1,
    ]);
    expect([weight(MONDAY, 14, 59), weight(MONDAY, 16, 59)]).toEqual([0.1, 0.8]);
  });

  it('youtube on Wednesday: 16 h is 1, though the window from 15 to 17 h holds it too', () => {
    expect([15, 16, 17].map((hour) => weight(WEDNESDAY, hour))).toEqual([0.95, 1, 0.1]);
  });

  it('of several the greatest counts, in any order', () => {
    const wednesday = BUILT_IN.filter(({ platform, day }) => platform === 'youtube' && day === 'wed');
    expect(windowWeight(wednesday.toReversed(), 'youtube', local(WEDNESDAY, 16))).toBe(1);
  });

  it('a window of weight 0 is not an hour outside all windows', () => {
    const none = [{ platform: 'youtube', day: 'mon', from: 8, to: 9, weight: 0 }] as const;
    expect([8, 9].map((hour) => windowWeight(none, 'youtube', local(MONDAY, hour)))).toEqual([0, 0.1]);
  });
});

describe('Audience', () => {
  const young = { ages: new Map([['18-24', 0.6]]), mobile: 0.71 };
  const working = { ages: new Map([['35-44', 0.41]]), mobile: 0.5 };

  it('the young with telephones: 0.10 from 18 h on, and 0.05 from 8 to 11 h at weekends', () => {
    const evening = [18, 19, 20, 21, 22, 23].map((hour) => [hour, 0.1]);
    const morning = [8, 9, 10, 11].map((hour) => [hour, 0.05]);
    expect(hoursOf((hour) => audienceOf(young, local(FRIDAY, hour)))).toEqual(evening);
    expect(hoursOf((hour) => audienceOf(young, local(SATURDAY, hour)))).toEqual([...morning, ...evening]);
    expect(hoursOf((hour) => audienceOf(young, local(SUNDAY, hour)))).toEqual([...morning, ...evening]);
  });

  it('people who work: 0.08 from 15 to 17 h on weekdays', () => {
    expect(hoursOf((hour) => audienceOf(working, local(FRIDAY, hour)))).toEqual(
      [15, 16, 17].map((hour) => [hour, 0.08]),
    );
    expect(hoursOf((hour) => audienceOf(working, local(SATURDAY, hour)))).toEqual([]);
  });

  it('shares must be more than 0.7, 0.5 and 0.4, and not just as much', () => {
    const evening = local(FRIDAY, 20);
    expect(audienceOf({ ...young, mobile: 0.7 }, evening)).toBe(0);
    expect(audienceOf({ ...young, ages: new Map([['18-24', 0.5]]) }, evening)).toBe(0);
    expect(audienceOf({ ...working, ages: new Map([['35-44', 0.4]]) }, local(FRIDAY, 16))).toBe(0);
  });

  it('0.3 and 0.2, and 0.1 and 0.3, are a half and 0.4, whatever floating point makes of them', () => {
    const half = new Map(['18-24', '25-34'].map((age, k) => [age, [0.3, 0.2][k]!]));
    const four = new Map(['25-34', '35-44'].map((age, k) => [age, [0.1, 0.3][k]!]));
    expect(audienceOf({ ages: half, mobile: 0.9 }, local(FRIDAY, 20))).toBe(0);
    expect(audienceOf({ ages: four, mobile: 0.9 }, local(FRIDAY, 16))).toBe(0);
  });
});

describe('Content types', () => {
  const at = (platform: Parameters<typeof formatOf>[0], type: string | null) =>
    hoursOf((hour) => formatOf(platform, type, hour));

  it('youtube shorts: 0.10 less until 8 h, 0.05 more from 9 h on', () => {
    const shorts = (hour: number) => formatOf('youtube', 'youtube_shorts', hour);
    expect([0, 8, 9, 23].map(shorts)).toEqual([-0.1, -0.1, 0.05, 0.05]);
  });

  it('instagram reels: mornings, evenings, and noon by half', () => {
    expect(at('instagram', 'instagram_reels')).toEqual([
      ...[6, 7, 8].map((hour) => [hour, 0.1]),
      ...[11, 12, 13].map((hour) => [hour, 0.05]),
      ...[18, 19, 20].map((hour) => [hour, 0.1]),
    ]);
    expect(at('instagram', 'instagram_feed')).toEqual([]);
  });

  it('linkedin and twitter: whatever the type', () => {
    const linkedin = [...[8, 9, 10].map((hour) => [hour, 0.15]), ...[12, 13].map((hour) => [hour, 0.12])];
    expect([at('linkedin', 'linkedin_post'), at('linkedin', null)]).toEqual([linkedin, linkedin]);
    expect(at('twitter', 'twitter_thread')).toEqual([8, 9, 10, 11, 12].map((hour) => [hour, 0.1]));
    expect([at('tiktok', 'tiktok_video'), at('facebook', null), at('youtube', 'youtube_long_form')]).toEqual([
      [],
      [],
      [],
    ]);
  });
});

describe('Season', () => {
  const none = { back_to_school: [] };

  it('weekends 0.05 less, holidays 0.10 less, both together 0.15', () => {
    const sunday = local(SUNDAY, 12);
    expect(seasonOf(none, local(FRIDAY, 12), false)).toBe(0);
    expect(seasonOf(none, sunday, false)).toBe(-0.05);
    expect(seasonOf(none, local(FRIDAY, 12), new Map([[dayOf('2025-11-07'), 'a holiday']]))).toBe(-0.1);
    expect(seasonOf(none, sunday, new Map([[sunday.day, 'a holiday']]))).toBeCloseTo(-0.15, 12);
    expect(seasonOf(none, sunday, new Map())).toBe(-0.05);
  });

  it('back to school: 0.05 more at 8 and 9 h, from the first day to the last', () => {
    const school = { back_to_school: [{ from: '2025-11-03', to: '2025-11-05' }] };
    expect([7, 8, 9, 10].map((hour) => seasonOf(school, local(MONDAY, hour), false))).toEqual([0, 0.05, 0.05, 0]);
    expect(seasonOf(school, local(WEDNESDAY, 9), false)).toBe(0.05);
    expect(seasonOf(school, local(6, 9), false)).toBe(0);
  });
});
