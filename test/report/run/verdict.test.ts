import { describe, expect, it } from 'vitest';
import { quarantineTable } from '../../../src/pipeline/results.ts';
import { verdictOf } from '../../../src/report/run/verdict.ts';
import type { Run } from '../../../src/runs/run.ts';
import { stuckRun, tinyRun } from '../../runs/tiny.ts';

// So small a week is always proven and its audit never fails: what says otherwise is written into its record.
const week = await tinyRun();
const stuck = await stuckRun();

it('says that nothing better exists when the run is proven', () => {
  expect(verdictOf(week)).toMatchObject({
    tone: 'good',
    headline: 'Proven optimal: no schedule can score more than 7,262 points',
  });
});

it('says how much more is possible when it is not', () => {
  const run: Run = { ...week, status: 'feasible', objective: { net_score: 63000, bound: 63123, gap: 123 } };
  const verdict = verdictOf(run);
  expect(verdict.tone).toBe('fair');
  expect(verdict.headline).toBe('Best found, not proven: at most 123 points more are possible');
  expect(verdict.detail).toContain('63,123 points');
});

it('puts a failed audit before a proof', () => {
  const levels = [
    { level: 1, name: 'feasible', passed: false, text: '2 violations (cooldown 2)' },
    { level: 2, name: 'priced', passed: true, text: 'priced again' },
    { level: 3, name: 'bounded', passed: false, text: 'the bound is below the score' },
  ] as const;
  const verdict = verdictOf({ ...week, audit: { passed: false, levels } });
  expect(verdict).toEqual({
    tone: 'poor',
    headline: 'Failed its audit: do not use this schedule',
    detail: 'Feasible and bounded failed. 2 violations (cooldown 2). The bound is below the score.',
  });
});

it('says when there is no schedule', () => {
  expect(verdictOf(stuck).headline).toBe('No schedule: these rules cannot hold together');
});

it('says when the search found nothing in its time', () => {
  const verdict = verdictOf({ ...week, status: 'unknown', objective: {} });
  expect(verdict).toMatchObject({ tone: 'poor', headline: 'No schedule found' });
});

describe('where something comes before the net score', () => {
  const standing = { headline: 'Proven in order', detail: 'First this, then that.' };

  it('says that instead', () => {
    const verdict = verdictOf(week, { standing });
    expect(verdict).toMatchObject({ tone: 'good', headline: 'Proven in order' });
    expect(verdict.detail).toBe(
      'First this, then that. The rules were replayed and every point was counted again by code that never saw the solver.',
    );
  });

  it('still puts a failed audit first', () => {
    const levels = [{ level: 1, name: 'feasible', passed: false, text: '1 violation' }] as const;
    const verdict = verdictOf({ ...week, audit: { passed: false, levels } }, { standing });
    expect(verdict.headline).toBe('Failed its audit: do not use this schedule');
  });
});

describe('what the scenario expects', () => {
  const failing = { met: 5, all: 7, failed: ['Loans: 40, wanted at least 50', 'Gini: 0.4, wanted at most 0.3'] };

  it('comes first where it fails, before the proof', () => {
    const verdict = verdictOf(week, { expectations: failing });
    expect(verdict).toMatchObject({ tone: 'poor', headline: '5 of 7 expectations met' });
    expect(verdict.detail).toMatch(
      /^Loans: 40, wanted at least 50\. Gini: 0\.4, wanted at most 0\.3\. Proven optimal: no schedule can score more than 7,262 points\. /,
    );
  });

  it('is said beside the proof where all is met', () => {
    const verdict = verdictOf(week, { expectations: { met: 7, all: 7, failed: [] } });
    expect(verdict.headline).toMatch(/^Proven optimal/);
    expect(verdict).toMatchObject({ tone: 'good', detail: expect.stringMatching(/^7 of 7 expectations met\. /) });
  });

  it('does not stand before a failed audit', () => {
    const levels = [{ level: 1, name: 'feasible', passed: false, text: '1 violation' }] as const;
    const verdict = verdictOf({ ...week, audit: { passed: false, levels } }, { expectations: failing });
    expect(verdict.headline).toBe('Failed its audit: do not use this schedule');
    expect(verdict.detail).toContain('5 of 7 expectations met. Loans: 40, wanted at least 50.');
  });
});

it('is amber where a sound schedule has a flaw', () => {
  expect(verdictOf(week, { cautions: ['$40 over budget', 'Audi $40 over'] })).toMatchObject({
    tone: 'fair',
    headline: 'Proven optimal: no schedule can score more than 7,262 points; $40 over budget',
    detail: expect.stringMatching(/^Audi \$40 over\. The rules were replayed/),
  });
});

it('puts rows that forbid and were left out before the proof', () => {
  const row = { table: 'budgets', file: 'budgets.csv', line: 2, column: 'fleet', value: '', reason: 'is empty' };
  const quarantine = quarantineTable([{ ...row, forbids: true }]);
  const verdict = verdictOf({ ...week, tables: { quarantine } });
  expect(verdict.tone).toBe('fair');
  expect(verdict.headline).toBe('Not proven for your data: 1 row that forbids was left out');
  expect(verdict.detail).toMatch(/^For the rows that were used: proven optimal: no schedule can score more than/);
  expect(verdictOf({ ...week, tables: { quarantine: quarantineTable([row]) } }).tone).toBe('good');
});
