import { describe, expect, test } from 'vitest';
import { HEAD, problemsOf, read, refusal } from './fake.ts';

const ONE = `${HEAD}variants:\n  one_each: {rules: {fairness: {mode: linear, penalty: 400}}}\n`;

describe('variants', () => {
  test('the variant chosen is laid on the scenario, and each change is recorded', () => {
    const scenario = read(ONE, { variant: 'one_each' });
    expect(scenario.name).toBe('la@one_each');
    expect(scenario.settings).toMatchObject({ rules: { fairness: { mode: 'linear', penalty: 400 } } });
    expect(scenario.overrides).toEqual([
      { path: 'rules.fairness.mode', old: 'stepped', new: 'linear', by: 'variant one_each' },
      { path: 'rules.fairness.penalty', old: 200, new: 400, by: 'variant one_each' },
    ]);
  });

  test('a variant not chosen changes nothing', () => {
    expect(read(ONE)).toMatchObject({ name: 'la', overrides: [], settings: { rules: { fairness: { penalty: 200 } } } });
  });

  test('a rule switched off is one change', () => {
    const scenario = read(`${HEAD}variants: {free: {rules: {fairness: false}}}\n`, { variant: 'free' });
    expect(scenario.overrides).toEqual([
      { path: 'rules.fairness', old: { mode: 'stepped', penalty: 200 }, new: false, by: 'variant free' },
    ]);
  });

  test('a variant inherited from a base file can be chosen', () => {
    expect(
      read({ 'la.yaml': 'extends: base.yaml\n', 'base.yaml': ONE }, { variant: 'one_each' }).overrides,
    ).toHaveLength(2);
  });

  test('a variant may expect something else', () => {
    const text = `${HEAD}expect: {gini: {max: 0.3}}\nvariants: {a: {expect: {gini: {max: 0.2}}}}\n`;
    expect(read(text, { variant: 'a' }).expect).toEqual({ gini: { max: 0.2 } });
  });

  test('an unknown variant lists the known ones', () => {
    expect(refusal(ONE, { variant: 'one_eech' })).toBe(
      [
        'la.yaml:4:1: unknown variant "one_eech"',
        '  4 | variants:',
        '    | ^^^^^^^^',
        'Maybe you meant "one_each" (known here: one_each).',
      ].join('\n'),
    );
  });

  test('a variant asked of a scenario without any', () => {
    expect(problemsOf(HEAD, { variant: 'x' })).toMatchObject([
      { message: 'unknown variant "x"', maybe: 'Maybe add it under "variants:"; there are none yet.' },
    ]);
  });

  test('a variant that changes nothing is refused at its name, chosen or not', () => {
    expect(refusal(`${HEAD}variants:\n  same: {rules: {fairness: {penalty: 200}}}\n`)).toBe(
      [
        'la.yaml:5:3: variant "same" changes nothing',
        '  5 |   same: {rules: {fairness: {penalty: 200}}}',
        '    |   ^^^^',
        'Maybe its values are those of the scenario already.',
      ].join('\n'),
    );
  });

  test('wrong keys and values in a variant are refused at their places, chosen or not', () => {
    const text = `${HEAD}variants:\n  a: {rules: {fairnes: false}}\n  b: {week: 2025-09-23}\n`;
    expect(problemsOf(text).map(({ message, place }) => `${place?.line}:${place?.column} ${message}`)).toEqual([
      '5:15 unknown key "fairnes"',
      '6:13 week: needs a Monday, was 2025-09-23, a Tuesday',
    ]);
  });

  test('a problem of the scenario itself is not repeated for each variant', () => {
    expect(problemsOf(`${ONE}colour: 1\n`, { variant: 'one_each' })).toHaveLength(1);
  });

  test.each(['kind: other', 'extends: x.yaml', 'variants: {}'])('a variant cannot change its %s', (line) => {
    expect(problemsOf(`${HEAD}variants: {a: {title: x, ${line}}}\n`)[0]?.message).toBe(
      `a variant cannot change "${line.split(':')[0]}"`,
    );
  });

  test.each(['../up', 'a/b', '.hidden', 'a b'])(
    'a variant named %s is refused, since its name becomes a folder',
    (name) => {
      expect(problemsOf(`${HEAD}variants: {"${name}": {title: x}}\n`)[0]?.message).toBe(
        `variant name "${name}" is not a plain word`,
      );
    },
  );

  test('a variant that is not a map is refused', () => {
    expect(problemsOf(`${HEAD}variants: {a: 3}\n`)[0]?.message).toBe('variants.a needs a map, was 3');
  });
});

describe('--set', () => {
  test('values are YAML, and each change is recorded', () => {
    const scenario = read(HEAD, {
      set: ['rules.fairness.penalty=400', 'start_days=[wed, mon]', 'title=a=b: c'.slice(0, 9)],
    });
    expect(scenario.overrides).toEqual([
      { path: 'title', old: 'la', new: 'a=b', by: '--set' },
      { path: 'start_days', old: ['mon', 'tue'], new: ['wed', 'mon'], by: '--set' },
      { path: 'rules.fairness.penalty', old: 200, new: 400, by: '--set' },
    ]);
  });

  test('it is laid on the variant', () => {
    const scenario = read(ONE, { variant: 'one_each', set: ['solver.seed=7'] });
    expect(scenario.overrides.map(({ path, by }) => `${path} ${by}`)).toEqual([
      'rules.fairness.mode variant one_each',
      'rules.fairness.penalty variant one_each',
      'solver.seed --set',
    ]);
  });

  test('a date stays text', () => {
    expect(read(HEAD, { set: ['week=2025-09-29'] }).settings).toMatchObject({ week: '2025-09-29' });
  });

  test('an unknown key is shown within the argument', () => {
    expect(refusal(HEAD, { set: ['rules.fairnes.penalty=400'] })).toBe(
      [
        '--set: unknown key "fairnes"',
        '   | rules.fairnes.penalty=400',
        '   |       ^^^^^^^',
        'Maybe you meant "fairness" (known here: fairness, capacity).',
      ].join('\n'),
    );
  });

  test('a wrong value is shown within the argument', () => {
    expect(refusal(HEAD, { set: ['rules.fairness.penalty=many'] })).toBe(
      [
        '--set: rules.fairness.penalty needs a whole number of at least 0, was "many"',
        '   | rules.fairness.penalty=many',
        '   |                        ^^^^',
      ].join('\n'),
    );
  });

  test.each([
    [['office=A', 'office=B'], 'office is already set by another --set'],
    [['rules.fairness.penalty=1', 'rules.fairness=false'], 'rules.fairness is already set by another --set'],
    [['rules={}', 'rules.fairness=false'], 'rules.fairness is already set by another --set'],
  ])('%j sets a key twice', (set, message) => {
    expect(problemsOf(HEAD, { set })[0]?.message).toBe(message);
  });

  test('a key that the variant sets cannot be set again', () => {
    expect(problemsOf(ONE, { variant: 'one_each', set: ['rules.fairness.penalty=1'] })[0]?.message).toBe(
      'rules.fairness.penalty is already set by variant one_each',
    );
  });

  test('a setting without a value is told so, not how to begin a scenario', () => {
    expect(problemsOf(HEAD, { set: ['week='] })[0]?.maybe).toBe(
      'Maybe write one after the "=", or leave this --set out.',
    );
  });

  test.each(['x', '=1', 'a..b=1', '.a=1'])('%s is not of the form key=value', (argument) => {
    expect(problemsOf(HEAD, { set: [argument] })[0]?.message).toBe('needs the form key=value');
  });

  test.each([
    ['kind=other', '--set cannot change "kind"'],
    ['variants.a={}', '--set cannot change "variants"'],
    ['__proto__.x=1', 'key "__proto__" cannot be used'],
    ['week=[', 'something is not closed'],
    ['week=', 'is empty'],
  ])('%s is refused', (argument, message) => {
    expect(problemsOf(HEAD, { set: [argument] })[0]?.message).toBe(message);
  });

  test('a path of a thousand keys is refused', () => {
    expect(problemsOf(HEAD, { set: [`${'a.'.repeat(100_000)}a=1`] })[0]?.message).toBe('needs the form key=value');
  });
});
