import { describe, expect, it } from 'vitest';
import { baselineOf, judgeBaseline, type Ranges } from '../../src/check/baseline.ts';
import type { Keep } from '../../src/check/baseline-file.ts';
import { changesOf } from '../../src/check/changes.ts';
import { keepBy, keeps } from '../../src/check/keep.ts';
import { sampleRun } from '../runs/sample-run.ts';

const one = (value: number) => ({ least: value, most: value });

describe('how a value is held against its baseline', () => {
  it.each<[Keep, number, boolean]>([
    ['should_not_fall', 39, false],
    ['should_not_fall', 40, true],
    ['should_not_fall', 41, true],
    ['should_not_rise', 41, false],
    ['should_not_rise', 40, true],
    ['should_not_rise', 39, true],
    ['exact', 40, true],
    ['exact', 41, false],
    [{ within_percent: 5 }, 38, true],
    [{ within_percent: 5 }, 42, true],
    [{ within_percent: 5 }, 37.9, false],
    [{ within_percent: 5 }, 42.1, false],
    ['ignore', 99, true],
  ])('%j: 40 then %d is %s', (keep, now, kept) => {
    expect(keeps(keep, 40, one(now))).toBe(kept);
  });

  it('takes a range as kept where some value of it is', () => {
    expect(keeps('should_not_fall', 40, { least: 30, most: 40 })).toBe(true);
    expect(keeps('should_not_rise', 40, { least: 41, most: 50 })).toBe(false);
    expect(keeps('exact', 40, { least: 39, most: 41 })).toBe(true);
    expect(keeps('exact', 40, { least: 41, most: 42 })).toBe(false);
  });

  it('follows the way that policy wants a metric to go', () => {
    const text = { label: 'x', headline: false } as const;
    const usual = (['more', 'less', 'neutral'] as const).map((better) => keepBy({ ...text, better }));
    expect(usual).toEqual(['should_not_fall', 'should_not_rise', 'exact']);
  });
});

const TEXTS = {
  assignments: { label: 'Loans', better: 'more', headline: true },
  gini: { label: 'Gini', better: 'less', headline: true },
} as const;

function judged(metrics: Readonly<Record<string, number | null>>, ranges: Ranges = {}, provenance = {}) {
  const before = sampleRun();
  const now = sampleRun({ metrics, provenance: { ...before.provenance, ...provenance } });
  const all = judgeBaseline(now, baselineOf(before, TEXTS), ranges);
  return (what: string) => all.find((judgement) => judgement.what === what);
}

describe('a run against its baseline', () => {
  it('keeps what it kept', () => {
    const of = judged({ assignments: 2, gini: 0.25, avg_pub_rate: null });
    expect(of('gini')).toMatchObject({ verdict: 'kept', expected: 'at most 0.25', actual: '0.25' });
    expect(of('avg_pub_rate')).toMatchObject({ verdict: 'kept', expected: 'no value' });
    expect(of('net_score')).toMatchObject({ verdict: 'kept', expected: 'at least 1900' });
    expect(of('status')).toMatchObject({ verdict: 'kept', expected: 'optimal' });
  });

  it('fails what became worse, by how much and why', () => {
    const settings = judged({ assignments: 1, gini: 0.25, avg_pub_rate: null }, {}, { scenario: 'other' });
    expect(settings('assignments')).toMatchObject({
      verdict: 'failed',
      reason: 'it fell by 1: settings changed since the baseline was taken',
    });
    const engine = judged({ assignments: 2, gini: 0.3, avg_pub_rate: null });
    expect(engine('gini')!.reason).toBe(
      'it rose by 0.05: neither settings nor data changed, so that the engine itself gives something else',
    );
    expect(judged({ assignments: 1 }, {}, { data: 'x' })('assignments')!.reason).toContain('the data changed');
  });

  it('passes what became better, and says that an update records it', () => {
    const of = judged({ assignments: 3, gini: 0.25, avg_pub_rate: null });
    expect(of('assignments')).toMatchObject({ verdict: 'better' });
  });

  it('passes what only ties decide, and states the range', () => {
    const of = judged({ assignments: 2, gini: 0.3, avg_pub_rate: null }, { gini: { least: 0.2, most: 0.4 } });
    expect(of('gini')).toMatchObject({
      verdict: 'tied',
      reason: 'it rose by 0.05, and schedules of the same net score have 0.2 to 0.4: ties decide it',
    });
  });

  it('fails where no schedule of the same net score keeps it', () => {
    const of = judged({ assignments: 2, gini: 0.3, avg_pub_rate: null }, { gini: { least: 0.26, most: 0.4 } });
    expect(of('gini')).toMatchObject({ verdict: 'failed' });
  });

  it('fails a value that is gone, and only tells of one that is new', () => {
    const of = judged({ assignments: 2, avg_pub_rate: null, ginis: 0.1 });
    expect(of('gini')).toMatchObject({
      verdict: 'failed',
      reason: 'the run has no gini any more. Maybe ginis took its place.',
    });
    expect(of('ginis')).toMatchObject({ verdict: 'new' });
  });
});

describe('a baseline written anew', () => {
  it('leaves how each value is kept as it was', () => {
    const before = baselineOf(sampleRun(), TEXTS);
    const edited = { ...before, values: { ...before.values, gini: { value: 0.25, keep: 'ignore' } as const } };
    const after = baselineOf(sampleRun({ metrics: { assignments: 2, gini: 0.5 } }), TEXTS, edited);
    expect(after.values.gini).toEqual({ value: 0.5, keep: 'ignore' });
  });

  it('tells what changed, what came and what went', () => {
    const before = baselineOf(sampleRun(), TEXTS);
    const after = baselineOf(sampleRun({ metrics: { assignments: 3, gini: 0.25, hhi: 1 } }), TEXTS, before);
    expect(changesOf(before, after)).toEqual([
      { what: 'assignments', old: 2, new: 3 },
      { what: 'hhi', new: 1 },
      { what: 'avg_pub_rate', old: null },
    ]);
  });
});

it('leaves totals of many weeks some room, since a tie in one week leads to others after it', () => {
  const { values } = baselineOf(sampleRun({ weeks: [], metrics: { gini: 0.25, weeks_optimal: 3 } }), TEXTS);
  expect([values.gini!.keep, values.status!.keep, values.weeks_optimal!.keep]).toEqual([
    { within_percent: 5 },
    'exact',
    'exact',
  ]);
});
