import { expect, it } from 'vitest';
import { outcomesOfFiles } from '../../src/history/of-files.ts';
import { read } from './kit.ts';

const CSV = 'id,created_at,reach,likes\n2,2026-01-05T22:30Z,7,1\n1,2026-01-05T21:30Z,5,\n2,2026-01-05T22:30Z,7,1\n';

it('outcomes of a file stand in order of time, once each, with hours of the zone', () => {
  const found = outcomesOfFiles(read(CSV, { channel: 'mine' }), { goal: 'reach', zone: 'Europe/Berlin' });
  expect(found.map(({ group, weekday, hour, value }) => [group, weekday, hour, value])).toEqual([
    ['mine', 0, 22, 5],
    ['mine', 0, 23, 7],
  ]);
  expect(outcomesOfFiles(read(CSV), { goal: 'likes', zone: 'Asia/Tokyo' })).toMatchObject([{ weekday: 1, hour: 7 }]);
});

it('a goal that no row has is refused, with those that there are', () => {
  const asked = () => outcomesOfFiles(read(CSV), { goal: 'saves', zone: 'UTC' });
  expect(asked).toThrow('no outcome kept there has the metric "saves"');
});
