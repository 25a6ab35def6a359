/** How a metric reads against policy: a word, a tone for its tile, and the target. */
export interface Band {
  readonly name: 'excellent' | 'good' | 'fair' | 'concentrated' | 'on target' | 'above target';
  readonly tone: 'good' | 'fair' | 'poor';
  readonly target: string;
}

const GINI_TARGET = 'below 0.20';

/** Highest value that each shared-out metric should stay below. */
const TARGETS: ReadonlyMap<string, { readonly below: number; readonly text: string }> = new Map([
  ['hhi', { below: 0.1, text: 'below 0.10' }],
  ['top_5_share', { below: 0.4, text: 'below 40 %' }],
  ['top_1_share', { below: 0.15, text: 'below 15 %' }],
]);

/**
 * The status band of a metric's value; undefined for a metric without one, and for no value.
 *
 * @example
 * bandOf('gini', 0.1575)?.name // 'good'
 * bandOf('hhi', 0.12)?.name // 'above target'
 */
export function bandOf(metric: string, value: number | null): Band | undefined {
  if (value === null) return undefined;
  if (metric === 'gini') return giniBand(value);
  const target = TARGETS.get(metric);
  if (target === undefined) return undefined;
  return value < target.below
    ? { name: 'on target', tone: 'good', target: target.text }
    : { name: 'above target', tone: 'poor', target: target.text };
}

function giniBand(value: number): Band {
  if (value < 0.1) return { name: 'excellent', tone: 'good', target: GINI_TARGET };
  if (value < 0.2) return { name: 'good', tone: 'good', target: GINI_TARGET };
  if (value <= 0.3) return { name: 'fair', tone: 'fair', target: GINI_TARGET };
  return { name: 'concentrated', tone: 'poor', target: GINI_TARGET };
}
