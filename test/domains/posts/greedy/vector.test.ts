import { describe, expect, it } from 'vitest';
import { dayVector } from '../../../../src/domains/posts/greedy/vector.ts';
import { BUILT_IN } from '../../../../src/domains/posts/tables/windows.ts';
import { dayOf } from '../../../../src/domains/posts/world/clock.ts';
import { type Followers, GOLDEN, hoursOf } from '../golden.ts';

const crowd = ({ ages, mobile = 0.5 }: Followers) => ({ ages: new Map(Object.entries(ages)), mobile });

describe('The score of a day as an earlier scheduler had it', () => {
  for (const golden of GOLDEN.filter(({ season }) => season === undefined)) {
    it(golden.name, () => {
      const { platform, type, followers, date } = golden;
      const own = dayVector({ windows: BUILT_IN, platform, type, audience: crowd(followers), day: dayOf(date) });
      expect(own.map((score) => Number(score.toFixed(4)))).toEqual(hoursOf(golden));
    });
  }

  it('leaves a day without any open hour as it is', () => {
    const windows = Array.from({ length: 15 }, (_, k) => ({
      ...({ platform: 'linkedin', day: 'mon', weight: 0 } as const),
      ...{ from: k, to: k + 1 },
    }));
    const question = { windows, platform: 'linkedin', type: 'linkedin_post', audience: crowd({ ages: {} }) } as const;
    expect(dayVector({ ...question, day: dayOf('2025-11-03') })).toEqual(Array.from({ length: 24 }, () => 0));
  });
});
