import type { FigureStyle } from '../../text/figure.ts';
import type { MetricText, MetricTexts, TerminalLine } from '../audit.ts';
import type { MetricWords } from './metric.ts';

/** A metric's words, and how it is found where that is known. */
type Worded = MetricWords<never> & { readonly from?: { readonly kind: string } };
type Words = Readonly<Record<string, Worded>>;

/** How to read each metric: what runs, comparisons and sweeps keep of it. */
export function textsOf(metrics: Words): MetricTexts {
  return Object.fromEntries(Object.entries(metrics).map(([name, words]) => [name, textOf(words)]));
}

function textOf({ label, meaning, better, headline, unit, frontier, about, first, from }: Worded): MetricText {
  const decides = better !== 'neutral' && (from?.kind === 'sum' || from?.kind === 'groups');
  return {
    label,
    ...(meaning !== undefined && { meaning }),
    better,
    headline: headline === true,
    ...(unit !== undefined && { unit }),
    ...(frontier && { frontier }),
    ...(about !== undefined && { about }),
    ...(first && { first }),
    ...(decides && { decides }),
  };
}

/** The metrics that have a line of a terminal. */
export function terminalOf(metrics: Words): readonly TerminalLine[] {
  return Object.entries(metrics).flatMap(([metric, { terminal, unit }]): readonly TerminalLine[] => {
    if (terminal === undefined) return [];
    const line = typeof terminal === 'string' ? { label: terminal } : terminal;
    return [{ metric, ...line, as: styleOf(unit) }];
  });
}

/**
 * How a number of a unit is written: a share as a percentage, money as dollars, what has a unit as a count, and a bare
 * number with decimals.
 *
 * @example
 * [styleOf('share'), styleOf('loans'), styleOf()] // ['percent', 'count', 'decimal']
 */
export function styleOf(unit?: string): FigureStyle {
  if (unit === undefined) return 'decimal';
  if (unit === 'share') return 'percent';
  return unit === 'dollars' ? 'dollars' : 'count';
}
