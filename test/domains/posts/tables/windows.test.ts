import { expect, it } from 'vitest';
import { BUILT_IN } from '../../../../src/domains/posts/tables/windows.ts';

/** "mon 15-17 0.8", in the order of the list. */
const linesOf = (platform: string) =>
  BUILT_IN.filter((one) => one.platform === platform).map(
    ({ day, from, to, weight }) => `${day} ${from}-${to} ${weight}`,
  );

it('holds the weights of youtube, 16 h of Wednesday before the window that holds it', () => {
  expect(linesOf('youtube')).toEqual([
    ...['mon 15-17 0.8', 'mon 18-20 0.9', 'tue 15-17 0.85', 'tue 18-20 0.9', 'wed 16-17 1', 'wed 15-17 0.95'],
    ...['thu 15-17 0.85', 'thu 18-20 0.9', 'fri 15-17 0.8', 'fri 18-20 0.85', 'sat 11-15 0.75', 'sun 11-15 0.7'],
  ]);
});

it('holds the weights of tiktok', () => {
  expect(linesOf('tiktok')).toEqual([
    ...['mon 17-19 0.85', 'tue 14-15 0.9', 'tue 16-17 0.9', 'tue 20-21 0.85', 'wed 16-18 1', 'thu 13-14 0.9'],
    ...['thu 15-17 0.85', 'fri 14-18 0.85', 'sat 16-19 0.6', 'sun 16-20 0.9'],
  ]);
});

it('holds the weights of instagram', () => {
  expect(linesOf('instagram')).toEqual([
    ...['mon 10-15 0.9', 'mon 15-16 0.85', 'tue 10-15 0.9', 'tue 15-16 0.85', 'wed 10-15 0.9', 'wed 15-16 0.85'],
    ...['wed 18-19 0.8', 'thu 10-15 0.9', 'thu 15-16 0.85', 'fri 10-14 0.7', 'fri 16-18 0.75'],
    ...['sat 10-13 0.6', 'sat 17-19 0.7', 'sun 10-13 0.6', 'sun 17-19 0.7'],
  ]);
});

it('holds the weights of twitter', () => {
  expect(linesOf('twitter')).toEqual([
    ...['mon 8-10 0.8', 'tue 10-13 0.9', 'tue 14-16 0.85', 'wed 9-12 1', 'wed 14-16 0.85', 'thu 10-13 0.9'],
    ...['thu 14-16 0.85', 'fri 10-12 0.7', 'sat 10-13 0.4', 'sun 9-12 0.3'],
  ]);
});

it('holds the weights of linkedin', () => {
  expect(linesOf('linkedin')).toEqual([
    ...['mon 11-12 0.8', 'tue 8-14 0.9', 'wed 8-9 0.9', 'wed 12-13 0.95', 'thu 8-9 0.9', 'thu 12-13 0.95'],
    ...['fri 7-14 0.7', 'sat 9-11 0.3', 'sun 10-12 0.3'],
  ]);
});

it('holds the weights of facebook', () => {
  expect(linesOf('facebook')).toEqual([
    ...['mon 9-18 0.85', 'tue 9-18 0.85', 'wed 8-18 0.9', 'thu 8-18 0.9', 'fri 9-11 0.8', 'fri 14-16 0.8'],
    ...['sat 10-12 0.6', 'sat 15-17 0.6', 'sun 8-10 0.7'],
  ]);
});
