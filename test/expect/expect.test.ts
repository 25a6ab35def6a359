import { describe, expect, it } from 'vitest';
import { checkExpectations } from '../../src/expect/expect.ts';
import { sampleRun } from '../runs/sample-run.ts';

const check = (name: string, expected: unknown, run = sampleRun()) => checkExpectations(run, { [name]: expected })[0]!;

describe('checkExpectations', () => {
  it.each([
    ['status', 'optimal', true, 'status is optimal, as expected (optimal)'],
    ['status', 'infeasible', false, 'status is optimal, expected infeasible'],
    ['assignments', 2, true, 'assignments is 2, as expected (2)'],
    ['assignments', 3, false, 'assignments is 2, expected 3'],
    ['gini', { max: 0.25 }, true, 'gini is 0.25, as expected (at most 0.25)'],
    ['gini', { max: 0.2 }, false, 'gini is 0.25, expected at most 0.2'],
    ['gini', { min: 0.3 }, false, 'gini is 0.25, expected at least 0.3'],
    ['gini', { min: 0.2, max: 0.3 }, true, 'gini is 0.25, as expected (at least 0.2 and at most 0.3)'],
    ['gini', { equals: 0.25 }, true, 'gini is 0.25, as expected (0.25)'],
    ['net_score', { within: { of: 2000, percent: 5 } }, true, 'net_score is 1900, as expected (within 5 % of 2000)'],
    ['net_score', { within: { of: 2000, percent: 4 } }, false, 'net_score is 1900, expected within 4 % of 2000'],
    ['candidates', 12, true, 'candidates is 12, as expected (12)'],
    ['avg_pub_rate', { min: 0 }, false, 'avg_pub_rate has no value in this run, expected at least 0'],
  ])('%s: %j', (name, expected, passed, text) => {
    expect(check(name, expected)).toMatchObject({ name, expected, passed, text });
  });

  it('fails an unknown name and gives the nearest one', () => {
    expect(check('gnii', 0.25)).toEqual({
      name: 'gnii',
      expected: 0.25,
      actual: null,
      passed: false,
      text: 'the run has no metric "gnii". Maybe you meant "gini".',
    });
  });

  it('fails a name that is nothing like the known ones and lists those', () => {
    expect(check('wheelbase', 1).text).toBe(
      'the run has no metric "wheelbase". Known here: status, candidates, raw_score, net_score, bound, gap, assignments, gini, avg_pub_rate.',
    );
  });

  it('says why a run without a schedule has no metric', () => {
    const run = sampleRun({ status: 'infeasible', metrics: {}, objective: {} });
    expect(check('gini', 0.25, run).text).toBe(
      'the run has no metric "gini". A run that is infeasible has no metrics.',
    );
  });

  it('takes numbers that differ in the last digits of a binary fraction as the same', () => {
    const run = sampleRun({ metrics: { gini: 0.1 + 0.2 } });
    expect(check('gini', 0.3, run).passed).toBe(true);
    expect(check('gini', { max: 0.3 }, run).passed).toBe(true);
  });

  it('is not deceived by names that every object has', () => {
    expect(check('constructor', 1)).toMatchObject({ passed: false, actual: null });
  });
});
