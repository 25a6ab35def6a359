import { amount, count, dollars, percent } from './format.ts';

/** How a number is written for people. */
export type FigureStyle = 'count' | 'dollars' | 'percent' | 'decimal';

/**
 * A metric as people read it. Metrics are in dollars, cells of tables in cents.
 *
 * @example
 * [figureText(22090, 'dollars'), figureText(0.1667, 'decimal'), figureText(63, 'count')] // ['$22,090', '0.167', '63']
 */
export function figureText(value: number, style: FigureStyle): string {
  switch (style) {
    case 'count':
      return count(value);
    case 'dollars':
      return dollars(value * 100);
    case 'percent':
      return percent(value);
    case 'decimal':
      return amount(value, 3);
  }
}
