import type { MetricText, MetricTexts } from '../audit/audit.ts';

const PARTS: MetricTexts = {
  net_score: { label: 'Net score', better: 'more', headline: true, unit: 'points' },
  raw_score: { label: 'Raw score', better: 'more', headline: true, unit: 'points' },
  bound: { label: 'Bound', better: 'neutral', headline: false, unit: 'points' },
  gap: { label: 'Gap', better: 'less', headline: false, unit: 'points' },
  total_penalties: { label: 'All penalties', better: 'less', headline: false, unit: 'points' },
};

/**
 * How to read a part of the objective that its domain may not have described: a penalty is better when it is less, and
 * whatever else there is, is only named.
 *
 * @example
 * partText('cap_penalty') // { label: 'Cap penalty', better: 'less', headline: false, unit: 'points' }
 */
export function partText(name: string, texts: MetricTexts = {}): MetricText {
  const known = [texts, PARTS].find((own) => Object.hasOwn(own, name))?.[name];
  if (known) return known;
  return { ...named(name), better: /_penalty$/.test(name) ? 'less' : 'neutral', unit: 'points' };
}

/** How to read a metric that its domain may not have described. */
export function metricText(texts: MetricTexts, name: string): MetricText {
  return (Object.hasOwn(texts, name) ? texts[name] : undefined) ?? { ...named(name), better: 'neutral' };
}

function named(name: string): { readonly label: string; readonly headline: false } {
  const text = name.replaceAll('_', ' ');
  return { label: text.charAt(0).toUpperCase() + text.slice(1), headline: false };
}

/** The measures that come before the net score, most important first. */
export const firstOf = (texts: MetricTexts): readonly string[] =>
  Object.keys(texts).filter((name) => texts[name]!.first === true);
