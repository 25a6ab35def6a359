import { describe, expect, it } from 'vitest';
import { Refusal } from '../../src/problems/problem.ts';
import { nestedAt, valueLayer } from '../../src/scenario/value-layer.ts';
import { find, plain } from '../../src/scenario/yaml/tree.ts';

/** The problems of settings that cannot be. */
function problemsOf(settings: object): readonly string[] {
  try {
    valueLayer(settings);
  } catch (error) {
    if (error instanceof Refusal) return error.problems.map(({ message }) => message);
    throw error;
  }
  return [];
}

describe('settings given as values', () => {
  it('are read as they were given: dates, numbers, text that looks like either, lists', () => {
    const given = {
      week: '2025-09-22',
      office: '7',
      on: ['mon', 'off'],
      rules: { '2025-09-27': { slots: 10 } },
      no: false,
    };
    expect(JSON.parse(JSON.stringify(plain(valueLayer(given).written)))).toEqual(given);
  });

  it('have a place in one line', () => {
    const { written } = valueLayer({ rules: { fairness: { penalty: 400 } } });
    expect(find(written, ['rules', 'fairness'])?.key).toEqual({
      ...{ file: 'with', column: 12, length: 8 },
      source: '{ rules: { fairness: { penalty: 400 } } }',
    });
  });

  it('change no kind and no variants, and are a map', () => {
    expect(problemsOf({ kind: 'x', variants: {} })).toEqual([
      'a variant cannot change "kind"',
      'a variant cannot change "variants"',
    ]);
    expect(problemsOf(['a'])).toEqual(['with takes settings, not [ a ]']);
  });

  it('refuse a key that would reach a prototype', () => {
    expect(problemsOf(nestedAt('rules.__proto__.x', 1)).join()).toContain('__proto__');
  });
});
