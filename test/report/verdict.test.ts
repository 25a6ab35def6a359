import { expect, it } from 'vitest';
import { verdictOf } from '../../src/report/verdict.ts';
import { fixtureRun, infeasibleRun } from './fixture.ts';

it('says that nothing better exists when the run is proven', () => {
  expect(verdictOf(fixtureRun())).toMatchObject({
    tone: 'good',
    headline: 'Proven optimal: no schedule can score more than 63,212',
  });
});

it('says how much more is possible when it is not', () => {
  const run = fixtureRun({ status: 'feasible', objective: { net_score: 63000, bound: 63123, gap: 123 } });
  const verdict = verdictOf(run);
  expect(verdict.tone).toBe('fair');
  expect(verdict.headline).toBe('Best found, not proven: at most 123 more is possible');
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
