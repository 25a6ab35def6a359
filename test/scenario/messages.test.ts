import { describe, expect, test } from 'vitest';
import { HEAD, problemsOf, refusal } from './fake.ts';

/** The problem of one line written below the head, without its place. */
function problem(line: string): string {
  const [{ message = '', maybe = '' } = {}, ...more] = problemsOf(`${HEAD}${line}\n`);
  expect(more).toEqual([]);
  return maybe === '' ? message : `${message}\n${maybe}`;
}

describe('keys', () => {
  test('a misspelt key names the one that was meant and all that are known there', () => {
    expect(refusal(`${HEAD}rules:\n  fairnes: {mode: stepped}\n`)).toBe(
      [
        'la.yaml:5:3: unknown key "fairnes"',
        '  5 |   fairnes: {mode: stepped}',
        '    |   ^^^^^^^',
        'Maybe you meant "fairness" (known here: fairness, capacity).',
      ].join('\n'),
    );
  });

  test('a key like no other lists those known there', () => {
    expect(problem('rules: {colour: 1}')).toBe(
      'unknown key "colour"\nMaybe one of those known here: fairness, capacity.',
    );
  });

  test('a missing key is reported at the first line of its map', () => {
    expect(refusal('kind: fake\nweek: 2025-09-22\n')).toBe(
      [
        'la.yaml:1:1: missing key "office": needs text that is not empty',
        '  1 | kind: fake',
        '    | ^^^^',
        'Maybe add the key "office".',
      ].join('\n'),
    );
  });

  test('a missing key within a map is reported at the name of that map', () => {
    expect(refusal(`${HEAD}rules: {capacity: {override: {2025-09-24: {}}}}\n`)).toContain(
      'la.yaml:4:31: missing key "slots": needs a whole number of at least 0',
    );
  });

  test('a missing date is shown by example', () => {
    expect(problemsOf('kind: fake\noffice: LA\n')[0]?.maybe).toBe('Maybe add the line "week: 2025-09-22".');
  });

  test('a required key that is misspelt is one problem, not two', () => {
    expect(problemsOf('kind: fake\nofice: LA\nweek: 2025-09-22\n').map(({ message }) => message)).toEqual([
      'unknown key "ofice"',
    ]);
  });

  test('a key of the wrong form is reported at the key', () => {
    expect(problem('rules: {capacity: {override: {2025-9-24: {slots: 0}}}}')).toBe(
      'rules.capacity.override: a key here needs a date such as 2025-09-22, was "2025-9-24"',
    );
  });

  test('two forms of data exclude each other', () => {
    expect(problem('data: {dir: a, sample: 1}')).toBe(
      'key "dir" cannot stand beside "sample"\nMaybe keep only one of them.',
    );
  });

  test('names of built-in properties are keys like any other', () => {
    expect(problemsOf(`${HEAD}constructor: 1\ntoString: 2\n`).map(({ message }) => message)).toEqual([
      'unknown key "constructor"',
      'unknown key "toString"',
    ]);
  });
});

describe('values', () => {
  test.each([
    ['solver: {seconds: many}', 'solver.seconds needs a number above 0, was "many"'],
    ['solver: {seconds: -3}', 'solver.seconds needs a number above 0, was -3'],
    ['solver: {seconds: .inf}', 'solver.seconds needs a number above 0, was Infinity'],
    ['solver: {nodes: 1.5}', 'solver.nodes needs a whole number above 0, was 1.5'],
    ['rules: {fairness: {penalty: many}}', 'rules.fairness.penalty needs a whole number of at least 0, was "many"'],
    ['rules: {fairness: {penalty: -1}}', 'rules.fairness.penalty needs a whole number of at least 0, was -1'],
    ['weights: {rank: 1.0005}', 'weights.rank needs a number of at least 0 with up to 3 decimals, was 1.0005'],
    ['start_days: []', 'start_days needs a list that is not empty, was an empty list'],
    ['description: [a]', 'description needs text, was a list'],
    ['expect: {gini: {}}', 'expect.gini: needs min, max, equals or within'],
    ['expect: {gini: {min: 2, max: 1}}', 'expect.gini: needs min at most max'],
    ['expect: {gini: high}', 'expect.gini needs a number or a map, was "high"'],
    [
      'expect: {gini: {within: {of: 3}}}',
      'missing key "percent": needs a number of at least 0\nMaybe add the key "percent".',
    ],
  ])('%s', (line, text) => {
    expect(problem(line)).toBe(text);
  });

  test.each([
    ['rules: {fairness: {mode: steped}}', 'was "steped"\nMaybe you meant "stepped".'],
    ['rules: {fairness: {mode: false}}', 'was false\nMaybe you meant "off".'],
    ['rules: {fairness: off}', 'needs false or a map, was "off"\nMaybe you meant false.'],
    ['rules: {fairness: true}', 'was true\nMaybe write {} for its defaults.'],
    ['rules: {capacity: }', 'needs a map, was nothing\nMaybe write its value, or leave the whole line out.'],
    ['solver: {nodes: "1,000"}', 'was "1,000"\nMaybe write 1000, without quotes or separators.'],
    ['start_days: mon', 'was "mon"\nMaybe put it in [brackets].'],
    ['start_days: [mon, tues]', 'start_days[1] needs one of mon, tue, wed, was "tues"\nMaybe you meant "tue".'],
    ['start_days: [monday]', 'was "monday"\nMaybe you meant "mon".'],
    ['title:', 'was nothing\nMaybe write its value, or leave the whole line out.'],
    ['expect: {status: optimum}', 'was "optimum"\nMaybe you meant "optimal".'],
    ['data: sampel', 'data needs sample or a map, was "sampel"\nMaybe you meant "sample".'],
  ])('%s has a way out', (line, end) => {
    expect(problem(line).endsWith(end), problem(line)).toBe(true);
  });

  test('a week beyond the calendar of four digits is refused', () => {
    expect(problemsOf('kind: fake\noffice: LA\nweek: 9999-12-27\n')[0]?.message).toBe(
      'week: needs a year from 1900 to 2999',
    );
  });

  test('a week that is not a Monday names the Monday of that week', () => {
    expect(refusal('kind: fake\noffice: LA\nweek: 2025-09-23\n')).toBe(
      [
        'la.yaml:3:7: week: needs a Monday, was 2025-09-23, a Tuesday',
        '  3 | week: 2025-09-23',
        '    |       ^^^^^^^^^^',
        'Maybe the Monday of that week: 2025-09-22.',
      ].join('\n'),
    );
  });

  test('a Sunday belongs to the week before it', () => {
    expect(problemsOf('kind: fake\noffice: LA\nweek: 2026-03-01\n')[0]?.maybe).toContain('2026-02-23');
  });

  test('a day that does not exist is not a date', () => {
    expect(problemsOf('kind: fake\noffice: LA\nweek: 2026-02-30\n').map(({ message }) => message)).toEqual([
      'week needs a date such as 2025-09-22, was "2026-02-30"',
    ]);
  });

  test('what a domain finds is shown at the place of its path', () => {
    expect(refusal('kind: fake\noffice: Nowhere\nweek: 2025-09-22\n')).toContain(
      'la.yaml:2:9: office "Nowhere" has no vehicles\n  2 | office: Nowhere\n    |         ^^^^^^^',
    );
  });

  test('all problems are told at once, from top to bottom', () => {
    const text = 'kind: fake\nweek: 2025-09-23\nrules: {fairnes: 1, fairness: {penalty: x}}\noffice: ""\n';
    expect(problemsOf(text).map(({ place }) => place?.line)).toEqual([2, 3, 3, 4]);
  });
});

describe('kinds', () => {
  test('an unknown kind lists the known ones', () => {
    expect(refusal('kind: fakr\n')).toBe(
      'la.yaml:1:7: unknown kind "fakr"\n  1 | kind: fakr\n    |       ^^^^\nMaybe you meant "fake" (known here: fake, other).',
    );
  });

  test('a missing kind lists the known ones', () => {
    expect(problemsOf('office: LA\n')).toMatchObject([
      { message: 'missing key "kind"', maybe: 'Maybe add the line "kind: fake" (known here: fake, other).' },
    ]);
  });
});
