import type { Run } from '../../runs/run.ts';

/**
 * What a tile says about a metric that is not the same in every best schedule; nothing where it is, or where nobody
 * asked.
 */
export function rangeNote({ ranges }: Pick<Run, 'ranges'>, metric: string, say: (value: number) => string): string {
  const range = ranges?.[metric];
  if (range === undefined || range.least === range.most) return '';
  return `; ${range.exact ? '' : 'at the most '}${say(range.least)} to ${say(range.most)} at the same net score`;
}
