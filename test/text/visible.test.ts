import { expect, test } from 'vitest';
import { dotted, quoted, visible } from '../../src/text/visible.ts';

test.each([
  ['many', '"many"'],
  [-3, '-3'],
  [null, 'nothing'],
  [true, 'true'],
  [[], 'an empty list'],
  [[1], 'a list'],
  [{}, 'a map'],
  ['a"b', '"a\\"b"'],
  ['\u001b[2J', '"\\u001b[2J"'],
])('%j is shown as %s', (value, text) => {
  expect(quoted(value)).toBe(text);
});

test('long text is cut at sixty characters', () => {
  expect(quoted('x'.repeat(1_000_000))).toBe(`"${'x'.repeat(59)}…"`);
});

test.each([
  ['\u202eabc', '\\u202eabc'],
  ['a\u200bb', 'a\\u200bb'],
  ['a\tb', 'a\\tb'],
  ['a\nb', 'a\\u000ab'],
  ['\ud800', '\\ud800'],
  ['München 😀', 'München 😀'],
])('%j becomes visible as %s', (text, out) => {
  expect(visible(text)).toBe(out);
});

test('a path reads as it is written', () => {
  expect(dotted(['rules', 'fairness', 'penalty'])).toBe('rules.fairness.penalty');
  expect(dotted(['start_days', 2])).toBe('start_days[2]');
});
