import { describe, expect, it } from 'vitest';
import { verdictOf } from '../../../src/report/run/verdict.ts';
import { fixtureRun, infeasibleRun } from '../fixture.ts';

it('says that nothing better exists when the run is proven', () => {
  expect(verdictOf(fixtureRun())).toMatchObject({
    tone: 'good',
    headline: 'Proven optimal: no schedule can score more than 63,212 points',
  });
});

it('says how much more is possible when it is not', () => {
  const run = fixtureRun({ status: 'feasible', objective: { net_score: 63000, bound: 63123, gap: 123 } });
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
  const verdict = verdictOf(fixtureRun({ audit: { passed: false, levels } }));
  expect(verdict).toEqual({
    tone: 'poor',
    headline: 'Failed its audit: do not use this schedule',
    detail: 'Feasible and bounded failed. 2 violations (cooldown 2). The bound is below the score.',
  });
});

it('says when there is no schedule', () => {
  expect(verdictOf(infeasibleRun()).headline).toBe('No schedule: these rules cannot hold together');
});

it('says when the search found nothing in its time', () => {
  const verdict = verdictOf(fixtureRun({ status: 'unknown', objective: {} }));
  expect(verdict).toMatchObject({ tone: 'poor', headline: 'No schedule found' });
});

describe('where something comes before the net score', () => {
  const standing = { headline: 'Proven in order', detail: 'First this, then that.' };

  it('says that instead', () => {
    const verdict = verdictOf(fixtureRun(), { standing });
    expect(verdict).toMatchObject({ tone: 'good', headline: 'Proven in order' });
    expect(verdict.detail).toBe(
      'First this, then that. The rules were replayed and every point was counted again by code that never saw the solver.',
    );
  });

  it('still puts a failed audit first', () => {
    const levels = [{ level: 1, name: 'feasible', passed: false, text: '1 violation' }] as const;
    const verdict = verdictOf(fixtureRun({ audit: { passed: false, levels } }), { standing });
    expect(verdict.headline).toBe('Failed its audit: do not use this schedule');
  });
});
