/** How a measure of fairness stands against the policy notes. */
export interface Band {
  readonly tone: 'good' | 'fair' | 'poor';
  readonly text: string;
}

/** Bands of the policy notes for the Gini coefficient over partners served. */
export function giniBand(gini: number): Band {
  if (gini < 0.1) return { tone: 'good', text: 'excellent (below 0.10)' };
  if (gini <= 0.2) return { tone: 'good', text: 'good (0.10 to 0.20)' };
  if (gini <= 0.3) return { tone: 'fair', text: 'fair (0.20 to 0.30)' };
  return { tone: 'poor', text: 'concentrated (above 0.30)' };
}

/** A target that a measure should stay below. */
export function targetBand(value: number, target: number, said: string): Band {
  return value < target
    ? { tone: 'good', text: `meets target (below ${said})` }
    : { tone: 'poor', text: `misses target (below ${said})` };
}
