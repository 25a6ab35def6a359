import type { Band } from '../../../audit/metric/metric.ts';

/** The band of a Gini coefficient over partners served: 0.20 itself is fair, and so is 0.30. */
export function giniBand(gini: number): Band {
  if (gini < 0.1) return { tone: 'good', text: 'excellent (below 0.10)' };
  if (gini < 0.2) return { tone: 'good', text: 'good (0.10 to 0.20)' };
  if (gini <= 0.3) return { tone: 'fair', text: 'fair (0.20 to 0.30)' };
  return { tone: 'poor', text: 'concentrated (above 0.30)' };
}

/** A measure that should stay below a number by a rule of thumb, and how people write that number. */
export function below(most: number, words: string): (value: number) => Band {
  return (value) =>
    value < most
      ? { tone: 'good', text: `even (below ${words})` }
      : { tone: 'poor', text: `concentrated (${words} or more)` };
}
