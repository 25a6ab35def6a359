import { expect, it } from 'vitest';
import { accountsIn } from '../../src/history/accounts.ts';
import { metricNamed, outcomesOfFiles } from '../../src/history/of-files.ts';
import { fileOf, read, rowsOf } from './kit.ts';

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

it('a goal may be written in other letters, where that leaves one', () => {
  expect(metricNamed('reach', ['Reach', 'Likes'])).toBe('Reach');
  expect(metricNamed('post likes', ['Post_Likes'])).toBe('Post_Likes');
  expect(metricNamed('reach', ['Reach', 'REACH'])).toBe('reach');
});

const TWO = 'id,Account,created_at,reach\n1,b,2026-01-05T21:30Z,5\n2,a,2026-01-05T22:30Z,7\n3,b,2026-01-06T22:30Z,9\n';

it('accounts stand in a column that exports call so', () => {
  expect(accountsIn(fileOf(TWO))).toEqual({ column: 'Account', names: ['a', 'b'] });
  expect(accountsIn(fileOf(TWO.replace('Account', 'Account username')))?.column).toBe('Account username');
  expect(accountsIn(fileOf(CSV))).toBeUndefined();
});

it('rows of one account are read alone', () => {
  const only = { column: 'Account', value: 'b' };
  expect(rowsOf(TWO, { only })).toEqual(['id:1 2026-01-05T21:30Z reach=5', 'id:3 2026-01-06T22:30Z reach=9']);
});
