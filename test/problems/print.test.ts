import { expect, test } from 'vitest';
import { printProblems } from '../../src/problems/print.ts';

test('a problem shows its place, its source line with a caret below, and the way out', () => {
  const place = { file: 'la.yaml', line: 14, column: 3, length: 7, source: '  fairnes: {mode: stepped}' };
  expect(printProblems([{ message: 'unknown key "fairnes"', place, maybe: 'Maybe you meant "fairness".' }])).toBe(
    [
      'la.yaml:14:3: unknown key "fairnes"',
      '  14 |   fairnes: {mode: stepped}',
      '     |   ^^^^^^^',
      'Maybe you meant "fairness".',
    ].join('\n'),
  );
});

test('a problem without a place is its message alone', () => {
  expect(printProblems([{ message: 'no kinds at all' }])).toBe('no kinds at all');
});

test('a blank line stands between two problems', () => {
  expect(printProblems([{ message: 'one' }, { message: 'two' }])).toBe('one\n\ntwo');
});

test('after fifty problems the rest are counted', () => {
  const many = Array.from({ length: 53 }, (_, i) => ({ message: `p${i}` }));
  expect(printProblems(many).split('\n\n').slice(-2)).toEqual(['p49', '… and 3 more.']);
});

test('the way out is always a sentence beginning with Maybe', () => {
  const place = { file: 'a' };
  expect(printProblems([{ message: 'm', place, maybe: 'the Monday: 2025-09-22' }])).toBe(
    'a: m\nMaybe the Monday: 2025-09-22.',
  );
  expect(printProblems([{ message: 'm', place, maybe: 'Maybe a (known here: b)' }])).toBe(
    'a: m\nMaybe a (known here: b).',
  );
});

test('a very long source line is cut around the caret', () => {
  const source = `${'a'.repeat(500)}bad${'z'.repeat(500)}`;
  const [, line = '', caret = ''] = printProblems([
    { message: 'm', place: { file: 'f', line: 1, column: 501, length: 3, source } },
  ]).split('\n');
  expect(line.length).toBeLessThan(110);
  expect(line).toMatch(/^ {2}1 \| …a+badz+…$/);
  expect(caret.indexOf('^')).toBe(line.indexOf('bad'));
  expect(caret).toMatch(/^ {4}\| +\^\^\^$/);
});

test('a span longer than the line is cut with it', () => {
  const source = 'x'.repeat(100_000);
  const [, line = '', caret = ''] = printProblems([
    { message: 'm', place: { file: 'f', line: 1, column: 1, length: 100_000, source } },
  ]).split('\n');
  expect(line).toBe(`  1 | ${'x'.repeat(99)}…`);
  expect(caret).toBe(`    | ${'^'.repeat(100)}`);
});

test('escape sequences are made visible everywhere and the caret still stands under the fault', () => {
  const place = { file: 'a\u001b.yaml', line: 2, column: 3, length: 1, source: '\u001b[x' };
  expect(printProblems([{ message: 'm\u0007', place, maybe: 'Maybe \u202e' }])).toBe(
    ['a\\u001b.yaml:2:3: m\\u0007', '  2 | \\u001b[x', '    |        ^', 'Maybe \\u202e.'].join('\n'),
  );
});

test('an emoji before the fault moves the caret by one', () => {
  const place = { file: 'f', line: 1, column: 4, length: 1, source: '😀 x' };
  expect(printProblems([{ message: 'm', place }]).split('\n')[2]).toBe('    |   ^');
});
