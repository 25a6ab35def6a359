import type { MetricText, MetricTexts } from '../audit/audit.ts';

const points = { headline: false, unit: 'points' } as const;

/** What every kind has: the parts of an objective, and the rows that a run left out. */
export const generalTexts: MetricTexts = {
  net_score: {
    ...points,
    label: 'Net score',
    meaning: 'The raw score less all penalties. The best schedule is the one with the highest net score.',
    better: 'more',
    headline: true,
  },
  yardstick_net_score: {
    ...points,
    label: 'Net score by the yardstick',
    meaning:
      'What the schedule nets under the policy of the baseline: its weights and penalties. Schedules of different policies are compared by it, since their own points are not one currency.',
    better: 'more',
    headline: true,
  },
  raw_score: {
    ...points,
    label: 'Raw score',
    meaning: 'The points of all rows of the schedule, before penalties.',
    better: 'more',
    headline: true,
  },
  bound: {
    ...points,
    label: 'Bound',
    meaning: 'A net score that no schedule can exceed. It is proven, without trust in the solver.',
    better: 'neutral',
  },
  gap: {
    ...points,
    label: 'Gap',
    meaning: 'The bound less the net score: by how much a better schedule could be better at the most.',
    better: 'less',
  },
  total_penalties: { ...points, label: 'All penalties', meaning: 'The sum of all penalties.', better: 'less' },
  rows_left_out: {
    label: 'Rows left out',
    meaning:
      'How many rows of the data could not be used and were left out; rows_left_out.vehicles counts those of one table. Where every row was used there is no such metric.',
    better: 'less',
    headline: false,
    unit: 'rows',
  },
};

/**
 * How to read a part of the objective that its domain may not have described: a penalty is better when it is less, and
 * whatever else there is, is only named.
 *
 * @example
 * partText('cap_penalty') // { label: 'Cap penalty', better: 'less', headline: false, unit: 'points' }
 */
export function partText(name: string, texts: MetricTexts = {}): MetricText {
  const known = [texts, generalTexts].find((own) => Object.hasOwn(own, name))?.[name];
  if (known) return shortOf(known);
  return { ...named(name), better: /_penalty$/.test(name) ? 'less' : 'neutral', unit: 'points' };
}

/** How to read a metric that its domain may not have described. */
export function metricText(texts: MetricTexts, name: string): MetricText {
  const known = Object.hasOwn(texts, name) ? texts[name] : undefined;
  return known ? shortOf(known) : { ...named(name), better: 'neutral' };
}

/** A text without its meaning: records of comparisons and sweeps would repeat it in each file. */
function shortOf({ meaning: _, ...text }: MetricText): MetricText {
  return text;
}

function named(name: string): { readonly label: string; readonly headline: false } {
  const text = name.replaceAll('_', ' ');
  return { label: text.charAt(0).toUpperCase() + text.slice(1), headline: false };
}

/** The measures that come before the net score, most important first. */
export const firstOf = (texts: MetricTexts): readonly string[] =>
  Object.keys(texts).filter((name) => texts[name]!.first === true);
