import { describe, expect, it } from 'vitest';
import { stream } from '../../src/learn/maths/random.ts';
import { learnWeights, type ScoredRow } from '../../src/learn/weights.ts';

const NOW = { rank: 1, near: 1, age: 1 };

/** Outcomes whose log odds are the sum of terms times what they are truly worth. */
function rows(count: number, worths: Readonly<Record<string, number>>): readonly ScoredRow[] {
  const unit = stream(11);
  return Array.from({ length: count }, (_, at): ScoredRow => {
    const terms = { rank: unit() * 2, near: unit() * 2, age: unit() * 2 };
    const odds = Object.entries(terms).reduce((sum, [name, value]) => sum + worths[name]! * (value - 1), 0);
    return { at: at * 86_400, terms, success: unit() < 1 / (1 + Math.exp(-odds)) };
  });
}

describe('the weights that outcomes support', () => {
  it('are others where the present ones are wrong', () => {
    const { verdict, terms, test } = learnWeights(rows(400, { rank: 2, near: 0.2, age: 0 }), { weights: NOW });
    expect(verdict).toBe('change');
    expect(terms.map(({ term, change }) => [term, change])).toEqual([
      ['age', 'lower'],
      ['near', 'lower'],
      ['rank', 'raise'],
    ]);
    expect(test!.onPresent.low).toBeGreaterThan(0);
    const [age, , rank] = terms.map(({ suggested }) => suggested);
    expect(rank!.low > 1 && age!.high < 1).toBe(true);
  });

  it('are the present ones where these are right', () => {
    const { verdict, terms } = learnWeights(rows(400, NOW), { weights: NOW });
    expect([verdict, ...terms.map(({ change }) => change)]).toEqual(['none', 'none', 'none', 'none']);
  });

  it('are not to be told where terms say nothing of outcomes', () => {
    expect(learnWeights(rows(200, { rank: 0, near: 0, age: 0 }), { weights: NOW }).verdict).toBe('none');
  });

  it('need fifty rows', () => {
    expect(learnWeights(rows(49, NOW), { weights: NOW })).toMatchObject({ verdict: 'few', test: null, samples: 49 });
    expect(learnWeights([], { weights: NOW }).terms.map(({ suggested }) => suggested.value)).toEqual([1, 1, 1]);
  });

  it('are the same whatever the order of the rows', () => {
    const some = rows(60, NOW);
    expect(learnWeights(some.toReversed(), { weights: NOW })).toEqual(learnWeights(some, { weights: NOW }));
  });
});
